/** What orders cost, and what came back of it: all of it, or as far as it was for some of the goods. */

import { worthOf } from '../../services/care/worth';
import type { Order } from '../../services/commerce/orders';
import { sumsOf } from '../../services/commerce/sums';
import type { Money } from '../../vocabulary/values';

/** Products by id; null: all of an order, its delivery too. */
type Goods = ReadonlySet<string> | null;

/** Each currency by itself. `spent`: without what came back. */
export function costOf(
  orders: readonly Order[],
  goods: Goods,
): { readonly spent: readonly Money[]; readonly back: readonly Money[] } {
  const back = sumsOf(orders.flatMap((order) => refundsFor(order, goods))).filter(({ minor }) => minor > 0);
  const paid = orders.map((order) => (goods ? worthOfThese(order, goods) : order.total));
  return { spent: sumsOf([...paid, ...back.map(({ minor, currency }) => ({ minor: -minor, currency }))]), back };
}

/** What was given for several goods at once is shared out by what they cost. */
function refundsFor(order: Order, goods: Goods): readonly Money[] {
  return (order.refunded ?? []).map(({ productIds, amount }) => {
    if (!goods) return amount;
    const all = worthOfThese(order, new Set(productIds)).minor;
    const these = worthOfThese(order, new Set(productIds.filter((id) => goods.has(id)))).minor;
    return { ...amount, minor: all === 0 ? 0 : Math.round((amount.minor * these) / all) };
  });
}

function worthOfThese(order: Order, ids: ReadonlySet<string>): Money {
  const parts = order.lines.flatMap(({ product: { id: productId }, quantity }) =>
    ids.has(productId) ? [{ productId, quantity }] : [],
  );
  return worthOf(order, parts);
}
