/** Goods go back: what would come back for them, how they travel, and it is arranged once. What is not there yet is cancelled instead. */

import * as z from 'zod/mini';
import { type OrderPart, WAYS_BACK, type WayBack } from '../services/care/care';
import { wholeOf, worthOf } from '../services/care/worth';
import type { Order } from '../services/commerce/orders';
import { answerOn } from '../services/content/content';
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
} from './kit/define';
import { proposeInstead } from './parts/cancelling';
import { withoutHad } from './parts/had-remedy';
import { orderAsked, orderNow } from './parts/order-asked';
import { amountsOf, countedIn, isOnlyPieces, PIECES_HEARD, PIECES_SLOTS, partOf, unclearPieces } from './parts/pieces';
import { byPerson, careCall, isAble, notDone, withPerson } from './parts/remedied';
import { ARRANGED_SAYS, arranged } from './parts/return-arranged';
import { ORDER_SLOTS, ordersLike, orderValue, topicOf } from './parts/which-order';

const SAYS = {
  offer: { goods: 'list', amount: 'money', days: 'span' },
  tooLate: { order: 'order', days: 'span' },
  over: { order: 'order' },
  kept: {},
  written: { words: 'passage' },
  ...ARRANGED_SAYS,
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
  expects: ['yesno', 'pieces'],
  amendedBy: PIECES_HEARD,
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
  expects: ['yesno', 'pieces'],
  amendedBy: PIECES_HEARD,
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
  slots: { ...ORDER_SLOTS, ...PIECES_SLOTS, way: 'WayBack' },
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
async function propose(order: Order, slots: Slots, scene: ShopperScene): Promise<Acted> {
  const { days } = scene.services.remedies.policy.return;
  const [value, topic] = [orderValue(order), topicOf(order)];
  if (order.stage === 'cancelled' || order.stage === 'returned')
    return { ...done(say('over', { order: value })), topic };
  // What has not come yet does not go back: it is called off, where that can still be.
  if (order.stage !== 'delivered') return proposeInstead(order, partOf(order, slots), scene);
  const unclear = unclearPieces(order, slots, 'ReturnRefund');
  if (unclear) return unclear;
  const limit = { type: 'span', days, isExact: true } as const;
  if (!isInTime(order, scene))
    return withPerson(order, { reason: 'policy', said: [say('tooLate', { order: value, days: limit })] }, scene);
  if (!isAble('return', scene)) return byPerson('cannot', order, scene);
  const left = await withoutHad(order, partOf(order, slots), scene);
  if ('ending' in left) return left;
  const parts = left.parts ?? wholeOf(order.lines);
  const state = { key: scene.services.random(), orderId: order.id, parts, by: wayIn(slots) ?? 'label' };
  const amount = { type: 'money', money: worthOf(order, parts) } as const;
  return {
    replies: [say('offer', { goods: amountsOf(order, parts), amount, days: limit })],
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
  const counted = countedIn(answer.slots);
  if (isOnlyPieces(counted)) return fewer(state, counted, scene);
  const told = aside(answer.slots, scene);
  if (told) return { replies: [told], ending: byWay(state) };
  if (scene.turn.heard.kind === 'intent' && scene.turn.heard.intent !== 'ReturnRefund') return null;
  const by = wayIn(answer.slots);
  if (by && Object.keys(answer.slots).length === 1) return { replies: [], ending: byWay({ ...state, by }) };
  const order = await orderNow(state.orderId, scene);
  if (!('lines' in order)) return order;
  const isSame = ordersLike(answer.slots, [order]).length > 0;
  return isSame ? propose(order, answer.slots, scene) : { instead: { intent: 'ReturnRefund', slots: answer.slots } };
}

/** "When?" is answered by what the shop has written of its refunds; null: it was not asked. */
function aside({ detail }: Slots, { turn, services }: ShopperScene): Reply | null {
  const topic = ASIDES[detail?.ids[0] ?? ''];
  const today = services.today(services.merchant.support.hours.timeZone);
  const answer = topic ? answerOn(topic, { locale: turn.locale, today }, services.content) : null;
  return answer && say('written', { words: { type: 'passage', voice: answer.voice, text: answer.chat } });
}

const ASIDES: Readonly<Record<string, string>> = { when: 'refunds' };

/** "No, just one of them", by the way that was asked about. */
async function fewer({ orderId, parts, by }: Returning, slots: Slots, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(orderId, scene);
  if (!('lines' in order)) return order;
  const [only, ...others] = parts;
  const product = only && others.length === 0 ? { product: { said: '', ids: [only.productId] } } : {};
  return propose(order, { ...slots, ...product, way: { said: by, ids: [by] } }, scene);
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
  return arranged(remedied.receipt, order, { parts, scene });
}
