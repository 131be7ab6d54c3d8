/** How many of what a shopper wants in the cart from now on, as far as the words say it. Data in, data out. */

import type { CartLine } from '../../services/commerce/cart';
import { meant } from '../../services/commerce/catalogue';
import type { WantedLine } from '../../services/commerce/purchases';
import type { Slot, Slots } from '../../vocabulary/heard';
import { atPlace } from '../../vocabulary/places';

export type CartChange =
  | { readonly kind: 'lines'; readonly lines: readonly WantedLine[] }
  /** Goods that have to be found first. `count`: how many more; null: not heard. */
  | { readonly kind: 'add'; readonly product: Slot; readonly count: number | null }
  /** Of several in the cart it is not clear which, or how many. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'several'; readonly lines: readonly CartLine[]; readonly to: number }
  | { readonly kind: 'none'; readonly product: Slot };

/** null: it changes nothing. */
export function changeOf(slots: Slots, cart: readonly CartLine[]): CartChange | null {
  const { product, quantity } = slots;
  switch ((slots.act ?? slots.amend ?? slots.change)?.ids[0]) {
    case 'drop':
      return each(product, cart, () => 0);
    case 'only':
      return product ? onlyThese(product, cart) : each(product, cart, () => countIn(quantity));
    case 'add':
    case 'also':
      return product ? { kind: 'add', product, count: quantity ? countIn(quantity) : 1 } : { kind: 'unclear' };
    case 'more':
      return each(product, cart, (before) => before + 1);
    case 'less':
      return each(product, cart, (before) => before - 1);
    case 'double':
      return each(product, cart, (before) => before * 2);
    case 'set':
      return quantity ? each(product, cart, () => countIn(quantity)) : { kind: 'unclear' };
    case undefined:
      return quantity && isKnown(product, cart) ? each(product, cart, () => countIn(quantity)) : null;
    default:
      return null;
  }
}

/** A number of goods that are not in the cart is an order of its own. */
function isKnown(product: Slot | undefined, cart: readonly CartLine[]): boolean {
  return !product || linesOf(product, cart).length > 0;
}

/** null: not heard as a number of things. */
function countIn(quantity: Slot | undefined): number | null {
  const number = quantity?.number;
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : null;
}

/** By their names, or by the place they were told in: "the second one". */
export function linesOf(product: Slot, cart: readonly CartLine[]): readonly CartLine[] {
  const { ordinal } = product;
  if (product.ids.length === 0 && ordinal !== undefined) return [atPlace(cart, ordinal) ?? []].flat();
  const goods = meant(
    product,
    cart.map((line) => line.product),
  );
  return goods.length > 0
    ? cart.filter((line) => goods.includes(line.product))
    : cart.filter((line) => isPartOf(product.said, line));
}

/** Among so few goods a part of a name is enough: "the tablets" are the dishwasher's. What changes is said. */
function isPartOf(said: string, { product }: CartLine): boolean {
  const name = ` ${[product.name.title, ...product.words].join(' ').toLowerCase()} `;
  const words = said.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length > 0 && words.every((word) => name.includes(` ${word} `));
}

function each(
  product: Slot | undefined,
  cart: readonly CartLine[],
  next: (before: number) => number | null,
): CartChange {
  const [line, ...others] = product ? linesOf(product, cart) : cart;
  if (!line) return product ? { kind: 'none', product } : { kind: 'unclear' };
  const to = next(line.quantity);
  if (to === null || (others.length > 0 && !product)) return { kind: 'unclear' };
  if (others.length > 0) return { kind: 'several', lines: [line, ...others], to };
  return { kind: 'lines', lines: [{ productId: line.product.id, quantity: Math.max(0, to) }] };
}

function onlyThese(product: Slot, cart: readonly CartLine[]): CartChange {
  const stay = linesOf(product, cart);
  if (stay.length === 0) return { kind: 'none', product };
  const gone = cart.filter((line) => !stay.includes(line));
  return { kind: 'lines', lines: gone.map((line) => ({ productId: line.product.id, quantity: 0 })) };
}
