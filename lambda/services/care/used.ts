/** Which pieces of an order had a remedy: one each, and never more than were bought. */

import type { Order } from '../commerce/orders';
import type { KeptAction } from './actions';
import type { CareAction } from './care';
import { actionOf, boughtIn } from './stored';
import { piecesIn, usedOf } from './worth';

type Kept = readonly Pick<KeptAction, 'action'>[];

/** Those that can be read. */
export function known(kept: Kept): readonly CareAction[] {
  return kept.flatMap(({ action }) => actionOf(action) ?? []);
}

/** How many pieces of a line had nothing yet. */
export function leftOf(productId: string, order: Order, kept: Kept): number {
  const lists = [
    order.lines.map((line) => ({ productId: line.product.id, quantity: line.quantity })),
    ...kept.map(({ action }) => boughtIn(action)),
  ];
  const counts = lists.map((list) => list.find((part) => part.productId === productId)?.quantity ?? 0);
  return Math.max(...counts) - usedOf(productId, order, known(kept));
}

/** The latest that was about this line; null: none was. */
export function lastOf<T extends Pick<KeptAction, 'action'>>(
  productId: string,
  order: Order,
  kept: readonly T[],
): T | null {
  return kept.findLast((one) => usedOf(productId, order, known([one])) > 0) ?? null;
}

/** What left fewer pieces than this action is about; null: there are enough. */
export function overspent<T extends Pick<KeptAction, 'action'>>(
  action: CareAction,
  order: Order,
  kept: readonly T[],
): T | null {
  const over = piecesIn(action, order).find(({ productId, quantity }) => quantity > leftOf(productId, order, kept));
  return over ? lastOf(over.productId, order, kept) : null;
}
