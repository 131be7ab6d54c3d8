/** Finds numbers that people call by what they belong to: an order's, a parcel's, a voucher's are nobody's personal data. */

import { isNumberIn } from './phone-plans';
import type { SpokenWords } from './spoken-words';
import { hasDigits } from './windows';

export type NumberWords = {
  /** ISO 3166-1 alpha-2: from where somebody may write a number as it is dialled at home. */
  readonly countries: readonly string[];
  /** What announces a telephone number; and what may stand between that and the number. Folded. */
  readonly calls: readonly string[];
  readonly between: readonly string[];
  /** What has a number of its own; and what may stand between that and the number. Folded. */
  readonly things: readonly string[];
  readonly naming: readonly string[];
  /** What money is called. Folded. */
  readonly money: readonly string[];
};

const words = new WeakMap<readonly SpokenWords[], Map<readonly string[], NumberWords>>();

/** Made once for each list: its patterns are kept with it. */
export function numberWords(spoken: readonly SpokenWords[], countries: readonly string[]): NumberWords {
  const known = words.get(spoken) ?? new Map<readonly string[], NumberWords>();
  words.set(spoken, known);
  const all = (key: 'calls' | 'between' | 'things' | 'naming' | 'money') => spoken.flatMap((list) => list[key]);
  const made = known.get(countries) ?? {
    countries,
    ...{ calls: all('calls'), between: all('between'), things: all('things'), naming: all('naming') },
    money: all('money'),
  };
  known.set(countries, made);
  return made;
}

/** A stretch of the folded text. */
export type NamedNumber = { readonly from: number; readonly to: number };

/** In order. What a number is called decides, but for one that is dialled with a + and one that was asked to be called. */
export function namedNumbers(folded: string, words: NumberWords): readonly NamedNumber[] {
  if (!hasDigits(folded, LEAST_DIGITS)) return [];
  const { before, after, call } = patternsOf(words);
  const links = [...folded.matchAll(IN_LINK)]
    .filter(({ index }) => !call.test(folded.slice(Math.max(0, index - LONGEST_KEY), index)))
    .map(({ 0: found, index }) => ({ from: index, to: index + found.length }));
  if (!before) return links;
  const named = [...folded.matchAll(before)].flatMap(({ 0: found, index }) => {
    const from = index + found.length;
    const one = numberAt(folded, from, words);
    const isToCall =
      one !== null && call.test(clauseBefore(folded, index)) && isPhone(folded.slice(from, one.to), words);
    return one && !isToCall ? [one, ...othersAfter(folded, one, words)] : [];
  });
  const told = [...folded.matchAll(NUMBER_ALONE)].flatMap(({ 0: found, index }) => {
    const to = index + found.length;
    return after.test(folded.slice(to, to + LONGEST_NAME)) ? [{ from: index, to }] : [];
  });
  return [...links, ...named, ...told].sort((a, b) => a.from - b.from);
}

/** Whether a number that begins where `before` ends is called by what it belongs to. */
export function isNamed(before: string, words: NumberWords): boolean {
  const { ending } = patternsOf(words);
  return ending.test(before.slice(-LONGEST_NAME));
}

/** Masks them; the text keeps its length. */
export function withoutNamed(folded: string, named: readonly NamedNumber[]): string {
  let masked = '';
  for (const { from, to } of named) {
    masked += folded.slice(masked.length, Math.max(from, masked.length));
    masked += '_'.repeat(Math.max(0, to - masked.length));
  }
  return masked + folded.slice(masked.length);
}

