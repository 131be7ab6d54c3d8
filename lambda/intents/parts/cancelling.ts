/** Cancelling an order or a part of it: what would be done, the yes to it, and doing it once. */

import * as z from 'zod/mini';
import type { OrderPart } from '../../services/care/care';
import type { Order } from '../../services/commerce/orders';
import { markOf } from '../../services/news/marks';
import { shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import type { EffectOf } from '../../vocabulary/outcome';
import {
  type Acted,
  type AnswerGiven,
  ask,
  done,
  type Instead,
  type Part,
  type ShopperScene,
  type Where,
  withBefore,
} from '../kit/define';
import { causing } from '../kit/effects';
import { back, CANCEL_SAYS, isPacked, say, stillHere, told, whyNot } from './cancelling-words';
import { withoutHad } from './had-remedy';
import { amountsOf, countedIn, isOnlyPieces, PIECES_HEARD, partOf, unclearPieces } from './pieces';
import { byPerson, careCall, isAble, notDone } from './remedied';
import { troubleWith } from './trouble';
import { noOrder, ordersLike, orderValue, topicOf } from './which-order';

/** What waits for a yes. `key`: whatever happens, it is done once. */
export type WantedCancel = {
  readonly key: string;
  readonly orderId: string;
  readonly parts: readonly OrderPart[] | null;
};

const PARTS = z.array(z.object({ productId: z.string(), quantity: z.number() }));
const isCancelling = shapeOf<WantedCancel>(
  z.object({ key: z.string(), orderId: z.string(), parts: z.nullable(PARTS) }),
);

const confirm = ask<WantedCancel, { order: 'order' }, ShopperScene>({
  id: 'Cancelling.confirm',
  state: isCancelling,
  commits: true,
  with: { order: 'order' },
  expects: ['yesno', 'pieces'],
  amendedBy: PIECES_HEARD,
  ifLeft: 'wait',
  answer: (answer, state, scene) => answered(answer, state, scene),
  again: (state, where, scene) => proposeAgain(state, where, scene),
});

const confirmPart = ask<WantedCancel, { products: 'list' }, ShopperScene>({
  id: 'Cancelling.confirmPart',
  state: isCancelling,
  commits: true,
  wholeBy: 'CancelOrder',
  with: { products: 'list' },
  expects: ['yesno', 'pieces'],
  amendedBy: PIECES_HEARD,
  ifLeft: 'wait',
  answer: (answer, state, scene) => answered(answer, state, scene),
  again: (state, where, scene) => proposeAgain(state, where, scene),
});

/** Says what would be cancelled and what comes back, and asks; or why it cannot be. Nothing is changed. */
export async function propose(order: Order, parts: readonly OrderPart[] | null, scene: ShopperScene): Promise<Acted> {
  const rest = parts === null ? stillHere(order) : null;
  if (rest) return withBefore([{ ...say('partGone'), spare: true }], await propose(order, rest, scene));
  const tooLate = whyNot(order, { parts, takesBack: isAble('return', scene) });
  if (tooLate) return { ...done(...tooLate), topic: topicOf(order) };
  if (!isAble('cancel', scene)) return byPerson('cannot', order, scene);
  const left = await withoutHad(order, parts, scene);
  return 'ending' in left ? left : asked(order, left.parts, scene);
}

/** What should go back and has not come: said in fewer words. */
export async function proposeInstead(order: Order, parts: readonly OrderPart[] | null, scene: ShopperScene) {
  const proposed = await propose(order, parts ?? stillHere(order), scene);
  return withBefore(proposed.ending.kind === 'ask' ? [say('notHere')] : [], proposed);
}

function asked(order: Order, parts: readonly OrderPart[] | null, scene: ShopperScene): Acted {
  const state = { key: scene.services.random(), orderId: order.id, parts };
  const products = parts && amountsOf(order, parts);
  return {
    replies: [...(isPacked(order, parts) ? [say('packing')] : []), back(order, parts)],
    ending: products ? confirmPart.put({ products }, state) : confirm.put({ order: orderValue(order) }, state),
    topic: { ...topicOf(order), ...placedAgo(order, scene) },
  };
}

/** Asked about, it was placed no earlier. */
function placedAgo({ id }: Order, { memory: { topic } }: ShopperScene) {
  return topic.orderId === id && topic.placedAt !== undefined ? { placedAt: topic.placedAt } : {};
}

async function answered(
  answer: AnswerGiven,
  state: WantedCancel,
  scene: ShopperScene,
): Promise<Acted | Instead | null> {
  if (answer.kind === 'yes') return cancelNow(state, scene);
  if (answer.kind !== 'no' && answer.kind !== 'slots') return null;
  const order = await orderNow(state.orderId, scene);
  if (!('lines' in order)) return order;
  if (answer.kind === 'no') return done(say('kept', { order: orderValue(order) }));
  const counted = countedIn(answer.slots);
  if (isOnlyPieces(counted)) return fewer(order, { ...state, slots: counted }, scene);
  if (!isAmended(scene)) return null;
  const named = Object.values(answer.slots).filter(({ refers }) => !refers).length > 0;
  if (!named) return saidAgain(order, state, scene);
  const isSame = ordersLike(answer.slots, [order]).length > 0;
  return isSame
    ? (unclearPieces(order, answer.slots, 'CancelOrder') ?? propose(order, partOf(order, answer.slots), scene))
    : { instead: { intent: 'CancelOrder', slots: answer.slots } };
}

/** "No, just one of them", of what is asked about. */
async function fewer(
  order: Order,
  { parts, slots }: WantedCancel & { readonly slots: Slots },
  scene: ShopperScene,
): Promise<Acted> {
  const [only, ...others] = parts ?? [];
  const product = only && others.length === 0 ? { product: { said: '', ids: [only.productId] } } : {};
  const part = { ...slots, ...product };
  return unclearPieces(order, part, 'CancelOrder') ?? propose(order, partOf(order, part), scene);
}

/**
 * "Cancel it": the very thing that is asked, where every word was read and all of it was asked about. Alexa hears "don't
 * cancel it" as the same, and a part is not the whole: both are asked about once more.
 */
function saidAgain(order: Order, state: WantedCancel, scene: ShopperScene): Promise<Acted> | Acted | null {
  if (isGuess(scene)) return null;
  const isRead = scene.turn.heard.kind === 'intent' && scene.turn.heard.manner !== undefined;
  return isRead && state.parts === null ? cancelNow(state, scene) : propose(order, null, scene);
}

/** Another complaint, or a return, is another matter. */
function isAmended({ turn }: ShopperScene): boolean {
  return turn.heard.kind === 'intent' && turn.heard.intent === 'CancelOrder';
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
async function proposeAgain({ orderId, parts }: WantedCancel, where: Where, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(orderId, scene);
  if (!('lines' in order)) return order;
  // Cancelled in this visit, it was told then.
  if (where === 'here' && order.stage === 'cancelled') return done();
  const again = await propose(order, parts, scene);
  return where === 'here' && again.ending.kind === 'ask' ? { ...again, replies: [] } : again;
}

/** Consent was given. Done once for its key. */
export async function cancelNow({ key, orderId, parts }: WantedCancel, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(orderId, scene);
  if (!('lines' in order)) return order;
  if (!isAble('cancel', scene)) return byPerson('cannot', order, scene);
  const { services, conversationId } = scene;
  const action = { kind: 'cancel', orderId, parts } as const;
  const doing = { action, order, key, conversationId, by: { kind: 'bot' } as const };
  const remedied = await services.remedies.act(doing, careCall(scene));
  const stopped = notDone(remedied, order, scene);
  if (stopped || remedied.kind !== 'done' || remedied.receipt.kind !== 'cancel') return stopped ?? done();
  const acted = { ...told(remedied.receipt, order, parts), topic: topicOf(order) };
  if (remedied.receipt.how === 'done') return causing(acted, { kind: 'settled' });
  return remedied.receipt.how === 'asked' && parts === null ? causing(acted, askedFor(order)) : acted;
}

/** What the shop's people say to it later is news. */
function askedFor(order: Order): EffectOf<'order-told'> {
  return { kind: 'order-told', told: { [order.id]: { ...markOf(order), asked: true } }, isOpen: false };
}

export const Cancelling: Part = {
  name: 'Cancelling',
  personal: true,
  says: CANCEL_SAYS,
  asks: { confirm, confirmPart },
};
