/** How a habit is said: as one, never as a fact, and never as if we saw into a cupboard. */

import type { BuyingHabit } from '../../services/commerce/replenish';
import type { Slot } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, replies } from '../kit/define';
import type { BasketLine } from './basket';

export const REPLENISH_SAYS = {
  count: { count: 'number', products: 'list' },
  usually: { product: 'product', every: 'rhythm', since: 'span' },
  roughly: { product: 'product', every: 'rhythm', since: 'span' },
  yours: { product: 'product', every: 'rhythm', since: 'span' },
  rhythmSet: { product: 'product', every: 'rhythm' },
  rhythmOf: {},
  rhythmOdd: {},
  everySo: { product: 'product', every: 'rhythm' },
  nothingDue: {},
  next: { product: 'product', day: 'day' },
  nextOne: { day: 'day' },
  tooFew: {},
  seldom: { product: 'product', day: 'day' },
  lastBought: { product: 'product', day: 'day' },
  neverBought: { said: 'name' },
  noneLeft: {},
  noSubscription: {},
  cannotSee: {},
  stopped: { product: 'product' },
  stoppedAll: {},
} as const;
export const say = replies('Replenish', REPLENISH_SAYS);

/** What is said of a wish besides the habit. */
export function besides(wish: Slot | undefined): readonly Reply[] {
  if (wish?.ids[0] === 'subscribe') return [say('noSubscription')];
  return wish?.ids[0] === 'left' ? [say('cannotSee')] : [];
}

export function counted(all: readonly BuyingHabit[]): Reply {
  const items = all.map(named);
  return say('count', {
    count: { type: 'number', number: all.length },
    products: { type: 'list', items, join: 'and' },
  });
}

export function habitOf(one: BuyingHabit): Reply {
  const every = { type: 'rhythm', days: one.every ?? 0 } as const;
  return say(one.isOwn ? 'yours' : one.isLoose ? 'roughly' : 'usually', {
    product: named(one),
    every,
    since: { type: 'span', days: one.since },
  });
}

export function lineFor(one: BuyingHabit): BasketLine {
  return { productId: one.product.id, quantity: one.quantity };
}

export function inOrder(ids: readonly string[], habits: readonly BuyingHabit[]): readonly BuyingHabit[] {
  return ids.flatMap((id) => habits.find(({ product }) => product.id === id) ?? []);
}

export function topical(one: BuyingHabit, acted: Acted): Acted {
  return { ...acted, topic: { productId: one.product.id, product: one.product.name } };
}

export function named({ product }: BuyingHabit) {
  return { type: 'product', product: product.name } as const;
}

export function dayOf({ last, today }: BuyingHabit) {
  return { type: 'day', day: last, today } as const;
}
