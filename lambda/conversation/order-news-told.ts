/** How far an order has come, told to whoever agreed to hear of it: one commit a conversation, and once. */

import { createHash } from 'node:crypto';
import { knownAfter } from '../dialogue/news-after';
import { newsMessage } from '../intents/parts/ordernews-told';
import type { Shopper } from '../services/commerce/account';
import type { Order } from '../services/commerce/orders';
import type { Commit, Stored } from '../services/conversation/conversation';
import { isNewsOf, markOf, speakerStageOf } from '../services/news/marks';
import { quietFor } from '../services/news/quiet';
import type { OutboxItem } from '../services/queue/item';
import { messageOf, noticeItem, shopperMessage } from '../services/queue/items';
import type { Tried } from '../services/queue/queues';
import { contactsIn, isWritable } from '../services/reach/contacts';
import type { SaidWords } from '../vocabulary/answer';
import type { PushChannel } from '../vocabulary/heard';
import type { NewsWish } from '../vocabulary/news';
import type { Reply } from '../vocabulary/outcome';
import { type Try, untilKept } from './retry';
import { sayAlone } from './words';
import { type TellNeeds, unasked } from './write/unasked';

type About = { readonly order: Order; readonly shopper: Shopper };

/** A person has the conversation: nobody talks over them. */
const NOT_NOW_MS = 30 * 60_000;

const DONE: Tried = { kind: 'done' };

/** `later`: it is night where they are, or a person is writing with them. */
export function tellNews(conversationId: string, about: About, needs: TellNeeds): Promise<Tried> {
  return untilKept(() => tryOnce(conversationId, about, needs));
}

async function tryOnce(conversationId: string, about: About, needs: TellNeeds): Promise<Try<Tried, null>> {
  const { conversations } = needs.store;
  const { order, shopper } = about;
  const stored = await conversations.load(conversationId);
  const news = stored?.memory.news;
  if (!stored || !news || !isNewsOf(order, news.told[order.id])) return { done: DONE };
  const { ways } = news;
  if (ways.message === 'yes' || ways.speaker === 'yes') {
    const later = notYet(stored, shopper.address.timeZone, needs);
    if (later) return { done: later };
  }
  if (!Object.values(ways).includes('yes')) return { done: DONE };
  const requestId = requestIdOf(conversationId, order);
  if ((await conversations.answerOf('desk', requestId)) !== null) return { done: DONE };
  const commit = await commitOf({ conversationId, requestId, stored, news, order }, needs);
  return (await conversations.commit(commit)) === 'committed' ? { done: DONE } : { overtaken: null };
}

/** null: they may be written to. */
export function notYet({ memory }: Stored, timeZone: string, { merchant, now }: TellNeeds): Tried | null {
  const after = memory.owner === 'human' ? NOT_NOW_MS : quietFor(merchant.news.quiet, timeZone, now());
  return after > 0 ? { kind: 'later', why: 'nobody is to be written to now', after } : null;
}

/** The same for as long as the order stands where it does. */
function requestIdOf(conversationId: string, order: Order): string {
  const where = createHash('sha256').update(JSON.stringify([conversationId, order.id, markOf(order)]));
  return `news:${where.digest('base64url').slice(0, 22)}`;
}

type Telling = {
  readonly conversationId: string;
  readonly requestId: string;
  readonly stored: Stored;
  readonly news: NewsWish;
  readonly order: Order;
};

async function commitOf(
  { conversationId, requestId, stored, news, order }: Telling,
  needs: TellNeeds,
): Promise<Commit> {
  const at = needs.now();
  const { memory } = stored;
  const { ways } = news;
  const written = ways.message === 'yes' ? await messageFor({ conversationId, requestId, news, order }, needs) : null;
  const waiting = ways.visit === 'yes' ? [...news.waiting.filter((id) => id !== order.id), order.id] : [];
  const told = knownAfter(news.told, [{ [order.id]: markOf(order) }]);
  return unasked({
    ...{ conversationId, stored, requestId, channel: 'desk', locale: news.locale, at },
    ...(written ? { says: { said: written.said, replies: written.replies } } : {}),
    changes: {
      memory: { ...memory, news: { ...news, told, waiting } },
      history: written ? [{ at, channel: written.channel, by: 'bot', text: written.said.speech.text }] : [],
      outbox: [...(written?.outbox ?? []), ...noticeFor({ requestId, news, order }, at)],
    },
  });
}

/** What a speaker's notifications have a sentence for. */
function noticeFor({ requestId, news, order }: Pick<Telling, 'requestId' | 'news' | 'order'>, at: number) {
  const stage = news.ways.speaker === 'yes' ? speakerStageOf(order) : null;
  return stage ? [noticeItem(requestId, { stage, expected: order.expected ?? null, at })] : [];
}

type Written = {
  readonly said: SaidWords;
  readonly replies: readonly string[];
  readonly channel: PushChannel | 'desk';
  readonly outbox: readonly OutboxItem[];
};

/** In the conversation, where the web chat shows it, and to the phone where there is one. */
async function messageFor(
  { conversationId, requestId, news, order }: Omit<Telling, 'stored'>,
  needs: TellNeeds,
): Promise<Written> {
  return writtenFor({ conversationId, requestId, locale: news.locale, replies: newsMessage(order) }, needs);
}

type Writing = Pick<Telling, 'conversationId' | 'requestId'> & {
  /** Where there is no phone, whose own counts. */
  readonly locale: string;
  readonly replies: readonly Reply[];
};

/** The same for whatever else is written to whoever agreed to it. */
export async function writtenFor(
  { conversationId, requestId, locale: wished, replies }: Writing,
  { store, voice }: Pick<TellNeeds, 'store' | 'voice'>,
): Promise<Written> {
  const phone = (await contactsIn(conversationId, store.contacts)).find(isWritable) ?? null;
  const locale = phone?.locale ?? wished;
  const said = sayAlone({ replies }, { locale, seed: requestId }, voice);
  const body = phone && messageOf(said, { address: phone.id, locale });
  return {
    said,
    replies: replies.map(({ key }) => key),
    channel: phone?.channel ?? 'desk',
    outbox: phone && body ? [shopperMessage(requestId, phone, body)] : [],
  };
}
