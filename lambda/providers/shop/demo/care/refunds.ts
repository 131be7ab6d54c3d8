/** Money that came back or will, read from what was done about an order. */

import type { CareAction, MoneyBack, Refund, RefundState } from '../../../../services/care/care';
import type { Order } from '../../../../services/commerce/orders';
import { orderWith, type StoredCare } from '../order-log';
import type { World } from '../world';

/** Newest first. */
export function refundsOf(world: World, order: Order): readonly Refund[] {
  const care = orderWith(world.db, order.id)?.care ?? [];
  return care.flatMap((one) => refundIn(one, order)).toReversed();
}

function refundIn({ action, receipt, at, day }: StoredCare, order: Order): readonly Refund[] {
  const isAsked = receipt.kind === 'cancel' && receipt.how === 'asked' && order.today <= day;
  const back = 'back' in receipt ? receipt.back : null;
  if (!back) return [];
  const waits = isAsked ? 'asked' : receipt.kind === 'return' ? 'waiting-for-goods' : 'on-its-way';
  return [
    {
      ...back,
      orderId: order.id,
      productIds: productsOf(action, order),
      state: stateOf(back, order, waits),
      since: at,
    },
  ];
}

function stateOf({ by }: MoneyBack, { today }: Order, waits: RefundState): RefundState {
  return today >= by ? 'paid' : waits;
}

function productsOf(action: CareAction, { lines }: Order): readonly string[] {
  const parts = 'parts' in action ? action.parts : null;
  return parts?.map(({ productId }) => productId) ?? lines.map(({ product }) => product.id);
}
