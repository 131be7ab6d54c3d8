/** Finds what can be checked by itself: e-mail addresses, access tokens, cards (Luhn) and IBANs (mod 97). */

import type { Redaction, Span } from './fold';
import { withoutAmounts } from './harmless';
import type { NamedNumber, NumberWords } from './named-numbers';
import { hasDigits, windows } from './windows';

/** `named`: numbers that are called something else; of these only what a card network has given out is a card. */
export function patternSpans(
  folded: string,
  { named, words }: { readonly named: readonly NamedNumber[]; readonly words: NumberWords },
): readonly Span[] {
  const marked = MARKED.filter(({ mark }) => folded.includes(mark)).flatMap(({ as, pattern }) =>
    [...folded.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, as })),
  );
  const cards = hasDigits(folded, 13) ? cardSpans(withoutAmounts(folded, words), named) : [];
  return [...marked, ...cards, ...ibanSpans(folded)];
}

type Marked = { readonly mark: string; readonly as: Redaction; readonly pattern: RegExp };

/** Each has a mark that must be there, and begins at the start of a word: a long text without any is read once. */
const MARKED: readonly Marked[] = [
  {
    mark: '@',
    as: 'e-mail',
    // Before the @, all RFC 5322 calls atext.
    pattern:
      /(?<![\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-])[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]*/gu,
  },
  // Login with Amazon's access, refresh and code tokens.
  { mark: '|', as: 'token', pattern: /(?<![\p{L}\p{N}])at[a-z]{1,3}\|[\w+/=|.-]*[\w/=-]/gu },
  // The demo shop's own.
  { mark: 'demo-', as: 'token', pattern: /(?<![\p{L}\p{N}-])demo-[\p{L}\p{N}][\p{L}\p{N}_-]*/gu },
  { mark: 'bearer', as: 'token', pattern: /(?<![\p{L}\p{N}])bearer\s+[\w+/=|.~-]{7,}[\w/=-]/gu },
  { mark: 'eyj', as: 'token', pattern: /(?<![\p{L}\p{N}])eyj[\w-]{8,}(?:\.[\w-]+){1,2}/gu },
];

/** Between the pieces of one number; a full stop with a space ends a sentence. */
const GAP = /^(?: {1,2}|[.-]| - )$/;

/** Thirteen to nineteen digits in any grouping that pass Luhn's check (ISO/IEC 7812-1). */
function cardSpans(text: string, named: readonly NamedNumber[]): readonly Span[] {
  return windows(text, {
    piece: /\d+/g,
    gap: GAP,
    most: 19,
    // No card begins with 0, and what begins with + is a telephone.
    accepts: (digits, { from, to }) =>
      /^[1-9]\d{12}/.test(digits) &&
      text[from - 1] !== '+' &&
      passesLuhn(digits) &&
      (ISSUED.test(digits) || !named.some((one) => from < one.to && to > one.from)),
    as: 'card',
  });
}

/** First digits and lengths of the networks: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro. */
const ISSUED =
  /^(?:4\d{12}(?:\d{3}){0,2}|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01]|720)\d{12,13}|3[47]\d{13}|(?:6011|64[4-9]\d|65\d\d)\d{12}|3(?:0[0-5]|[689]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}|62\d{14,17}|(?:50|5[6-9]|6[037])\d{14})$/;

/** By the length of its country (ISO 13616). Mostly digits, so that "so 44 bags of ..." is never tried. */
function ibanSpans(folded: string): readonly Span[] {
  if (!hasDigits(folded, 10) || !IBAN_SOMEWHERE.test(folded)) return [];
  return windows(folded, {
    piece: /[a-z0-9]+/g,
    gap: GAP,
    most: 34,
    accepts: (text, { from }) =>
      IBAN_LENGTHS.get(text.slice(0, 2)) === text.length &&
      IBAN_BEGINS.test(folded.slice(from, from + 6)) &&
      hasDigits(text, 10) &&
      passesMod97(text),
    as: 'iban',
  });
}

/** `it60x...`, or on paper `it 60 x ...`; "so 4242 ..." is no beginning. */
const IBAN_BEGINS = /^[a-z]{2}(?:\d\d|[ .-]\d\d(?!\d))/;
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  `ad24 ae23 al28 at20 az28 ba20 be16 bg22 bh22 bi27 br29 by28 ch21 cr22 cy28 cz24 de22 dj27 dk18 do28 ee20 eg29 es24
  fi18 fk18 fo18 fr27 gb22 ge22 gi23 gl18 gr27 gt28 hn28 hr21 hu28 ie22 il23 iq23 is26 it27 jo30 kw30 kz20 lb28 lc32
  li21 lt20 lu20 lv21 ly25 mc27 md24 me22 mk19 mn20 mr27 mt31 mu30 ni28 nl18 no15 om23 pk24 pl28 ps29 pt25 qa29 ro24
  rs22 ru33 sa24 sc31 sd18 se24 si19 sk24 sm27 so23 st25 sv28 tl23 tn24 tr26 ua29 va22 vg24 xk20 ye30`
    .split(/\s+/)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** A country and two digits: without them no row of words and digits need be tried. */
const IBAN_SOMEWHERE = new RegExp(`(?<![a-z0-9])(?:${[...IBAN_LENGTHS.keys()].join('|')})[ .-]?\\d\\d`);

export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const weighed = place % 2 === 0 ? digit : digit * 2;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
}

function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
