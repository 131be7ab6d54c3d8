/** The cart as it is told and asked about: its order, what else of it there is to hear, and which of several goods is meant. */

import type { CartLine } from '../../services/commerce/cart';
import type { Proposal } from '../../services/commerce/purchases';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import { page, speak } from '../kit/choosing';
import { type Acted, type AnswerGiven, ask, done, type ShopperScene, withBefore } from '../kit/define';
import { echo } from '../kit/echo';
import { addressFor } from './asides';
import { changeOf, linesOf } from './cart-change';
import { type CartChanged, changeCart, putOne, withCart } from './cart-changing';
import { fitCart } from './cart-fit';
import { goodsFor, optionsOf } from './cart-goods';
import { finishedThere, pageCarts } from './cart-page';
import {
  type CartChoice,
  type CartTold,
  isCartChoice,
  isPlaceInCart,
  OF_CART,
  type PlaceInCart,
  WITH_GOODS,
} from './cart-state';
import { AT_A_BREATH, asTold, type CartTelling, eachOf, say, tellLines, wantedOf } from './cart-words';
import { buy } from './purchase';
import { shipTo } from './purchase-amended';
import { arrivesOn, say as purchase } from './purchase-words';

export const order = ask<CartTold, { total: 'money' }, ShopperScene>({
  ...WITH_GOODS,
  id: 'CartCheckout.order',
  with: { total: 'money' },
  expects: ['yesno', 'number'],
  ifLeft: 'wait',
  answer: (answer, { lines }, scene) => answerOrder(answer, scene, (cart) => ordered(asTold(cart, lines), scene)),
  again: (_state, where, scene) =>
    withCart(scene, (cart) => (where === 'here' ? askOrder(cart, scene, []) : tell(cart, 0, scene))),
});

export const more = ask<PlaceInCart, Record<never, never>, ShopperScene>({
  ...OF_CART,
  id: 'CartCheckout.more',
  state: isPlaceInCart,
  with: {},
  expects: ['yesno'],
  ifLeft: 'wait',
  async answer(answer, { at }, scene) {
    if (answer.kind === 'slots') return answerOrder(answer, scene, ordered);
    if (answer.kind === 'no') return withCart(scene, (cart) => askOrder(cart, scene, []));
    const isNext = answer.kind === 'yes' || (answer.kind === 'page' && answer.to === 'next');
    return isNext ? withCart(scene, (cart) => tell(cart, at, scene)) : null;
  },
});

export const which = ask<CartChoice, { count: 'number'; options: 'list' }, ShopperScene>({
  ...OF_CART,
  id: 'CartCheckout.which',
  group: null,
  state: isCartChoice,
  with: { count: 'number', options: 'list' },
  expects: ['ordinal', 'product'],
  elicits: { intent: 'Reorder', slot: 'product' },
  ifLeft: 'drop',
  async answer(answer, state, scene) {
    const choose = (productId: string) =>
      withCart(scene, async (cart) => toldOf(await putOne(productId, state.count, { cart, scene }), scene));
    if (answer.kind === 'option') return choose(answer.option);
    if (answer.kind === 'page') return askWhich({ ...state, ...page(state, answer.to) }, scene);
    if (answer.kind === 'no') return done(say('stays'));
    if (answer.kind !== 'slots' || !answer.slots.product) return null;
    const [only, ...others] = await goodsFor(answer.slots.product, scene, state.ids);
    return only && others.length === 0 ? choose(only.id) : null;
  },
});

/** A yes to what was told; what is said of the cart otherwise changes it, and it is asked again. */
export async function answerOrder(
  answer: AnswerGiven,
  scene: ShopperScene,
  onYes: (cart: readonly CartLine[], scene: ShopperScene) => Promise<Acted>,
): Promise<Acted | null> {
  if (answer.kind === 'no') return done(say('stays'));
  if (answer.kind !== 'yes' && answer.kind !== 'slots') return null;
  const slots = answer.kind === 'slots' ? answer.slots : null;
  return withCart<null>(scene, async (cart) => {
    if (!slots || slots.checkout?.ids[0] === 'pay' || isOrderIt(slots)) return onYes(cart, scene);
    const asked = await askedOf(slots, cart, scene);
    if (asked) return asked;
    const change = changeOf(slots, cart);
    return change && toldOf(await changeCart(change, cart, scene), scene, (said, now) => askOrder(now, scene, said));
  });
}

