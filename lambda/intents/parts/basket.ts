/** What is to be bought, before a quote, and how "make it three" or "by express" changes it. */

import * as z from 'zod/mini';
import type { Wanted, WantedLine } from '../../services/commerce/purchases';
import type { Speed } from '../../services/commerce/shipping';
import { SPEED } from '../../services/commerce/stored';
import type { Slots } from '../../vocabulary/heard';
import type { HandOffRequest } from '../../vocabulary/outcome';

/** How many, in the shopper's own units; null: not heard. `unit` is a value of the slot type Unit. */
export type Counting = { readonly number: number | null; readonly unit?: string };

/** Goods with a count that may still have to become packs. `unheard`: a number was said, and not heard. */
export type BasketLine = WantedLine & { readonly unit?: string; readonly unheard?: true };

/** Stored means that were declined for it; an empty id: the one that is used by itself. */
type Declined = { readonly declined?: readonly string[] };

/** A wanted purchase, as far as it is known before a quote. `sure`: the shopper wants the same goods once more. */
export type Basket = Omit<Wanted, 'lines'> &
  Declined & {
    readonly lines: readonly BasketLine[];
    readonly sure?: boolean;
    /** Of several goods, the one whose count was asked for. */
    readonly of?: string;
    /** The goods it was chosen from, in the order they were offered. */
    readonly among?: readonly string[];
  };

/** A count that turned out to be a secret was taken out when it was stored; it is asked for again. */
export const WANTED_LINES = z.array(
  z.object({
    productId: z.string(),
    quantity: z.optional(z.number()),
    unit: z.optional(z.string()),
    unheard: z.optional(z.literal(true)),
  }),
);

export const BASKET = z.object({
  lines: WANTED_LINES,
  speed: z.optional(SPEED),
  addressId: z.optional(z.string()),
  sure: z.optional(z.boolean()),
  of: z.optional(z.string()),
  among: z.optional(z.array(z.string())),
  fromCart: z.optional(z.literal(true)),
  meansId: z.optional(z.string()),
  declined: z.optional(z.array(z.string())),
});
/** How many of something, as it is stored. */
export const COUNTING = z.object({ number: z.nullish(z.number()), unit: z.optional(z.string()) });

export function lineOf(productId: string, count: Counting): BasketLine {
  const { number, unit } = count;
  if (typeof number !== 'number') return { productId, quantity: 0, unheard: true };
  return { productId, quantity: number, ...(unit ? { unit } : {}) };
}

/** The same basket, changed; null: that was no change to it. Goods that are not in it are another matter. */
export function changed({ product, basis, quantity, unit, speed }: Slots, basket: Basket): Basket | null {
  if (basis || !(quantity || speed)) return null;
  const { of, ...kept } = basket;
  const meant = product ? named(product.ids, basket.lines) : quantity ? counted(basket) : basket.lines;
  if (meant.length === 0 || (product && basket.lines.length === 1)) return null;
  const known = unit?.ids[0];
  // A number that was not heard as one is asked for again.
  const count = { number: quantity?.number ?? null, ...(known ? { unit: known } : {}) };
  const lines = basket.lines.map((line) => (quantity && meant.includes(line) ? lineOf(line.productId, count) : line));
  const wish = speed ? { speed: (speed.ids[0] ?? 'standard') as Speed } : {};
  return { ...kept, lines, ...wish };
}

/** Whether a count was said that could be meant of several goods. */
export function isUnclear({ product, basis, quantity }: Slots, { lines }: Pick<Basket, 'lines'>): boolean {
  return Boolean(quantity && !product && !basis) && lines.length > 1;
}

/** For a person who takes the purchase over; whoever knows the titles adds them. */
export function goodsIn({ lines }: Pick<Basket, 'lines'>): HandOffRequest['lines'] {
  // How many may still be asked, since none cannot be ordered: who talks of goods wants one at least.
  return lines.map(({ productId, quantity }) => ({ productId, title: productId, quantity: Math.max(1, quantity) }));
}

/** These goods in the place of those. */
export function withInstead(basket: Basket, productId: string, by: string): Basket {
  const lines = basket.lines.map((line) => (line.productId === productId ? { ...line, productId: by } : line));
  return { ...basket, lines };
}

/** The goods besides this one. */
export function withoutLine(basket: Basket, productId: string): Basket {
  return { ...basket, lines: basket.lines.filter((line) => line.productId !== productId) };
}

function named(ids: readonly string[], lines: readonly BasketLine[]): readonly BasketLine[] {
  const found = lines.filter((line) => ids.includes(line.productId));
  return found.length === 1 ? found : [];
}

function counted({ lines, of }: Basket): readonly BasketLine[] {
  return lines.length === 1 ? lines : lines.filter(({ productId }) => productId === of);
}
