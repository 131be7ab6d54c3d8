/** Numbers and ordinals, in digits or in a language's words. */

import { unusualOf } from './numerals';
import { type Phrases, phrases, type Read, readPhrase, tokens, type Words } from './words';

/** The number words and amounts of a language, ready to be read. */
export function numberPhrases(words: Words): Phrases<number> {
  const spelled = words.numbers.flatMap((spellings, value) => spellings.map((text) => [text, value] as const));
  return phrases([...spelled, ...Object.entries(words.amounts)], words.apostrophe);
}

/** The same between digits, where "oh" is a zero. */
export function digitPhrases(words: Words): Phrases<number> {
  const zeros = words.zeros.map((text) => [text, 0] as const);
  return new Map([...numberPhrases(words), ...phrases(zeros, words.apostrophe)]);
}

/** Digits or words: "12", "twelve", "a dozen". At most six digits; anything longer is no count of goods. */
export function readNumber(all: Phrases<number>, said: readonly string[], from: number): Read<number> | undefined {
  const token = said[from];
  if (token !== undefined && /^\d{1,6}$/.test(token)) return { value: Number(token), length: 1 };
  return readPhrase(all, said, from);
}

/** The same, and what only looks like one: "1e9" has no value, "-1" and "½" have theirs; whoever asked asks again how many. */
export function readCount(
  all: Phrases<number>,
  said: readonly string[],
  from: number,
): Read<number | undefined> | undefined {
  const unusual = unusualOf(said[from] ?? '');
  return unusual ? { value: unusual.value, length: 1 } : readNumber(all, said, from);
}

/** Four digits said together, in pairs or one by one: "1234", "twelve thirty four", "one two three four". */
export function readFourDigits(all: Phrases<number>, said: readonly string[], from: number): Read<string> | undefined {
  let digits = '';
  let at = from;
  while (digits.length < 4) {
    const part = digitsAt(all, said, at);
    if (!part) return undefined;
    digits += part.value;
    at += part.length;
  }
  return digits.length === 4 ? { value: digits, length: at - from } : undefined;
}

/** What stands before the digits of a number: letters that are no word, as in "WM-104232". */
const PREFIX = /^[^aeiouy\d]{1,3}$/;
/** Longer is no order's number. */
const MOST_DIGITS = 12;

/** Its last four digits, however many are said: four of them, or as many as follow each other. The longest comes last. */
export function readOrderNumber(all: Phrases<number>, said: readonly string[], from: number): readonly Read<string>[] {
  const first = PREFIX.test(said[from] ?? '') && /^\d{4,}$/.test(said[from + 1] ?? '') ? from + 1 : from;
  const written = said[first] ?? '';
  if (/^\d{5,}$/.test(written))
    return written.length > MOST_DIGITS ? [] : [{ value: written.slice(-4), length: first + 1 - from }];
  const four = readFourDigits(all, said, first);
  if (!four) return [];
  const short = { value: four.value, length: first + four.length - from };
  let digits = four.value;
  let at = first + four.length;
  for (let part = digitsAt(all, said, at); part; part = digitsAt(all, said, at)) {
    digits += part.value;
    at += part.length;
  }
  const isLonger = digits.length > 4 && digits.length <= MOST_DIGITS;
  return isLonger ? [short, { value: digits.slice(-4), length: at - from }] : [short];
}

function digitsAt(all: Phrases<number>, said: readonly string[], at: number): Read<string> | undefined {
  const token = said[at] ?? '';
  if (/^\d{1,4}$/.test(token)) return { value: token, length: 1 };
  const part = readPhrase(all, said, at);
  // "Three hundred" is how many, and not a three with a hundred behind it.
  const isCount = part !== undefined && part.value > 0 && part.value % 100 === 0;
  return part && !isCount ? { value: String(part.value), length: part.length } : undefined;
}

/** An ordinal and nothing else: "the second one", "number two", "the last". */
export function ordinalOf(words: Words, said: readonly string[]): number | undefined {
  const { ordinals, numbers, marks } = ordinalTables(words);
  const bare = said.filter((token) => !marks.has(token));
  const ordinal = readPhrase(ordinals, bare, 0);
  if (ordinal) return ordinal.length === bare.length ? ordinal.value : undefined;
  const positioned =
    words.positions.includes(said.at(-2) ?? '') && said.slice(0, -2).every((token) => marks.has(token));
  const number = positioned ? readNumber(numbers, said, said.length - 1)?.value : undefined;
  return number === 0 ? undefined : number;
}

export function ordinalPhrases(words: Words): Phrases<number> {
  return ordinalTables(words).ordinals;
}

type OrdinalTables = {
  readonly ordinals: Phrases<number>;
  readonly numbers: Phrases<number>;
  readonly marks: ReadonlySet<string>;
};
const tables = new WeakMap<Words, OrdinalTables>();

function ordinalTables(words: Words): OrdinalTables {
  const known = tables.get(words);
  if (known) return known;
  const entries = Object.entries(words.ordinals).flatMap(([value, texts]) =>
    texts.map((text) => [text, Number(value)] as const),
  );
  const made = {
    ordinals: phrases(entries, words.apostrophe),
    numbers: numberPhrases(words),
    marks: new Set(words.ordinalMarks.flatMap((mark) => tokens(mark, words.apostrophe))),
  };
  tables.set(words, made);
  return made;
}
