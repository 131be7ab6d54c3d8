/** Looking back on orders: what was ordered when, what it cost, why one was cancelled, and whether anybody has answered. */

import { worthOf } from '../../services/care/worth';
import type { Order, OrderLine } from '../../services/commerce/orders';
import { monthOf, type Period } from '../../vocabulary/calendar';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { Money, Value } from '../../vocabulary/values';
import { type Acted, done, replies, type Scene, type ShopperScene } from '../kit/define';
import { money } from '../kit/money';
import { answerHere } from './any-answer';
import { costOf } from './order-cost';
import { tellOrder } from './order-state';
import { ordersScreen } from './screens';
import { goodsMeant, isWithin, listedOf, noSuchOrder, ordersLike, orderValue, topicOf } from './which-order';
import { WHY_SAYS, whyCancelled } from './why-cancelled';

export const BACK_SLOTS = { history: 'History', howMany: 'AMAZON.NUMBER' } as const;

export const BACK_SAYS = {
  orderedIn: { count: 'number', period: 'period' },
  orderedGoods: { products: 'list' },
  orderedMore: { products: 'list', count: 'number' },
  lastOf: { count: 'number', orders: 'list' },
  allOf: { count: 'number' },
  spent: { sums: 'list', period: 'period', count: 'number' },
  spentOn: { sums: 'list', period: 'period', count: 'number' },
  spentNothing: { period: 'period' },
  refundsOff: { sums: 'list' },
  refundedOf: { paid: 'money' },
  notAll: { count: 'number' },
  leftOut: { count: 'number' },
  paid: { amount: 'amount', paid: 'money', day: 'day' },
  paidOrder: { order: 'order', paid: 'money' },
  nobodyAsked: {},
  ...WHY_SAYS,
} as const;
const say = replies('OrderStatus', BACK_SAYS);

/** The most a shop is asked for at a time. */
const MOST_KNOWN = 100;
/** More are not told at a time. */
const MOST_TOLD = { speech: 3, text: 8 };

/** A request of its own, whatever is being asked about orders. */
export function looksBack({ history, howMany }: Slots): boolean {
  return history !== undefined || howMany !== undefined;
}

/** Whether a person has answered what was handed over: the answer is offered, else how it stands. */
export function anyAnswer(scene: Scene): Acted {
  return answerHere(scene) ?? done(say('nobodyAsked'));
}

/** `orders` newest first, as many as the shop tells at a time. */
export function lookBack(slots: Slots, orders: readonly Order[], scene: ShopperScene): Acted {
  if (orders.length === 0) return done(noSuchOrder({}, orders, scene));
  switch (slots.history?.ids[0]) {
    case 'spent':
      // "On my last order" is the sum of that, and of no month.
      if (slots.basis && !slots.date && !slots.product) return paidFor(slots, orders, scene);
      return spentIn(slots, orders, scene);
    case 'paid':
      return paidFor(slots, orders, scene);
    case 'cancelled':
      return whyCancelled(slots, orders, scene);
    default:
      return orderedIn(slots, orders, scene);
  }
}

function orderedIn(slots: Slots, orders: readonly Order[], scene: ShopperScene): Acted {
  const period = periodIn(slots);
  const found = ordersLike(slots, orders);
  const [newest] = found;
  if (!newest) return done(noSuchOrder(slots, orders, scene));
  if (!period) return lastOf(found, slots.howMany?.number ?? MOST_TOLD.speech, scene);
  const count = { type: 'number', number: found.length } as const;
  const told = say('orderedIn', { count, period: { type: 'period', ...period, today: newest.today } });
  const screen = ordersScreen(found.slice(0, MOST_TOLD.text));
  const replies = [told, orderedGoods(found, scene), ...soFar(orders, period)];
  return { ...done(...replies), screen, topic: { ...scene.memory.topic, period } };
}

function lastOf(orders: readonly Order[], howMany: number, scene: ShopperScene): Acted {
  const { form } = scene.turn;
  const wanted = Math.max(1, Math.floor(howMany));
  const told = orders.slice(0, Math.min(wanted, MOST_TOLD[form]));
  const items = told.map((order) => (form === 'speech' ? heardAs(order) : orderValue(order)));
  const last = say('lastOf', {
    count: { type: 'number', number: told.length },
    orders: { type: 'list', items, join: 'and' },
  });
  const isAll = orders.length < wanted && orders.length < MOST_KNOWN;
  const all = isAll ? [say('allOf', { count: { type: 'number', number: orders.length } })] : [];
  return { ...done(...all, last), screen: ordersScreen(told), topic: listedOf(told, scene) };
}

/** Three orders with their days are more than a breath: what was in one names it. */
function heardAs(order: Order): Value {
  const [only, ...others] = order.lines;
  return only && others.length === 0 ? { type: 'product', product: only.product.name } : orderValue(order);
}

