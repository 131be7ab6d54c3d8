/** An order goes somewhere else: to an address the shop knows. A new one is typed on the phone, never dictated. */

import * as z from 'zod/mini';
import type { Address } from '../services/commerce/account';
import type { Order } from '../services/commerce/orders';
import { shapeOf } from '../services/shape';
import type { Slots } from '../vocabulary/heard';
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
import { addressFor } from './parts/asides';
import { orderAsked, orderNow } from './parts/order-asked';
import { byPerson, careCall, isAble, notDone } from './parts/remedied';
import { isUnderWay, ORDER_SLOTS, orderValue, topicOf } from './parts/which-order';
import { byCode } from './SendToPhone';
import { offerPerson } from './TalkToHuman';

const SLOTS = { ...ORDER_SLOTS, place: 'Place' } as const;

const SAYS = {
  none: {},
  typed: {},
  newHere: {},
  gone: { order: 'order' },
  changed: { place: 'place' },
  asked: { place: 'place' },
  tooLate: {},
  kept: {},
} as const;
const say = replies('ChangeAddress', SAYS);

type Moving = { readonly key: string; readonly orderId: string; readonly addressId: string };
const isMoving = shapeOf<Moving>(z.object({ key: z.string(), orderId: z.string(), addressId: z.string() }));

const confirm = ask<Moving, { order: 'order'; place: 'place' }, ShopperScene>({
  id: 'ChangeAddress.confirm',
  state: isMoving,
  commits: true,
  with: { order: 'order', place: 'place' },
  expects: ['yesno', 'place'],
  amendedBy: ['ChangeAddress'],
  ifLeft: 'wait',
  async answer(answer, state, scene) {
    if (answer.kind === 'yes') return move(state, scene);
    if (answer.kind === 'no') return done(say('kept'));
    return answer.kind === 'slots' ? otherwise(answer, state.orderId, scene) : null;
  },
});

type Where = { readonly orderId: string; readonly ids: readonly string[] };
const isWhere = shapeOf<Where>(z.object({ orderId: z.string(), ids: z.array(z.string()) }));

const where = ask<Where, { options: 'list' }, ShopperScene>({
  id: 'ChangeAddress.where',
  state: isWhere,
  commits: false,
  with: { options: 'list' },
  expects: ['ordinal', 'place'],
  amendedBy: ['ChangeAddress'],
  ifLeft: 'wait',
  async answer(answer, { orderId }, scene) {
    if (answer.kind === 'no') return done(say('kept'));
    if (answer.kind === 'slots') return otherwise(answer, orderId, scene);
    if (answer.kind !== 'option') return null;
    const address = addressesOf(scene).find(({ id }) => id === answer.option);
    const order = await orderNow(orderId, scene);
    if (!('lines' in order)) return order;
    return address ? propose(order, address, scene) : null;
  },
});

const asked = orderAsked({
  id: 'ChangeAddress.which',
  intent: 'ChangeAddress',
  among: movable,
  act: choose,
  isOnlyAmong: true,
});

export const ChangeAddress: Intent = {
  name: 'ChangeAddress',
  acts: 'changes',
  aboutOrders: true,
  slots: SLOTS,
  personal: true,
  says: SAYS,
  asks: { which: asked.which, where, confirm },
  act: (slots, scene) => asked.find(slots, scene),
};

/** What has not left yet; else what is under way, of which the shop says itself that it is too late. */
function movable(orders: readonly Order[]): readonly Order[] {
  const here = orders.filter(({ stage }) => HERE.has(stage));
  return here.length > 0 ? here : orders.filter(isUnderWay);
}

const HERE = new Set<Order['stage']>(['placed', 'payment-pending', 'preparing']);

function addressesOf({ shopper }: ShopperScene): readonly Address[] {
  return [...shopper.otherAddresses, shopper.address];
}

/** Which address: the one that was named, the only other one, or one of three. */
function choose(order: Order, { place }: Slots, scene: ShopperScene): Acted {
  if (!isUnderWay(order)) return { ...done(say('gone', { order: orderValue(order) })), topic: topicOf(order) };
  if (!isAble('address', scene)) return byPerson('cannot', order, scene);
  const named = place ? addressFor({ said: place.said, ids: place.ids }, scene) : null;
  if (named) return propose(order, named, scene);
  // What was named is none of theirs: no other is offered in its place.
  if (place) return newAddress(scene);
  const { otherAddresses } = scene.shopper;
  const [only, ...more] = otherAddresses;
  if (!only) return withBefore([say('none')], newAddress(scene));
  if (more.length === 0) return propose(order, only, scene);
  const options = otherAddresses.slice(0, 3).map(({ id, label }) => ({ id, label: { type: 'place', label } as const }));
  const list = { type: 'list', items: options.map(({ label }) => label), join: 'or' } as const;
  const state = { orderId: order.id, ids: options.map(({ id }) => id) };
  return { replies: [], ending: where.put({ options: list }, state, options), topic: topicOf(order) };
}

function propose(order: Order, { id, label }: Pick<Address, 'id' | 'label'>, { services }: ShopperScene): Acted {
  const state = { key: services.random(), orderId: order.id, addressId: id };
  const place = { type: 'place', label } as const;
  return { replies: [], ending: confirm.put({ order: orderValue(order), place }, state), topic: topicOf(order) };
}

/** Another place, or another order. */
async function otherwise(
  { slots }: Extract<AnswerGiven, { readonly kind: 'slots' }>,
  orderId: string,
  scene: ShopperScene,
): Promise<Acted | Instead | null> {
  const isOther = [slots.product, slots.orderNumber, slots.date].some((slot) => slot && !slot.refers);
  if (isOther) return { instead: { intent: 'ChangeAddress', slots } };
  if (!slots.place) return null;
  const order = await orderNow(orderId, scene);
  return 'lines' in order ? choose(order, slots, scene) : order;
}

/** Nobody's street is understood by ear: it is typed, and a person puts it in. */
function newAddress(scene: ShopperScene): Acted {
  if (scene.turn.form === 'text') return offerPerson({ reason: 'policy', said: [say('newHere')] }, scene);
  return byCode(scene, [{ ...say('typed'), spare: true }]);
}

/** Consent was given. Done once for its key. */
async function move({ key, orderId, addressId }: Moving, scene: ShopperScene): Promise<Acted> {
  const order = await orderNow(orderId, scene);
  if (!('lines' in order)) return order;
  const { services, conversationId } = scene;
  const action = { kind: 'address', orderId, addressId } as const;
  const doing = { action, order, key, conversationId, by: { kind: 'bot' } as const };
  const remedied = await services.remedies.act(doing, careCall(scene));
  const stopped = notDone(remedied, order, scene);
  if (stopped || remedied.kind !== 'done' || remedied.receipt.kind !== 'address') return stopped ?? done();
  const place = { type: 'place', label: addressesOf(scene).find(({ id }) => id === addressId)?.label ?? '' } as const;
  const { how } = remedied.receipt;
  const said = how === 'too-late' ? say('tooLate') : say(how === 'asked' ? 'asked' : 'changed', { place });
  const told = { ...done(said), topic: topicOf(order) };
  return how === 'done' ? causing(told, { kind: 'settled' }) : told;
}
