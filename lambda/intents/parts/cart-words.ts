/** The sentences about a cart: what lies in it, what was changed, and what waits there after something else. */

import type { CartLine } from '../../services/commerce/cart';
import type { WantedLine } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import type { ProductName, ValueOf } from '../../vocabulary/values';
import { replies, type Scene } from '../kit/define';

export const CART_SAYS = {
  noCart: {},
  onlyThere: {},
  finishThere: {},
  onPage: {},
  empty: {},
  holds: { count: 'number' },
  inCart: { count: 'number', items: 'list' },
  first: { count: 'number', items: 'list' },
  next: { items: 'list' },
  soldOut: { product: 'product' },
  atMost: { product: 'product', count: 'number' },
  nothingLeft: {},
  removed: { product: 'product' },
  setTo: { item: 'amount' },
  added: { item: 'amount' },
  notInCart: { said: 'name' },
  maybe: {},
  notSold: { said: 'name' },
  ofWhich: {},
  emptied: {},
  each: { product: 'product', price: 'money' },
  stays: {},
  kept: {},
  noCoupon: {},
  waiting: { count: 'number', price: 'money' },
  waitingFree: { count: 'number' },
} as const;
export const say = replies('CartCheckout', CART_SAYS);

/** A purchase of more is too long to be summed up with all its goods. */
export const AT_A_BREATH = 2;

/** More with its numbers takes longer than a turn may by ear, and is not read at a glance. */
const AT_ONCE = { speech: 2, text: 10 } as const;

/** Sizes would make a long list of it; whoever asks "which ones exactly" hears them. */
export type CartTelling = 'short' | 'with sizes';

/** From `at` on, as many as are told at once; the count comes first. `rest`: how many come after them. */
export function tellLines(
  lines: readonly CartLine[],
  at: number,
  { scene, how }: { readonly scene: Pick<Scene, 'turn'>; readonly how: CartTelling },
): { readonly reply: Reply; readonly next: number; readonly rest: number } {
  const next = at + AT_ONCE[scene.turn.form];
  const rest = Math.max(0, lines.length - next);
  const items: ValueOf<'list'> = {
    type: 'list',
    items: lines.slice(at, next).map((line) => (how === 'short' ? amountOf(line) : withSize(line))),
    join: 'and',
  };
  const count = numberOf(lines.length);
  const reply =
    at > 0 ? say('next', { items }) : rest > 0 ? say('first', { count, items }) : say('inCart', { count, items });
  return { reply, next, rest };
}

function shortName({ pack, ...name }: ProductName): ProductName {
  return pack ? { ...name, pack: { kind: pack.kind } } : name;
}

export function amountOf({ product, quantity }: Pick<CartLine, 'product' | 'quantity'>): ValueOf<'amount'> {
  return { type: 'amount', product: shortName(product.name), quantity };
}

function withSize({ product, quantity }: CartLine): ValueOf<'amount'> {
  return { type: 'amount', product: product.name, quantity };
}

export function eachOf({ product, unitPrice }: CartLine): Reply {
  return say('each', { product: productOf(product.name), price: { type: 'money', money: unitPrice } });
}

export function numberOf(number: number): ValueOf<'number'> {
  return { type: 'number', number };
}

export function productOf(product: ProductName): ValueOf<'product'> {
  return { type: 'product', product: shortName(product) };
}

export function wantedOf(lines: readonly CartLine[]): readonly WantedLine[] {
  return lines.map(({ product, quantity }) => ({ productId: product.id, quantity }));
}

/** What of the cart was told: a yes is to that, and not to what was put in since or cannot be had. */
export function asTold(cart: readonly CartLine[], told: readonly WantedLine[]): readonly CartLine[] {
  return cart.flatMap((line) => {
    const known = told.find(({ productId }) => productId === line.product.id);
    return known ? [{ ...line, quantity: Math.min(line.quantity, known.quantity) }] : [];
  });
}
