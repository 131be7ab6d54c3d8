/** The calendar of a place: which day it is there. */

import type { PlainDate } from './values';

const days = new Map<string, Intl.DateTimeFormat>();
const latest = new Map<string, { readonly minute: number; readonly day: PlainDate }>();

/** The calendar day in this zone. */
export function dayIn(timeZone: string, at: number): PlainDate {
  // No day begins within a minute, and most questions are about now.
  const minute = Math.floor(at / 60_000);
  const known = latest.get(timeZone);
  if (known?.minute === minute) return known.day;
  // Swedish writes dates as ISO does.
  const format = days.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  days.set(timeZone, format);
  const day = format.format(at) as PlainDate;
  latest.set(timeZone, { minute, day });
  return day;
}

const DAY_MS = 86_400_000;

/** So many days later, or earlier. */
export function dayAfter(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** How many days `to` is after `from`. */
export function daysFrom(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}
