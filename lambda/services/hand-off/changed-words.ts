/** What a person changes of what they wrote, as the shopper has still to hear of it. */

import type { Memory, PersonSaid } from '../../vocabulary/memory';
import type { Instant } from '../../vocabulary/values';
import { remembered } from './ownership';

export type WordsChange = {
  /** The ids of what is changed. */
  readonly refs: ReadonlySet<string>;
  /** What it says now, redacted; null: it is taken back. */
  readonly now: { readonly id: string; readonly by: string; readonly text: string } | null;
  readonly at: Instant;
};

/** What was heard or seen as it was is unread again in its new words; what nobody has heard is simply another. */
export function unreadAfter({ unread, handOff }: Memory, { refs, now, at }: WordsChange): Memory['unread'] {
  const left = unread.filter(({ id }) => !refs.has(id) || id === now?.id);
  if (!now) return left;
  const known = left.find(({ id }) => id === now.id);
  const about = known?.product ?? handOff?.product;
  const wasHeard = known === undefined || known.seen === true || known.anew === true;
  const said = { id: now.id, by: now.by, at: known?.at ?? at, text: now.text, ...(about ? { product: about } : {}) };
  const one: PersonSaid = wasHeard ? { ...said, anew: true } : said;
  return known ? left.map((other) => (other === known ? one : other)) : remembered([...left, one]);
}

/** Whether a line is what an event said, or a part of it: a file of a desk that sends several at once. */
export function isSaidBy(of: string, ref: string | undefined): boolean {
  return ref === of || ref?.startsWith(`${of}:`) === true;
}
