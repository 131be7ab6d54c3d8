/** Goods go back: what would come back for them, how they travel, and it is arranged once. What is not there yet is cancelled instead. */

import * as z from 'zod/mini';
import { type OrderPart, type ReceiptOf, WAYS_BACK, type WayBack } from '../services/care/care';
import { wholeOf, worthOf } from '../services/care/worth';
import type { Order } from '../services/commerce/orders';
import { shapeOf } from '../services/shape';
import { daysFrom } from '../vocabulary/calendar';
import type { Slots } from '../vocabulary/heard';
import type { Reply } from '../vocabulary/outcome';
import {
  type Acted,
  type AnswerGiven,
  ask,
  done,
  type Instead,
  type Intent,
  replies,
  type ShopperScene,
  withBefore,
} from './kit/define';
import { causing } from './kit/effects';
import { partOf, propose as proposeCancel } from './parts/cancelling';
import { orderAsked, orderNow } from './parts/order-asked';
import { byPerson, careCall, isAble, moneyBack, notDone, withPerson } from './parts/remedied';
import { goodsOf } from './parts/remedy-words';
import { card, contactFor, joining } from './parts/to-phone';
import { ORDER_SLOTS, ordersLike, orderValue, topicOf } from './parts/which-order';

const SAYS = {
  offer: { goods: 'list', amount: 'money', days: 'number' },
  tooLate: { order: 'order', days: 'number' },
  onItsWay: {},
  over: { order: 'order' },
  kept: {},
  fetched: { goods: 'list', day: 'day' },
  labelHere: { goods: 'list', label: 'shown' },
  labelSent: {},
  labelComes: {},
  cardTitle: {},
  cardLabel: { label: 'shown' },
} as const;
const say = replies('ReturnRefund', SAYS);

type Returning = {
  readonly key: string;
  readonly orderId: string;
  readonly parts: readonly OrderPart[];
  readonly by: WayBack;
};

const isReturning = shapeOf<Returning>(
  z.object({
    key: z.string(),
    orderId: z.string(),
    parts: z.array(z.object({ productId: z.string(), quantity: z.int() })),
    by: z.enum(WAYS_BACK),
  }),
);

const byLabel = ask<Returning, Record<never, never>, ShopperScene>({
  id: 'ReturnRefund.byLabel',
  state: isReturning,
  commits: true,
  with: {},
  expects: ['yesno'],
  amendedBy: ['ReturnRefund'],
  ifLeft: 'wait',
  async answer(answer, state, scene) {
    if (answer.kind === 'no') return { replies: [], ending: pickUp.put({}, { ...state, by: 'pick-up' }) };
    return answered(answer, state, scene);
  },
});

/** The other way, where a label is not wanted. */
const pickUp = ask<Returning, Record<never, never>, ShopperScene>({
  id: 'ReturnRefund.pickUp',
  state: isReturning,
  commits: true,
  with: {},
  expects: ['yesno'],
  amendedBy: ['ReturnRefund'],
  ifLeft: 'wait',
  async answer(answer, state, scene) {
    return answer.kind === 'no' ? done(say('kept')) : answered(answer, state, scene);
  },
});

const asked = orderAsked({
  id: 'ReturnRefund.which',
  intent: 'ReturnRefund',
  among: (orders, scene) => orders.filter((order) => isInTime(order, scene)),
  act: propose,
});

export const ReturnRefund: Intent = {
  name: 'ReturnRefund',
  acts: 'refunds',
  aboutOrders: true,
  slots: { ...ORDER_SLOTS, way: 'WayBack' },
  personal: true,
  says: SAYS,
  asks: { which: asked.which, byLabel, pickUp },
  act: (slots, scene) => asked.find(slots, scene),
};

/** Delivered, and not longer ago than the shop takes goods back. */
function isInTime(order: Order, { services }: ShopperScene): boolean {
  return order.stage === 'delivered' && daysSince(order) <= services.remedies.policy.return.days;
}

function daysSince({ parcels, placed, today }: Order): number {
  const delivered = parcels.flatMap(({ deliveredOn }) => deliveredOn ?? []).sort();
  return daysFrom(delivered.at(-1) ?? placed, today);
}

