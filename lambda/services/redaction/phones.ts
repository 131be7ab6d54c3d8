/** Finds telephone numbers by their shape; a library that knows every country's plan could take this file's place. */

import type { Span } from './fold';
import { withoutAmounts, withoutOrders } from './harmless';
import { hasDigits, windows } from './windows';

/** Digits that belong together, with the place of each in the text. */
export type DigitGroups = { readonly digits: string; readonly places: readonly number[]; readonly from: number };

/** Digits with at most three signs between them: one number, in whatever grouping. */
const GROUPED = /\+?\(?\d(?:[ ()./-]{0,3}\d)*/g;

export function digitGroups(folded: string): readonly DigitGroups[] {
  return [...folded.matchAll(GROUPED)].map((match) => {
    const places = [...match[0].matchAll(/\d/g)].map((digit) => match.index + digit.index);
    return { digits: match[0].replace(/\D/g, ''), places, from: match.index };
  });
}

/** With + or 00 from seven digits on, with a code in brackets likewise; otherwise nine to thirteen digits. */
export function phoneSpans(folded: string): readonly Span[] {
  if (!hasDigits(folded, /[+(]|00/.test(folded) ? 7 : 9) || !TOGETHER.test(folded)) return [];
  const text = withoutOrders(withoutAmounts(folded));
  const marked = [...text.matchAll(MARKED)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  return [...marked.map((span) => ({ ...span, as: 'phone' as const })), ...plainPhoneSpans(text)];
}

/** Seven digits near each other: a price here and a date there are no number. */
const TOGETHER = /\d(?:[ ()./-]{0,3}\d){6}/;

const MARKED = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:\+|00)\d(?:[ ().\/-]{0,3}\d){6,15}`,
    String.raw`(?<![\p{L}\p{N}])(?:1[ .-]?)?\(\d{2,5}\)(?:[ .\/-]{0,2}\d){5,10}`,
  ].join('|'),
  'gu',
);

function plainPhoneSpans(text: string): readonly Span[] {
  return windows(text, {
    piece: /\d+/g,
    gap: /^(?: {1,2}|[./-]| - )$/,
    most: 13,
    accepts: (digits, { from, to }) =>
      digits.length >= 9 &&
      IN_GROUPS.test(text.slice(from, to)) &&
      !INSIDE_BEFORE.test(text.slice(Math.max(0, from - 2), from)) &&
      !INSIDE_AFTER.test(text.slice(to, to + 2)),
    as: 'phone',
  });
}

/** Digits one by one are the spoken finder's. */
const IN_GROUPS = /^(?:1[ .-])?\d{2,}(?:[ ./-]{1,3}\d{2,})*$/;
/** Part of a word, of an order number, or called a number by its #. */
const INSIDE_BEFORE = /(?:[\p{L}#_]|[\p{L}_]-)$/u;
const INSIDE_AFTER = /^(?:\p{L}|-\p{L})/u;
