/** Whole numbers as they are said, in words or in one: "one hundred and four thousand", "centoquattromila". */

import type { Phrases, Read, Words } from './words';
import { phrases, readPhrase, tokens } from './words';

type Joined = readonly [word: string, value: number];

export type CardinalWords = {
  /** Up to a hundred, and the round hundreds and thousand a language has words for. */
  readonly parts: Phrases<number>;
  /** The single words among them by their first letter, the longest first: a compound is made of these. */
  readonly joined: ReadonlyMap<string, readonly Joined[]>;
  /** Between hundreds and what follows them: "one hundred and four". */
  readonly and: Phrases<true>;
};

export function cardinalWords({ numbers, amounts, order, apostrophe }: Words): CardinalWords {
  const counted = numbers.flatMap((spellings, value) => spellings.map((text) => [text, value] as const));
  const round = Object.entries(amounts).filter(([, value]) => value % 100 === 0);
  const all = [...counted, ...round];
  const joined = all
    .map(([text, value]) => [tokens(text, apostrophe).join(' '), value] as const)
    .filter(([word]) => word.length > 1 && !word.includes(' '))
    .sort(([one], [other]) => other.length - one.length);
  const and = phrases(
    order.and.map((text) => [text, true] as const),
    apostrophe,
  );
  return { parts: phrases(all, apostrophe), joined: byFirstLetter(joined), and };
}

function byFirstLetter(all: readonly Joined[]): CardinalWords['joined'] {
  const found = new Map<string, Joined[]>();
  for (const one of all) found.set(one[0].charAt(0), [...(found.get(one[0].charAt(0)) ?? []), one]);
  return found;
}

/** How far a number has been built. */
type Built = { readonly thousands: number; readonly rest: number; readonly last: number };
const NOTHING: Built = { thousands: 0, rest: 0, last: Number.POSITIVE_INFINITY };

/** The longest number that begins here; two numbers in a row are two: "four two". */
export function readCardinal(all: CardinalWords, said: readonly string[], from: number): Read<number> | undefined {
  let built = NOTHING;
  let at = from;
  while (at < said.length) {
    const and = built.last % 100 === 0 ? (readPhrase(all.and, said, at)?.length ?? 0) : 0;
    const part = partAt(all, said, at + and);
    const next = part?.value.reduce<Built | undefined>((one, value) => one && grown(one, value), built);
    if (!part || !next) break;
    built = next;
    at += and + part.length;
  }
  return at > from ? { value: built.thousands + built.rest, length: at - from } : undefined;
}

function partAt(all: CardinalWords, said: readonly string[], at: number): Read<readonly number[]> | undefined {
  const plain = readPhrase(all.parts, said, at);
  if (plain) return { value: [plain.value], length: plain.length };
  const token = said[at] ?? '';
  const value = token.length > SHORTEST_COMPOUND ? compound(token, all.joined) : undefined;
  return value && { value, length: 1 };
}

const SHORTEST_COMPOUND = 5;

/** "Centotto" is "cento" and "otto": two words may share the letter between them. */
function compound(token: string, joined: CardinalWords['joined']): readonly number[] | undefined {
  for (const [word, value] of joined.get(token.charAt(0)) ?? []) {
    if (!token.startsWith(word)) continue;
    if (token.length === word.length) return [value];
    for (const shared of [0, 1]) {
      const rest = compound(token.slice(word.length - shared), joined);
      if (rest && rest.length > 0) return [value, ...rest];
    }
  }
  return undefined;
}

const MILLION = 1_000_000;

/** undefined: this value begins another number. */
function grown({ thousands, rest, last }: Built, value: number): Built | undefined {
  if (last === 0) return undefined;
  if (value === MILLION)
    return thousands === 0 ? { thousands: (rest || 1) * MILLION, rest: 0, last: MILLION } : undefined;
  if (value === 1000) return thousands === 0 ? { thousands: (rest || 1) * 1000, rest: 0, last: 1000 } : undefined;
  if (value === 100 && last < 10) return { thousands, rest: rest * 100, last: 100 };
  const isBelow = value >= 100 ? last >= 1000 : last % 100 === 0 || last === Number.POSITIVE_INFINITY;
  // "A hundred zero" is no number; "zero" is one by itself.
  const isOpen = value > 0 || last === Number.POSITIVE_INFINITY;
  return isBelow && isOpen ? { thousands, rest: rest + value, last: value } : undefined;
}
