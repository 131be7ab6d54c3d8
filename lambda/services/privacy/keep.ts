/** What stays readable wherever it stands: the shop's own addresses and numbers are nobody's personal data. */

import { literal } from '../../vocabulary/literal';
import type { Folded } from './fold';

/** A stretch of the original text, in characters. */
type Kept = { readonly from: number; readonly to: number };

const patterns = new WeakMap<readonly string[], RegExp | null>();

/** `keep`: e-mail addresses, sites and telephone numbers as they are written; a number in any spacing. In order. */
export function keptIn({ folded, origin }: Folded, keep: readonly string[]): readonly Kept[] {
  const made = patterns.get(keep);
  const pattern = made === undefined ? patternOf(keep) : made;
  patterns.set(keep, pattern);
  if (!pattern) return [];
  return [...folded.matchAll(pattern)].map(({ 0: found, index }) => ({
    from: origin(index),
    to: origin(index + found.length),
  }));
}

function patternOf(keep: readonly string[]): RegExp | null {
  const all = keep
    .filter((value) => value.trim() !== '')
    .map((value) => (isPhone(value) ? digits(value) : words(value)));
  return all.length === 0 ? null : new RegExp(all.join('|'), 'gu');
}

function isPhone(value: string): boolean {
  return /^[+\d][\d ()./-]{5,}$/.test(value);
}

function digits(value: string): string {
  const row = value.replace(/\D/g, '').split('').join('[ ()./-]{0,3}');
  return String.raw`(?<![\p{L}\p{N}+])\+?${row}(?![ ()./-]{0,2}\d)`;
}

/** Whole: `care@shop.example` is no part of `anna.care@shop.example`. */
function words(value: string): string {
  const exact = literal(value.toLowerCase());
  return String.raw`(?<![\p{L}\p{N}.!#$%&'*+/=?^_${'`'}{|}~@-])${exact}(?![\p{L}\p{N}@]|[.-][\p{L}\p{N}])`;
}
