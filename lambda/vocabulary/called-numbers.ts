/** Finds numbers that are called by what they belong to, "your order 10345": they are no amount, and nobody says them as one. */

import { literal } from './literal';

/** `numbers.json` of a language, in lower case. */
export type CalledWords = {
  /** What has a number that may stand right behind it, in the forms it has there; and of several. */
  readonly things: readonly string[];
  readonly several: readonly string[];
  /** "Number", "no", "code"; with * before it: whatever ends so. */
  readonly names: readonly string[];
  /** What stands between the name and the number: "is"; and before whose it is: "of your". */
  readonly is: readonly string[];
  readonly of: readonly string[];
  readonly and: readonly string[];
  /** What behind a number makes it an amount. */
  readonly counted: readonly string[];
  /** What before a thing makes it something that is done, "we order 10000", or has it stand for something else. */
  readonly deeds: readonly string[];
};

let read = (): readonly CalledWords[] => [];
let patterns: readonly Patterns[] | null = null;

/** What the house hands in of every language it has: people of a shop write in more than one. Read with the first number. */
export function knowCalled(lists: () => readonly CalledWords[]): void {
  read = lists;
  patterns = null;
}

type Patterns = {
  readonly named: RegExp;
  readonly thing: RegExp;
  readonly several: RegExp;
  readonly after: RegExp;
  readonly also: RegExp;
  readonly counted: RegExp;
  readonly deed: RegExp;
};

const made = new WeakMap<CalledWords, Patterns>();

function madeOf(words: CalledWords): Patterns {
  const own = made.get(words) ?? patternsOf(words);
  made.set(words, own);
  return own;
}

/**
 * What is said in its place: `with` behind what has it ("your order with this number"), `this` by itself, `none` behind a
 * name that says it all ("your order number"). `cut`: so many signs before it go, "no." and its like.
 */
export type CalledNumber = { readonly as: 'with' | 'this' | 'none'; readonly cut: number };

/** By where each begins. */
export function calledIn(text: string): ReadonlyMap<number, CalledNumber> {
  const called = new Map<number, CalledNumber>();
  if (!/\d{4}/.test(text)) return called;
  const low = lowered(text);
  patterns ??= read().map(madeOf);
  for (const { index, 0: sign } of low.matchAll(SIGNED)) called.set(index + sign.length, THIS);
  for (const [at, how] of patterns.flatMap((pattern) => foundBy(pattern, low))) {
    // Another language may know less of it.
    if (RANK[how.as] >= RANK[called.get(at)?.as ?? 'this']) called.set(at, how);
  }
  return called;
}

const RANK: Readonly<Record<CalledNumber['as'], number>> = { this: 0, none: 1, with: 2 };
const THIS: CalledNumber = { as: 'this', cut: 0 };

const SIGNED = /[#№] ?(?=\d{4})/g;
const NUMBER = /^\d{4,}(?![\p{L}\p{N}]|[.,]\d| ?[%€£$°])/u;
const ALONE = /(?<![\p{L}\p{N}.,-])\d{4,}(?= )/gu;
const CURRENCY = /^ ?([a-z]{3})(?![\p{L}\p{N}])/u;
/** As far back as what is done stands before what it is done to. */
const DEED_LETTERS = 40;

type Found = readonly [at: number, how: CalledNumber];

function foundBy(pattern: Patterns, low: string): readonly Found[] {
  const isNumber = (at: number) => {
    const [digits] = NUMBER.exec(low.slice(at)) ?? [];
    return digits !== undefined && !isCounted(low.slice(at + digits.length), pattern);
  };
  const named = [...low.matchAll(pattern.named)].map(foundIn);
  const things = [...low.matchAll(pattern.thing)]
    .filter(({ index, groups }) => !isDeed(low, index + (groups?.thing ?? '').length, pattern))
    .map(foundIn);
  const several = [...low.matchAll(pattern.several)]
    .map(foundIn)
    .filter(([at]) => othersAfter(low, at, pattern).length > 0);
  const told = [...low.matchAll(ALONE)]
    .filter(({ index, 0: digits }) => pattern.after.test(low.slice(index + digits.length)))
    .map(({ index }) => [index, THIS] as const);
  const found = [...named, ...several, ...things, ...told].filter(([at]) => isNumber(at));
  const others = found.flatMap(([at]) => othersAfter(low, at, pattern).filter(isNumber));
  return [...others.map((at) => [at, THIS] as const), ...found];
}

function foundIn({ index, 0: found, groups = {} }: RegExpExecArray): Found {
  const { thing, short, name } = groups;
  const { length } = found;
  const at = index + length;
  if (thing !== undefined) return [at, { as: 'with', cut: length - thing.length }];
  if (short !== undefined) return [at, { as: 'this', cut: length }];
  // "Number: " waits for it.
  return [at, name === undefined || found.includes(':') ? THIS : { as: 'none', cut: 0 }];
}

/** "orders 10345, 10346 and 10347": as many digits again. */
function othersAfter(low: string, from: number, { also }: Patterns): readonly number[] {
  const size = /^\d+/.exec(low.slice(from))?.[0].length ?? 0;
  const others: number[] = [];
  for (let at = from + size; ; ) {
    const joint = also.exec(low.slice(at))?.[0];
    const next = at + (joint?.length ?? 0);
    if (joint === undefined || !new RegExp(`^\\d{${size}}(?!\\d)`).test(low.slice(next))) return others;
    others.push(next);
    at = next + size;
  }
}

function isCounted(rest: string, { counted }: Patterns): boolean {
  const [, currency] = CURRENCY.exec(rest) ?? [];
  return counted.test(rest) || (currency !== undefined && CURRENCIES().has(currency));
}

let currencies: ReadonlySet<string> | undefined;
function CURRENCIES(): ReadonlySet<string> {
  currencies ??= new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));
  return currencies;
}

