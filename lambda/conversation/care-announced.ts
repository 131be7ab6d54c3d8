/** How something ended that the bot promised to look after: one commit that brings it to the phone and into the case. */

import type { Voice } from '../language/speech/say';
import type { Untold } from '../services/care/ends';
import type { Merchant } from '../services/commerce/merchant';
import type { Commit, Fact, Stored } from '../services/conversation/conversation';
import type { HistoryLine } from '../services/conversation/lines';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { OutboxItem } from '../services/queue/item';
import { deskMessage, messageOf, shopperMessage } from '../services/queue/items';
import { type Contact, contactsIn } from '../services/reach/contacts';
import type { Store } from '../services/store';
import { PUSH_CHANNELS, type PushChannel } from '../vocabulary/heard';
import type { Reply } from '../vocabulary/outcome';
import { retry, type Try } from './retry';
import { sayAlone, silence } from './words';

type News = {
  /** Empty where nobody needs to hear of it. */
  readonly replies: readonly Reply[];
  readonly handOffs: readonly HandOff[];
};

export type AnnounceNeeds = {
  readonly store: Store;
  readonly voice: Voice;
  readonly merchant: Merchant;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

/** A conflict means that a turn of the shopper was faster. */
const MOST_TRIES = 20;

/** Once for the action; nothing where it was told in the conversation meanwhile, or nobody can be written to. */
export async function announce(one: Untold, news: News, needs: AnnounceNeeds): Promise<void> {
  await retry({ first: null, most: MOST_TRIES }, () => tryOnce(one, news, needs));
}

async function tryOnce({ kept }: Untold, news: News, needs: AnnounceNeeds): Promise<Try<null, null>> {
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

type Writable = Contact & { readonly channel: PushChannel };

function isWritable(contact: Contact): contact is Writable {
  return contact.address !== null && PUSH_CHANNELS.some((name) => name === contact.channel);
}

type Announced = {
  readonly requestId: string;
  readonly conversationId: string;
  readonly stored: Stored;
  readonly replies: readonly Reply[];
  readonly phone: Writable | null;
  /** The case that people have open. */
  readonly open: HandOff | null;
};

function commitOf(
  { requestId, conversationId, stored, replies, phone, open }: Announced,
  needs: AnnounceNeeds,
): Commit {
  const at = needs.now();
  const locale = phone?.locale ?? open?.locale ?? needs.merchant.agentLocale;
  const said = sayAlone({ replies }, { locale, seed: requestId }, needs.voice);
  const line: HistoryLine = { at, channel: phone?.channel ?? 'desk', by: 'bot', text: said.speech.text };
  const outbox: readonly OutboxItem[] = [
    ...(phone ? [shopperMessage(requestId, phone, messageOf(said, { address: phone.id, locale }))] : []),
    ...(open ? [deskMessage(requestId, { handOff: open.id, text: forTeam(replies, needs), at })] : []),
  ];
  const answer = { ...silence(stored.memory.owner), said, replies: replies.map(({ key }) => key) };
  return {
    ...{ conversationId, expectedVersion: stored.version, follows: 0, memory: stored.memory },
    ...{ history: [line], outbox, told: [], tokens: [], joins: [], missed: [], photos: [], mirror: null },
    fact: factOf({ requestId, locale, replies: answer.replies, at }),
    answer: { channel: 'desk', requestId, body: JSON.stringify(answer) },
  };
}

function forTeam(replies: readonly Reply[], { voice, merchant }: AnnounceNeeds): string {
  return sayAlone({ replies }, { locale: merchant.agentLocale }, voice).speech.text;
}

function factOf({
  requestId,
  ...fact
}: Pick<Fact, 'locale' | 'replies' | 'at'> & { readonly requestId: string }): Fact {
  return {
    ...fact,
    turn: requestId,
    ...{ channel: 'desk', heard: 'event', intent: null, asks: null, outcome: 'closed' },
    ...{ misses: 0, rating: null, milliseconds: 0, wording: {} },
  };
}
