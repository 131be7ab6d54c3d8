/** Numbers and ordinals, in digits or in a language's words. */

import { type CardinalWords, cardinalWords, readCardinal } from './cardinals';
import { listed } from './listed';
import { unusualOf } from './numerals';
import { onceFor } from './once';
import { type Phrases, phrases, type Read, readPhrase, tokens, type Words } from './words';

/** The number words and amounts of a language, ready to be read. */
export type CountWords = CardinalWords & { readonly phrases: Phrases<number> };

export function countWords(words: Words): CountWords {
  const spelled = words.numbers.flatMap((spellings, value) => spellings.map((text) => [text, value] as const));
  const all = phrases([...spelled, ...Object.entries(words.amounts)], words.apostrophe);
  return { ...cardinalWords(words), phrases: all };
}

/** The digits of a number, as they are said one by one, in pairs or as whole numbers. */
export type DigitWords = CardinalWords & {
  /** "Oh" is a zero between digits, and nowhere else. */
  readonly zeros: Phrases<number>;
  /** "Double three". */
  readonly repeats: Phrases<number>;
};

export function digitWords(words: Words, repeats: Readonly<Record<string, number>>): DigitWords {
  const zeros = words.zeros.map((text) => [text, 0] as const);
  return {
    ...cardinalWords(words),
    zeros: phrases(zeros, words.apostrophe),
    repeats: phrases(Object.entries(repeats), words.apostrophe),
  };
}

/** Anything longer is no count of goods. */
const MOST_COUNTED = 6;

/** Digits or words: "12", "a hundred and twelve", "a dozen". */
export function readNumber(all: CountWords, said: readonly string[], from: number): Read<number> | undefined {
  const token = said[from];
  if (token !== undefined && token.length <= MOST_COUNTED && /^\d+$/.test(token))
    return { value: Number(token), length: 1 };
  const phrase = readPhrase(all.phrases, said, from);
  const whole = readCardinal(all, said, from);
  return whole && whole.length >= (phrase?.length ?? 0) ? whole : phrase;
}

/** The same, and what only looks like one: "1e9" has no value, "-1" and "½" have theirs; whoever asked asks again how many. */
export function readCount(
  all: CountWords,
  said: readonly string[],
  from: number,
): Read<number | undefined> | undefined {
  const unusual = unusualOf(said[from] ?? '');
  return unusual ? { value: unusual.value, length: 1 } : readNumber(all, said, from);
}

/** Fewer numbers in a row may be an amount and its cents. */
const OF_SUM = 3;

/** The same of money: "1.234,56" is one amount, and so is a longer number; what it comes to, its signs tell whoever asked. */
export function readSum(all: CountWords, said: readonly string[], from: number): Read<number | undefined> | undefined {
  const end = said.findIndex((token, at) => at >= from && !/^\d+$/.test(token));
  const length = (end < 0 ? said.length : end) - from;
  const isLong = length === 1 && (said[from] ?? '').length > MOST_COUNTED;
  return length >= OF_SUM || isLong ? { value: undefined, length } : readCount(all, said, from);
}

/** What stands before the digits of a number: letters that are no word, as in "WM-104232" or "W M 104232". */
const PREFIX = /^[^aeiouy\d]{1,3}$/;
const MOST_LETTERS = 3;
/** Fewer or more are no order's number. */
const FEWEST_DIGITS = 4;
const MOST_DIGITS = 12;

/** Its last four digits, however many are said: four of them, or as many as follow each other. The longest comes last. */
export function readOrderNumber(all: DigitWords, said: readonly string[], from: number): readonly Read<string>[] {
  const first = behindLetters(all, said, from);
  const written = said[first] ?? '';
  if (/^\d{5,}$/.test(written))
    return written.length > MOST_DIGITS ? [] : [{ value: written.slice(-4), length: first + 1 - from }];
  const parts: Read<string>[] = [];
  let digits = '';
  let at = first;
  for (let part = digitsAt(all, said, at); part; part = digitsAt(all, said, at)) {
    digits += part.value;
    at += part.length;
    parts.push({ value: digits, length: at - from });
  }
  const short = parts.find(({ value }) => value.length === FEWEST_DIGITS);
  const whole = parts.at(-1);
  const both = short === whole ? [short] : [short, whole];
  return both
    .filter((one) => one !== undefined)
    .filter(({ value }) => value.length >= FEWEST_DIGITS && value.length <= MOST_DIGITS && !isCount(said, first, value))
    .map(({ value, length }) => ({ value: value.slice(-4), length }));
}

