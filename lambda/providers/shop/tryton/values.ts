/** How Tryton writes down amounts and days. */

import * as z from 'zod/mini';
import { digitsOf } from '../../../services/commerce/sums';
import type { Instant, Money, PlainDate } from '../../../vocabulary/values';

const two = (part: number) => `${part}`.padStart(2, '0');

/** Exact, as text: "12.3400". */
export const decimal = z.pipe(
  z.object({ __class__: z.literal('Decimal'), decimal: z.string().check(z.regex(/^-?\d{1,15}(?:\.\d{1,20})?$/)) }),
  z.transform(({ decimal: text }) => Number(text)),
);

/** A day of the company's own calendar: it has no zone, and is never moved into another. */
export const date = z.pipe(
  z.object({ __class__: z.literal('date'), year: z.int(), month: z.int(), day: z.int() }),
  z.transform(({ year, month, day }) => `${year}-${two(month)}-${two(day)}` as PlainDate),
);

/** Always UTC, though nothing in it says so. */
export const datetime = z.pipe(
  z.object({
    ...{ __class__: z.literal('datetime'), year: z.int(), month: z.int(), day: z.int() },
    ...{ hour: z.int(), minute: z.int(), second: z.int() },
  }),
  z.transform(({ year, month, day, hour, minute, second }): Instant => {
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }),
);

/** To the smallest unit of this money. */
export function moneyOf(amount: number, currency: string): Money {
  // A third of a cent too little is what a computer makes of a half: "1.005".
  return { minor: Math.round(Number((amount * 10 ** digitsOf(currency)).toFixed(6))), currency };
}

export const CURRENCY = z.string().check(z.regex(/^[A-Z]{3}$/));

/** As it is asked with. */
export function dateOf(day: PlainDate): object {
  const [year, month, date] = day.split('-').map(Number);
  return { __class__: 'date', year, month, day: date };
}
