/** "Make it three", "add tea", right after an order was placed: that order is named, and it is asked what should become of it. */

import * as z from 'zod/mini';
import type { Order } from '../../services/commerce/orders';
import { type Shape, shapeOf } from '../../services/shape';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, ask, type Part, replies, type Scene, type ShopperScene, withBefore } from '../kit/define';
import { causing, effectOf } from '../kit/effects';
import { Reorder, whatInstead } from '../Reorder';
import { BASKET, type Basket, isUnclear } from './basket';
import { cancelNow, propose } from './cancelling';
import { confirmRefusal } from './consent';
import { partOf } from './pieces';
import { buy } from './purchase';
import { amendedBy } from './purchase-amended';
import { justPlaced } from './undo';
import { isUnderWay, ordersLike, orderValue, SLOT } from './which-order';

const PLACED_SAYS = { gone: {} } as const;
const say = replies('Placed', PLACED_SAYS);

const WISH = z.record(z.string(), SLOT);

/** What would be ordered in the place of that order: the same goods changed, or goods that are still to be found. */
type Replacing = { readonly key: string; readonly orderId: string; readonly basket?: Basket; readonly wish?: Slots };
const isReplacing: Shape<Replacing> = shapeOf(
  z.object({ key: z.string(), orderId: z.string(), basket: z.optional(BASKET), wish: z.optional(WISH) }),
);

const instead = ask<Replacing, { order: 'order' }, ShopperScene>({
  id: 'Placed.instead',
  state: isReplacing,
  commits: true,
  with: { order: 'order' },
  expects: ['yesno'],
  amendedBy: ['Reorder', 'CancelOrder'],
  ifLeft: 'drop',
  async answer(answer, state, scene) {
    if (answer.kind === 'no') return confirmRefusal('changes', {}, scene);
    if (answer.kind === 'slots') return otherwise(answer.slots, state.orderId, scene);
    return answer.kind === 'yes' ? replaced(state, scene) : null;
  },
});

type Adding = { readonly orderId: string; readonly wish: Slots };
const isAdding: Shape<Adding> = shapeOf(z.object({ orderId: z.string(), wish: WISH }));

const besides = ask<Adding, { order: 'order' }, ShopperScene>({
  id: 'Placed.besides',
  state: isAdding,
  // With half a yes nobody wants the same twice.
  commits: true,
  with: { order: 'order' },
  expects: ['yesno'],
  amendedBy: ['Reorder', 'CancelOrder'],
  ifLeft: 'drop',
  async answer(answer, { orderId, wish }, scene) {
    if (answer.kind === 'no') return confirmRefusal('buys', {}, scene);
    if (answer.kind === 'slots') return otherwise(answer.slots, orderId, scene);
    if (answer.kind !== 'yes') return null;
    const isNamed = Object.keys(wish).length > 0;
    return isNamed ? { instead: { intent: 'Reorder', slots: wish } } : { replies: [], ending: whatInstead() };
  },
});

export const Placed: Part = { name: 'Placed', personal: true, says: PLACED_SAYS, asks: { instead, besides } };

/** null: nothing was placed a moment ago that is still to come, or it is no change of that. Nothing is changed yet. */
export async function changeOfPlaced(slots: Slots, before: Scene): Promise<Acted | null> {
  const { topic, owner } = before.memory;
  if (!before.shopper || owner === 'human' || topic.orderId === undefined || !justPlaced(before)) return null;
  const scene = before as ShopperScene;
  const order = await orderOf(topic.orderId, scene);
  return order && changed(slots, order, scene);
}

/** What is said not to be wanted changes nothing into it. */
export function isRefused({ turn: { heard } }: Pick<Scene, 'turn'>): boolean {
  return heard.kind === 'intent' && heard.manner?.negated === true && heard.manner.refuses;
}

async function changed(slots: Slots, order: Order, scene: ShopperScene): Promise<Acted | null> {
  return isRefused(scene) ? notSo(slots, order, scene) : askedOf(slots, order, scene);
}

/** "I don't want three": what was ordered so is asked about, and no other change is made. null: it is no part of it, or all of it. */
function notSo({ quantity, product }: Slots, order: Order, scene: ShopperScene): Promise<Acted> | Acted | null {
  if (product) {
    const parts = ordersLike({ product }, [order]).length > 0 ? partOf(order, { product }) : null;
    return parts && propose(order, parts, scene);
  }
  const isIt = quantity !== undefined && order.lines.some((line) => line.quantity === quantity.number);
  return isIt ? propose(order, null, scene) : confirmRefusal('changes', {}, scene);
}

