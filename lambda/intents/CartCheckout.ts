/** What lies in the cart: told, changed, and ordered by the same safe purchase as everything else. */

import type { CartLine } from '../services/commerce/cart';
import type { Slots } from '../vocabulary/heard';
import { type Acted, ask, done, type Intent, type ShopperScene } from './kit/define';
import { NO_STATE, type NoState } from './kit/state';
import { changeOf } from './parts/cart-change';
import { changeCart, emptyCart, withCart } from './parts/cart-changing';
import { pageCarts } from './parts/cart-page';
import { type CartTold, WITH_GOODS } from './parts/cart-state';
import { waitingCart } from './parts/cart-waiting';
import { CART_SAYS, numberOf, say } from './parts/cart-words';
import { answerOrder, askOrder, more, order, pay, tell, toldOf, which } from './parts/cartcheckout-told';
import { whatInstead } from './Reorder';
import { offerPerson } from './TalkToHuman';

const SLOTS = { product: 'Product', quantity: 'AMAZON.NUMBER', act: 'CartAct', checkout: 'Checkout' } as const;

export const OFFER = 'CartCheckout.offer';

/** After something else, and never a second time: it is dropped where the shopper goes on with another matter. */
const offer = ask<CartTold, { count: 'number' }, ShopperScene>({
  ...WITH_GOODS,
  id: OFFER,
  group: null,
  role: 'in-passing',
  with: { count: 'number' },
  expects: ['yesno'],
  ifLeft: 'drop',
  answer: (answer, _state, scene) => answerOrder(answer, scene, (cart) => pay(cart, scene)),
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

/** "Clear the tablets out of my cart" empties nothing. */
function act({ act: deed, ...slots }: Slots, cart: readonly CartLine[], scene: ShopperScene): Promise<Acted> {
  const isOfGoods = deed?.ids[0] === 'empty' && slots.product !== undefined;
  return acted({ ...slots, ...(deed ? { act: isOfGoods ? { ...deed, ids: ['drop'] } : deed } : {}) }, cart, scene);
}

async function acted(slots: Slots, cart: readonly CartLine[], scene: ShopperScene): Promise<Acted> {
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
      if (pageCarts(scene)) return done(say('onlyThere'));
      return { replies: [], ending: clearing.put({ count }, {}) };
    case 'total':
      return askOrder(cart, scene, [say('holds', { count })]);
    case 'pay':
      return pay(cart, scene);
    default:
      return tell(cart, 0, scene);
  }
}

/** What waits in the cart, once a visit behind an answer that is briefer then; only what is true now. */
export async function withWaitingCart(acted: Acted, scene: ShopperScene): Promise<Acted> {
  const waits = await waitingCart(acted, scene);
  if (!waits) return acted;
  const { count, lines, reply } = waits;
  return { replies: [...acted.replies.slice(0, 1), reply], ending: offer.put({ count }, { lines }) };
}
