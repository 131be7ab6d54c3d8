/** What is to be bought, before a quote, and how "make it three" or "by express" changes it. */

import { z } from 'zod';
import type { Wanted, WantedLine } from '../../services/commerce/purchases';
import type { Speed } from '../../services/commerce/shipping';
import { SPEED } from '../../services/commerce/stored';
import type { Slots } from '../../vocabulary/heard';
import type { HandOffRequest } from '../../vocabulary/outcome';

/** A wanted purchase, as far as it is known before a quote. `sure`: the shopper wants the same goods once more. */
export type Basket = Wanted & {
  readonly sure?: boolean;
  /** Of several goods, the one whose count was asked for. */
  readonly of?: string;
};

/** A count that turned out to be a secret was taken out when it was stored; it is asked for again. */
export const WANTED_LINES = z.array(z.object({ productId: z.string(), quantity: z.number().optional() }));

export const BASKET = z.object({
  lines: WANTED_LINES,
  speed: SPEED.optional(),
  sure: z.boolean().optional(),
  of: z.string().optional(),
});

/** The same basket, changed; null: that was no change to it. Goods that are not in it are another matter. */
export function changed({ product, basis, quantity, speed }: Slots, basket: Basket): Basket | null {
  if (basis || !(quantity || speed)) return null;
  const { of, ...kept } = basket;
  const meant = product ? named(product.ids, basket.lines) : quantity ? counted(basket) : basket.lines;
  if (meant.length === 0 || (product && basket.lines.length === 1)) return null;
  // A number that was not heard as one is asked for again.
  const count = (line: WantedLine) => (quantity && meant.includes(line) ? (quantity.number ?? 0) : line.quantity);
  const lines = basket.lines.map((line) => ({ ...line, quantity: count(line) }));
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

/** The first of them whose count was not heard as one. */
export function uncountedIn({ lines }: Pick<Basket, 'lines'>): WantedLine | undefined {
  return lines.find(({ quantity }) => !(Number.isInteger(quantity) && quantity > 0));
}

/** The goods besides this one. */
export function withoutLine(basket: Basket, productId: string): Basket {
  return { ...basket, lines: basket.lines.filter((line) => line.productId !== productId) };
}

function named(ids: readonly string[], lines: readonly WantedLine[]): readonly WantedLine[] {
  const found = lines.filter((line) => ids.includes(line.productId));
  return found.length === 1 ? found : [];
}

function counted({ lines, of }: Basket): readonly WantedLine[] {
  return lines.length === 1 ? lines : lines.filter(({ productId }) => productId === of);
}
