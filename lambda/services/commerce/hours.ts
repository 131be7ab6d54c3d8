/** The hours in which people of the shop answer, in the shop's own time zone. */

import type { Instant, PlainDate } from '../../vocabulary/values';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
export type WeekDay = (typeof DAYS)[number];

/** `from` and `to` as `HH:MM` on the clock of the zone; the last minute is `to` itself. */
export type Hours = {
  /** IANA. */
  readonly timeZone: string;
  readonly from: string;
  readonly to: string;
  readonly days: readonly WeekDay[];
  /** Days on which nobody is there: `MM-DD` of every year, or `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
};

const DAY_MS = 24 * 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** `at` is on the shop's calendar. */
export function isOpen(hours: Hours, at: Instant): boolean {
  const { day, minutes } = wallClock(hours.timeZone, at);
  return worksOn(hours, day) && minutes >= minutesOf(hours.from) && minutes < minutesOf(hours.to);
}

/** Whether anybody works that day at all. */
export function worksOn({ days, holidays }: Hours, day: PlainDate): boolean {
  return days.includes(weekDay(day)) && !holidays.includes(day) && !holidays.includes(day.slice('YYYY-'.length));
}

/** Who is away for longer has no hours to speak of. */
const LONGEST_AWAY = 60;

/** When they are there next: the day, and minutes after its midnight; null where that is not in sight. */
export function nextOpening(hours: Hours, at: Instant): { readonly day: PlainDate; readonly minutes: number } | null {
  const from = minutesOf(hours.from);
  const now = wallClock(hours.timeZone, at);
  for (let ahead = 0; ahead <= LONGEST_AWAY; ahead += 1) {
    const day = later(now.day, ahead);
    const isStillToCome = ahead > 0 || now.minutes < from;
    if (isStillToCome && worksOn(hours, day)) return { day, minutes: from };
  }
  return null;
}

/** The day of a moment in this zone, and its minutes after midnight. */
export function wallClock(timeZone: string, at: Instant): { readonly day: PlainDate; readonly minutes: number } {
  // Swedish writes dates as ISO does, and counts the hours to 23.
  const known = formats.get(timeZone);
  const format = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timeZone, format);
  const [day = '', time = ''] = format.format(at).split(' ');
  return { day: day as PlainDate, minutes: minutesOf(time) };
}

/** By the calendar: a day on which the clocks change has not 24 hours. */
function later(day: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

function weekDay(day: PlainDate): WeekDay {
  return DAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sun';
}

/** `HH:MM` as minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
