/** Cancelling an order or a part of it: what would be done, the yes to it, and what became of it. */

import * as z from 'zod/mini';
import type { OrderPart, ReceiptOf } from '../../services/care/care';
import { stageOf, wholeOf, worthOf } from '../../services/care/worth';
import type { Order, Stage } from '../../services/commerce/orders';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { ValueOf } from '../../vocabulary/values';
import {
  type Acted,
  type AnswerGiven,
  ask,
  done,
  type Instead,
  replies,
  type ShopperScene,
  type Where,
  withBefore,
} from '../kit/define';
import { byPerson, careCall, isAble, moneyBack, notDone } from './remedied';
import { troubleWith } from './trouble';
import { goodsMeant, isUnderWay, noOrder, ordersLike, orderValue, topicOf } from './which-order';

export const CANCEL_SAYS = {
  cancelled: { order: 'order' },
  cancelledPart: { products: 'list' },
  asked: {},
  askedPart: { products: 'list' },
  packing: {},
  partGone: {},
  wouldBack: { amount: 'money' },
  nothingPaid: {},
  onItsWay: { order: 'order' },
  delivered: { order: 'order' },
  sendBack: {},
  sendBackHere: {},
  cancelledBefore: { order: 'order' },
  returnedBefore: { order: 'order' },
  kept: { order: 'order' },
  cardTitle: { number: 'shown' },
} as const;
const say = replies('CancelOrder', CANCEL_SAYS);

/** What waits for a yes. `key`: whatever happens, it is done once. */
export type Cancelling = {
  readonly key: string;
  readonly orderId: string;
  readonly parts: readonly OrderPart[] | null;
};

const PARTS = z.array(z.object({ productId: z.string(), quantity: z.number() }));
const isCancelling = shapeOf<Cancelling>(z.object({ key: z.string(), orderId: z.string(), parts: z.nullable(PARTS) }));

export const confirm = ask<Cancelling, { order: 'order' }, ShopperScene>({
  id: 'CancelOrder.confirm',
  state: isCancelling,
  commits: true,
  with: { order: 'order' },
  expects: ['yesno'],
  amendedBy: ['CancelOrder'],
  ifLeft: 'wait',
  answer: (answer, state, scene) => answered(answer, state, scene),
  again: (state, where, scene) => proposeAgain(state, where, scene),
});

export const confirmPart = ask<Cancelling, { products: 'list' }, ShopperScene>({
  id: 'CancelOrder.confirmPart',
  state: isCancelling,
  commits: true,
  with: { products: 'list' },
  expects: ['yesno'],
  amendedBy: ['CancelOrder'],
  ifLeft: 'wait',
  answer: (answer, state, scene) => answered(answer, state, scene),
  again: (state, where, scene) => proposeAgain(state, where, scene),
});

/** The lines that were named, where the order has others besides; null: the whole of it. */
export function partOf(order: Order, slots: Slots): readonly OrderPart[] | null {
  const goods = goodsMeant(slots, [order]);
  const lines = order.lines.filter(({ product }) => goods?.has(product.id));
  return lines.length === 0 || lines.length === order.lines.length ? null : wholeOf(lines);
}

/** Says what would be cancelled and what comes back, and asks; or why it cannot be. Nothing is changed. */
export function propose(order: Order, parts: readonly OrderPart[] | null, scene: ShopperScene): Acted {
  const rest = parts === null ? stillHere(order) : null;
  if (rest) return withBefore([say('partGone')], propose(order, rest, scene));
  const tooLate = whyNot(order, parts);
  if (tooLate) return { ...done(...tooLate), topic: topicOf(order) };
  if (!isAble('cancel', scene)) return byPerson('cannot', order, scene);
  const state = { key: scene.services.random(), orderId: order.id, parts };
  const products = parts && productsOf(order, parts);
  return {
    replies: [...(isPacked(order, parts) ? [say('packing')] : []), back(order, parts)],
    ending: products ? confirmPart.put({ products }, state) : confirm.put({ order: orderValue(order) }, state),
    topic: topicOf(order),
  };
}

/** The lines that can still be cancelled, where others cannot; null: all can, or none. */
function stillHere(order: Order): readonly OrderPart[] | null {
  if (!isUnderWay(order)) return null;
  const here = order.lines.filter(({ product }) => !isGone(stageOf(order, product.id)));
  return here.length === 0 || here.length === order.lines.length ? null : wholeOf(here);
}

function isGone(stage: Stage): boolean {
  return ON_ITS_WAY.has(stage) || !isUnderWay({ stage });
}

function back(order: Order, parts: readonly OrderPart[] | null): Reply {
  if (order.stage === 'payment-pending') return say('nothingPaid');
  const amount = parts ? worthOf(order, parts) : order.total;
  return say('wouldBack', { amount: { type: 'money', money: amount } });
}

