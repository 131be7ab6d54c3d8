/** How well is it told when a shopper buys a thing again? On generated histories whose intervals are known. */

import type { Order } from '../lambda/services/commerce/orders';
import { buyingHabits, due } from '../lambda/services/commerce/replenish';
import { dayAfter } from '../lambda/vocabulary/calendar';
import { type Buyer, buyers, KINDS, type Purchase } from './kit/histories';
import { print, run } from './kit/print';

const AIMS = { error: 0.25, precision: 0.6 } as const;
const EACH = 120;
/** A shopper asks now and then; every fifth day or so of the second half of two years, never in step with the week. */
const ASKED = { from: 120, to: 640, every: 11 } as const;
const BEGAN = '2024-01-01';

/** What is told of a thing on a day: the gap, and whether it is due; null: too little is known. */
type Told = { readonly gap: number; readonly isDue: boolean } | null;
type Teller = (past: readonly Purchase[], day: number) => Told;

type Score = { readonly errors: number[]; called: number; right: number; wanted: number; found: number };

async function main(): Promise<void> {
  const all = buyers(EACH);
  const plain = bestPlain(all);
  print(
    `${all.length} shoppers, two years each, asked every ${ASKED.every} days. Baseline: the plain median of the gaps, called`,
  );
  print(`due from ${plain.from} to ${plain.to} of it (the best such window for it on these very histories).\n`);
  print('| buyers | median error of the gap | of what is called due, right | of what was due, called |');
  print('| --- | --- | --- | --- |');
  for (const kind of [...KINDS, null]) {
    const some = all.filter((buyer) => kind === null || buyer.kind === kind);
    print(`| ${kind ?? 'all'} | ${cells(scored(some, ours), scored(some, plain.tell))} |`);
  }
  const regular = scored(
    all.filter(({ kind }) => kind === 'regular'),
    ours,
  );
  const whole = scored(all, ours);
  aim('median error on regular buyers', median(regular.errors), (value) => value <= AIMS.error);
  aim('right of what is called due', whole.right / whole.called, (value) => value >= AIMS.precision);
}

function aim(what: string, value: number, isMet: (value: number) => boolean): void {
  print(`\n${what}: ${percent(value)} (${isMet(value) ? 'aim met' : 'AIM MISSED'})`);
  if (!isMet(value)) process.exitCode = 1;
}

function ours(past: readonly Purchase[], day: number): Told {
  const habits = buyingHabits(ordersOf(past, day));
  const one = habits.find(({ product }) => product.id === 'it');
  // The gap for one piece, as it was meant: what it is for the latest number lies in `every`.
  return one?.every == null ? null : { gap: one.every / one.quantity, isDue: due(habits).includes(one) };
}

function plainMedian(from: number, to: number): Teller {
  return (past, day) => {
    const days = past.filter(({ product }) => product === 'it').map((one) => one.day);
    const gaps = days.slice(1).map((one, at) => one - (days[at] ?? 0));
    if (gaps.length < 2) return null;
    const gap = median(gaps);
    const since = (day - (days.at(-1) ?? 0)) / gap;
    return { gap, isDue: since >= from && since <= to };
  };
}

/** The window with the most right and found at once, so that the baseline is as good as it can be. */
function bestPlain(all: readonly Buyer[]) {
  const some = all.filter((_, at) => at % 5 === 0);
  const windows = [0.8, 0.85, 0.9, 0.95, 1].flatMap((from) => [1.25, 1.5, 2].map((to) => ({ from, to })));
  const tried = windows.map((window) => {
    const { right, called, wanted, found } = scored(some, plainMedian(window.from, window.to));
    return { ...window, both: (2 * (right / called) * (found / wanted)) / (right / called + found / wanted) };
  });
  const best = tried.reduce((one, other) => (other.both > one.both ? other : one));
  return { ...best, tell: plainMedian(best.from, best.to) };
}

function scored(some: readonly Buyer[], tell: Teller): Score {
  const score: Score = { errors: [], called: 0, right: 0, wanted: 0, found: 0 };
  for (const buyer of some) for (const day of days()) add(score, { buyer, day, tell });
  return score;
}

function days(): readonly number[] {
  return Array.from(
    { length: Math.floor((ASKED.to - ASKED.from) / ASKED.every) },
    (_, at) => ASKED.from + at * ASKED.every,
  );
}

function add(
  score: Score,
  { buyer, day, tell }: { readonly buyer: Buyer; readonly day: number; readonly tell: Teller },
) {
  const past = buyer.purchases.filter((one) => one.day < day);
  const told = tell(past, day);
  if (!told) return;
  const every = buyer.everyAt(day);
  score.errors.push(Math.abs(told.gap - every) / every);
  // What the last purchase is meant to last: two pieces, twice as long.
  const gap = every * (past.at(-1)?.quantity ?? 1);
  const isBought = buyer.purchases.some((one) => one.day >= day && one.day <= day + gap / 4);
  if (told.isDue) score.called += 1;
  if (isBought) score.wanted += 1;
  if (told.isDue && isBought) {
    score.right += 1;
    score.found += 1;
  }
}

function cells(one: Score, other: Score): string {
  const both = (value: (score: Score) => number) => `**${percent(value(one))}** (plain: ${percent(value(other))})`;
  return [
    both(({ errors }) => median(errors)),
    both(({ right, called }) => right / called),
    both(({ found, wanted }) => found / wanted),
  ].join(' | ');
}

function ordersOf(past: readonly Purchase[], day: number): readonly Order[] {
  const today = dayAfter(BEGAN, day);
  return past.toReversed().map((one, at): Order => {
    const product = { id: one.product, name: { title: one.product }, words: [], language: 'en', kind: 'kind' };
    const price = { minor: 100, currency: 'EUR' };
    const placed = dayAfter(BEGAN, one.day);
    return {
      ...{ id: `${at}`, number: `${at}`, placedAt: 0, placed, today, stage: 'delivered', parcels: [], total: price },
      lines: [{ product, quantity: one.quantity, unitPrice: price }],
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

run(main);
