/** What this turn changes of the shopper's wish for news of their orders, and what they know of them by now. */

import type { Scene } from '../intents/kit/define';
import { effectOf, effectsOf } from '../intents/kit/effects';
import { furthest } from '../services/news/marks';
import type { Memory } from '../vocabulary/memory';
import type { NewsWish, OrderMark } from '../vocabulary/news';
import type { Outcome } from '../vocabulary/outcome';

/** Of more orders than this the oldest are let go. */
const MOST_KNOWN = 20;

export function newsAfter(outcome: Outcome, { memory, turn }: Scene): Partial<Pick<Memory, 'news'>> {
  const wish = effectOf(outcome, 'news');
  const told = effectsOf(outcome, 'order-told').map((effect) => effect.told);
  if (!wish && !(memory.news && told.length > 0)) return {};
  const { locale } = turn;
  const before: NewsWish = memory.news ?? { ways: {}, told: {}, waiting: [], speaker: null, locale };
  const ways = { ...before.ways, ...wish?.ways };
  const speaker = wish?.speaker === undefined ? before.speaker : wish.speaker;
  const ids = new Set(told.flatMap((one) => Object.keys(one)));
  // Whoever wants none as a visit begins has nothing waiting.
  const waiting = ways.visit === 'yes' ? before.waiting.filter((id) => !ids.has(id)) : [];
  return {
    news: { ways, told: knownAfter(before.told, told), waiting, speaker, locale: wish ? locale : before.locale },
  };
}

type Known = NewsWish['told'];

/** Also of an order that something is told of while nobody talks. */
export function knownAfter(before: Known, told: readonly Readonly<Record<string, OrderMark>>[]): Known {
  const known = { ...before };
  for (const [id, mark] of told.flatMap((one) => Object.entries(one))) {
    const after = furthest(known[id], mark);
    delete known[id];
    known[id] = after;
  }
  return Object.fromEntries(Object.entries(known).slice(-MOST_KNOWN));
}
