/** What a shopper buys again and again, read from the order history. */

import type { Money, PlainDate } from '../../vocabulary/values';
import type { Product } from './catalogue';
import type { Order } from './orders';

export type Habit = {
  readonly product: Product;
  /** In how many orders it was. */
  readonly times: number;
  readonly lastQuantity: number;
  readonly lastPrice: Money;
  readonly lastPlaced: PlainDate;
};

/** One habit a product, the latest bought first. `orders` newest first; cancelled ones do not count. */
export function habits(orders: readonly Order[]): readonly Habit[] {
  const found = new Map<string, Habit>();
  for (const order of orders) {
    if (order.stage === 'cancelled') continue;
    for (const line of order.lines) {
      const known = found.get(line.product.id);
      found.set(line.product.id, {
        product: line.product,
        times: (known?.times ?? 0) + 1,
        lastQuantity: known?.lastQuantity ?? line.quantity,
        lastPrice: known?.lastPrice ?? line.unitPrice,
        lastPlaced: known?.lastPlaced ?? order.placed,
      });
    }
  }
  return [...found.values()];
}

/** Bought most often first, the latest of equals. `all` as `habits` gives them. */
export function oftenFirst(all: readonly Habit[]): readonly Habit[] {
  return all.toSorted((a, b) => b.times - a.times);
}

/** What "my usual" means: bought most often, the latest of equals; nothing bought only once is a habit. */
export function usual(among: readonly Habit[]): Habit | null {
  const often = among.filter((habit) => habit.times > 1);
  return often.reduce<Habit | null>((best, habit) => (best && best.times >= habit.times ? best : habit), null);
}

/** Of each thing the variant bought last: whoever names no size means theirs. `among` as `habits` gives them. */
export function ownVariants(among: readonly Habit[]): readonly Habit[] {
  const families = new Set<string>();
  return among.filter(({ product: { family } }) => {
    if (family === undefined) return true;
    const isFirst = !families.has(family);
    families.add(family);
    return isFirst;
  });
}
