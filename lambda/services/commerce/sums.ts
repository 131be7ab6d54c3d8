/** Amounts in the smallest unit of their money and in whole ones, and added up, each currency by itself. */

import type { Money } from '../../vocabulary/values';

/** "Ten euros" in the smallest unit of that money. */
export function minorIn(amount: number, currency: string): number {
  return Math.round(amount * 10 ** digitsOf(currency));
}

/** For people to read, as numbers are written in this locale. */
export function moneyShown({ minor, currency }: Money, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / 10 ** digitsOf(currency));
}

/** How many digits of it come after the point. */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** One a currency, in the order they are first met. */
export function sumsOf(all: readonly Money[]): readonly Money[] {
  const found = new Map<string, number>();
  for (const { minor, currency } of all) found.set(currency, (found.get(currency) ?? 0) + minor);
  return [...found].map(([currency, minor]) => ({ minor, currency }));
}
