/** Changes the cart at the shop, and says what became of it. */

import type { CartLine } from '../../services/commerce/cart';
import type { Product } from '../../services/commerce/catalogue';
import type { WantedLine } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { echo } from '../kit/echo';
import { soldOf } from '../kit/goods';
import { offerPerson } from '../TalkToHuman';
import type { CartChange } from './cart-change';
import { goodsFor } from './cart-goods';
import { pageCarts } from './cart-page';
import { amountOf, numberOf, productOf, say } from './cart-words';
import { troubleWith } from './trouble';

/** How many of it from now on, or how many more. */
export type HowMany = { readonly to: number } | { readonly more: number };

export type CartChanged =
  /** Or as it was before, and why. */
  | { readonly kind: 'changed'; readonly said: readonly Reply[]; readonly cart: readonly CartLine[] }
  | { readonly kind: 'which'; readonly ids: readonly string[]; readonly count: HowMany }
  /** The shop does not say. */
  | { readonly kind: 'not'; readonly acted: Acted };

type WithCart<T> = (cart: readonly CartLine[]) => Promise<T> | T;

/** A shop that shares no carts has people who can look. */
export async function withCart<T>(scene: ShopperScene, next: WithCart<Acted | T>): Promise<Acted | T> {
  const carts = scene.services.shop.cart;
  if (!carts) return offerPerson({ reason: 'policy', said: [say('noCart')] }, scene);
  const cart = await carts.contents(scene.call);
  return cart.ok ? next(cart.value) : troubleWith(cart.error, scene);
}

export async function changeCart(
  change: CartChange,
  cart: readonly CartLine[],
  scene: ShopperScene,
): Promise<CartChanged> {
  if (pageCarts(scene)) return asItWas(cart, say('onlyThere'));
  switch (change.kind) {
    case 'lines':
      return putLines(change.lines, cart, scene);
    case 'add':
      return add(change, cart, scene);
    case 'several':
      return { kind: 'which', ids: change.lines.map(({ product }) => product.id), count: { to: change.to } };
    case 'none':
      return asItWas(cart, say('notInCart', { said: echo(change.product, scene) }));
    case 'unclear':
      return asItWas(cart, say('ofWhich'));
  }
}

function asItWas(cart: readonly CartLine[], why: Reply): CartChanged {
  return { kind: 'changed', said: [why], cart };
}

type Adding = Extract<CartChange, { kind: 'add' }>;

async function add({ product, count }: Adding, cart: readonly CartLine[], scene: ShopperScene): Promise<CartChanged> {
  if (count === null || count < 1) return asItWas(cart, say('ofWhich'));
  const [only, ...others] = await goodsFor(product, scene);
  if (!only) return asItWas(cart, say('notSold', { said: echo(product, scene) }));
  const ids = [only, ...others].map(({ id }) => id);
  return others.length > 0
    ? { kind: 'which', ids, count: { more: count } }
    : putOne(only.id, { more: count }, { cart, scene });
}

type In = { readonly cart: readonly CartLine[]; readonly scene: ShopperScene };

export function putOne(productId: string, count: HowMany, { cart, scene }: In): Promise<CartChanged> {
  const before = cart.find(({ product }) => product.id === productId)?.quantity ?? 0;
  const quantity = 'to' in count ? count.to : before + count.more;
  return putLines([{ productId, quantity }], cart, scene);
}

export function emptyCart(cart: readonly CartLine[], scene: ShopperScene): Promise<CartChanged> {
  return putLines(
    cart.map(({ product }) => ({ productId: product.id, quantity: 0 })),
    cart,
    scene,
  );
}

async function putLines(
  lines: readonly WantedLine[],
  before: readonly CartLine[],
  scene: ShopperScene,
): Promise<CartChanged> {
  const products = await soldOf(
    lines.map(({ productId }) => productId),
    scene,
  );
  const { cart } = scene.services.shop;
  const after = cart && 'change' in cart ? await cart.change(lines, scene.call) : null;
  if (!after) return asItWas(before, say('noCart'));
  if (after.ok) return { kind: 'changed', said: told(products, before, after.value), cart: after.value };
  const { error } = after;
  // It may have arrived: neither "done" nor "not done" would be true.
  if (error.kind === 'timeout' && error.outcome === 'unknown') return { kind: 'not', acted: done(say('maybe')) };
  const big = error.kind === 'too-many' && products.find(({ id }) => id === error.productId);
  if (error.kind !== 'too-many' || !big) return { kind: 'not', acted: troubleWith(error, scene) };
  return asItWas(before, say('atMost', { product: productOf(big.name), count: numberOf(error.max) }));
}

/** What became of these; where nothing is left, that says it all. */
function told(products: readonly Product[], before: readonly CartLine[], after: readonly CartLine[]): readonly Reply[] {
  if (after.length === 0) return [say('emptied')];
  return products.flatMap((product) => {
    const isSame = (line: CartLine) => line.product.id === product.id;
    const now = after.find(isSame);
    if (!now) return [say('removed', { product: productOf(product.name) })];
    const item = amountOf(now);
    return [before.some(isSame) ? say('setTo', { item }) : say('added', { item })];
  });
}
