/** Amounts added up, each currency by itself. */

import type { Money } from '../../vocabulary/values';

/** "Ten euros" in the smallest unit of that money. */
export function minorIn(amount: number, currency: string): number {
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return Math.round(amount * 10 ** maximumFractionDigits);
}

/** One a currency, in the order they are first met. */
export function sumsOf(all: readonly Money[]): readonly Money[] {
  const found = new Map<string, number>();
  for (const { minor, currency } of all) found.set(currency, (found.get(currency) ?? 0) + minor);
  return [...found].map(([currency, minor]) => ({ minor, currency }));
}
