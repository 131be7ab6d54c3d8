/** Tells where an order is: the newest open one that matches what was said; asks when two match. */

import * as z from 'zod/mini';
import type { Order, Parcel } from '../services/commerce/orders';
import type { SeenOrders } from '../services/commerce/whereabouts';
import { type Shape, shapeOf } from '../services/shape';
import type { Slots } from '../vocabulary/heard';
import type { Option } from '../vocabulary/outcome';
import { PAGE, type Page, page, speak } from './kit/choosing';
import { type Acted, ask, done, type Intent, replies, type ShopperScene } from './kit/define';
import { causing } from './kit/effects';
import { answerHere, asksForAnswer } from './parts/any-answer';
import { anyAnswer, BACK_SAYS, BACK_SLOTS, lookBack, looksBack } from './parts/order-back';
import { PARCEL_SAYS, tellOrder } from './parts/order-state';
import { noOther, TOLD_SAYS, toldMore } from './parts/order-told';
import { orderTold } from './parts/ordernews-told';
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

/** `detail`: what is asked of the one that is meant. */
type Asked = Page & { readonly detail?: string };
const isAsked: Shape<Asked> = shapeOf(z.object({ ...PAGE.shape, detail: z.optional(z.string()) }));

const which = ask<Asked, { count: 'number'; options: 'list' }, ShopperScene>({
  id: 'OrderStatus.which',
  state: isAsked,
  commits: false,
  with: { count: 'number', options: 'list' },
  expects: ['ordinal', 'product', 'date'],
  elicits: { intent: 'OrderStatus', slot: 'product' },
  amendedBy: ['OrderStatus', 'Reorder'],
  ifLeft: 'drop',
  async answer(answer, state, scene) {
    const orders = await recentOrders(scene, (all) => state.ids.every((id) => all.some((order) => order.id === id)));
    if (!orders.ok) return troubleWith(orders.error, scene);
    const tell = (order: Order | null) => tellOne(order, { seen: orders, detail: state.detail }, scene);
    const asked = state.ids.flatMap((id) => orders.value.find((order) => order.id === id) ?? []);
    if (answer.kind === 'option') return tell(asked.find(({ id }) => id === answer.option) ?? null);
    if (answer.kind === 'page') return askWhich({ ...state, ...page(state, answer.to) }, asked, scene);
    if (answer.kind === 'no') return done();
    if (answer.kind !== 'slots') return null;
    const aged = byAge(answer.slots, asked);
    if (aged) return tell(aged);
    // When it comes is told with the one that is meant.
    const [detail] = answer.slots.detail?.ids ?? [];
    if (detail) return askWhich({ ...state, detail }, asked, scene);
    if (!(answer.slots.product || answer.slots.date)) return null;
    const found = ordersLike(answer.slots, asked);
    return found.length === 1 ? tell(found[0] ?? null) : null;
  },
});

export const OrderStatus: Intent = {
  name: 'OrderStatus',
  acts: null,
  aboutOrders: true,
  // The day it shall come by finds none: when it comes is told with it.
  slots: { ...ORDER_SLOTS, ...BACK_SLOTS, after: 'After', due: 'AMAZON.DATE' },
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
    const aged = byAge(slots, found);
    return aged ? tellOne(aged, { seen: orders }, scene) : tellLatest(found, { seen: orders }, scene);
  },
};

type Told = { readonly seen: SeenOrders; readonly detail?: string | undefined };

/** What is under way, else the newest; of several they say which. */
function tellLatest(found: readonly Order[], { seen, detail }: Told, scene: ShopperScene): Acted {
  const open = found.filter(isUnderWay);
  if (open.length <= 1) return tellOne(open[0] ?? found[0] ?? null, { seen, detail }, scene);
  return askWhich({ ids: open.map(({ id }) => id), at: 0, ...(detail ? { detail } : {}) }, open, scene);
}

function askWhich(state: Asked, orders: readonly Order[], scene: ShopperScene): Acted {
  const options: readonly Option[] = orders.map((order) => ({ id: order.id, label: orderValue(order) }));
  const spoken = speak(state, options);
  const ending = which.put(spoken.values, { ...state, ...spoken.page }, spoken.options);
  const told = spokenOf(spoken.options, orders);
  return { replies: [], ending, screen: ordersScreen(told), topic: listedOf(told, scene) };
}

/** When it comes is told with it; who brings it where that is asked. */
function tellOne(order: Order | null, { seen, detail }: Told, scene: ShopperScene): Acted {
  if (!order) return done(say('none'));
  const card = trackingCard(order);
  const asked = detail === 'carrier' ? toldMore(order, detail) : null;
  const told = { ...done(...tellOrder(order), ...(asked ?? [])), screen: orderScreen(order), topic: topicOf(order) };
  return toldOf(seen, causing({ ...told, ...(card ? { card } : {}) }, orderTold(order)), scene);
}

/** "When exactly?", "and the other one?" of the order that was told last; null: that is no such question. */
export async function moreOf({ detail, change }: Slots, scene: ShopperScene): Promise<Acted | null> {
  const { orderId } = scene.memory.topic;
  const asked = detail?.ids[0];
  const isOther = change?.ids[0] === 'other';
  if (orderId === undefined) return asked && OF_ORDERS.has(asked) ? ofUnderWay(asked, scene) : null;
  if (!(asked || isOther)) return null;
  const orders = await recentOrders(scene, (all) => all.some(({ id }) => id === orderId));
  if (!orders.ok) return troubleWith(orders.error, scene);
  if (isOther) return others(orders, orderId, scene);
  const order = orders.value.find(({ id }) => id === orderId);
  const told = order && toldMore(order, asked);
  return told ? done(...told) : null;
}

/** What one asks of an order though none was told. */
const OF_ORDERS: ReadonlySet<string> = new Set(['when', 'carrier']);

async function ofUnderWay(detail: string, scene: ShopperScene): Promise<Acted> {
  const seen = await recentOrders(scene, (all) => all.length > 0);
  return seen.ok ? tellLatest(seen.value, { seen, detail }, scene) : troubleWith(seen.error, scene);
}

/** Of those on their way; none of them is as good as no other. */
function others(seen: SeenOrders, orderId: string, scene: ShopperScene): Acted {
  const open = seen.value.filter((order) => isUnderWay(order) && order.id !== orderId);
  return open.length === 0 ? done(noOther()) : tellLatest(open, { seen }, scene);
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
