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

/** Days on end, both included. */
export type Period = { readonly from: PlainDate; readonly to: PlainDate };

const DAY_MS = 86_400_000;

/** So many days later, or earlier. */
export function dayAfter(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** A weekday that was said is read as the latest one, as of orders: what is still to come is on the next. */
export function comingOf(day: PlainDate, today: PlainDate): PlainDate {
  const isLast = day < today && day > dayAfter(today, -7);
  return isLast ? dayAfter(day, 7) : day;
}

/** How many days `to` is after `from`. */
export function daysFrom(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** Monday to Sunday, so many weeks before the one this day is in. */
export function weekOf(day: PlainDate, ago: number): Period {
  const from = dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) - 7 * ago);
  return { from, to: dayAfter(from, 6) };
}

/** The first to the last, so many months before. */
export function monthOf(day: PlainDate, ago: number): Period {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 - ago];
  return { from: dayAt(Date.UTC(year, month, 1)), to: dayAt(Date.UTC(year, month + 1, 0)) };
}

export function yearOf(day: PlainDate, ago: number): Period {
  const year = Number(day.slice(0, 4)) - ago;
  return { from: dayAt(Date.UTC(year, 0, 1)), to: dayAt(Date.UTC(year, 11, 31)) };
}

/** ISO 8601 as Amazon fills it: "2026", "202X", "2026-10", "2026-W47", "2026-W47-WE"; null: a day, or none of these. */
export function periodWritten(text: string): Period | null {
  const [, decade] = /^(\d{3})X$/.exec(text) ?? [];
  if (decade !== undefined) return { from: `${decade}0-01-01` as PlainDate, to: `${decade}9-12-31` as PlainDate };
  const [, year = '', month, week, weekend] =
    /^(\d{4})(?:-(0[1-9]|1[0-2])|-W(0[1-9]|[1-4]\d|5[0-3])(-WE)?)?$/.exec(text) ?? [];
  if (year === '') return null;
  if (month !== undefined) return monthOf(`${Number(year)}-${month}-01` as PlainDate, 0);
  if (week === undefined) return yearOf(`${Number(year)}-01-01`, 0);
  // The fourth of January is in the first week of its year.
  const all = weekOf(`${Number(year)}-01-04`, 1 - Number(week));
  return weekend === undefined ? all : { from: dayAfter(all.from, 5), to: all.to };
}

function dayAt(utc: number): PlainDate {
  return new Date(utc).toISOString().slice(0, 10) as PlainDate;
}
