/** How much a limit was said to be: "twenty euros", "19.99", "1,000", "25 euros 50". */

import { digitsOf, minorIn } from '../../services/commerce/sums';
import type { Slots } from '../../vocabulary/heard';
import type { Money } from '../../vocabulary/values';

/** Nobody means to allow more by it. */
const MOST_AMOUNT = 100_000;

/** In this money, an ISO 4217 code. null: nothing that can be spent, or nobody can tell how much. */
export function wantedMost({ amount, cents }: Slots, currency: string): Money | null {
  const whole = amount?.number;
  if (whole === undefined || !(whole > 0 && whole <= MOST_AMOUNT)) return null;
  const wanted = cents ? joined(whole, cents, digitsOf(currency)) : whole;
  return wanted === null || wanted > MOST_AMOUNT ? null : { minor: minorIn(wanted, currency), currency };
}

/** Three digits behind a sign are thousands in every language; two are cents where the money has them; one may be either. */
function joined(whole: number, { said, number }: NonNullable<Slots[string]>, decimals: number): number | null {
  if (number === undefined || !Number.isInteger(whole) || !Number.isInteger(number)) return null;
  if (/(?:^|[.,'\s])\d{3}$/.test(said)) return whole * 1000 + number;
  return decimals === 2 && number >= 10 && number < 100 ? whole + number / 100 : null;
}
