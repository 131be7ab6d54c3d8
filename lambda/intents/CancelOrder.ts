/** Cancels an order or a part of one: says which and what comes back, asks, and tells apart what is done, asked for and too late. */

import type { Intent } from './kit/define';
import { propose } from './parts/cancelling';
import { orderAsked } from './parts/order-asked';
import { PIECES_SLOTS, partOf, unclearPieces } from './parts/pieces';
import { isUnderWay, ORDER_SLOTS } from './parts/which-order';

const asked = orderAsked({
  id: 'CancelOrder.which',
  intent: 'CancelOrder',
  among: (orders) => orders.filter(isUnderWay),
  act: (order, slots, scene) =>
    unclearPieces(order, slots, 'CancelOrder') ?? propose(order, partOf(order, slots), scene),
});

export const CancelOrder: Intent = {
  name: 'CancelOrder',
  acts: 'cancels',
  aboutOrders: true,
  slots: { ...ORDER_SLOTS, ...PIECES_SLOTS },
  personal: true,
  says: {},
  asks: { which: asked.which },
  act: (slots, scene) => asked.find(slots, scene),
};