/** null: it is not among the orders, or nothing of it is still to come. */
async function orderOf(orderId: string, scene: ShopperScene): Promise<Order | null> {
  const orders = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  const order = orders.ok ? orders.value.find(({ id }) => id === orderId) : undefined;
  return order && isUnderWay(order) ? order : null;
}

/** What only brings more; all else changes what was placed. */
const BRINGS_MORE: Readonly<Record<string, true>> = { add: true, more: true };

async function askedOf(slots: Slots, order: Order, scene: ShopperScene): Promise<Acted | null> {
  const deed = (slots.amend ?? slots.change)?.ids[0];
  const values = { order: orderValue(order) };
  if (deed === 'drop') return propose(order, withoutGoods(order, slots), scene);
  const lines = order.lines.map(({ product, quantity }) => ({ productId: product.id, quantity }));
  if (deed === undefined ? isMoreOfIt(slots, lines) : BRINGS_MORE[deed]) {
    const state = { orderId: order.id, wish: wishOf(slots, order) };
    return { replies: [], ending: besides.put(values, state) };
  }
  // "Make it three", of several goods.
  if (deed === undefined && isUnclear(slots, { lines }))
    return { replies: [], ending: besides.put(values, { orderId: order.id, wish: {} }) };
  const amending = slots.product && deed === undefined ? null : await amendedBy(slots, { lines }, scene);
  const state = { key: scene.services.random(), orderId: order.id };
  switch (amending?.kind) {
    case 'basket':
      return isSame(amending.basket, lines)
        ? null
        : { replies: [], ending: instead.put(values, { ...state, basket: amending.basket }) };
    case 'instead':
      return { replies: [], ending: instead.put(values, { ...state, wish: amending.request.slots }) };
    case 'nothing':
      return propose(order, null, scene);
    default:
      return null;
  }
}

/** What is named of it; null: all of it, or what it does not have. */
function withoutGoods(order: Order, slots: Slots) {
  return slots.product && ordersLike(slots, [order]).length > 0 ? partOf(order, slots) : null;
}

/** "Three coffees", where two were ordered: with the same number it is asked about anyway. */
function isMoreOfIt({ product, quantity, basis }: Slots, placed: Basket['lines']): boolean {
  const same = placed.filter(({ productId }) => product?.ids.includes(productId));
  return quantity !== undefined && !basis && same.some((line) => line.quantity !== quantity.number);
}

/** "One more" names nothing: what was placed is meant, where that is one thing. */
function wishOf({ amend, change, ...slots }: Slots, { lines: [only, ...others] }: Order): Slots {
  if (slots.product || !only || others.length > 0) return slots;
  const product = { said: '', ids: [only.product.id] };
  return {
    product,
    quantity: slots.quantity ?? { said: '', ids: [], number: 1 },
    ...(slots.unit ? { unit: slots.unit } : {}),
  };
}

function isSame({ lines, addressId, speed }: Basket, placed: Basket['lines']): boolean {
  const isLike = lines.every(({ quantity, unit }, at) => quantity === placed[at]?.quantity && !unit);
  return isLike && lines.length === placed.length && !addressId && !speed;
}

/** Another change of it takes this one's place. */
async function otherwise(slots: Slots, orderId: string, scene: ShopperScene): Promise<Acted | null> {
  const order = await orderOf(orderId, scene);
  if (!order) return null;
  if (isCancelled(scene)) return propose(order, null, scene);
  // As many as were ordered: no change after all.
  return (await changed(slots, order, scene)) ?? confirmRefusal('changes', {}, scene);
}

function isCancelled({ turn: { heard } }: ShopperScene): boolean {
  return heard.kind === 'intent' && heard.intent === 'CancelOrder';
}

/** Only what is gone is ordered anew; what the shop has yet to agree to, or cannot do, is told. */
async function replaced({ key, orderId, basket, wish }: Replacing, scene: ShopperScene): Promise<Acted> {
  const gone = await cancelNow({ key, orderId, parts: null }, scene);
  if (!effectOf(gone, 'settled')) return gone;
  const next = basket ? await buy(basket, scene) : await Reorder.act(wish ?? {}, scene);
  const card = gone.card ? { card: gone.card } : {};
  return causing({ ...withBefore(told(gone), next), ...card }, ...(gone.effects ?? []));
}

/** It was named a moment ago; what comes back, and when, is on the card as well. */
function told({ replies: [, ...money] }: Acted): readonly Reply[] {
  return [say('gone'), ...money.map((one) => ({ ...one, spare: true }) as const)];
}