/** `to`: where the thing ends. */
function isDeed(low: string, to: number, { deed }: Patterns): boolean {
  return deed.test(low.slice(Math.max(0, to - DEED_LETTERS), to));
}

/** Every place stays where it was. */
function lowered(text: string): string {
  return text
    .replace(/\p{Lu}/gu, (letter) => {
      const low = letter.toLowerCase();
      return low.length === letter.length ? low : letter;
    })
    .replace(/\s/g, ' ')
    .replace(/[’]/g, "'");
}

const BEGIN = String.raw`(?<![\p{L}\p{N}])`;
const END = String.raw`(?![\p{L}\p{N}])`;
/** Also before a number of nothing: "#10345". */
const SPACE = `[ :#№"'“„(]{1,3}`;
/** "obj.": a longer word with one behind it ends a sentence. */
const SHORT_DOT = String.raw`(?:(?<=(?<!\p{L})\p{L}{1,4})\.)?`;
/** Without a word nothing is found. */
const NEVER = '(?!)';

function patternsOf({ things, several, names, is, of, and, counted, deeds }: CalledWords): Patterns {
  const [thing, name, short] = [anyOf(things), anyOf(names), anyOf(names.filter(isShort))];
  const whose = `(?:(?: ${anyOf(of)}${END}){0,3}[ ']${thing}${END}){1,2}`;
  const next = String.raw`${SPACE}(?=\d{4})`;
  // The name itself, "no." alone, or what it is told of and is.
  const called = `(?:(?<short>${short})${END}[.°º]?|(?<name>${name})${END}|${name}${END}[.°º]?(?:${whose})?(?: ${anyOf(is)}${END})?)`;
  return {
    named: new RegExp(`${BEGIN}${called}${next}`, 'gu'),
    thing: new RegExp(`${BEGIN}(?<thing>${thing}${END}${SHORT_DOT})(?:${SPACE}${short}${END}[.°º]?)?${next}`, 'gu'),
    several: new RegExp(`${BEGIN}(?<thing>${anyOf(several)})${END}${next}`, 'gu'),
    after: new RegExp(`^ ${anyOf(is)}${END}(?:[ '](?:${anyOf(of)}|${thing})${END}){0,4} ${name}${END}`, 'u'),
    also: new RegExp(`^(?:, ?(?:${anyOf(and)} )?| ${anyOf(and)} | ?[/&+] ?)#?(?=\\d)`, 'u'),
    counted: new RegExp(`^ ?${anyOf(counted)}${END}`, 'u'),
    deed: new RegExp(`${BEGIN}${anyOf(deeds)}(?: ${thing})?$`, 'u'),
  };
}

/** Nobody says it: "no", "nr". */
function isShort(name: string): boolean {
  return name.length < LONG && !name.startsWith('*');
}

/** Written without its accents, too, where it is long enough to be nothing else then. */
const LONG = 4;

function anyOf(words: readonly string[]): string {
  const all = words.flatMap((word) => {
    const plain = word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l');
    return word.length < LONG || plain === word ? [word] : [word, plain];
  });
  return all.length === 0 ? NEVER : `(?:${all.map(asPattern).join('|')})`;
}

function asPattern(word: string): string {
  const plain = literal(word.replace(/^\*/, ''));
  return word.startsWith('*') ? String.raw`\p{L}*${plain}` : plain;
}
