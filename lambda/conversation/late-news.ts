/** An order that hung has turned out: its shopper is written to where they agreed to be, once, and not at night. */

import { latePlacedOrNot } from '../intents/parts/purchase-late';
import { callWithin } from '../services/commerce/call';
import { boughtOf, proposalOf } from '../services/commerce/stored';
import type { Tried } from '../services/queue/queues';
import type { ShopperSignIn } from '../services/sign-in/shopper-sign-in';
import { dayIn } from '../vocabulary/calendar';
import type { Reply } from '../vocabulary/outcome';
import type { PlainDate } from '../vocabulary/values';
import { notYet, writtenFor } from './order-news-told';
import { type Try, untilKept } from './retry';
import { type TellNeeds, unasked } from './write/unasked';

export type LateNewsNeeds = TellNeeds & {
  /** Absent: nobody's clock is known without them, and nothing is found out while nobody speaks. */
  readonly signIn: Pick<ShopperSignIn, 'again'> | undefined;
  /** The shop's calendar, milliseconds. */
  readonly calendar: () => number;
  readonly locale: string;
};

export type LateNews = {
  /** The next turn tells it too: that is where receipt and card belong. */
  hear(proposalId: string): Promise<Tried>;
};

const PATIENCE_MS = 10_000;
const DONE: Tried = { kind: 'done' };

export function createLateNews(needs: LateNewsNeeds): LateNews {
  return { hear: (proposalId) => untilKept(() => tryOnce(proposalId, needs)) };
}

async function tryOnce(proposalId: string, needs: LateNewsNeeds): Promise<Try<Tried, null>> {
  const { conversations, attempts } = needs.store;
  const attempt = await attempts.get(proposalId);
  const stored = attempt && (await conversations.load(attempt.conversationId));
  const news = stored?.memory.news;
  // Whoever has heard it meanwhile, wants to be forgotten, or never agreed to be written to is not written to.
  if (!attempt?.result || attempt.told || !stored || news?.ways.message !== 'yes') return { done: DONE };
  const { conversationId, shopperId } = attempt;
  const requestId = `late:${proposalId}`;
  if ((await conversations.answerOf('desk', requestId)) !== null) return { done: DONE };
  const timeZone = await zoneOf(shopperId, needs);
  if (timeZone === null) return { done: { kind: 'later', why: 'the shop does not say where its shopper is' } };
  const later = notYet(stored, timeZone, needs);
  if (later) return { done: later };
  const replies = repliesOf({ proposal: attempt.proposal, result: attempt.result }, dayIn(timeZone, needs.calendar()));
  if (replies.length === 0) return { done: DONE };
  const at = needs.now();
  const written = await writtenFor({ conversationId, requestId, locale: news.locale, replies }, needs);
  const { said, outbox, channel } = written;
  const commit = unasked({
    ...{ conversationId, stored, requestId, channel: 'desk', locale: news.locale, at },
    says: { said, replies: written.replies },
    changes: { history: [{ at, channel, by: 'bot', text: said.speech.text }], outbox },
  });
  return (await conversations.commit(commit)) === 'committed' ? { done: DONE } : { overtaken: null };
}

/** null: it cannot be said now. */
async function zoneOf(shopperId: string, { signIn, now, locale }: LateNewsNeeds): Promise<string | null> {
  const known = await signIn?.again(shopperId, callWithin(PATIENCE_MS, { locale, now }));
  return (known?.ok && known.value?.shopper.address.timeZone) || null;
}

type Kept = { readonly proposal: string; readonly result: string };

function repliesOf({ proposal: json, result }: Kept, today: PlainDate): readonly Reply[] {
  const proposal = proposalOf(json);
  return proposal ? latePlacedOrNot({ proposal, outcome: boughtOf(result) }, today) : [];
}
