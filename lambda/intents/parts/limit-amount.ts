/** How much a limit was said to be: "twenty euros", "15.5", "1,000", "25 euros 50", "1.234,56". */

import { digitsOf } from '../../services/commerce/sums';
import { type AmountProblem, limitOf, type ReadAmount, readAmount } from '../../services/limits/amounts';
import type { Slot, Slots } from '../../vocabulary/heard';
import type { Money } from '../../vocabulary/values';

export type WantedLimit = { readonly most: Money } | { readonly problem: AmountProblem };

/** `currency`: an ISO 4217 code; `locale`: by which signs in a written number are read. */
type Spoken = { readonly currency: string; readonly locale: string };

/** null: no amount was said. */
export function wantedMost({ amount, cents }: Slots, spoken: Spoken): WantedLimit | null {
  if (!amount) return null;
  // Of a number that is written with signs each part is heard, and all of it stands in what was said.
  const isOne = !cents || cents.said === amount.said;
  if (isOne) return ofOne(amount, spoken);
  const wanted = joined(amount, cents, digitsOf(spoken.currency));
  return wanted === null ? { problem: 'badAmount' } : limitOf(wanted, spoken.currency);
}

/** Digits as the page of limits reads them; words as they were heard. */
function ofOne({ said, number }: Slot, { currency, locale }: Spoken): WantedLimit {
  const isWritten = /\d/.test(said) && !(number !== undefined && number <= 0);
  if (!isWritten) return number === undefined ? { problem: 'badAmount' } : limitOf(number, currency);
  const read: ReadAmount = readAmount(said, { currency, locale });
  if ('problem' in read) return read;
  return read.most === null ? { problem: 'badAmount' } : { most: read.most };
}

/** Three digits are thousands, written apart; two are cents where the money has them; one may be either. */
function joined(amount: Slot, { said, number }: Slot, decimals: number): number | null {
  const whole = amount.number;
  if (whole === undefined || number === undefined || !Number.isInteger(whole) || !Number.isInteger(number)) return null;
  if (/(?:^|[.,'\s])\d{3}$/.test(said)) return whole * 1000 + number;
  return decimals === 2 && number >= 10 && number < 100 ? whole + number / 100 : null;
}
