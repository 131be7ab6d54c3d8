/** Finds what can be checked by itself: e-mail addresses, access tokens, cards (Luhn) and IBANs (mod 97). */

import type { Redaction, Span } from './fold';
import { withoutAmounts } from './harmless';
import { hasDigits, windows } from './windows';

export function patternSpans(folded: string): readonly Span[] {
  const words = MARKED.filter(({ mark }) => folded.includes(mark)).flatMap(({ as, pattern }) =>
    [...folded.matchAll(pattern)].map(({ 0: found, index }) => ({ from: index, to: index + found.length, as })),
  );
  return [...words, ...cardSpans(folded), ...ibanSpans(folded)];
}

type Marked = { readonly mark: string; readonly as: Redaction; readonly pattern: RegExp };

/** Each has a mark that must be there, and begins at the start of a word: a long text without any is read once. */
const MARKED: readonly Marked[] = [
  {
    mark: '@',
    as: 'e-mail',
    pattern: /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]*/gu,
  },
  // Login with Amazon's access, refresh and code tokens.
  { mark: '|', as: 'token', pattern: /(?<![\p{L}\p{N}])at[a-z]{1,3}\|[\w+/=|.-]+/gu },
  // The demo shop's own.
  { mark: 'demo-', as: 'token', pattern: /(?<![\p{L}\p{N}-])demo-[\p{L}\p{N}][\p{L}\p{N}_-]*/gu },
  { mark: 'bearer', as: 'token', pattern: /(?<![\p{L}\p{N}])bearer\s+[\w+/=|.~-]{8,}/gu },
  { mark: 'eyj', as: 'token', pattern: /(?<![\p{L}\p{N}])eyj[\w-]{8,}(?:\.[\w-]+){1,2}/gu },
];

/** Thirteen to nineteen digits in any grouping that pass Luhn's check (ISO/IEC 7812-1). */
function cardSpans(folded: string): readonly Span[] {
  if (!hasDigits(folded, 13)) return [];
  return windows(withoutAmounts(folded), {
    piece: /\d+/g,
    gap: /^[ .-]{1,2}$/,
    most: 19,
    accepts: (digits) => digits.length >= 13 && passesLuhn(digits),
    as: 'card',
  });
}

/** Lengths where they are known, otherwise 15 to 34 (ISO 13616). */
function ibanSpans(folded: string): readonly Span[] {
  if (!hasDigits(folded, 8)) return [];
  return windows(folded, {
    piece: /[a-z0-9]+/g,
    gap: /^[ .-]{1,2}$/,
    most: 34,
    accepts: (text) =>
      /^[a-z]{2}\d{2}/.test(text) &&
      text.length === (IBAN_LENGTHS[text.slice(0, 2)] ?? Math.max(15, text.length)) &&
      passesMod97(text),
    as: 'iban',
  });
}

const IBAN_LENGTHS: Readonly<Record<string, number>> = Object.fromEntries(
  'at20 be16 bg22 ch21 cy28 cz24 de22 dk18 ee20 es24 fi18 fr27 gb22 gr27 hr21 hu28 ie22 is26 it27 li21 lt20 lu20 lv21 mt31 nl18 no15 pl28 pt25 ro24 se24 si19 sk24 sm27'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

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
