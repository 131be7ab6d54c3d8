/** A year of orders per shopper, in days before today: the same on every day, so that only dates depend on the clock. */

import { chanceOf } from './chance';
import { byName, CAST } from './people/cast';
import type { DemoHabit, DemoPerson, HabitLine, OrderPlan } from './people/person';

export const FIRST_VOICE_NUMBER = 104_233;
const YEAR = 365;
/** Purchases this near to each other are one order. */
const BASKET = 2;

export type Planned = {
  readonly person: DemoPerson;
  /** What the order's number is made of; the newest generated one is just below the first by voice. */
  readonly number: number;
  readonly daysAgo: number;
  /** Minutes after midnight at the delivery address. */
  readonly minute: number;
  readonly buys: readonly HabitLine[];
  /** Absent: an order out of a habit, long delivered. */
  readonly story?: OrderPlan;
};
type Unnumbered = Omit<Planned, 'number'>;

function daysOf(habit: DemoHabit, name: string): number[] {
  const chance = chanceOf(`${name} buys ${habit.buys.map(([id]) => id).join(' ')}`);
  const days: number[] = [];
  for (let ago = habit.last; ago <= YEAR; ago += Math.max(3, Math.round(habit.every * (0.8 + 0.4 * chance())))) {
    days.push(ago);
  }
  return days;
}

/** Minutes between 8 in the morning and 9 in the evening. */
function minuteOf(name: string, daysAgo: number): number {
  return 480 + Math.floor(chanceOf(`${name} orders ${daysAgo} days ago`)() * 780);
}

function habitual(person: DemoPerson): Unnumbered[] {
  const bought = person.habits
    .flatMap((habit) => daysOf(habit, person.name).map((daysAgo) => ({ daysAgo, buys: habit.buys })))
    .sort((a, b) => a.daysAgo - b.daysAgo);
  const baskets: { daysAgo: number; buys: readonly HabitLine[] }[] = [];
  for (const one of bought) {
    const basket = baskets.at(-1);
    if (basket && one.daysAgo - basket.daysAgo <= BASKET) basket.buys = [...basket.buys, ...one.buys];
    else baskets.push({ ...one });
  }
  return baskets.map((basket) => ({ ...basket, person, minute: minuteOf(person.name, basket.daysAgo) }));
}

function recent(person: DemoPerson): Unnumbered[] {
  return person.recent.map((story) => ({
    person,
    daysAgo: story.daysAgo,
    minute: minuteOf(person.name, story.daysAgo),
    buys: story.buys,
    story,
  }));
}

function planAll(): readonly Planned[] {
  return CAST.flatMap((person) => [...recent(person), ...habitual(person)])
    .sort((a, b) => a.daysAgo - b.daysAgo || b.minute - a.minute || byName(a.person, b.person))
    .map((order, place) => ({ ...order, number: FIRST_VOICE_NUMBER - 1 - place }));
}

let plan: readonly Planned[] | undefined;

/** Newest first. */
export function plannedOrders(): readonly Planned[] {
  plan ??= planAll();
  return plan;
}
