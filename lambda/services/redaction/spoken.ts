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
/** Of these at least so many said as words or one by one: a list of quantities is none. */
const LEAST_SINGLE = 4;

/** `[card]` where the digits pass Luhn's check, otherwise `[number]`. */
export function spokenSpans(folded: string, spoken: readonly SpokenWords[]): readonly Span[] {
  const tongue = united(spoken);
  if (wordsOf(folded).filter(({ text }) => isSingle(text, tongue)).length < LEAST_SINGLE) return [];
  return rows(folded, tongue)
    .filter((row) => row.digits.length >= LEAST_DIGITS && row.single >= LEAST_SINGLE)
    .map(({ digits, from, to }) => {
      const isCard = digits.length >= 13 && digits.length <= 19 && passesLuhn(digits);
      return { from, to, as: isCard ? 'card' : 'number' };
    });
}

type Word = { readonly text: string; readonly from: number; readonly to: number; readonly isNear: boolean };
type Row = { readonly digits: string; readonly single: number; readonly from: number; readonly to: number };

const MOST_FILLERS = 2;

/** Rows of digits, said or written, with little between them. */
function rows(folded: string, tongue: Tongue): readonly Row[] {
  const words = wordsOf(withoutOrders(withoutAmounts(folded)));
  const found: Row[] = [];
  for (let start = 0; start < words.length; ) {
    const { row, next } = rowFrom(words, start, tongue);
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

function rowFrom(words: readonly Word[], start: number, tongue: Tongue) {
  let row: Row | null = null;
  let next = start + 1;
  for (let at = start, repeat = 1, fillers = 0; at < words.length; at++) {
    const word = words[at] as Word;
    if (at > start && !word.isNear) break;
    const digits = digitsOf(word.text, words[at + 1]?.text, tongue);
    const times = tongue.repeats.get(word.text);
    if (digits) {
      row = grown(row, word, { digits: digits.repeat(repeat), from: words[start]?.from ?? word.from });
      next = at + 1;
      fillers = 0;
    } else if (!times && !(row && tongue.fillers.has(word.text) && fillers++ < MOST_FILLERS)) break;
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

function isSingle(word: string, { digits, repeats }: Tongue): boolean {
  return /^\d$/.test(word) || digits.has(word) || repeats.has(word);
}

/** "forty two" is 42, "forty" alone 40. */
function digitsOf(word: string, following: string | undefined, { digits }: Tongue): string | undefined {
  if (/^\d/.test(word)) return /^\d+$/.test(word) ? word : undefined;
  const own = digits.get(word);
  const isTens = own !== undefined && /^[2-9]0$/.test(own);
  return isTens && /^[1-9]$/.test(digits.get(following ?? '') ?? '') ? own.charAt(0) : own;
}

/** All languages as one: a card number is a card number in whatever language it was said. */
type Tongue = {
  readonly digits: ReadonlyMap<string, string>;
  readonly repeats: ReadonlyMap<string, number>;
  readonly fillers: ReadonlySet<string>;
};

const tongues = new WeakMap<readonly SpokenWords[], Tongue>();

function united(spoken: readonly SpokenWords[]): Tongue {
  const known = tongues.get(spoken);
  if (known) return known;
  const tongue = {
    digits: new Map(spoken.flatMap(({ digits }) => Object.entries(digits))),
    repeats: new Map(spoken.flatMap(({ repeats }) => Object.entries(repeats))),
    fillers: new Set(spoken.flatMap(({ fillers }) => fillers)),
  };
  tongues.set(spoken, tongue);
  return tongue;
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
