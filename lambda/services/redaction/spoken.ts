/** Finds numbers said digit by digit ("four two four two …"): eight or more in a row are nobody's quantity. */

import type { Span } from './fold';
import { withoutAmounts, withoutOrders } from './harmless';
import { passesLuhn } from './patterns';

/** How one language says digits; all words folded (lower case, no accents). */
export type SpokenWords = {
  /** A word and the digits it stands for; tens count as two. */
  readonly digits: Readonly<Record<string, string>>;
  /** "double four": how often the next digit is meant. */
  readonly repeats: Readonly<Record<string, number>>;
  /** What people say between digits without meaning a digit. */
  readonly fillers: readonly string[];
  /** How the signs of an e-mail address are said. */
  readonly signs: readonly string[];
};

const ENGLISH: SpokenWords = {
  digits: {
    ...spell('zero one two three four five six seven eight nine', 0),
    ...spell('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10),
    ...spell('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    oh: '0',
    o: '0',
    nought: '0',
    nil: '0',
  },
  repeats: { double: 2, triple: 3 },
  // "To" and "for" are what a recogniser makes of two and four.
  fillers: ['and', 'then', 'dash', 'space', 'um', 'uh', 'to', 'too', 'for'],
  signs: ['at', 'dot', 'underscore', 'dash', 'hyphen'],
};

const ITALIAN: SpokenWords = {
  digits: {
    ...spell('zero uno due tre quattro cinque sei sette otto nove', 0),
    ...spell('dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove', 10),
    ...italianTens(),
  },
  repeats: { doppio: 2, doppia: 2, triplo: 3 },
  fillers: ['e', 'poi', 'trattino', 'spazio', 'ehm'],
  signs: ['chiocciola', 'punto', 'trattino'],
};

export const SPOKEN: readonly SpokenWords[] = [ENGLISH, ITALIAN];

const LEAST_DIGITS = 8;

/** `[card]` where the digits pass Luhn's check, otherwise `[number]`. */
export function spokenSpans(folded: string, spoken: readonly SpokenWords[]): readonly Span[] {
  return rows(folded, spoken)
    .filter((row) => row.digits.length >= LEAST_DIGITS && row.single >= LEAST_DIGITS / 2)
    .map(({ digits, from, to }) => {
      const isCard = digits.length >= 13 && digits.length <= 19 && passesLuhn(digits);
      return { from, to, as: isCard ? 'card' : 'number' };
    });
}

type Word = { readonly text: string; readonly from: number; readonly to: number; readonly isNear: boolean };
type Row = { readonly digits: string; readonly single: number; readonly from: number; readonly to: number };

const MOST_FILLERS = 2;

/** Rows of digits, said or written, with little between them. */
function rows(folded: string, spoken: readonly SpokenWords[]): readonly Row[] {
  const words = wordsOf(withoutOrders(withoutAmounts(folded)));
  const found: Row[] = [];
  for (let start = 0; start < words.length; ) {
    const { row, next } = rowFrom(words, start, spoken);
    if (row) found.push(row);
    start = next;
  }
  return found;
}

function wordsOf(text: string): readonly Word[] {
  let end = 0;
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => {
    const isNear = /^[\s,.\-–]{1,4}$/.test(text.slice(end, index));
    end = index + word.length;
    return { text: word, from: index, to: end, isNear };
  });
}

function rowFrom(words: readonly Word[], start: number, spoken: readonly SpokenWords[]) {
  let row: Row | null = null;
  let next = start + 1;
  for (let at = start, repeat = 1, fillers = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (at > start && !word.isNear) break;
    const digits = digitsOf(word.text, words[at + 1]?.text, spoken);
    const times = spoken.map(({ repeats }) => own(repeats, word.text)).find(Boolean);
    if (digits) {
      row = grown(row, word, { digits: digits.repeat(repeat), from: words[start]?.from ?? word.from });
      next = at + 1;
      fillers = 0;
    } else if (!times && !(row && isFiller(word.text, spoken) && fillers++ < MOST_FILLERS)) break;
    repeat = digits ? 1 : (times ?? 1);
  }
  return { row, next };
}

function grown(row: Row | null, word: Word, add: { readonly digits: string; readonly from: number }): Row {
  const single = /^\d{2,}$/.test(word.text) ? 0 : 1;
  return {
    digits: (row?.digits ?? '') + add.digits,
    single: (row?.single ?? 0) + single,
    from: row?.from ?? add.from,
    to: word.to,
  };
}

/** "forty two" is 42, "forty" alone 40. */
function digitsOf(word: string, following: string | undefined, spoken: readonly SpokenWords[]): string | undefined {
  if (/^\d+$/.test(word)) return word;
  const digits = said(word, spoken);
  const unit = following === undefined ? undefined : said(following, spoken);
  return digits && /^[2-9]0$/.test(digits) && unit && /^[1-9]$/.test(unit) ? digits.charAt(0) : digits;
}

function said(word: string, spoken: readonly SpokenWords[]): string | undefined {
  return spoken.map(({ digits }) => own(digits, word)).find(Boolean);
}

function isFiller(word: string, spoken: readonly SpokenWords[]): boolean {
  return spoken.some(({ fillers }) => fillers.includes(word));
}

/** A shopper may well say "constructor". */
function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

function spell(words: string, first: number, step = 1): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, String(first + index * step)]));
}

/** "quarantadue" is one word, and loses its vowel before "uno" and "otto". */
function italianTens(): Readonly<Record<string, string>> {
  const tens = Object.entries(spell('venti trenta quaranta cinquanta sessanta settanta ottanta novanta', 20, 10));
  const units = Object.entries(spell('uno due tre quattro cinque sei sette otto nove', 1));
  const compounds = tens.flatMap(([ten, value]) =>
    units.map(([unit, digit]) => [(/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit, value.charAt(0) + digit]),
  );
  return { ...Object.fromEntries(tens), ...Object.fromEntries(compounds) };
}
