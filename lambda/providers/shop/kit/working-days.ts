/** Days on which parcels are brought. */

import { dayAfter } from '../../../vocabulary/calendar';
import type { PlainDate } from '../../../vocabulary/values';

/** Until a bank shows what was given back. */
export const BANK_DAYS = 5;

/** So many working days later: nobody is promised a Saturday or a Sunday. */
export function workingDaysAfter(day: PlainDate, days: number): PlainDate {
  let [at, left] = [day, days];
  while (left > 0 || isWeekend(at)) {
    at = dayAfter(at, 1);
    if (!isWeekend(at)) left = Math.max(0, left - 1);
  }
  return at;
}

function isWeekend(day: PlainDate): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
}
