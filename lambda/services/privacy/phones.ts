/** Finds telephone numbers: what the numbering plans know, and by its shape what nobody's plan knows. */

import type { Span } from './fold';
import { isProductCode, withoutAmounts, withoutOrders } from './harmless';
import { NEVER, type NumberWords } from './named-numbers';
import { isNumberAbroad, isNumberIn } from './phone-plans';
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

/** With + or 00 from seven digits on, with a code in brackets likewise; otherwise see `isPhone`. */
export function phoneSpans(folded: string, words: NumberWords): readonly Span[] {
  if (!standTogether(folded)) return [];
  const text = withoutOrders(withoutAmounts(folded.replace(DASHES, '-'), words));
  if (!TOGETHER.test(text)) return [];
  const marked = [...text.matchAll(MARKED)].map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  return [...marked.map((span) => ({ ...span, as: 'phone' as const })), ...plainPhoneSpans(text, words)];
}

/** Six digits near each other, without which nothing is a telephone number or a card: a price here and a date there are none. */
export function standTogether(folded: string): boolean {
  return hasDigits(folded, 6) && TOGETHER.test(folded);
}

const TOGETHER = /\d(?:[ ()./\-\u2010-\u2015\u2212]{0,3}\d){5}/;
/** Each of them one sign, so that every place stays where it was. */
const DASHES = /[\u2010-\u2015\u2212]/g;

const MARKED = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:\+|00)(?!\d{16})\d(?:[ ().\/-]{0,3}\d){6,15}`,
    String.raw`(?<![\p{L}\p{N}])(?:1[ .-]?)?\(\d{2,5}\)(?:[ .\/-]{0,2}\d){5,10}`,
  ].join('|'),
  'gu',
);

function plainPhoneSpans(text: string, words: NumberWords): readonly Span[] {
  return windows(text, {
    piece: /\d+/g,
    gap: /^(?: {1,2}|[./-]| - | \(|\) ?)$/,
    most: 13,
    accepts: (digits, { from, to }) =>
      digits.length >= 6 &&
      !INSIDE_BEFORE.test(text.slice(Math.max(0, from - 2), from)) &&
      !INSIDE_AFTER.test(text.slice(to, to + 2)) &&
      isPhone(digits, { written: text.slice(from, to), before: text.slice(Math.max(0, from - 40), from) }, words),
    as: 'phone',
  });
}

type At = { readonly written: string; readonly before: string };

/**
 * From nine digits on by the shape alone, which is the net for what the plans do not know. Shorter ones, and those in odd
 * groups, only as somebody's plan has them or after "call" or "tel": six to eight digits are a reference, an order or an
 * article number as often.
 */
function isPhone(digits: string, { written, before }: At, words: NumberWords): boolean {
  if (LONGER_THAN_ANY.test(written)) return false;
  if (digits.length >= 9 && IN_GROUPS.test(written)) {
    return (
      !isProductCode(written) ||
      isNumberAbroad(digits) ||
      (digits.startsWith('0') && isNumberIn(digits, words.countries))
    );
  }
  if (digits.length >= 9) return ODD_GROUPS.test(written) && isNumberIn(digits, words.countries);
  if (SHORT_IN_GROUPS.test(written) || ODD_BRACKETS.test(written)) {
    return !MOMENT.test(written) && isNumberIn(digits, words.countries);
  }
  return (
    /^\d+$/.test(written) && announced(words).test(before) && (digits.length > 6 || isNumberIn(digits, words.countries))
  );
}

/** With all that is dialled before it the world's longest has seventeen: in one row this is a parcel's. */
const LONGER_THAN_ANY = /^\d{18,}$/;
/** Digits one by one are the spoken finder's. */
const IN_GROUPS = /^(?:1[ .-])?\d{2,}(?:[ ./-]{1,3}\d{2,})*$/;
/** "11 9 1234-5678": one group of a single digit, first or in between. */
const ODD_GROUPS = /^(?:\d{2,}[ ./()-]{1,3})*\d?(?:[ ./()-]{1,3}\d{2,})+$/;
const ODD_BRACKETS = /^0\d{1,3} ?\(\d{2,4}\) ?\d{2,4}$/;
/** With the 0 that is dialled first, or three and more groups with the same sign between them: "0612 345", "32 12 34 56". */
const SHORT_IN_GROUPS = /^(?:0\d{1,4}(?:[ ./-]{1,3}\d{2,})+|0\d{6}|\d{2,3}([ -])\d{2,3}(?:\1\d{2,4})+)$/;
/** A day or a span of time whose parts stand apart: "22 11 2026", "09.00-12.30". */
const MOMENT =
  /^(?:\d{1,2}[ ./-]\d{1,2}[ ./-](?:19|20)\d\d|(?:19|20)\d\d[ ./-]\d\d[ ./-]\d\d|[0-2]\d[.]?[0-5]\d ?- ?[0-2]\d[.]?[0-5]\d)$/;
/** Part of a word, of an order number, or called a number by its #. */
const INSIDE_BEFORE = /(?:[\p{L}#_]|[\p{L}_]-)$/u;
const INSIDE_AFTER = /^(?:\p{L}|-\p{L})/u;

const announcements = new WeakMap<NumberWords, RegExp>();

function announced(words: NumberWords): RegExp {
  const { calls, between } = words;
  if (calls.length === 0) return NEVER;
  const made =
    announcements.get(words) ??
    new RegExp(String.raw`(?<!\p{L})(?:${calls.join('|')})(?:[ .:]+(?:${between.join('|')}))*[ .:]*$`, 'u');
  announcements.set(words, made);
  return made;
}
