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

/** The pieces an action is about, each of which has one remedy; none where it may be done again. */
export function piecesIn(action: CareAction, order: Order): readonly OrderPart[] {
  switch (action.kind) {
    case 'cancel':
      return action.parts ?? wholeOf(order.lines);
    case 'refund':
    case 'resend':
    case 'return':
      return action.parts;
    case 'coupon':
    case 'address':
      return [];
  }
}

/** How many pieces of a line these actions are about. */
export function usedOf(productId: string, order: Order, actions: readonly CareAction[]): number {
  return actions
    .flatMap((action) => piecesIn(action, order))
    .reduce((sum, part) => sum + (part.productId === productId ? part.quantity : 0), 0);
}

/** What an action is the one remedy for: each piece by its number, from those on that `before` leave. */
export function subjectsOf(action: CareAction, order: Order, before: readonly CareAction[]): readonly string[] {
  if (action.kind === 'coupon') return [`${action.orderId}/coupon`];
  return piecesIn(action, order).flatMap(({ productId, quantity }) => {
    const used = usedOf(productId, order, before);
    return Array.from({ length: quantity }, (_, at) => pieceOf(action.orderId, productId, used + at + 1));
  });
}

/** The first has the name of its line. */
function pieceOf(orderId: string, productId: string, number: number): string {
  return number === 1 ? `${orderId}/${productId}` : `${orderId}/${productId}#${number}`;
}
