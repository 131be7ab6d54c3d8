/** Days and clock times in a place's own time zone. */

import { dayIn } from '../../../vocabulary/calendar';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import { isHoliday } from './holidays';

const DAY = 86_400_000;
const MINUTE = 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  // Swedish writes ISO order, so that the text can be cut instead of parsed.
  const made = new Intl.DateTimeFormat('sv-SE', { ...options, hourCycle: 'h23', timeZone: zone });
  clocks.set(zone, made);
  return made;
}

/** Minutes after local midnight. */
export function minuteIn(zone: string, at: Instant): number {
  const text = clockIn(zone).format(at);
  return Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
}

/** The instant a wall clock in `zone` shows this day and minute; in the hour a clock skips, the one after. */
export function instantIn(zone: string, day: PlainDate, minute: number): Instant {
  const wanted = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE;
  const shown = (at: Instant) => Date.parse(`${dayIn(zone, at)}T00:00:00Z`) + minuteIn(zone, at) * MINUTE;
  const near = wanted - (shown(wanted) - wanted);
  return near - (shown(near) - wanted);
}

export function addDays(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10) as PlainDate;
}

/** How many days `to` is after `from`. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Nothing arrives there: a Sunday or a public holiday. */
export function isDayOff(day: PlainDate, country: string): boolean {
  return new Date(day).getUTCDay() === 0 || isHoliday(day, country);
}

/** This day, or the first after it on which something arrives. */
export function deliveryDayFrom(day: PlainDate, country: string): PlainDate {
  let found = day;
  while (isDayOff(found, country)) found = addDays(found, 1);
  return found;
}

/** So many delivery days after `day`. */
export function addDeliveryDays(day: PlainDate, days: number, country: string): PlainDate {
  let found = day;
  for (let left = days; left > 0; left -= isDayOff(found, country) ? 0 : 1) found = addDays(found, 1);
  return deliveryDayFrom(found, country);
}
