/** The words around what a mail of the desk says: they come from `locales/`, in the language of the people who answer. */

import type { Done } from '../../../services/hand-off/hand-offs';
import type { HandOffReason, Wish } from '../../../vocabulary/outcome';

export const LABELS = [
  'reason',
  'reference',
  'wish',
  'shopper',
  'guest',
  'language',
  'channels',
  'summary',
  'question',
  'notUnderstood',
  'orders',
  'goods',
  'transcript',
] as const;

export type MailDeskWords = {
  readonly reasons: Readonly<Record<HandOffReason, string>>;
  readonly wishes: Readonly<Record<Wish, string>>;
  readonly labels: Readonly<Record<(typeof LABELS)[number], string>>;
  /** That a file of an answer went to nobody. */
  readonly fileTooLarge: string;
  /** Who said a line of the transcript. */
  readonly by: Readonly<Record<'shopper' | 'bot' | 'person', string>>;
  /**
   * Below every mail: that an answer goes to the shopper, and what a first line of `#take`, `#return`, `#close <done>
   * <topic>` and `#note` does; see `commands.ts`. `done`: the words for `<done>`, which stay as they are.
   */
  footer(done: readonly Done[]): readonly string[];
};
