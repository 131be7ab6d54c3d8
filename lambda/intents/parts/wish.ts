/** What somebody wants to order, as far as it was said: each of the goods with its count, and all that was said besides. */

import * as z from 'zod/mini';
import type { Speed } from '../../services/commerce/shipping';
import { SPEED } from '../../services/commerce/stored';
import type { Slot, Slots } from '../../vocabulary/heard';
import { type Line, linesIn } from '../../vocabulary/lines';
import { MENTION } from '../kit/state';
import { ASIDES, type Asides } from './asides';
import { BASKET, type Basket, type BasketLine, COUNTING, type Counting, WANTED_LINES } from './basket';

/** Goods that are not found out yet. */
export type Wished = { readonly said: string; readonly ids: readonly string[]; readonly count?: Counting };

export type OrderWish = Asides & {
  /** Of the goods that are being found out. */
  readonly count?: Counting;
  readonly speed?: Speed;
  /** What else is wanted, in the order it was said. */
  readonly next?: readonly Wished[];
  /** What is wanted and settled. */
  readonly lines?: readonly BasketLine[];
  /** What was offered to choose from. */
  readonly among?: readonly string[];
  /** What is wanted lies in the shopper's cart. */
  readonly fromCart?: true;
  /** The purchase whose place it would take. */
  readonly was?: Basket;
};

export const WISH = z.extend(ASIDES, {
  count: z.optional(COUNTING),
  speed: z.optional(SPEED),
  next: z.optional(z.array(z.extend(MENTION, { count: z.optional(COUNTING) }))),
  lines: z.optional(WANTED_LINES),
  among: z.optional(z.array(z.string())),
  fromCart: z.optional(z.literal(true)),
  was: z.optional(BASKET),
});

export function wishOf(slots: Slots): OrderWish {
  const [, ...others] = slots.product ? linesIn(slots) : [undefined, ...linesIn(slots)];
  const count = countingOf(slots.quantity, slots.unit);
  const speed = slots.speed?.ids[0] as Speed | undefined;
  const next = others.flatMap((line) => (line ? [wishedOf(line)] : []));
  return {
    ...(count ? { count } : {}),
    ...(speed ? { speed } : {}),
    ...(next.length > 0 ? { next } : {}),
    ...(slots.fromCart ? { fromCart: true } : {}),
    ...asidesOf(slots),
  };
}

/** What was said later counts; goods come on top. */
export function merge(older: OrderWish, newer: OrderWish): OrderWish {
  const next = [...(newer.next ?? []), ...(older.next ?? [])];
  return { ...older, ...newer, ...(next.length > 0 ? { next } : {}) };
}

/** A number that was not heard as one is asked for. */
export function countingOf(quantity: Slot | undefined, unit: Slot | undefined): Counting | undefined {
  const known = unit?.ids[0];
  if (!quantity && !known) return undefined;
  // "A kilo of coffee" has no number but one.
  return { number: quantity ? countIn(quantity) : 1, ...(known ? { unit: known } : {}) };
}

/** Nobody counts so far: digits of a card or a telephone are neither said again nor kept. */
const MOST_COUNTED = 99_999;

function countIn({ number }: Slot): number | null {
  return number !== undefined && Math.abs(number) <= MOST_COUNTED ? number : null;
}

function wishedOf({ product, quantity, unit }: Line): Wished {
  const count = countingOf(quantity, unit);
  return { said: product?.said ?? '', ids: product?.ids ?? [], ...(count ? { count } : {}) };
}

function asidesOf({ place, date, extra, left, beyond, refused }: Slots): Asides {
  return {
    ...(place ? { to: { said: place.said, ids: place.ids } } : {}),
    ...(date ? { day: true } : {}),
    ...(extra?.ids[0] ? { extra: extra.ids[0] } : {}),
    ...(left ? { left: left.said } : {}),
    ...(beyond ? { beyond: beyond.said } : {}),
    ...(refused ? { refused: refused.said } : {}),
  };
}

/** "Why so much?" is of what was told, and names nothing to buy. */
export function onlyAsks({ detail, product, basis, change }: Slots): boolean {
  return detail !== undefined && !(product || basis || change);
}
