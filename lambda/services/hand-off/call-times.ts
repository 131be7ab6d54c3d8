/** When a call is wished for: a day and a part of it on the shopper's clock, as far as somebody of the shop is there then. */

import { comingOf, dayAfter, dayIn } from '../../vocabulary/calendar';
import type { CallWindow } from '../../vocabulary/call-window';
import type { Instant, PlainDate } from '../../vocabulary/values';
import { type Hours, minutesOf, wallClock, worksOn } from '../commerce/hours';

/** As it was said: `tomorrow-morning`, `after-17`, `at-17-30`; null: at any time of the day, or on any day. */
export type CallWish = { readonly part: string | null; readonly day: PlainDate | null };

export type CallPlace = { readonly hours: Hours; readonly timeZone: string; readonly at: Instant };

const MINUTE_MS = 60_000;
const WHOLE_DAY = 24 * 60;
/** In less than that nobody is sure to be called. */
const LEAST_MS = 15 * MINUTE_MS;
/** Further ahead no call is looked for, in days. */
const FURTHEST = 14;

/** Minutes after midnight. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  morning: [8 * 60, 12 * 60],
  noon: [12 * 60, 14 * 60],
  afternoon: [12 * 60, 18 * 60],
  evening: [17 * 60, 21 * 60],
};
const DAYS: Readonly<Record<string, number>> = { today: 0, tomorrow: 1 };

/** The first time that is meant and at which the team is there; null: it never is. */
export function callWindow(wish: CallWish, place: CallPlace): CallWindow | null {
  const { timeZone, at } = place;
  const today = dayIn(timeZone, at);
  const { ahead, from, to } = meaningOf(wish.part);
  const named = wish.day ?? (ahead === null ? null : dayAfter(today, ahead));
  const days = named ? [comingOf(named, today)] : Array.from({ length: FURTHEST }, (_, many) => dayAfter(today, many));
  for (const day of days) {
    const meant = { from: instantAt(timeZone, day, from), until: instantAt(timeZone, day, to) };
    const found = whileThere({ ...meant, from: Math.max(meant.from, at) }, place.hours);
    if (found) return found;
  }
  return null;
}

/** What comes nearest to a time at which nobody is there: that day at another hour, that hour on another day, or the next they are there. */
export function nearestWindow(wish: CallWish, place: CallPlace): CallWindow | null {
  const { ahead } = meaningOf(wish.part);
  const onThatDay = wish.day ?? (ahead === null ? null : dayAfter(dayIn(place.timeZone, place.at), ahead));
  const [, hour = wish.part] = /^(?:today|tomorrow)-(.+)$/.exec(wish.part ?? '') ?? [];
  return (
    (onThatDay && callWindow({ part: null, day: onThatDay }, place)) ??
    callWindow({ part: hour, day: null }, place) ??
    callWindow({ part: null, day: null }, place)
  );
}

function meaningOf(part: string | null) {
  const [, named, rest = named === undefined ? (part ?? '') : ''] =
    /^(today|tomorrow)(?:-(.+))?$/.exec(part ?? '') ?? [];
  const [, side, hour = '0', half = '0'] = /^([a-z]+)-(\d{1,2})(?:-(30))?$/.exec(rest) ?? [];
  const minutes = Number(hour) * 60 + Number(half);
  const sides: Readonly<Record<string, readonly [number, number]>> = {
    after: [minutes, WHOLE_DAY],
    before: [0, minutes],
    at: [minutes, minutes + 60],
  };
  const [from, to] = sides[side ?? ''] ?? PARTS[rest] ?? [0, WHOLE_DAY];
  return { ahead: named === undefined ? null : (DAYS[named] ?? null), from, to };
}

/** The longest stretch of it in which the team is there; a window in another zone may reach into two of their days. */
function whileThere({ from, until }: CallWindow, hours: Hours): CallWindow | null {
  const first = dayIn(hours.timeZone, from);
  const stretches = [first, dayAfter(first, 1)]
    .filter((day) => worksOn(hours, day))
    .map((day) => ({
      from: Math.max(from, instantAt(hours.timeZone, day, minutesOf(hours.from))),
      until: Math.min(until, instantAt(hours.timeZone, day, minutesOf(hours.to))),
    }));
  return stretches.find((one) => one.until - one.from >= LEAST_MS) ?? null;
}

/** A time of day as it is on that zone's clock; one that the clocks leave out is the next there is. */
function instantAt(timeZone: string, day: PlainDate, minutes: number): Instant {
  const asWritten = Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS;
  const first = asWritten - offsetOf(timeZone, asWritten);
  return asWritten - offsetOf(timeZone, first);
}

/** How far this zone's clock is ahead, milliseconds. */
function offsetOf(timeZone: string, at: Instant): number {
  const { day, minutes } = wallClock(timeZone, at);
  return Date.parse(`${day}T00:00:00Z`) + minutes * MINUTE_MS - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
