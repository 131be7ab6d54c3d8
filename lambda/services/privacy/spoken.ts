/** Finds numbers said digit by digit ("four two four two …"): eight or more in a row are nobody's quantity. */

import type { Span } from './fold';
import { withoutAmounts, withoutOrders } from './harmless';
import { isNamed, type NumberWords } from './named-numbers';
import { passesLuhn } from './patterns';
import type { SpokenWords } from './spoken-words';

const LEAST_DIGITS = 8;
/** Of these at least so many said as words or one by one: a list of quantities is none. */
const LEAST_SINGLE = 4;

type Listening = { readonly spoken: readonly SpokenWords[]; readonly words: NumberWords };

/** `[card]` where the digits pass Luhn's check, otherwise `[number]`, if they are not called an order's or the like. */
export function spokenSpans(folded: string, { spoken, words }: Listening): readonly Span[] {
  if (!saysDigits(folded, spoken)) return [];
  return rowsIn(wordsOf(withoutOrders(withoutAmounts(folded, words))), united(spoken))
    .filter((row) => row.digits.length >= LEAST_DIGITS && row.single >= LEAST_SINGLE)
    .flatMap(({ digits, from, to }): readonly Span[] => {
      const isCard = digits.length >= 13 && digits.length <= 19 && passesLuhn(digits);
      if (!isCard && isNamed(folded.slice(0, from), words)) return [];
      return [{ from, to, as: isCard ? 'card' : 'number' }];
    });
}

/** Whether as many are said, or stand one by one, as a number that is found here has. */
export function saysDigits(folded: string, spoken: readonly SpokenWords[]): boolean {
  const { single } = united(spoken);
  let left = LEAST_SINGLE;
  return folded.match(WORD)?.some((word) => single.has(word) && --left === 0) ?? false;
}

/** Digits of so many, as they are said or written; `isAll`: nothing else is said. */
export function digitRow(
  folded: string,
  spoken: readonly SpokenWords[],
  least: number,
): { readonly digits: string; readonly isAll: boolean } | null {
  const words = wordsOf(folded);
  const row = rowsIn(words, united(spoken)).find(({ digits }) => digits.length >= least);
  if (!row) return null;
  return { digits: row.digits, isAll: row.from === words[0]?.from && row.to === words.at(-1)?.to };
}

/** The longest row of digits of at least so many: where it stands, and whether it is all that is said. */
export function longestRow(folded: string, spoken: readonly SpokenWords[], least: number) {
  const words = wordsOf(folded);
  const rows = rowsIn(words, united(spoken)).filter(({ digits }) => digits.length >= least);
  const [row] = [...rows].sort((one, other) => other.digits.length - one.digits.length);
  if (!row) return null;
  const { digits, from, to } = row;
  return { digits, from, to, isAll: from === words[0]?.from && to === words.at(-1)?.to };
}

type Word = { readonly text: string; readonly from: number; readonly to: number; readonly isNear: boolean };
type Row = { readonly digits: string; readonly single: number; readonly from: number; readonly to: number };

const MOST_FILLERS = 2;

/** Rows of digits, said or written, with little between them. */
function rowsIn(words: readonly Word[], tongue: Tongue): readonly Row[] {
  const found: Row[] = [];
  for (let start = 0; start < words.length; ) {
    const { row, next } = rowFrom(words, start, tongue);
    if (row) found.push(row);
    start = next;
  }
  return found;
}

const WORD = /[\p{L}\p{N}]+/gu;

function wordsOf(text: string): readonly Word[] {
  let end = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
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
  /** Words for digits and for how often, and digits by themselves. */
  readonly single: ReadonlySet<string>;
};

const tongues = new WeakMap<readonly SpokenWords[], Tongue>();

function united(spoken: readonly SpokenWords[]): Tongue {
  const known = tongues.get(spoken);
  if (known) return known;
  const digits = new Map(spoken.flatMap(({ words }) => Object.entries(words)));
  const repeats = new Map(spoken.flatMap(({ repeats }) => Object.entries(repeats)));
  const tongue = {
    ...{ digits, repeats },
    fillers: new Set(spoken.flatMap(({ fillers }) => fillers)),
    single: new Set([...digits.keys(), ...repeats.keys(), ...'0123456789']),
  };
  tongues.set(spoken, tongue);
  return tongue;
}