/** "reference number of your order is" and no more. */
const LONGEST_NAME = 60;
/** "phone=": what a link carries is called by that. */
const LONGEST_KEY = 16;
/** No telephone number has fewer. */
const LEAST_DIGITS = 6;
const MOST_DIGITS = 24;
/** What a link carries: after a = or a / of its own; of those that dial it is a telephone number. */
const IN_LINK = /(?<=\b(?:https?:\/\/|www\.)(?!wa\.me|api\.whatsapp)[^\s]{1,200}[=/])\d{6,}(?![^\s/?&#.,;:!)])/g;
const NUMBER_ALONE = /(?<![\p{L}\p{N}+.-])\d(?:[ ./-]?\d){5,23}(?![\p{L}\p{N}])/gu;
/** A group that is a number by itself: what follows it after a space is another one. */
const WHOLE_GROUP = 6;
const LEAST_PHONE = 9;

/** Groups that belong together; what could be dialled at its end does not. null: there are no digits, or a + begins them. */
function numberAt(text: string, from: number, words: NumberWords): NamedNumber | null {
  const piece = /(?:\p{L}{1,5}[/-])?\p{L}{0,4}\d[\p{L}\d]*/uy;
  const groups: { from: number; to: number }[] = [];
  let at = from;
  for (;;) {
    piece.lastIndex = at;
    const [found] = piece.exec(text) ?? [];
    if (!found) break;
    groups.push({ from: at, to: at + found.length });
    at += found.length;
    const joint = /^[ ./-](?=\p{L}{0,4}\d)/u.exec(text.slice(at, at + 6))?.[0];
    const digits = text.slice(from, at).replace(/\D/g, '').length;
    if (!joint || digits >= MOST_DIGITS || (joint === ' ' && found.length >= WHOLE_GROUP)) break;
    at += joint.length;
  }
  const last = groups.at(-1);
  if (!last) return null;
  const isEven = groups.length > 2 && groups.every(({ from, to }) => to - from === 4);
  const dialled = isEven
    ? undefined
    : groups.slice(1).find(({ from }) => text[from - 1] === ' ' && isPhone(text.slice(from, last.to), words));
  return { from, to: dialled ? dialled.from - 1 : last.to };
}

function isPhone(written: string, { countries }: NumberWords): boolean {
  const digits = written.replace(/\D/g, '');
  return digits.length >= LEAST_PHONE && !/\p{L}/u.test(written) && isNumberIn(digits, countries);
}

/** "orders 123456789, 123456790 and 123456791": as many digits again. */
function othersAfter(text: string, { from, to }: NamedNumber, words: NumberWords): readonly NamedNumber[] {
  const { also } = patternsOf(words);
  const shape = text.slice(from, to).replace(/\d/g, '0');
  const others: NamedNumber[] = [];
  for (let at = to; ; ) {
    also.lastIndex = at;
    const next = at + (also.exec(text)?.[0].length ?? 0);
    const end = next + shape.length;
    if (next === at || text.slice(next, end).replace(/\d/g, '0') !== shape || /^\d/.test(text.slice(end)))
      return others;
    others.push({ from: next, to: end });
    at = end;
  }
}

/** From the last number or the end of a sentence on: what stands before that speaks of something else. */
function clauseBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - LONGEST_NAME), at)
      .split(/[.!?;\n]\s|\d/)
      .at(-1) ?? ''
  );
}

type Patterns = {
  /** null: no language says what has a number. */
  readonly before: RegExp | null;
  readonly ending: RegExp;
  readonly after: RegExp;
  readonly also: RegExp;
  readonly call: RegExp;
};

/** Without a word that announces one, nothing does. */
export const NEVER = /(?!)/;
const made = new WeakMap<NumberWords, Patterns>();

function patternsOf(words: NumberWords): Patterns {
  const known = made.get(words) ?? patterns(words);
  made.set(words, known);
  return known;
}

function patterns({ things, naming, calls }: NumberWords): Patterns {
  const call = calls.length === 0 ? NEVER : new RegExp(String.raw`(?<!\p{L})(?:${calls.join('|')})(?!\p{L})`, 'u');
  if (things.length === 0) return { before: null, ending: NEVER, after: NEVER, also: /(?!)/y, call };
  const [thing, name] = [things.join('|'), naming.join('|')];
  // A full stop after a longer word ends a sentence: what follows is no longer called by it.
  const space = String.raw`(?:[ :#=°º"'’“(-]|(?<=(?<!\p{L})\p{L}{1,3})[.]|[.](?=\d)){1,4}`;
  const called = String.raw`(?<!\p{L})(?:${thing})(?!\p{L})(?:${space}(?:${name})(?!\p{L})){0,6}${space}`;
  return {
    before: new RegExp(String.raw`${called}(?=(?:\p{L}{1,5}[/-])?\p{L}{0,4}\d)`, 'gu'),
    ending: new RegExp(`${called}$`, 'u'),
    after: new RegExp(String.raw`^(?: (?:${name})(?!\p{L})){1,6} (?:${thing})(?!\p{L})`, 'u'),
    also: new RegExp(String.raw` ?(?:[,;&/] ?)?(?:(?:${name}) )?(?=\d)`, 'uy'),
    call,
  };
}
