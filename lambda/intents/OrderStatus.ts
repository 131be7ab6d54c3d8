/** Tells where an order is: the newest open one that matches what was said; asks when two match. */

import type { Order, Parcel } from '../services/commerce/orders';
import type { SeenOrders } from '../services/commerce/whereabouts';
import type { Slots } from '../vocabulary/heard';
import type { Option } from '../vocabulary/outcome';
import { isPage, type Page, page, speak } from './kit/choosing';
import { type Acted, ask, done, type Intent, replies, type ShopperScene } from './kit/define';
import { answerHere, asksForAnswer } from './parts/any-answer';
import { anyAnswer, BACK_SAYS, BACK_SLOTS, lookBack, looksBack } from './parts/order-back';
import { PARCEL_SAYS, tellOrder } from './parts/order-state';
import { noOther, TOLD_SAYS, toldMore } from './parts/order-told';
import { recentOrders, SEEN_SAYS, toldOf } from './parts/recent-orders';
import { orderScreen, ordersScreen } from './parts/screens';
import { troubleWith } from './parts/trouble';
import {
  byAge,
  isUnderWay,
  listedOf,
  NO_ORDER_SAYS,
  noSuchOrder,
  ORDER_SLOTS,
  ordersLike,
  orderValue,
  spokenOf,
  topicOf,
} from './parts/which-order';

const SAYS = {
  ...PARCEL_SAYS,
  ...TOLD_SAYS,
  ...NO_ORDER_SAYS,
  ...BACK_SAYS,
  ...SEEN_SAYS,
} as const;
const say = replies('OrderStatus', SAYS);

const which = ask<Page, { count: 'number'; options: 'list' }, ShopperScene>({
  id: 'OrderStatus.which',
  state: isPage,
  commits: false,
  with: { count: 'number', options: 'list' },
  expects: ['ordinal', 'product', 'date'],
  elicits: { intent: 'OrderStatus', slot: 'product' },
  amendedBy: ['OrderStatus', 'Reorder'],
  ifLeft: 'drop',
  async answer(answer, state, scene) {
    const orders = await recentOrders(scene, (all) => state.ids.every((id) => all.some((order) => order.id === id)));
    if (!orders.ok) return troubleWith(orders.error, scene);
    const tell = (order: Order | null) => tellOne(order, orders, scene);
    const asked = state.ids.flatMap((id) => orders.value.find((order) => order.id === id) ?? []);
    if (answer.kind === 'option') return tell(asked.find(({ id }) => id === answer.option) ?? null);
    if (answer.kind === 'page') return askWhich(page(state, answer.to), asked, scene);
    if (answer.kind === 'no') return done();
    if (answer.kind !== 'slots') return null;
    const aged = byAge(answer.slots, asked);
    if (aged) return tell(aged);
    // When it comes is told with the one that is meant.
    if (answer.slots.detail) return askWhich(state, asked, scene);
    if (!(answer.slots.product || answer.slots.date)) return null;
    const found = ordersLike(answer.slots, asked);
    return found.length === 1 ? tell(found[0] ?? null) : null;
  },
});

export const OrderStatus: Intent = {
  name: 'OrderStatus',
  acts: null,
  aboutOrders: true,
  slots: { ...ORDER_SLOTS, ...BACK_SLOTS, after: 'After' },
  personal: true,
  says: SAYS,
  asks: { which },
  ofThisTalk: (slots, scene) => (asksForAnswer(slots) ? answerHere(scene) : null),
  async act(slots, scene) {
    if (asksForAnswer(slots)) return anyAnswer(scene);
    const isEnough = (all: readonly Order[]) => !looksBack(slots) && ordersLike(slots, all).length > 0;
    const orders = await recentOrders(scene, isEnough);
    if (!orders.ok) return troubleWith(orders.error, scene);
    if (looksBack(slots)) return lookBack(slots, orders.value, scene);
    const found = ordersLike(slots, orders.value);
    if (found.length === 0) return done(noSuchOrder(slots, orders.value, scene));
    const open = found.filter(isUnderWay);
    const [newest, ...others] = open.length > 0 ? open : found.slice(0, 1);
    if (!newest) return done(say('none'));
    return others.length > 0
      ? askWhich({ ids: open.map(({ id }) => id), at: 0 }, open, scene)
      : tellOne(newest, orders, scene);
  },
};

function askWhich(state: Page, orders: readonly Order[], scene: ShopperScene): Acted {
  const options: readonly Option[] = orders.map((order) => ({ id: order.id, label: orderValue(order) }));
  const spoken = speak(state, options);
  const ending = which.put(spoken.values, spoken.page, spoken.options);
  const told = spokenOf(spoken.options, orders);
  return { replies: [], ending, screen: ordersScreen(told), topic: listedOf(told, scene) };
}

function tellOne(order: Order | null, seen: SeenOrders, scene: ShopperScene): Acted {
  if (!order) return done(say('none'));
  const card = trackingCard(order);
  const told = { ...done(...tellOrder(order)), screen: orderScreen(order), topic: topicOf(order) };
  return toldOf(seen, { ...told, ...(card ? { card } : {}) }, scene);
}

/** "When exactly?", "and the other one?" of the order that was told last; null: none was, or that is no such question. */
export async function moreOf({ detail, change }: Slots, scene: ShopperScene): Promise<Acted | null> {
  const { orderId } = scene.memory.topic;
  const asked = detail?.ids[0];
  const isOther = change?.ids[0] === 'other';
  if (orderId === undefined || !(asked || isOther)) return null;
  const orders = await recentOrders(scene, (all) => all.some(({ id }) => id === orderId));
  if (!orders.ok) return troubleWith(orders.error, scene);
  if (isOther) return others(orders, orderId, scene);
  const order = orders.value.find(({ id }) => id === orderId);
  const told = order && toldMore(order, asked);
  return told ? done(...told) : null;
}

/** Of those on their way; none of them is as good as no other. */
function others(seen: SeenOrders, orderId: string, scene: ShopperScene): Acted {
  const open = seen.value.filter((order) => isUnderWay(order) && order.id !== orderId);
  const [only, ...more] = open;
  if (!only) return done(noOther());
  return more.length > 0 ? askWhich({ ids: open.map(({ id }) => id), at: 0 }, open, scene) : tellOne(only, seen, scene);
}

/** Numbers and links are for the eye: they go on a card. */
function trackingCard(order: Order): Acted['card'] | null {
  const tracked = order.parcels.filter((parcel): parcel is Parcel & { trackingNumber: string } =>
    Boolean(parcel.trackingNumber),
  );
  if (tracked.length === 0) return null;
  return {
    kind: 'simple',
    title: say('cardTitle', { number: { type: 'shown', text: order.number } }),
    lines: tracked.map((parcel) =>
      say('cardParcel', {
        carrier: { type: 'name', name: parcel.carrier ?? '' },
        tracking: { type: 'shown', text: [parcel.trackingNumber, parcel.trackingUrl].filter(Boolean).join(' ') },
      }),
    ),
  };
}
