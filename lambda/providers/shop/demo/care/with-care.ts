/** An order as it is after what was done about it. */

import type { MoneyBack, OrderPart } from '../../../../services/care/care';
import { worthOf } from '../../../../services/care/worth';
import type { Order, Parcel } from '../../../../services/commerce/orders';
import type { PlainDate } from '../../../../vocabulary/values';
import type { StoredCare } from '../order-log';

export function withCare(order: Order, care: readonly StoredCare[]): Order {
  return care.reduce(after, order);
}

function after(order: Order, { action, receipt, day }: StoredCare): Order {
  switch (receipt.kind) {
    case 'cancel': {
      // The demo's people agree overnight to what they were asked.
      const isOff = receipt.how === 'done' || (receipt.how === 'asked' && order.today > day);
      return isOff && action.kind === 'cancel' ? without(order, action.parts) : order;
    }
    case 'resend':
      return action.kind === 'resend' ? resent(order, action.parts, receipt.arrives) : order;
    case 'return': {
      if (action.kind !== 'return' || order.today < receipt.back.by) return order;
      return isWhole(order, action.parts) ? { ...order, stage: 'returned' } : refunded(order, action.parts, receipt);
    }
    case 'refund':
      return action.kind === 'refund' ? refunded(order, action.parts, receipt) : order;
    case 'address':
    case 'coupon':
      return order;
  }
}

function resent(order: Order, parts: readonly OrderPart[], arrives: PlainDate): Order {
  const isThere = order.today >= arrives;
  const parcel: Parcel = {
    id: `${order.id}-again-${order.parcels.length}`,
    productIds: parts.map(({ productId }) => productId),
    stage: isThere ? 'delivered' : 'preparing',
    promised: arrives,
    ...(isThere ? { deliveredOn: arrives } : { expected: arrives }),
  };
  const parcels = [...order.parcels, parcel];
  return isThere ? { ...order, parcels } : { ...order, stage: 'preparing', parcels, expected: arrives };
}

function refunded(order: Order, parts: readonly OrderPart[], { back }: { readonly back: MoneyBack }): Order {
  const one = { productIds: parts.map(({ productId }) => productId), amount: back.amount };
  return { ...order, refunded: [...(order.refunded ?? []), one] };
}

/** The order with these pieces taken off; one that loses all of them is cancelled, and says what it was. */
function without(order: Order, parts: readonly OrderPart[] | null): Order {
  if (parts === null || isWhole(order, parts))
    return { ...order, stage: 'cancelled', parcels: [], cancelledBecause: 'asked' };
  const lines = order.lines.flatMap((line) => {
    const off = parts.find(({ productId }) => productId === line.product.id)?.quantity ?? 0;
    return off >= line.quantity ? [] : [{ ...line, quantity: line.quantity - off }];
  });
  const total = { ...order.total, minor: order.total.minor - worthOf(order, parts).minor };
  return { ...order, lines, total };
}

export function isWhole({ lines }: Order, parts: readonly OrderPart[]): boolean {
  return lines.every((line) =>
    parts.some(({ productId, quantity }) => productId === line.product.id && quantity >= line.quantity),
  );
}
