/** Which of a shopper's orders is meant: what was said of it, what was talked about, and asking when two fit. */

import * as z from 'zod/mini';
import { meant } from '../../services/commerce/catalogue';
import type { Order, Stage } from '../../services/commerce/orders';
import { type Shape, shapeOf } from '../../services/shape';
import type { Period } from '../../vocabulary/calendar';
import type { Slots } from '../../vocabulary/heard';
import type { Option, Reply } from '../../vocabulary/outcome';
import type { Topic } from '../../vocabulary/topic';
import type { ValueOf } from '../../vocabulary/values';
import { PAGE, type Page, page, speak } from '../kit/choosing';
import { replies, type ShopperScene } from '../kit/define';
import { echo } from '../kit/echo';

/** What finds an order; an intent that asks for one has these among its slots. "My last order" comes with any of them, as `basis`. */
export const ORDER_SLOTS = { product: 'Product', orderNumber: 'OrderNumber', date: 'AMAZON.DATE' } as const;

export const NO_ORDER_SAYS = {
  none: {},
  anothers: {},
  noneLike: { said: 'name' },
  noneNumbered: {},
  noneOn: { day: 'day' },
  noneIn: { period: 'period' },
} as const;
const say = replies('OrderStatus', NO_ORDER_SAYS);

const CLOSED = new Set<Stage>(['delivered', 'cancelled', 'returned']);

export function isUnderWay({ stage }: Pick<Order, 'stage'>): boolean {
  return !CLOSED.has(stage);
}

/** Orders that have everything that was said of them, newest first. */
export function ordersLike(slots: Slots, orders: readonly Order[]): readonly Order[] {
  const { orderNumber, date } = slots;
  const goods = goodsMeant(slots, orders);
  const digits = orderNumber?.said.replace(/\D/g, '');
  return orders
    .filter((order) => !goods || order.lines.some((line) => goods.has(line.product.id)))
    .filter((order) => !orderNumber || (digits && order.number.replace(/\D/g, '').endsWith(digits)))
    .filter((order) => !date?.date || order.placed === date.date)
    .filter((order) => isWithin(order, date?.period));
}

/** "The older one", "my last order", of orders that were asked about, newest first; undefined: no such thing was said. */
export function byAge<T>({ change, basis }: Slots, newestFirst: readonly T[]): T | undefined {
  if (change?.ids[0] === 'newest' || basis?.ids[0] === 'last-order') return newestFirst[0];
  return change?.ids[0] === 'oldest' ? newestFirst.at(-1) : undefined;
}

export function isWithin({ placed }: Order, period: Period | undefined): boolean {
  return !period || (period.from <= placed && placed <= period.to);
}

/** Which goods of theirs were named; null: none were. */
export function goodsMeant({ product }: Slots, orders: readonly Order[]): ReadonlySet<string> | null {
  if (!product) return null;
  const lines = orders.flatMap((order) => order.lines);
  const bought = [...new Map(lines.map((line) => [line.product.id, line.product])).values()];
  return new Set(meant(product, bought).map(({ id }) => id));
}

export function noSuchOrder(
  { product, orderNumber, date }: Slots,
  orders: readonly Order[],
  scene: ShopperScene,
): Reply {
  const today = orders[0]?.today;
  if (orderNumber) return say('noneNumbered');
  if (product?.anothers) return say('anothers');
  if (product) return say('noneLike', { said: echo(product, scene) });
  if (date?.date && today) return say('noneOn', { day: { type: 'day', day: date.date, today } });
  if (date?.period && today) return say('noneIn', { period: { type: 'period', ...date.period, today } });
  return say('none');
}

/** Whether this says that there is no such order. */
export function isNoOrder({ key }: Reply): boolean {
  const [part] = say('none').key.split('.');
  const [own, name = ''] = key.split('.');
  return own === part && name in NO_ORDER_SAYS;
}

export function noOrder(): Reply {
  return say('none');
}

export function orderValue(order: Order): ValueOf<'order'> {
  const product = order.lines[0]?.product.name ?? { title: order.number };
  const { number, placed, today } = order;
  return { type: 'order', number, product, others: order.lines.length - 1, placed, today };
}

/** What is being talked about from now on. */
export function topicOf(order: Order): Topic {
  const product = order.lines[0]?.product;
  return { orderId: order.id, ...(product ? { productId: product.id, product: product.name } : {}) };
}

/** Orders told one after the other: any of them may be meant by its place, and what was talked about still is. */
export function listedOf(orders: readonly Order[], { memory }: ShopperScene): Topic {
  const listed = orders.map(({ number, lines }) => ({ number, goods: lines.map(({ product }) => product.id) }));
  return { ...memory.topic, listed };
}

/** A "which one?": the orders, where the spoken part begins, and what else was said. */
export type WhichOrder = Page & { readonly slots: Slots };

export const SLOT = z.object({ said: z.string(), ids: z.array(z.string()), number: z.optional(z.number()) });
export const isWhichOrder: Shape<WhichOrder> = shapeOf(z.extend(PAGE, { slots: z.record(z.string(), SLOT) }));

/** The question's values, state and options: three are spoken at a time. */
export function amongOrders(state: WhichOrder, orders: readonly Order[]) {
  const options: readonly Option[] = orders.map((order) => ({ id: order.id, label: orderValue(order) }));
  const spoken = speak(state, options);
  return { ...spoken, state: { ...spoken.page, slots: state.slots } };
}

/** The orders these options stand for, in the same order. */
export function spokenOf(options: readonly Option[], orders: readonly Order[]): readonly Order[] {
  return ordersIn({ ids: options.map(({ id }) => id), at: 0 }, orders);
}

/** These orders, as they are now; those that are gone are left out. */
export function ordersIn({ ids }: Page, orders: readonly Order[]): readonly Order[] {
  return ids.flatMap((id) => orders.find((order) => order.id === id) ?? []);
}

export function turned(state: WhichOrder, to: 'next' | 'previous'): WhichOrder {
  return { ...page(state, to), slots: state.slots };
}
