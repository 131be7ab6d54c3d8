/** What has become of the money: how much, by which means, on which day. */

import type { Refund } from '../services/care/care';
import { caredOf } from '../services/care/stored';
import type { Order } from '../services/commerce/orders';
import type { Reply } from '../vocabulary/outcome';
import { type Acted, done, type Intent, replies, type ShopperScene } from './kit/define';
import { byPerson, careCall } from './parts/remedied';
import { troubleWith } from './parts/trouble';
import { noSuchOrder, ORDER_SLOTS, ordersLike, orderValue, topicOf } from './parts/which-order';

const SAYS = {
  asked: { order: 'order', amount: 'money' },
  waiting: { order: 'order', amount: 'money', day: 'day' },
  onItsWay: { order: 'order', amount: 'money', day: 'day' },
  late: { order: 'order', amount: 'money', day: 'day' },
  paid: { order: 'order', amount: 'money', day: 'day' },
  credit: { order: 'order', amount: 'money' },
  none: {},
  resentInstead: { order: 'order', day: 'day' },
  noneFor: { order: 'order' },
  others: { count: 'number' },
} as const;
const say = replies('RefundStatus', SAYS);

/** Of how many orders the books are asked in one turn, and how many refunds an eye and an ear can take. */
const LOOKED_AT = 6;
const TOLD = { text: 2, speech: 1 } as const;

export const RefundStatus: Intent = {
  name: 'RefundStatus',
  acts: null,
  aboutOrders: true,
  slots: ORDER_SLOTS,
  personal: true,
  says: SAYS,
  asks: {},
  async act(slots, scene) {
    const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
    if (!orders.ok) return troubleWith(orders.error, scene);
    const like = ordersLike(slots, orders.value);
    const [newest] = like;
    if (!newest) return done(noSuchOrder(slots, orders.value, scene));
    return tell(likeliest(like, scene), Object.keys(slots).length > 0 ? newest : null, scene);
  },
};

/** What is talked about, then what came back or was called off, then the newest. */
function likeliest(orders: readonly Order[], { memory }: ShopperScene): readonly Order[] {
  const rank = ({ id, stage }: Order) => {
    if (id === memory.topic.orderId) return 0;
    return stage === 'cancelled' || stage === 'returned' ? 1 : 2;
  };
  return orders.toSorted((a, b) => rank(a) - rank(b)).slice(0, LOOKED_AT);
}

/** `named`: the order that was asked about; null: none was. */
async function tell(orders: readonly Order[], named: Order | null, scene: ShopperScene): Promise<Acted> {
  const asked = await Promise.all(orders.map(({ id }) => scene.services.remedies.refunds(id, careCall(scene))));
  const [first] = orders;
  if (asked.some((one) => one === null) && first) return byPerson('cannot', named ?? first, scene);
  const failed = asked.find((one) => one && !one.ok);
  const found = asked.flatMap((one, at) => {
    const order = orders[at];
    return one?.ok && order ? one.value.map((refund) => ({ refund, order })) : [];
  });
  if (found.length === 0 && failed && !failed.ok) return troubleWith(failed.error, scene);
  const again = found.length === 0 ? await resentInstead(orders.slice(0, named ? 1 : undefined), scene) : null;
  if (again) return again;
  if (found.length === 0) return done(named ? say('noneFor', { order: orderValue(named) }) : say('none'));
  const newest = found.toSorted((a, b) => b.refund.since - a.refund.since).slice(0, TOLD[scene.turn.form]);
  const rest = found.length - newest.length;
  const others = rest > 0 ? [say('others', { count: { type: 'number', number: rest } })] : [];
  const topic = newest[0] ? { topic: topicOf(newest[0].order) } : {};
  return { ...done(...newest.map(({ refund, order }) => toldOf(refund, order)), ...others), ...topic };
}

/** No money, since a new one was sent in its place; null: of none of these. */
async function resentInstead(orders: readonly Order[], scene: ShopperScene): Promise<Acted | null> {
  for (const order of orders) {
    const kept = await scene.services.remedies.done(order.id, careCall(scene));
    const receipts = kept
      .map(({ result }) => caredOf(result))
      .flatMap((one) => (one.kind === 'done' ? one.receipt : []));
    const last = receipts.findLast((receipt) => receipt.kind === 'resend');
    if (!last) continue;
    const day = { type: 'day', day: last.arrives, today: order.today } as const;
    return { ...done(say('resentInstead', { order: orderValue(order), day })), topic: topicOf(order) };
  }
  return null;
}

function toldOf({ amount, means, by, state }: Refund, source: Order): Reply {
  const order = orderValue(source);
  const values = { order, amount: { type: 'money', money: amount } } as const;
  const day = { type: 'day', day: by, today: source.today } as const;
  switch (state) {
    case 'asked':
      return say('asked', values);
    case 'waiting-for-goods':
      return say('waiting', { ...values, day });
    case 'on-its-way':
      if (means === 'credit') return say('credit', values);
      return by < source.today ? say('late', { ...values, day }) : say('onItsWay', { ...values, day });
    case 'paid':
      return means === 'credit' ? say('credit', values) : say('paid', { ...values, day });
  }
}
