/** "Which order?", for every intent that does something about one of those a shopper has. */

import type { Order } from '../../services/commerce/orders';
import type { Slots } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import { type Acted, ask, done, type ShopperScene } from '../kit/define';
import { ordersScreen } from './screens';
import { troubleWith } from './trouble';
import {
  amongOrders,
  byAge,
  isWhichOrder,
  noOrder,
  noSuchOrder,
  ordersIn,
  ordersLike,
  spokenOf,
  turned,
  type WhichOrder,
} from './which-order';

type Then = (order: Order, slots: Slots, scene: ShopperScene) => Acted | Promise<Acted>;

type Asking = {
  readonly id: `${string}.${string}`;
  readonly intent: IntentName;
  /** Those that can be meant, of what was said or of all; the newest first. */
  readonly among: (orders: readonly Order[], scene: ShopperScene) => readonly Order[];
  readonly act: Then;
  /** What is talked about is meant only where it is one of those. */
  readonly isOnlyAmong?: true;
};

type Asked = { readonly state: WhichOrder; readonly asked: readonly Order[]; readonly scene: ShopperScene };

export function orderAsked({ id, intent, among, act, isOnlyAmong }: Asking) {
  const which = ask<WhichOrder, { count: 'number'; options: 'list' }, ShopperScene>({
    id,
    state: isWhichOrder,
    commits: false,
    with: { count: 'number', options: 'list' },
    expects: ['ordinal', 'product', 'date'],
    elicits: { intent, slot: 'product' },
    amendedBy: [intent, 'Reorder'],
    ifLeft: 'wait',
    async answer(answer, state, scene) {
      if (answer.kind === 'no') return done();
      const orders = await ordersOf(scene);
      if (!Array.isArray(orders)) return orders as Acted;
      const asked = ordersIn(state, orders);
      if (answer.kind === 'page') return put(turned(state, answer.to), asked);
      if (answer.kind === 'option') {
        const order = asked.find((one) => one.id === answer.option);
        return order ? act(order, state.slots, scene) : done(noOrder());
      }
      return answer.kind === 'slots' ? named(answer.slots, { state, asked, scene }) : null;
    },
  });
  const named = (slots: Slots, { state, asked, scene }: Asked) => {
    const aged = byAge(slots, asked);
    if (aged) return act(aged, state.slots, scene);
    // When it comes, and what each costs, is known when it is known which.
    if (slots.detail) return put(state, asked);
    const [only, ...others] = namesOrder(slots) ? ordersLike(slots, asked) : [];
    return only && others.length === 0 ? act(only, { ...state.slots, ...slots }, scene) : null;
  };
  const put = (state: WhichOrder, orders: readonly Order[]): Acted => {
    const spoken = amongOrders(state, orders);
    const ending = which.put(spoken.values, spoken.state, spoken.options);
    return { replies: [], ending, screen: ordersScreen(spokenOf(spoken.options, orders)) };
  };
  return {
    which,
    /** The order that is meant: what was said of it, else what is talked about, else the only one; asked where several fit. */
    async find(slots: Slots, scene: ShopperScene): Promise<Acted> {
      const orders = await ordersOf(scene);
      if (!Array.isArray(orders)) return orders as Acted;
      const like = ordersLike(slots, orders);
      const [newest] = like;
      if (!newest) return done(noSuchOrder(slots, orders, scene));
      const fitting = among(like, scene);
      const aged = byAge(slots, fitting);
      if (aged) return act(aged, slots, scene);
      const about = isOnlyAmong ? fitting : like;
      const spoken = namesOrder(slots) ? undefined : about.find((one) => one.id === scene.memory.topic.orderId);
      const [first, ...others] = spoken ? [spoken] : fitting;
      if (!first) return act(newest, slots, scene);
      if (others.length === 0) return act(first, slots, scene);
      return put({ ids: fitting.map((one) => one.id), at: 0, slots }, fitting);
    },
  };
}

function namesOrder({ product, date, orderNumber }: Slots): boolean {
  return [product, date, orderNumber].some((slot) => slot !== undefined && !slot.refers);
}

async function ordersOf(scene: ShopperScene): Promise<readonly Order[] | Acted> {
  const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  return orders.ok ? orders.value : troubleWith(orders.error, scene);
}

/** As it is by now; an outcome where it cannot be looked at. */
export async function orderNow(orderId: string, scene: ShopperScene): Promise<Order | Acted> {
  const orders = await ordersOf(scene);
  if (!Array.isArray(orders)) return orders as Acted;
  return orders.find(({ id }) => id === orderId) ?? done(noOrder());
}