/** "Order", "order them", where these are what was asked about. */
function isOrderIt(slots: Slots): boolean {
  return Object.values(slots).every(({ refers }) => refers);
}

/** What is asked of it besides, and "all but the tablets": the rest is ordered, and those stay in it. null: nothing. */
async function askedOf(slots: Slots, cart: readonly CartLine[], scene: ShopperScene): Promise<Acted | null> {
  const { detail, amend, product, place } = slots;
  const to = place ? addressFor(place, scene)?.id : shipTo(slots, scene);
  if (to) return ordered(cart, scene, to);
  if (place && !product) return askOrder(cart, scene, [purchase('noSuchAddress')]);
  if (amend?.ids[0] === 'except' && product) {
    const stay = linesOf(product, cart);
    if (stay.length === 0) return askOrder(cart, scene, [say('notInCart', { said: echo(product, scene) })]);
    return ordered(
      cart.filter((line) => !stay.includes(line)),
      scene,
    );
  }
  switch (detail?.ids[0]) {
    case 'describe':
      return tell(cart, 0, scene, 'with sizes');
    case 'each':
      return askOrder(cart, scene, cart.slice(0, AT_A_BREATH).map(eachOf));
    case 'when':
      return askOrder(cart, scene, (quote) => [arrivesOn(quote)]);
    // The question says it.
    case 'total':
      return askOrder(cart, scene, []);
    default:
      return null;
  }
}

/** The cart after a change: what became of it, and what comes next; the question which goods are meant comes first. */
export async function toldOf(
  changed: CartChanged,
  scene: ShopperScene,
  next: After = (said) => done(...said),
): Promise<Acted> {
  if (changed.kind === 'not') return changed.acted;
  if (changed.kind === 'which') return askWhich({ ids: changed.ids, at: 0, count: changed.count }, scene);
  return changed.cart.length === 0 ? done(...changed.said) : next(changed.said, changed.cart);
}

type After = (said: readonly Reply[], cart: readonly CartLine[]) => Promise<Acted> | Acted;

async function askWhich({ count, ...state }: CartChoice, scene: ShopperScene): Promise<Acted> {
  const spoken = speak(state, await optionsOf(state.ids, scene));
  return { replies: [], ending: which.put(spoken.values, { ...spoken.page, count }, spoken.options) };
}

/** What can be summed up in one breath is; more is read out first. */
export function pay(cart: readonly CartLine[], scene: ShopperScene): Promise<Acted> {
  // There its pages sum it up.
  return cart.length > AT_A_BREATH && !pageCarts(scene) ? tell(cart, 0, scene) : ordered(cart, scene);
}

async function ordered(cart: readonly CartLine[], scene: ShopperScene, addressId?: string): Promise<Acted> {
  const carts = pageCarts(scene);
  if (cart.length > 0 && carts) return finishedThere(carts, scene);
  return cart.length === 0
    ? done(say('empty'))
    : buy({ lines: wantedOf(cart), fromCart: true, ...(addressId ? { addressId } : {}) }, scene);
}

export async function tell(
  cart: readonly CartLine[],
  at: number,
  scene: ShopperScene,
  how: CartTelling = 'short',
): Promise<Acted> {
  if (cart.length === 0) return done(say('empty'));
  const { reply, next, rest } = tellLines(cart, at, { scene, how });
  return rest > 0 ? { replies: [reply], ending: more.put({}, { at: next }) } : askOrder(cart, scene, [reply]);
}

export async function askOrder(
  cart: readonly CartLine[],
  scene: ShopperScene,
  before: readonly Reply[] | ((quote: Proposal) => readonly Reply[]),
): Promise<Acted> {
  const isOfQuote = typeof before === 'function';
  if (pageCarts(scene)) return done(...(isOfQuote ? [] : before), say('finishThere'));
  const fitted = await fitCart(cart, scene);
  if (fitted.kind !== 'fits') return withBefore(isOfQuote ? [] : before, fitted.acted);
  const told = isOfQuote ? before(fitted.quote) : before;
  const total = { type: 'money', money: fitted.quote.total } as const;
  return { replies: [...told, ...fitted.said], ending: order.put({ total }, { lines: wantedOf(fitted.lines) }) };
}
