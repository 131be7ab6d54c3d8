/** Finds what can be checked by itself: e-mail addresses, access tokens, cards (Luhn) and IBANs (mod 97). */

import type { Redaction, Span } from './fold';
import { withoutAmounts } from './harmless';

export function patternSpans(folded: string): readonly Span[] {
  return [
    ...all(folded, EMAIL, 'e-mail'),
    ...TOKENS.flatMap((token) => all(folded, token, 'token')),
    ...cardSpans(folded),
    ...ibanSpans(folded),
  ];
}

// Each begins at the start of a word only, so that a long text without a match is still read once.
const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}[\p{L}\p{N}-]*/gu;
const TOKENS = [
  // Login with Amazon's access, refresh and code tokens; the demo shop's own.
  /(?<![\p{L}\p{N}])at[a-z]{1,3}\|[\w+/=|.-]+/gu,
  /(?<![\p{L}\p{N}-])demo-[\p{L}\p{N}][\p{L}\p{N}_-]*/gu,
  /(?<![\p{L}\p{N}])bearer\s+[\w+/=|.~-]{8,}/gu,
  /(?<![\p{L}\p{N}])eyj[\w-]{8,}(?:\.[\w-]+){1,2}/gu,
] as const;

function all(folded: string, pattern: RegExp, as: Redaction): readonly Span[] {
  return [...folded.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length, as }));
}

/** Thirteen to nineteen digits in any grouping that pass Luhn's check (ISO/IEC 7812-1). */
function cardSpans(folded: string): readonly Span[] {
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

const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  at: 20,
  be: 16,
  bg: 22,
  ch: 21,
  cy: 28,
  cz: 24,
  de: 22,
  dk: 18,
  ee: 20,
  es: 24,
  fi: 18,
  fr: 27,
  gb: 22,
  gr: 27,
  hr: 21,
  hu: 28,
  ie: 22,
  is: 26,
  it: 27,
  li: 21,
  lt: 20,
  lu: 20,
  lv: 21,
  mt: 31,
  nl: 18,
  no: 15,
  pl: 28,
  pt: 25,
  ro: 24,
  se: 24,
  si: 19,
  sk: 24,
  sm: 27,
};

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

type Search = {
  readonly piece: RegExp;
  /** What may stand between two pieces of one number. */
  readonly gap: RegExp;
  readonly most: number;
  readonly accepts: (joined: string) => boolean;
  readonly as: Redaction;
};

/** The longest accepted row of pieces from each piece on: a number may follow, or be followed by, other words. */
function windows(folded: string, search: Search): readonly Span[] {
  const pieces = [...folded.matchAll(search.piece)].map((match) => ({ text: match[0], from: match.index }));
  const found: Span[] = [];
  for (let start = 0; start < pieces.length; start++) {
    let joined = '';
    for (let end = start; end < pieces.length; end++) {
      const piece = pieces[end] as (typeof pieces)[number];
      const before = pieces[end - 1];
      if (end > start && before && !search.gap.test(folded.slice(before.from + before.text.length, piece.from))) break;
      joined += piece.text;
      if (joined.length > search.most) break;
      const from = pieces[start]?.from ?? 0;
      if (search.accepts(joined)) found.push({ from, to: piece.from + piece.text.length, as: search.as });
    }
  }
  return found;
}
