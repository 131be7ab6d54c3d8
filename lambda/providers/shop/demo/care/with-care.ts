/** An order as it is after what was done about it. */

import type { OrderPart } from '../../../../services/care/care';
import { worthOf } from '../../../../services/care/worth';
import type { Order, Parcel } from '../../../../services/commerce/orders';
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
    case 'resend': {
      if (action.kind !== 'resend') return order;
      const parcel: Parcel = {
        id: `${order.id}-again-${order.parcels.length}`,
        productIds: action.parts.map(({ productId }) => productId),
        stage: order.today < receipt.arrives ? 'preparing' : 'delivered',
        promised: receipt.arrives,
        ...(order.today < receipt.arrives ? { expected: receipt.arrives } : { deliveredOn: receipt.arrives }),
      };
      const parcels = [...order.parcels, parcel];
      return parcel.stage === 'preparing'
        ? { ...order, stage: 'preparing', parcels, expected: receipt.arrives }
        : { ...order, parcels };
    }
    case 'return': {
      const isAll = action.kind === 'return' && isWhole(order, action.parts);
      return isAll && order.today >= receipt.back.by ? { ...order, stage: 'returned' } : order;
    }
    case 'refund':
    case 'address':
    case 'coupon':
      return order;
  }
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
