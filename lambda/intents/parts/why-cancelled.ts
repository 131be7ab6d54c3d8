/** "Why was it cancelled?", of the order that is talked about or the newest that was. */

import type { Order } from '../../services/commerce/orders';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, done, replies, type ShopperScene } from '../kit/define';
import { noSuchOrder, ordersLike, orderValue, topicOf } from './which-order';

export const WHY_SAYS = {
  cancelledAsked: { order: 'order' },
  cancelledPayment: { order: 'order' },
  cancelledSoldOut: { order: 'order' },
  cancelledUnknown: { order: 'order' },
  noneCancelled: {},
} as const;
const say = replies('OrderStatus', WHY_SAYS);

export function whyCancelled(slots: Slots, orders: readonly Order[], scene: ShopperScene): Acted {
  const like = ordersLike(slots, orders);
  if (like.length === 0) return done(noSuchOrder(slots, orders, scene));
  const gone = like.filter(({ stage }) => stage === 'cancelled');
  const order = gone.find(({ id }) => id === scene.memory.topic.orderId) ?? gone[0];
  if (!order) return done(say('noneCancelled'));
  return { ...done(becauseOf(order)), topic: topicOf(order) };
}

function becauseOf(source: Order): Reply {
  const order = orderValue(source);
  switch (source.cancelledBecause) {
    case 'asked':
      return say('cancelledAsked', { order });
    case 'payment':
      return say('cancelledPayment', { order });
    case 'sold-out':
      return say('cancelledSoldOut', { order });
    default:
      return say('cancelledUnknown', { order });
  }
}