/** What was in them, the latest first, each of the goods once. */
function orderedGoods(orders: readonly Order[], { turn: { form } }: ShopperScene): Reply {
  const goods = new Map(orders.flatMap(({ lines }) => lines.map(({ product }) => [product.id, product.name] as const)));
  const items = [...goods.values()].slice(0, MOST_TOLD[form]).map((product) => ({ type: 'product', product }) as const);
  const products = { type: 'list', items, join: 'and' } as const;
  const more = goods.size - items.length;
  if (more === 0) return say('orderedGoods', { products });
  return say('orderedMore', { products, count: { type: 'number', number: more } });
}

/** Where nothing was said of the time, what was looked back on before, else this month; it is named. */
function spentIn(slots: Slots, orders: readonly Order[], scene: ShopperScene): Acted {
  const { topic } = scene.memory;
  const today = orders[0]?.today ?? scene.services.today(scene.shopper.address.timeZone);
  const days = periodIn(slots) ?? topic.period ?? monthOf(today, 0);
  return { ...done(...spentOf(slots, orders, { days, today, scene })), topic: { ...topic, period: days } };
}

type Within = { readonly days: Period; readonly today: Order['today']; readonly scene: ShopperScene };

/** Each currency by itself. */
function spentOf(slots: Slots, orders: readonly Order[], { days, today, scene }: Within): readonly Reply[] {
  const period = { type: 'period', ...days, today } as const;
  const goods = goodsMeant(slots, orders);
  if (goods?.size === 0) return [noSuchOrder(slots, orders, scene)];
  const within = orders.filter((order) => isWithin(order, days) && (!goods || order.lines.some(isOf(goods))));
  const counted = within.filter(isPaid);
  const left = within.length - counted.length;
  const { spent, back } = costOf(counted, goods);
  const besides = [
    ...(back.length > 0 ? [say('refundsOff', { sums: listOf(back) })] : []),
    ...(left > 0 ? [say('leftOut', { count: { type: 'number', number: left } })] : []),
    ...soFar(orders, days),
  ];
  if (counted.length === 0) return [say('spentNothing', { period }), ...besides];
  const values = { sums: listOf(spent), period, count: { type: 'number', number: counted.length } } as const;
  return [goods ? say('spentOn', values) : say('spent', values), ...besides];
}

function paidFor(slots: Slots, orders: readonly Order[], scene: ShopperScene): Acted {
  const like = ordersLike(slots, orders);
  const isSaid = slots.product ?? slots.date ?? slots.orderNumber;
  const topic = isSaid ? undefined : like.find(({ id }) => id === scene.memory.topic.orderId);
  const order = topic ?? like.find(isPaid) ?? like[0];
  if (!order) return done(noSuchOrder(slots, orders, scene));
  const told = { topic: topicOf(order) };
  if (!isPaid(order)) return { ...done(...tellOrder(order)), ...told };
  const goods = goodsMeant(slots, orders);
  const line = goods && order.lines.find(isOf(goods));
  const [back] = costOf([order], line ? goods : null).back;
  const besides = back ? [say('refundedOf', { paid: money(back) })] : [];
  if (!line)
    return { ...done(say('paidOrder', { order: orderValue(order), paid: money(order.total) }), ...besides), ...told };
  const amount = { type: 'amount', product: line.product.name, quantity: line.quantity } as const;
  const day = { type: 'day', day: order.placed, today: order.today } as const;
  return {
    ...done(
      say('paid', {
        amount,
        paid: money(worthOf(order, [{ productId: line.product.id, quantity: line.quantity }])),
        day,
      }),
      ...besides,
    ),
    ...told,
  };
}

/** A single day is a period too. */
function periodIn({ date }: Slots): Period | undefined {
  return date?.period ?? (date?.date ? { from: date.date, to: date.date } : undefined);
}

/** Earlier orders of these days may be beyond what the shop tells at a time: nothing is passed off as all. */
function soFar(orders: readonly Order[], { from }: Period): readonly Reply[] {
  const oldest = orders.at(-1)?.placed;
  const isCut = orders.length >= MOST_KNOWN && oldest !== undefined && oldest >= from;
  return isCut ? [say('notAll', { count: { type: 'number', number: orders.length } })] : [];
}

const UNPAID: ReadonlySet<Order['stage']> = new Set(['cancelled', 'returned', 'payment-pending']);

function isPaid({ stage }: Order): boolean {
  return !UNPAID.has(stage);
}

function isOf(goods: ReadonlySet<string>) {
  return ({ product }: OrderLine): boolean => goods.has(product.id);
}

function listOf(sums: readonly Money[]) {
  return { type: 'list', items: sums.map(money), join: 'and' } as const;
}