/** All the digits that follow each other from here, said or written: "four eight two seven". */
export function readDigits(all: DigitWords, said: readonly string[], from: number): Read<string> | undefined {
  let digits = '';
  let at = from;
  for (let part = digitsAt(all, said, at); part; part = digitsAt(all, said, at)) {
    digits += part.value;
    at += part.length;
  }
  const written = said[from] ?? '';
  if (digits === '' && /^\d{5,12}$/.test(written)) return { value: written, length: 1 };
  return digits === '' ? undefined : { value: digits, length: at - from };
}

/** Where the digits begin; letters lead to nothing else. */
function behindLetters(all: DigitWords, said: readonly string[], from: number): number {
  let letters = 0;
  let at = from;
  while (PREFIX.test(said[at] ?? '') && letters + (said[at] ?? '').length <= MOST_LETTERS) {
    letters += (said[at] ?? '').length;
    at += 1;
  }
  return at > from && (/^\d/.test(said[at] ?? '') || digitsAt(all, said, at)) ? at : from;
}

/** "1,000" is a thousand, written apart. */
function isCount(said: readonly string[], at: number, value: string): boolean {
  return /^\d{1,3}$/.test(said[at] ?? '') && said[at + 1] === '000' && value.endsWith('000');
}

/** The smallest round number that is no count of anything. */
const NO_COUNT = 10_000;

function digitsAt(all: DigitWords, said: readonly string[], at: number): Read<string> | undefined {
  const token = said[at] ?? '';
  if (/^\d{1,4}$/.test(token)) return { value: token, length: 1 };
  const zero = readPhrase(all.zeros, said, at);
  if (zero) return { value: '0', length: zero.length };
  const times = readPhrase(all.repeats, said, at);
  if (times) return repeated(digitsAt(all, said, at + times.length), times);
  const whole = readCardinal(all, said, at);
  // "Three hundred" is how many, and not a three with a hundred behind it.
  const isRound = whole !== undefined && whole.value > 0 && whole.value % 100 === 0 && whole.value < NO_COUNT;
  return whole && !isRound ? { value: String(whole.value), length: whole.length } : undefined;
}

/** "Double three" is two of them; "double thirty" is nothing. */
function repeated(digit: Read<string> | undefined, times: Read<number>): Read<string> | undefined {
  if (digit?.value.length !== 1) return undefined;
  return { value: digit.value.repeat(times.value), length: times.length + digit.length };
}

/** An ordinal and nothing else: "the second one", "number two", "the last". */
export function ordinalOf(words: Words, said: readonly string[]): number | undefined {
  const { ordinals, numbers, marks } = ordinalTables(words);
  const bare = said.filter((token) => !marks.has(token));
  const ordinal = readPhrase(ordinals, bare, 0);
  if (ordinal) return ordinal.length === bare.length ? ordinal.value : undefined;
  const positioned =
    listed(words.positions, words).has(said.at(-2) ?? '') && said.slice(0, -2).every((token) => marks.has(token));
  const number = positioned ? readNumber(numbers, said, said.length - 1)?.value : undefined;
  return number === 0 ? undefined : number;
}

export function ordinalPhrases(words: Words): Phrases<number> {
  return ordinalTables(words).ordinals;
}

type OrdinalTables = {
  readonly ordinals: Phrases<number>;
  readonly numbers: CountWords;
  readonly marks: ReadonlySet<string>;
};
const ordinalTables = onceFor((words: Words): OrdinalTables => {
  const entries = Object.entries(words.ordinals).flatMap(([value, texts]) =>
    texts.map((text) => [text, Number(value)] as const),
  );
  return {
    ordinals: phrases(entries, words.apostrophe),
    numbers: countWords(words),
    marks: new Set(words.ordinalMarks.flatMap((mark) => tokens(mark, words.apostrophe))),
  };
});
