/** Opens a desk that is nothing but mail. */

import type { DeskNeeds, OpenedDesk } from '../../../services/hand-off/desk';
import { DONE } from '../../../services/hand-off/hand-offs';
import { HAND_OFF_REASONS, WISHES } from '../../../vocabulary/outcome';
import { createMailDesk } from './mail-desk';
import type { MailDeskSettings } from './settings';
import { LABELS, type MailDeskWords } from './words';

/** Throws without the e-mail channel. */
export async function open({ team }: MailDeskSettings, needs: DeskNeeds): Promise<OpenedDesk> {
  const { post, hours, calendar } = needs;
  if (!post) throw new Error('a desk that is nothing but e-mail needs the e-mail channel');
  const words = mailWords(await needs.words());
  return {
    desk: ({ handOffs, now }) =>
      createMailDesk({ settings: { team, hours }, ...{ post, handOffs, now, calendar, words } }),
  };
}

function mailWords(say: (key: string) => string): MailDeskWords {
  return {
    reasons: table(HAND_OFF_REASONS, (reason) => say(`reason-${reason}`)),
    wishes: table(WISHES, (wish) => say(`wish-${wish}`)),
    labels: table(LABELS, say),
    fileTooLarge: say('fileTooLarge'),
    by: { shopper: say('shopper'), bot: say('bot'), person: say('person') },
    footer: () => [
      say('footerAnswer'),
      say('footerTake'),
      say('footerReturn'),
      say('footerNote'),
      `${say('footerClose')} ${DONE.join(', ')}`,
    ],
  };
}

function table<K extends string>(keys: readonly K[], word: (key: K) => string): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
}
