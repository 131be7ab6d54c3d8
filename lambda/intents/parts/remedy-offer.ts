/** What is offered for a bad delivery, at most two things and a person; the yes to one of them, and what became of it. */

import type { Remedy } from '../../services/care/policy';
import { parcelOf, stageOf, wholeOf, worthOf } from '../../services/care/worth';
import type { Order } from '../../services/commerce/orders';
import type { Slots } from '../../vocabulary/heard';
import { type Acted, type AnswerGiven, ask, done, type Part, type ShopperScene, withBefore } from '../kit/define';
import { causing } from '../kit/effects';
import { giveCoupon } from './coupon';
import { countedIn, isOnlyPieces, PIECES_HEARD, piecesOf } from './pieces';
import { remedyIn, type Suspect } from './problem-found';
import { byPerson, careCall, isAble, notDone, withPerson } from './remedied';
import { askedAgain, type Complaint, chosenBy, isComplaint } from './remedy-chosen';
import { aboutParts, actionOf, lateSays, REMEDY_SAYS, remedyValue, say, wordsOf } from './remedy-words';
import { troubleWith } from './trouble';
import { watchFor } from './watching';
import { noOrder, orderValue, topicOf } from './which-order';

const choose = ask<Complaint, { options: 'list' }, ShopperScene>({
  id: 'Remedy.choose',
  group: 'complaint',
  state: isComplaint,
  commits: true,
  with: { options: 'list' },
  expects: ['ordinal', 'remedy', 'pieces'],
  elicits: { intent: 'DeliveryProblem', slot: 'remedy' },
  amendedBy: [...PIECES_HEARD, 'RefundStatus'],
  ifLeft: 'wait',
  answer: (answer, state, scene) => answered(answer, state, scene),
  again: (state, _where, scene) => offerAgain(state, scene),
});

const shall = ask<Complaint, { remedy: 'remedy' }, ShopperScene>({
  id: 'Remedy.shall',
  group: 'complaint',
  state: isComplaint,
  commits: true,
  with: { remedy: 'remedy' },
  expects: ['yesno', 'remedy', 'pieces'],
  amendedBy: [...PIECES_HEARD, 'RefundStatus'],
  ifLeft: 'wait',
  answer: (answer, state, scene) => answered(answer, state, scene),
  again: (state, _where, scene) => offerAgain(state, scene),
});

export const RemedyOffer: Part = { name: 'Remedy', personal: true, says: REMEDY_SAYS, asks: { choose, shall } };

/** Says what it is about and what can be done, or asks about what was `wished`; what the shop's policy does not let the bot do goes to a person. */
export async function offerRemedies(
  order: Order,
  complaint: Omit<Complaint, 'offers'>,
  scene: ShopperScene,
  wished?: Remedy,
): Promise<Acted> {
  const left = await scene.services.remedies.mayGive(order, careCall(scene));
  const offers = possible(order, { ...complaint, left }, scene);
  // What is late was just told, by its name.
  const about = complaint.trouble === 'late' ? [] : [aboutParts(order, complaint.parts)];
  if (offers.length === 0) return withPerson(order, { reason: 'complaint', said: [...about, say('person')] }, scene);
  const meant = offers.filter((offer) => offer === wished);
  const ending = put(order, { ...complaint, offers: meant.length > 0 ? meant : offers });
  return { replies: about, ending, topic: topicOf(order) };
}

/** One parcel's matter: all of it is late, and one of its goods gives it its name. */
export async function offerLate({ order, line }: Suspect, scene: ShopperScene): Promise<Acted> {
  const { id } = line.product;
  const parcel = parcelOf(order, id);
  const held = order.lines.filter(({ product }) => !parcel || parcel.productIds.includes(product.id));
  const complaint = { key: scene.services.random(), orderId: order.id, parts: wholeOf(held), trouble: 'late' } as const;
  const said = lateSays(line.product, parcel?.expected ?? order.expected, order.today);
  return withBefore([said], await offerRemedies(order, complaint, scene));
}

/** What came too long ago to be put right without a person. */
export function tooOld(order: Order, scene: ShopperScene): Acted {
  return withPerson(order, { reason: 'complaint', said: [say('tooOld', { order: orderValue(order) })] }, scene);
}

function put(order: Order, complaint: Complaint) {
  const options = complaint.offers.map((remedy) => ({ id: remedy, label: remedyValue(order, complaint, remedy) }));
  const [only] = options;
  if (only && options.length === 1) return shall.put({ remedy: only.label }, complaint);
  const items = options.map(({ label }) => label);
  return choose.put({ options: { type: 'list', items, join: 'or' } }, complaint, options);
}