/** What comes back and by when it must be on its way; nothing is changed. */
function propose(order: Order, slots: Slots, scene: ShopperScene): Acted {
  const { days } = scene.services.remedies.policy.return;
  const [value, topic] = [orderValue(order), topicOf(order)];
  if (order.stage === 'cancelled' || order.stage === 'returned')
    return { ...done(say('over', { order: value })), topic };
  // What has not come yet does not go back: it is called off, where that can still be.
  if (order.stage !== 'delivered') {
    const cancelling = proposeCancel(order, partOf(order, slots), scene);
    // Where it is too late to cancel, that says already that it is on its way.
    return cancelling.ending.kind === 'ask' ? withBefore([say('onItsWay')], cancelling) : cancelling;
  }
  const limit = { type: 'number', number: days } as const;
  if (!isInTime(order, scene))
    return withPerson(order, { reason: 'policy', said: [say('tooLate', { order: value, days: limit })] }, scene);
  if (!isAble('return', scene)) return byPerson('cannot', order, scene);
  const parts = partOf(order, slots) ?? wholeOf(order.lines);
  const state = { key: scene.services.random(), orderId: order.id, parts, by: wayIn(slots) ?? 'label' };
  const amount = { type: 'money', money: worthOf(order, parts) } as const;
  return {
    replies: [say('offer', { goods: goodsOf(order, parts), amount, days: limit })],
    ending: byWay(state),
    topic,
  };
}

/** The way that was asked for; undefined: none was. */
function wayIn({ way }: Slots): WayBack | undefined {
  return WAYS_BACK.find((one) => one === way?.ids[0]);
}

function byWay(state: Returning) {
  return state.by === 'label' ? byLabel.put({}, state) : pickUp.put({}, state);
}

async function answered(answer: AnswerGiven, state: Returning, scene: ShopperScene): Promise<Acted | Instead | null> {
  if (answer.kind === 'yes') return sendBack(state, scene);
  if (answer.kind !== 'slots') return null;
  const by = wayIn(answer.slots);
  if (by && Object.keys(answer.slots).length === 1) return { replies: [], ending: byWay({ ...state, by }) };
  const order = await orderNow(state.orderId, scene);
  if (!('lines' in order)) return order;
  const isSame = ordersLike(answer.slots, [order]).length > 0;
  return isSame ? propose(order, answer.slots, scene) : { instead: { intent: 'ReturnRefund', slots: answer.slots } };
}

/** Consent was given. Arranged once for its key. */
async function sendBack({ key, orderId, parts, by }: Returning, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(orderId, scene);
  if (!('lines' in order)) return order;
  const { services, conversationId } = scene;
  const action = { kind: 'return', orderId, parts, by, amount: worthOf(order, parts) } as const;
  const doing = { action, order, key, conversationId, by: { kind: 'bot' } as const };
  const remedied = await services.remedies.act(doing, careCall(scene));
  const stopped = notDone(remedied, order, scene);
  if (stopped || remedied.kind !== 'done' || remedied.receipt.kind !== 'return') return stopped ?? done();
  return { ...(await arranged(remedied.receipt, order, { parts, scene })), topic: topicOf(order) };
}

type With = { readonly parts: readonly OrderPart[]; readonly scene: ShopperScene };

/** A label is for the eye: where the shopper writes it stands there, else it goes to the phone and onto a card. */
async function arranged(receipt: ReceiptOf<'return'>, order: Order, { parts, scene }: With): Promise<Acted> {
  const goods = goodsOf(order, parts);
  const back = moneyBack(receipt.back, order.today);
  if (receipt.by === 'pick-up' && receipt.day) {
    return done(say('fetched', { goods, day: { type: 'day', day: receipt.day, today: order.today } }), back);
  }
  if (receipt.label === null) return done(say('labelComes'), back);
  const shown = { type: 'shown', text: receipt.label } as const;
  if (scene.turn.form === 'text') return done(say('labelHere', { goods, label: shown }), back);
  const onCard = card(say('cardTitle'), [say('cardLabel', { label: shown })]);
  const acted = { ...done(say('labelSent'), back), card: onCard };
  const contact = await contactFor(scene);
  if (!contact) return acted;
  const { id, channel } = contact;
  const replies: readonly Reply[] = [say('labelHere', { goods, label: shown })];
  return causing(acted, ...joining(contact), { kind: 'to-phone', contact: { id, channel }, replies, link: null });
}
