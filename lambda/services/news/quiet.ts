/** The hours in which nobody is written to or rung at of our own accord, on the shopper's clock. */

import type { Instant } from '../../vocabulary/values';

/** `HH:MM`; the same twice: never quiet. It may begin in the evening and end in the morning. */
export type QuietHours = { readonly from: string; readonly to: string };

const MINUTE = 60_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds until it is over; 0: it is not quiet. `at` is real time. */
export function quietFor({ from, to }: QuietHours, timeZone: string, at: Instant): number {
  const now = minuteIn(timeZone, at);
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const isQuiet = begins <= ends ? now >= begins && now < ends : now >= begins || now < ends;
  if (!isQuiet) return 0;
  // The clocks may change in that night: an hour more or less of quiet is looked at again.
  return ((ends - now + 1_440) % 1_440 || 1_440) * MINUTE;
}

function minuteIn(timeZone: string, at: Instant): number {
  const known = clocks.get(timeZone);
  const clock = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
  clocks.set(timeZone, clock);
  return minutesOf(clock.format(at));
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