const ON_ITS_WAY: ReadonlySet<Stage> = new Set(['shipped', 'out-for-delivery', 'ready-for-pickup']);

function stagesOf(order: Order, parts: readonly OrderPart[] | null): readonly Stage[] {
  return (parts ?? wholeOf(order.lines)).map(({ productId }) => stageOf(order, productId));
}

function isPacked(order: Order, parts: readonly OrderPart[] | null): boolean {
  return stagesOf(order, parts).includes('preparing');
}

/** What an order has come to that cannot be cancelled any more, with what can be done instead; null: it can. */
function whyNot(source: Order, parts: readonly OrderPart[] | null): readonly Reply[] | null {
  const order = orderValue(source);
  if (source.stage === 'cancelled') return [say('cancelledBefore', { order })];
  if (source.stage === 'returned') return [say('returnedBefore', { order })];
  const stages = stagesOf(source, parts);
  if (stages.some((stage) => ON_ITS_WAY.has(stage))) return [say('onItsWay', { order }), say('sendBack')];
  return stages.includes('delivered') ? [say('delivered', { order }), say('sendBackHere')] : null;
}

function productsOf(order: Order, parts: readonly OrderPart[]): ValueOf<'list'> {
  const names = order.lines.filter(({ product }) => parts.some(({ productId }) => productId === product.id));
  return { type: 'list', items: names.map(({ product }) => ({ type: 'product', product: product.name })), join: 'and' };
}

async function answered(answer: AnswerGiven, state: Cancelling, scene: ShopperScene): Promise<Acted | Instead | null> {
  if (answer.kind === 'yes') return cancelNow(state, scene);
  if (answer.kind !== 'no' && answer.kind !== 'slots') return null;
  const order = await orderNow(state.orderId, scene);
  if (!('lines' in order)) return order;
  if (answer.kind === 'no') return done(say('kept', { order: orderValue(order) }));
  const named = Object.values(answer.slots).filter(({ refers }) => !refers).length > 0;
  // "Cancel it": the very thing that is asked, in its own words. Of a guess it is asked again.
  if (!named) return isGuess(scene) ? null : cancelNow({ ...state, parts: null }, scene);
  const isSame = ordersLike(answer.slots, [order]).length > 0;
  return isSame
    ? propose(order, partOf(order, answer.slots), scene)
    : { instead: { intent: 'CancelOrder', slots: answer.slots } };
}

function isGuess({ turn }: ShopperScene): boolean {
  return turn.heard.kind === 'intent' && turn.heard.manner?.guessed === true;
}

/** As it is by now; an outcome where it cannot be looked at. */
async function orderNow(orderId: string, scene: ShopperScene): Promise<Order | Acted> {
  const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  if (!orders.ok) return troubleWith(orders.error, scene);
  return orders.value.find(({ id }) => id === orderId) ?? done(noOrder());
}

/** What has changed meanwhile is looked at; where the shopper heard it all a moment ago, only the question is put again. */
async function proposeAgain({ orderId, parts }: Cancelling, where: Where, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(orderId, scene);
  if (!('lines' in order)) return order;
  const again = propose(order, parts, scene);
  return where === 'here' && again.ending.kind === 'ask' ? { ...again, replies: [] } : again;
}

/** Consent was given. Done once for its key. */
export async function cancelNow({ key, orderId, parts }: Cancelling, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(orderId, scene);
  if (!('lines' in order)) return order;
  if (!isAble('cancel', scene)) return byPerson('cannot', order, scene);
  const { services, conversationId } = scene;
  const action = { kind: 'cancel', orderId, parts } as const;
  const doing = { action, order, key, conversationId, by: { kind: 'bot' } as const };
  const remedied = await services.remedies.act(doing, careCall(scene));
  const stopped = notDone(remedied, order, scene);
  if (stopped || remedied.kind !== 'done' || remedied.receipt.kind !== 'cancel') return stopped ?? done();
  return { ...told(remedied.receipt, order, parts), topic: topicOf(order) };
}

function told(receipt: ReceiptOf<'cancel'>, order: Order, parts: readonly OrderPart[] | null): Acted {
  if (receipt.how === 'too-late') {
    const instead = receipt.instead === 'return' ? [say('sendBack')] : [];
    return done(say('onItsWay', { order: orderValue(order) }), ...instead);
  }
  const { how, back: money } = receipt;
  const first = parts
    ? say(how === 'done' ? 'cancelledPart' : 'askedPart', { products: productsOf(order, parts) })
    : how === 'done'
      ? say('cancelled', { order: orderValue(order) })
      : say('asked');
  const lines = [first, ...(money ? [moneyBack(money, order.today, how)] : [])];
  const title = say('cardTitle', { number: { type: 'shown', text: order.number } });
  return { ...done(...lines), card: { kind: 'simple', title, lines } };
}
