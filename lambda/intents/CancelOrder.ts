/** Cancels an order or a part of one: says which and what comes back, asks, and tells apart what is done, asked for and too late. */

import type { Order } from '../services/commerce/orders';
import { type Acted, ask, done, type Intent, type ShopperScene } from './kit/define';
import { partOf, propose } from './parts/cancelling';
import { troubleWith } from './parts/trouble';
import {
  amongOrders,
  isUnderWay,
  isWhichOrder,
  noOrder,
  noSuchOrder,
  ORDER_SLOTS,
  ordersIn,
  ordersLike,
  turned,
  type WhichOrder,
} from './parts/which-order';

const which = ask<WhichOrder, { count: 'number'; options: 'list' }, ShopperScene>({
  id: 'CancelOrder.which',
  state: isWhichOrder,
  commits: false,
  with: { count: 'number', options: 'list' },
  expects: ['ordinal', 'product'],
  elicits: { intent: 'CancelOrder', slot: 'product' },
  amendedBy: ['CancelOrder', 'OrderStatus', 'Reorder'],
  ifLeft: 'wait',
  async answer(answer, state, scene) {
    if (answer.kind === 'no') return done();
    const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
    if (!orders.ok) return troubleWith(orders.error, scene);
    const asked = ordersIn(state, orders.value);
    if (answer.kind === 'page') return askWhich(turned(state, answer.to), asked);
    if (answer.kind === 'option') {
      const order = asked.find(({ id }) => id === answer.option);
      return order ? propose(order, partOf(order, state.slots), scene) : done(noOrder());
    }
    if (answer.kind !== 'slots' || !(answer.slots.product || answer.slots.date || answer.slots.orderNumber))
      return null;
    const found = ordersLike(answer.slots, asked);
    const [only] = found;
    return only && found.length === 1 ? propose(only, partOf(only, answer.slots), scene) : null;
  },
});

export const CancelOrder: Intent = {
  name: 'CancelOrder',
  acts: 'cancels',
  aboutOrders: true,
  slots: ORDER_SLOTS,
  personal: true,
  says: {},
  asks: { which },
  async act(slots, scene) {
    const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
    if (!orders.ok) return troubleWith(orders.error, scene);
    const found = ordersLike(slots, orders.value);
    const [newest] = found;
    if (!newest) return done(noSuchOrder(slots, orders.value, scene));
    const open = found.filter(isUnderWay);
    const [first, ...others] = open;
    if (!first) return propose(newest, partOf(newest, slots), scene);
    if (others.length === 0) return propose(first, partOf(first, slots), scene);
    return askWhich({ ids: open.map(({ id }) => id), at: 0, slots }, open);
  },
};

function askWhich(state: WhichOrder, orders: readonly Order[]): Acted {
  const among = amongOrders(state, orders);
  return { replies: [], ending: which.put(among.values, among.state, among.options) };
}
