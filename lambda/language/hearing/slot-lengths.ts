/** How many words a day, a name, or whatever else was read takes. */

import type { PlainDate } from '../../vocabulary/values';
import { readDay } from './dates';
import type { Lexicon } from './lexicon';
import { readPeriod } from './periods';

type From = { readonly from: number; readonly today: () => PlainDate };

export function dateLengths({ days, periods }: Lexicon, said: readonly string[], at: From): readonly number[] {
  return lengths(readDay(days, said, at) ?? readPeriod(periods, said, at));
}

/** One name or two; no number, no day and no small word is one: "call me on Monday". */
export function nameLengths(
  { small, noise, numbers, days }: Lexicon,
  said: readonly string[],
  { from, today }: From,
): readonly number[] {
  const isName = (at: number) => {
    const token = said[at] ?? '';
    const isOther =
      small.has(token) || noise.has(token) || numbers.phrases.has(token) || readDay(days, said, { from: at, today });
    return /^[\p{L}\p{M}'’-]{2,}$/u.test(token) && !isOther;
  };
  if (!isName(from)) return [];
  return isName(from + 1) ? [1, 2] : [1];
}

export function lengths(read: { readonly length: number } | undefined): readonly number[] {
  return read ? [read.length] : [];
}