/** At most two of what the shop offers first, as far as this platform can and the bot may; `left`: give, in minor units. */
function possible(
  order: Order,
  { parts, trouble, left }: Omit<Complaint, 'offers'> & { readonly left: number },
  { services }: ShopperScene,
): readonly Remedy[] {
  const { remedies, merchant } = services;
  const isGiven = worthOf(order, parts).minor <= left;
  const isHere = parts.every(({ productId }) => stageOf(order, productId) === 'delivered');
  const may: Readonly<Record<Remedy, boolean>> = {
    resend: remedies.can('resend') && isGiven,
    refund: remedies.can('refund') && isGiven,
    return: remedies.can('return') && isHere,
    wait: !isHere && remedies.canWatch,
  };
  return merchant.policy.offers[trouble].filter((remedy) => may[remedy]).slice(0, 2);
}

async function answered(answer: AnswerGiven, state: Complaint, scene: ShopperScene): Promise<Acted | null> {
  if (answer.kind === 'no') return done(say('left'));
  const chosen = chosenBy(answer, state, scene.turn.heard);
  const counted = answer.kind === 'slots' ? countedIn(answer.slots) : {};
  if (!chosen && isOnlyPieces(counted)) return forFewer(counted, state, scene);
  const asked = chosen ? null : askedAgain(answer, state, scene);
  if (!chosen && !asked && !isBeyond(answer, scene)) return null;
  const order = await orderNow(state, scene);
  if (!('lines' in order)) return order;
  if (asked) return { replies: [], ending: put(order, asked) };
  return chosen ? give(chosen, order, state, scene) : byPerson('cannot', order, scene);
}

/** What this shop cannot do was asked for by its name: a person can. */
function isBeyond(answer: AnswerGiven, scene: ShopperScene): boolean {
  const named = answer.kind === 'slots' ? remedyIn(answer.slots) : undefined;
  return named !== undefined && named !== 'wait' && !isAble(named, scene);
}

/** "Just one of them": the same, offered for so many; as it was, where there are not so many of it. */
async function forFewer(slots: Slots, state: Complaint, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(state, scene);
  if (!('lines' in order)) return order;
  const [only, ...others] = state.parts;
  const line = order.lines.find(({ product }) => product.id === only?.productId);
  const quantity = line && others.length === 0 ? piecesOf(slots, line.quantity) : null;
  if (!line || quantity === null) return offerAgain(state, scene);
  return offerRemedies(order, { ...state, parts: [{ productId: line.product.id, quantity }] }, scene);
}

async function orderNow({ orderId }: Complaint, scene: ShopperScene): Promise<Order | Acted> {
  const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  if (!orders.ok) return troubleWith(orders.error, scene);
  return orders.value.find(({ id }) => id === orderId) ?? done(noOrder());
}

async function offerAgain(state: Complaint, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(state, scene);
  return 'lines' in order ? { replies: [], ending: put(order, state) } : order;
}

async function give(remedy: Remedy, order: Order, state: Complaint, scene: ShopperScene): Promise<Acted> {
  if (remedy === 'wait') return watchFor(order, state, scene);
  const { services, conversationId } = scene;
  const action = actionOf(remedy, order, state);
  const doing = { action, order, key: `${state.key} ${remedy}`, conversationId, by: { kind: 'bot' } as const };
  const remedied = await services.remedies.act(doing, careCall(scene));
  if (remedied.kind === 'refused' && remedied.error.kind === 'sold-out') return withoutNew(order, state, scene);
  const stopped = notDone(remedied, order, scene);
  if (stopped || remedied.kind !== 'done') return stopped ?? byPerson('notNow', order, scene);
  const told = causing(
    { ...done(...wordsOf(remedied.receipt, order, state)), topic: topicOf(order) },
    { kind: 'settled' },
  );
  const { trouble, key } = state;
  return giveCoupon(told, { order, trouble, key }, scene);
}

/** None is left to be sent: what else there is. */
function withoutNew(order: Order, state: Complaint, scene: ShopperScene): Acted {
  const offers = state.offers.filter((offer) => offer !== 'resend');
  if (offers.length === 0) return withPerson(order, { reason: 'complaint', said: [say('soldOut')] }, scene);
  return withBefore([say('soldOut')], { replies: [], ending: put(order, { ...state, offers }), topic: topicOf(order) });
}
