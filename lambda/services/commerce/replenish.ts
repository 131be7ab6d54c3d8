/** In which rhythm a shopper buys a thing, and whether it is due: read from their own orders, and never more than a habit. */

import { dayAfter, daysFrom } from '../../vocabulary/calendar';
import type { PlainDate } from '../../vocabulary/values';
import type { Product } from './catalogue';
import type { Order } from './orders';
import { type BuyingRhythm, chanceWithin, estimate, logGap } from './rhythm';

export type BuyingHabit = {
  readonly product: Product;
  /** How many as a rule, as last time. */
  readonly quantity: number;
  readonly last: PlainDate;
  /** The day it is due by the rhythm: said as a guess. */
  readonly due: PlainDate;
  readonly today: PlainDate;
  /** Days a purchase of that size usually lasts; null: bought too seldom to tell. */
  readonly every: number | null;
  /** Days since it, or something that stands in for it, was bought. */
  readonly since: number;
  /** The gaps differ so much that only a rough guess can be made of them. */
  readonly isLoose: boolean;
  /** How often is what the shopper says, not what the orders say. */
  readonly isOwn: boolean;
  /** That it is bought within the next quarter of its gap. */
  readonly chance: number;
};

/** From so many purchases on a habit is spoken of. */
const LEAST = 3;
/** A gap that strays by more than this factor, up or down, is a loose one. */
const LOOSE = 0.4;
/** From this chance on it is called due. */
const DUE = 0.38;

type Bought = { readonly product: Product; days: { readonly day: number; readonly quantity: number }[] };

/** One a product, the likeliest to be bought next first. `orders` newest first; cancelled and returned ones do not count. */
export function buyingHabits(orders: readonly Order[]): readonly BuyingHabit[] {
  const today = orders[0]?.today;
  if (!today) return [];
  const all = boughtIn(orders, today);
  return all.map((one) => habitOf(one, all, today)).sort((a, b) => b.chance - a.chance);
}

/** As the shopper says how often, in days by product, which counts more than their orders; due once three quarters are over. */
export function withOwnRhythms(
  habits: readonly BuyingHabit[],
  rhythms: Readonly<Record<string, number>>,
): readonly BuyingHabit[] {
  const own = habits.map((one): BuyingHabit => {
    const every = rhythms[one.product.id];
    if (every === undefined) return one;
    const chance = one.since >= 0.75 * every ? 1 : 0;
    return { ...one, every, due: dayAfter(one.last, every), isLoose: false, isOwn: true, chance };
  });
  return own.toSorted((a, b) => b.chance - a.chance);
}

/** What is probably wanted again about now, the likeliest first: the day comes within a quarter of its gap. */
export function due(habits: readonly BuyingHabit[]): readonly BuyingHabit[] {
  return habits.filter(({ chance, since, every }) => chance >= DUE && every !== null && since >= 0.75 * every);
}

/** Days are counted back from today: 0 is today, -7 a week ago. Oldest first. */
function boughtIn(orders: readonly Order[], today: PlainDate): readonly Bought[] {
  const found = new Map<string, Bought>();
  for (const order of orders.toReversed()) {
    if (order.stage === 'cancelled' || order.stage === 'returned') continue;
    for (const { product, quantity } of order.lines) {
      const known = found.get(product.id) ?? { product, days: [] };
      known.days.push({ day: daysFrom(today, order.placed), quantity });
      found.set(product.id, known);
    }
  }
  return [...found.values()];
}

function habitOf({ product, days }: Bought, all: readonly Bought[], today: PlainDate): BuyingHabit {
  const others = all.filter((other) => other.product.id !== product.id);
  const alike = others.filter((other) => other.product.kind === product.kind);
  const rhythm = estimate(days, [...logsOf(alike), ...(alike.length > 0 ? [] : logsOf(others))]);
  const last = days.at(-1) ?? { day: 0, quantity: 1 };
  // Another coffee bought since then does for this one.
  const latest = Math.max(last.day, ...alike.flatMap((other) => other.days.at(-1)?.day ?? []));
  const every = days.length >= LEAST ? rhythm.gap(last.quantity) : null;
  return {
    product,
    quantity: last.quantity,
    last: dayAfter(today, last.day),
    due: dayAfter(today, latest + Math.round(every ?? 0)),
    today,
    every,
    since: -latest,
    isLoose: rhythm.spread > LOOSE,
    isOwn: false,
    chance: chanceOf(rhythm, every, -latest),
  };
}

function chanceOf(rhythm: BuyingRhythm, every: number | null, since: number): number {
  return every === null ? 0 : chanceWithin(every / 4, { since, every, spread: rhythm.spread });
}

/** How often goods like these are bought, where that can be told: one figure for each. */
function logsOf(others: readonly Bought[]): readonly number[] {
  return others.flatMap(({ days }) => (days.length >= LEAST ? [logGap(days)] : []));
}
