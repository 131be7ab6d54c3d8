/** What has become of an order, told unasked: by name in writing, and at a speaker without it where the whole room hears it. */

import type { Order } from '../../services/commerce/orders';
import { markOf } from '../../services/news/marks';
import { dayAfter } from '../../vocabulary/calendar';
import type { EffectOf, Reply } from '../../vocabulary/outcome';
import { type Acted, done, isShoppers, replies, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { tellOrder } from './order-state';
import { recentOrders, toldOf } from './recent-orders';
import { isUnderWay, topicOf } from './which-order';

export const TOLD_NEWS_SAYS = {
  sent: {},
  sentExpected: { day: 'day' },
  out: {},
  pickup: {},
  there: {},
  off: {},
  late: { day: 'day' },
  changed: {},
  howToStop: {},
} as const;
const say = replies('OrderNews', TOLD_NEWS_SAYS);

/** The shopper knows this of it from now on. */
export function orderTold(order: Order): EffectOf<'order-told'> {
  const tomorrow = dayAfter(order.today, 1);
  // What comes today is there before any news of it.
  const isOpen = isUnderWay(order) && (order.expected === undefined || order.expected >= tomorrow);
  return { kind: 'order-told', told: { [order.id]: markOf(order) }, isOpen };
}

/** As it is written, and how to have no more of it. */
export function newsMessage(order: Order): readonly Reply[] {
  return [...tellOrder(order), say('howToStop')];
}

/** As a visit begins, one order at a time; null: there is none, or it cannot be known now. */
export async function newsAtVisit(scene: Scene): Promise<Acted | null> {
  const { news } = scene.memory;
  const [first] = news?.ways.visit === 'yes' ? news.waiting : [];
  if (first === undefined || !isShoppers(scene)) return null;
  const seen = await recentOrders(scene, (all) => all.some(({ id }) => id === first));
  const order = seen.ok ? seen.value.find(({ id }) => id === first) : undefined;
  if (!seen.ok || !order) return null;
  const { turn, services } = scene;
  const isNamed = turn.form === 'text' || services.merchant.news.namesGoods;
  const told = isNamed ? tellOrder(order) : [unnamed(order)];
  return toldOf(seen, causing({ ...done(...told), topic: topicOf(order) }, orderTold(order)), scene);
}

/** Nothing of what was bought. */
function unnamed(order: Order): Reply {
  const { stage, expected, today } = order;
  const day = expected && ({ type: 'day', day: expected, today } as const);
  switch (stage) {
    case 'shipped':
      return day ? say('sentExpected', { day }) : say('sent');
    case 'out-for-delivery':
      return say('out');
    case 'ready-for-pickup':
      return say('pickup');
    case 'delivered':
      return say('there');
    case 'cancelled':
      return say('off');
    case 'placed':
    case 'payment-pending':
    case 'preparing':
      return day ? say('late', { day }) : say('changed');
    case 'returned':
    case 'unknown':
      return say('changed');
  }
}
