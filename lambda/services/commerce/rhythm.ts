/** The rhythm in a row of purchases: how long one lasts, how sure that is, and how likely the next is near. */

/** A day as a number, counted from any day on, and how many were bought. */
export type Purchased = { readonly day: number; readonly quantity: number };

export type BuyingRhythm = {
  /** Days that so many last. */
  gap(quantity: number): number;
  /** How far the next gap may stray, as the deviation of its logarithm: 0.2 is about a fifth up or down. */
  readonly spread: number;
};

/** What is known of nobody in particular: about a month. */
const USUAL_DAYS = 30;
/** How much goods differ from each other in how long they last, as the deviation of the logarithm. */
const BETWEEN_GOODS = 0.7;
/** How much the gaps of one thing stray as a rule, and how many gaps that belief is worth. */
const USUAL_SPREAD = 0.25;
const BELIEF = 3;
/** Each older gap counts so much less: rhythms change. */
const FADES = 0.9;
/** Two purchases nearer than this part of a usual gap are one that was topped up. */
const TOPPED_UP = 0.2;
/** A gap this many spreads off counts as if it were no further: a pause, a gift. */
const OUTLIER = 1.3;
/** How many of what is called a rhythm have ended, or pause, without anybody saying so. */
const ENDED = 0.08;

/**
 * The median of the gaps, softened by its neighbours, the latest counting most, drawn to what goods like it last
 * (`alike`: logarithms of days) as far as it is itself unsure. `days` oldest first.
 */
export function estimate(days: readonly Purchased[], alike: readonly number[]): BuyingRhythm {
  const gaps = gapsOf(days);
  const usual = alike.length > 0 ? median(alike) : Math.log(USUAL_DAYS);
  const power = powerOf(gaps);
  const logs = gaps.map(({ days: gap, quantity }) => Math.log(gap) - power * Math.log(quantity));
  const weights = logs.map((_, at) => FADES ** (logs.length - 1 - at));
  const { centre, spread } = centreOf(logs, weights, usual);
  const enough = sum(weights) / spread ** 2;
  const prior = 1 / BETWEEN_GOODS ** 2;
  const mean = (enough * centre + prior * usual) / (enough + prior);
  return {
    gap: (quantity) => Math.exp(mean + power * Math.log(Math.max(1, quantity))),
    spread: Math.sqrt(spread ** 2 + 1 / (enough + prior)),
  };
}

/** Of goods that are a prior for others. */
export function logGap(days: readonly Purchased[]): number {
  const gaps = gapsOf(days).map(({ days: gap }) => Math.log(gap));
  return gaps.length > 0 ? median(gaps) : Math.log(USUAL_DAYS);
}

/** How likely it is bought within these days, when it has not been for `since`. Long overdue things have probably ended. */
export function chanceWithin(
  within: number,
  { since, every, spread }: { readonly since: number; readonly every: number; readonly spread: number },
): number {
  const by = (day: number) => normal(Math.log(Math.max(day, 0.5) / every) / spread);
  const waits = 1 - by(since - 0.5);
  return ((1 - ENDED) * Math.max(0, waits - (1 - by(since + within + 0.5)))) / ((1 - ENDED) * waits + ENDED);
}

type Gap = { readonly days: number; readonly quantity: number };

/** From each purchase to the next, with how many had to last for it. */
function gapsOf(days: readonly Purchased[]): readonly Gap[] {
  const raw = pairs(days).map(([one, next]) => next.day - one.day);
  const usual = median(raw.filter((gap) => gap > 0));
  const nearest = Math.max(1, TOPPED_UP * usual);
  const joined: Purchased[] = [];
  for (const one of days) {
    const before = joined.at(-1);
    if (before && one.day - before.day < nearest)
      joined[joined.length - 1] = { day: before.day, quantity: before.quantity + one.quantity };
    else joined.push(one);
  }
  return pairs(joined).map(([one, next]) => ({ days: next.day - one.day, quantity: Math.max(1, one.quantity) }));
}

/** Two packs last twice as long, unless these gaps say that how many has nothing to do with it. */
function powerOf(gaps: readonly Gap[]): number {
  const varied = new Set(gaps.map(({ quantity }) => quantity)).size > 1;
  if (!varied || gaps.length < 4) return 1;
  const strays = (power: number) =>
    spreadOf(gaps.map(({ days, quantity }) => Math.log(days) - power * Math.log(quantity)));
  return strays(0) < 0.8 * strays(1) ? 0 : 1;
}

function centreOf(logs: readonly number[], weights: readonly number[], usual: number) {
  if (logs.length === 0) return { centre: usual, spread: USUAL_SPREAD };
  let centre = median(logs, weights);
  const own = medianOff(logs, centre, weights);
  const spread = Math.sqrt((logs.length * own ** 2 + BELIEF * USUAL_SPREAD ** 2) / (logs.length + BELIEF));
  for (let round = 0; round < 5; round += 1) {
    const counted = weights.map((weight, at) => {
      const off = Math.abs((logs[at] ?? centre) - centre) / (OUTLIER * spread);
      return off > 1 ? weight / off ** 2 : weight;
    });
    centre = sum(logs.map((log, at) => log * (counted[at] ?? 0))) / sum(counted);
  }
  return { centre, spread };
}

/** The usual distance from the centre, as a deviation. */
function medianOff(logs: readonly number[], centre: number, weights?: readonly number[]): number {
  return (
    1.4826 *
    median(
      logs.map((log) => Math.abs(log - centre)),
      weights,
    )
  );
}

function spreadOf(logs: readonly number[]): number {
  return medianOff(logs, median(logs));
}

/** 0 of nothing. */
function median(values: readonly number[], weights: readonly number[] = values.map(() => 1)): number {
  const sorted = values.map((value, at) => ({ value, weight: weights[at] ?? 1 })).sort((a, b) => a.value - b.value);
  const half = sum(weights) / 2;
  let before = 0;
  for (const [at, { value, weight }] of sorted.entries()) {
    before += weight;
    if (Math.abs(before - half) < 1e-9) return (value + (sorted[at + 1]?.value ?? value)) / 2;
    if (before > half) return value;
  }
  return sorted.at(-1)?.value ?? 0;
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.slice(1).flatMap((next, at) => all.slice(at, at + 1).map((one) => [one, next] as const));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** The normal distribution, by Abramowitz and Stegun 7.1.26: right to seven digits. */
function normal(z: number): number {
  const t = 1 / (1 + (0.3275911 * Math.abs(z)) / Math.SQRT2);
  const poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const half = (1 - poly * Math.exp((-z * z) / 2)) / 2;
  return z < 0 ? 0.5 - half : 0.5 + half;
}
