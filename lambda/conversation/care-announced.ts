/** How something ended that the bot promised to look after: one commit that brings it to the phone and into the case. */

import type { Untold } from '../services/care/ends';
import type { Commit, Stored } from '../services/conversation/conversation';
import type { HistoryLine } from '../services/conversation/lines';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { OutboxItem } from '../services/queue/item';
import { deskMessage, messageOf, shopperMessage } from '../services/queue/items';
import { contactsIn, isWritable, type WritableContact } from '../services/reach/contacts';
import type { Reply } from '../vocabulary/outcome';
import { type Try, untilKept } from './retry';
import { sayAlone } from './words';
import { type TellNeeds, unasked } from './write/unasked';

type News = {
  /** Empty where nobody needs to hear of it. */
  readonly replies: readonly Reply[];
  readonly handOffs: readonly HandOff[];
};

/** Once for the action; nothing where it was told in the conversation meanwhile, or nobody can be written to. */
export async function announce(one: Untold, news: News, needs: TellNeeds): Promise<void> {
  await untilKept(() => tryOnce(one, news, needs));
}

async function tryOnce({ kept }: Untold, news: News, needs: TellNeeds): Promise<Try<null, null>> {
  const { conversations, contacts } = needs.store;
  const { conversationId, key } = kept;
  const requestId = `care:${key}`;
  const stored = await conversations.load(conversationId);
  const isOwed = stored?.memory.owed?.includes(key) ?? false;
  if (!stored || !isOwed || news.replies.length === 0) return { done: null };
  if ((await conversations.answerOf('desk', requestId)) !== null) return { done: null };
  const phone = (await contactsIn(conversationId, contacts)).find(isWritable) ?? null;
  const open = news.handOffs.find(({ state }) => state !== 'completed' && state !== 'failed') ?? null;
  if (!phone && !open) return { done: null };
  const commit = commitOf({ requestId, conversationId, stored, replies: news.replies, phone, open }, needs);
  return (await conversations.commit(commit)) === 'committed' ? { done: null } : { overtaken: null };
}

type Announced = {
  readonly requestId: string;
  readonly conversationId: string;
  readonly stored: Stored;
  readonly replies: readonly Reply[];
  readonly phone: WritableContact | null;
  /** The case that people have open. */
  readonly open: HandOff | null;
};

function commitOf({ requestId, conversationId, stored, replies, phone, open }: Announced, needs: TellNeeds): Commit {
  const at = needs.now();
  const locale = phone?.locale ?? open?.locale ?? needs.merchant.agentLocale;
  const said = sayAlone({ replies }, { locale, seed: requestId }, needs.voice);
  const line: HistoryLine = { at, channel: phone?.channel ?? 'desk', by: 'bot', text: said.speech.text };
  const outbox: readonly OutboxItem[] = [
    ...(phone ? [shopperMessage(requestId, phone, messageOf(said, { address: phone.id, locale }))] : []),
    ...(open ? [deskMessage(requestId, { handOff: open.id, text: forTeam(replies, needs), at })] : []),
  ];
  return unasked({
    ...{ conversationId, stored, requestId, channel: 'desk', locale, at },
    says: { said, replies: replies.map(({ key }) => key) },
    changes: { history: [line], outbox },
  });
}

function forTeam(replies: readonly Reply[], { voice, merchant }: TellNeeds): string {
  return sayAlone({ replies }, { locale: merchant.agentLocale }, voice).speech.text;
}
