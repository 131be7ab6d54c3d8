/** What a shop's goods are called: every name people use, and the words that may stand beside one. */

import type { Stem } from '../../vocabulary/stem';
import type { Nameable } from './nameable';
import { stemOf } from './stem';
import { tokens, type Words } from './words';

export type Ids = ReadonlySet<string>;

export type NameIndex = {
  /** Where an id stands in the catalogue. */
  readonly place: ReadonlyMap<string, number>;
  /** Names of one word as they are spelled, and all whole names without the endings of number and gender. */
  readonly single: ReadonlySet<string>;
  readonly stemmed: ReadonlyMap<string, Ids>;
  /** Single words of names, by stem. One alone names nothing: "hand" is not hand soap. */
  readonly parts: ReadonlyMap<string, Ids>;
  /** Two words of a name run together, to the two of them: "dogfood". */
  readonly joined: ReadonlyMap<string, readonly [string, string]>;
  /** The words of all names by their first letter, for what is misspelt. */
  readonly spelled: ReadonlyMap<string, readonly string[]>;
  readonly noise: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Without the endings of the language. */
  readonly stem: Stem;
};

/** Goods taken in before whoever waits is let through. */
const SLICE = 250;
/** Shorter words are something else too soon. */
const SHORTEST = 4;

/** The long title is no name: it holds too much else ("chicken and rice", "all in one"). */
export function* namesOf(products: readonly Nameable[], words: Words): Generator<void, NameIndex> {
  const making = started(words);
  for (const [at, product] of products.entries()) {
    take(product, at, making);
    if (at % SLICE === SLICE - 1) yield;
  }
  return making;
}

/** The goods that all these words name: one whole name among them, and the others words of the same goods. */
export function named(names: NameIndex, mention: readonly string[]): Ids {
  const whole = wholeName(names, mention);
  if (whole || mention.length < 2) return whole ?? NONE;
  for (let length = mention.length - 1; length > 0; length -= 1) {
    for (let from = 0; from + length <= mention.length; from += 1) {
      const ids = wholeName(names, mention.slice(from, from + length));
      const rest = ids && mention.flatMap((_, at) => (at < from || at >= from + length ? [at] : []));
      const both = rest ? shared([ids, ...rest.map((at) => part(names, mention, at))]) : NONE;
      if (both.size > 0) return both;
    }
  }
  return NONE;
}

/** The goods that have all these words somewhere in one name. */
export function sharing(names: NameIndex, mention: readonly string[]): Ids {
  return mention.length === 0 ? NONE : shared(mention.map((_, at) => part(names, mention, at)));
}

/** Whether some goods have this word in their name. */
export function hasWord(names: NameIndex, token: string): boolean {
  return names.parts.has(names.stem(token)) || names.joined.has(token);
}

/** In the catalogue's order. */
export function inOrder(names: NameIndex, ids: Ids): readonly string[] {
  return [...ids].sort((a, b) => (names.place.get(a) ?? 0) - (names.place.get(b) ?? 0));
}

const NONE: Ids = new Set();

type Making = Pick<NameIndex, 'noise' | 'numbers' | 'stem'> & {
  readonly place: Map<string, number>;
  readonly single: Set<string>;
  readonly stemmed: Map<string, Set<string>>;
  readonly parts: Map<string, Set<string>>;
  readonly joined: Map<string, readonly [string, string]>;
  readonly spelled: Map<string, string[]>;
  readonly split: (text: string) => readonly string[];
};

function started(words: Words): Making {
  return {
    place: new Map(),
    single: new Set(),
    stemmed: new Map(),
    parts: new Map(),
    joined: new Map(),
    spelled: new Map(),
    ...besides(words),
  };
}

type Besides = Pick<Making, 'noise' | 'numbers' | 'stem' | 'split'>;

const known = new WeakMap<Words, Besides>();

/** What a language says about words beside names: the same for any goods, and a shopper's own are taken in every turn. */
function besides(words: Words): Besides {
  const before = known.get(words);
  if (before) return before;
  const split = (text: string) => tokens(text, words.apostrophe);
  const noise = new Set(words.noise.flatMap(split));
  const made = { noise, numbers: new Set(words.numbers.flat().flatMap(split)), stem: stemOf(words), split };
  known.set(words, made);
  return made;
}

function take({ id, name, words }: Nameable, at: number, making: Making): void {
  making.place.set(id, at);
  for (const text of name.voiceTitle ? [...words, name.voiceTitle] : words) {
    const all = making.split(text).filter((token) => !making.noise.has(token));
    if (all.length === 1) making.single.add(all[0] ?? '');
    add(making.stemmed, all.map(making.stem).join(' '), id);
    for (const index of all.keys()) takeWord(all, index, { id, making });
  }
}

type Taking = { readonly id: string; readonly making: Making };

function takeWord(all: readonly string[], at: number, { id, making }: Taking): void {
  const token = all[at] ?? '';
  const before = all[at - 1];
  const isNew = add(making.parts, partKey(making, all, at), id);
  if (before !== undefined) making.joined.set(before + token, [before, token]);
  if (!isNew || token.length < SHORTEST || isNumber(making, token)) return;
  const letter = token.charAt(0);
  const known = making.spelled.get(letter);
  if (!known) making.spelled.set(letter, [token]);
  else known.push(token);
}

/** "Three" says nothing of goods by itself, but "size three" does. */
function partKey(names: Pick<NameIndex, 'numbers' | 'stem'>, all: readonly string[], at: number): string {
  const token = all[at] ?? '';
  return isNumber(names, token) ? `${all[at - 1] ?? ''} ${token}` : names.stem(token);
}

function isNumber({ numbers }: Pick<NameIndex, 'numbers'>, token: string): boolean {
  return numbers.has(token) || /^\d+$/.test(token);
}

function wholeName({ stemmed, stem }: NameIndex, mention: readonly string[]): Ids | undefined {
  return stemmed.get(mention.map(stem).join(' '));
}

function part(names: NameIndex, mention: readonly string[], at: number): Ids {
  return names.parts.get(partKey(names, mention, at)) ?? NONE;
}

function shared([first = NONE, ...rest]: readonly Ids[]): Ids {
  return new Set([...first].filter((id) => rest.every((set) => set.has(id))));
}

/** Whether the key is new. */
function add(map: Map<string, Set<string>>, key: string, id: string): boolean {
  const known = map.get(key);
  if (known) known.add(id);
  else map.set(key, new Set([id]));
  return !known;
}
