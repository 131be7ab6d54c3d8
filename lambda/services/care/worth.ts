/** What the parts of an order are worth, and which of its lines an action is about. */

import type { Money } from '../../vocabulary/values';
import type { Order, OrderLine, Parcel, Stage } from '../commerce/orders';
import type { CareAction, OrderPart } from './care';

/** All of these lines. */
export function wholeOf(lines: readonly OrderLine[]): readonly OrderPart[] {
  return lines.map(({ product, quantity }) => ({ productId: product.id, quantity }));
}

/** What was paid for these parts, tax included and delivery not. */
export function worthOf(order: Order, parts: readonly OrderPart[]): Money {
  const minor = parts.reduce((sum, { productId, quantity }) => {
    const line = order.lines.find(({ product }) => product.id === productId);
    return sum + (line ? Math.min(quantity, line.quantity) * line.unitPrice.minor : 0);
  }, 0);
  return { minor, currency: order.total.currency };
}

/** The parcel a line is in; null: it is not packed yet. */
export function parcelOf(order: Order, productId: string): Parcel | null {
  // A parcel that was sent again is the newer one.
  return order.parcels.findLast(({ productIds }) => productIds.includes(productId)) ?? null;
}

/** How far a line has come. */
export function stageOf(order: Order, productId: string): Stage {
  const isOver = order.stage === 'cancelled' || order.stage === 'returned';
  return isOver ? order.stage : (parcelOf(order, productId)?.stage ?? order.stage);
}

/** What an action is the one remedy for; nothing where it may be done again. */
export function subjectsOf(action: CareAction, order: Order): readonly string[] {
  switch (action.kind) {
    case 'cancel':
      return (action.parts ?? wholeOf(order.lines)).map(({ productId }) => `${action.orderId}/${productId}`);
    case 'refund':
    case 'resend':
    case 'return':
      return action.parts.map(({ productId }) => `${action.orderId}/${productId}`);
    case 'coupon':
      return [`${action.orderId}/coupon`];
    case 'address':
      return [];
  }
}
