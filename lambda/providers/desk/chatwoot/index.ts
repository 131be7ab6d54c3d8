/** Opens the desk in Chatwoot, and the door for its webhooks. */

import type { DeskNeeds, OpenedDesk } from '../../../services/hand-off/desk';
import { createChatwoot } from './chatwoot';
import type { ChatwootWords } from './note';
import { type ChatwootSettings, NAME } from './settings';
import { chatwootWebhook } from './webhook';

/** A person may still write into a conversation that was closed today. */
const LATELY_MS = 24 * 3_600_000;

export async function open(settings: ChatwootSettings, { fetch, now, words }: DeskNeeds): Promise<OpenedDesk> {
  const said = chatwootWords(await words());
  return {
    desk: ({ inbox, handOffs, now: real }) =>
      createChatwoot({
        ...{ settings, now: real, handOffs, fetch },
        words: said,
        open: () => handOffs.at(NAME, real() - LATELY_MS),
        put: inbox.put,
        cursor: inbox.cursor,
        moveCursor: inbox.moveCursor,
      }),
    webhook: { path: '/desk/chatwoot', ...chatwootWebhook(settings, now) },
  };
}

function chatwootWords(say: (key: string) => string): ChatwootWords {
  return {
    shopper: say('shopper'),
    reference: say('reference'),
    callBack: say('callBack'),
    answerTo: say('answerTo'),
    asked: say('question'),
    wanted: say('goods'),
    notUnderstood: say('notUnderstood'),
    orders: say('orders'),
    transcript: say('transcript'),
    stays: say('stays'),
    by: { shopper: say('shopper'), bot: say('bot'), person: say('person') },
  };
}
