/** What lies in the cart: told, changed, and ordered by the same safe purchase as everything else. */

import type { CartLine } from '../services/commerce/cart';
import type { Slots } from '../vocabulary/heard';
import type { Reply } from '../vocabulary/outcome';
import { page, speak } from './kit/choosing';
import { type Acted, type AnswerGiven, ask, done, type Intent, type ShopperScene, withBefore } from './kit/define';
import { NO_STATE, type NoState } from './kit/state';
import { changeOf } from './parts/cart-change';
import { type CartChanged, changeCart, emptyCart, putOne, withCart } from './parts/cart-changing';
import { fitCart } from './parts/cart-fit';
import { goodsFor, optionsOf } from './parts/cart-goods';
import {
  type CartChoice,
  type CartTold,
  isCartChoice,
  isPlaceInCart,
  OF_CART,
  type PlaceInCart,
  WITH_GOODS,
} from './parts/cart-state';
import { waitingCart } from './parts/cart-waiting';
import { AT_A_BREATH, asTold, CART_SAYS, numberOf, say, tellLines, wantedOf } from './parts/cart-words';
import { buy } from './parts/purchase';
import { whatInstead } from './Reorder';
import { offerPerson } from './TalkToHuman';

const SLOTS = { product: 'Product', quantity: 'AMAZON.NUMBER', act: 'CartAct', checkout: 'Checkout' } as const;

const order = ask<CartTold, { total: 'money' }, ShopperScene>({
  ...WITH_GOODS,
  id: 'CartCheckout.order',
  with: { total: 'money' },
  expects: ['yesno', 'number'],
  ifLeft: 'wait',
  answer: (answer, { lines }, scene) => answerOrder(answer, scene, (cart) => ordered(asTold(cart, lines), scene)),
  again: (_state, where, scene) =>
    withCart(scene, (cart) => (where === 'here' ? askOrder(cart, scene, []) : tell(cart, 0, scene))),
});

/** After something else, and never a second time: it is dropped where the shopper goes on with another matter. */
const offer = ask<CartTold, { count: 'number' }, ShopperScene>({
  ...WITH_GOODS,
  id: 'CartCheckout.offer',
  group: null,
  role: 'in-passing',
  with: { count: 'number' },
  expects: ['yesno'],
  ifLeft: 'drop',
  answer: (answer, _state, scene) => answerOrder(answer, scene, (cart) => pay(cart, scene)),
});

const more = ask<PlaceInCart, Record<never, never>, ShopperScene>({
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

const clearing = ask<NoState, { count: 'number' }, ShopperScene>({
  id: 'CartCheckout.clearing',
  state: NO_STATE,
  commits: true,
  with: { count: 'number' },
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return done(say('stays'));
    if (answer.kind !== 'yes') return null;
    return withCart(scene, async (cart) => toldOf(await emptyCart(cart, scene), scene));
  },
});

const which = ask<CartChoice, { count: 'number'; options: 'list' }, ShopperScene>({
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

export const CartCheckout: Intent = {
  name: 'CartCheckout',
  acts: 'buys',
  aboutOrders: true,
  slots: SLOTS,
  personal: true,
  says: CART_SAYS,
  asks: { order, offer, more, clearing, which },
  act: (slots, scene) => withCart(scene, (cart) => act(slots, cart, scene)),
};

async function act(slots: Slots, cart: readonly CartLine[], scene: ShopperScene): Promise<Acted> {
  const said = slots.checkout?.ids[0] ?? slots.act?.ids[0];
  const asked = said === 'drop' && !slots.product ? 'empty' : said;
  if (asked === 'coupon') return offerPerson({ reason: 'policy', said: [say('noCoupon')] }, scene);
  const change = asked === 'empty' ? null : changeOf(slots, cart);
  if (change) return toldOf(await changeCart(change, cart, scene), scene);
  const count = numberOf(cart.length);
  if (cart.length === 0) return { replies: [say('empty')], ending: whatInstead() };
  switch (asked) {
    case 'save':
      return done(say('kept'));
    case 'empty':
      return { replies: [], ending: clearing.put({ count }, {}) };
    case 'total':
      return askOrder(cart, scene, [say('holds', { count })]);
    case 'pay':
      return pay(cart, scene);
    default:
      return tell(cart, 0, scene);
  }
}

/** A yes to what was told; what is said of the cart otherwise changes it, and it is asked again. */
async function answerOrder(
  answer: AnswerGiven,
  scene: ShopperScene,
  onYes: (cart: readonly CartLine[], scene: ShopperScene) => Promise<Acted>,
): Promise<Acted | null> {
  if (answer.kind === 'no') return done(say('stays'));
  if (answer.kind !== 'yes' && answer.kind !== 'slots') return null;
  const slots = answer.kind === 'slots' ? answer.slots : null;
  return withCart<null>(scene, async (cart) => {
    if (!slots || slots.checkout?.ids[0] === 'pay') return onYes(cart, scene);
    const change = changeOf(slots, cart);
    return change && toldOf(await changeCart(change, cart, scene), scene, (said, now) => askOrder(now, scene, said));
  });
}

/** The cart after a change: what became of it, and what comes next; the question which goods are meant comes first. */
async function toldOf(
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
function pay(cart: readonly CartLine[], scene: ShopperScene): Promise<Acted> {
  return cart.length > AT_A_BREATH ? tell(cart, 0, scene) : ordered(cart, scene);
}

async function ordered(cart: readonly CartLine[], scene: ShopperScene): Promise<Acted> {
  return cart.length === 0 ? done(say('empty')) : buy({ lines: wantedOf(cart), fromCart: true }, scene);
}

async function tell(cart: readonly CartLine[], at: number, scene: ShopperScene): Promise<Acted> {
  if (cart.length === 0) return done(say('empty'));
  const { reply, next, rest } = tellLines(cart, at, scene);
  return rest > 0 ? { replies: [reply], ending: more.put({}, { at: next }) } : askOrder(cart, scene, [reply]);
}

async function askOrder(cart: readonly CartLine[], scene: ShopperScene, before: readonly Reply[]): Promise<Acted> {
  const fitted = await fitCart(cart, scene);
  if (fitted.kind !== 'fits') return withBefore(before, fitted.acted);
  const total = { type: 'money', money: fitted.quote.total } as const;
  return { replies: [...before, ...fitted.said], ending: order.put({ total }, { lines: wantedOf(fitted.lines) }) };
}

/** What waits in the cart, once a visit behind an answer that is briefer then; only what is true now. */
export async function withWaitingCart(acted: Acted, scene: ShopperScene): Promise<Acted> {
  const waits = await waitingCart(acted, scene);
  if (!waits) return acted;
  const { count, lines, reply } = waits;
  return { replies: [...acted.replies.slice(0, 1), reply], ending: offer.put({ count }, { lines }) };
}
