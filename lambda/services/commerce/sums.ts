/** Amounts added up, each currency by itself. */

import type { Money } from '../../vocabulary/values';

/** One a currency, in the order they are first met. */
export function sumsOf(all: readonly Money[]): readonly Money[] {
  const found = new Map<string, number>();
  for (const { minor, currency } of all) found.set(currency, (found.get(currency) ?? 0) + minor);
  return [...found].map(([currency, minor]) => ({ minor, currency }));
}
