/** What a shop's goods are found by: every name people use, whole and word by word, without the endings of number and gender. */

import type { GoodsKeys } from '../../vocabulary/goods-tables';
import type { Stem } from '../../vocabulary/stem';
import type { Nameable } from './nameable';
import { onceFor } from './once';
import { stemOf } from './stem';
import { tokens, type Words } from './words';

/** What a language says about words beside names: the same for any goods. */
export type NameWords = {
  readonly noise: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  /** Without the endings of the language; numbers in figures, and one word for what announces a size. */
  readonly stem: Stem;
  /** A word without the least that its plural may have added: a vowel at its end is exchanged, and not added. */
  readonly added: Stem;
  readonly split: (text: string) => readonly string[];
  /** What goods are used with, as it stands before or behind their name. */
  readonly tools: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
};

export const nameWords = onceFor((words: Words): NameWords => {
  const split = (text: string) => tokens(text, words.apostrophe);
  const noise = new Set(words.noise.flatMap(split));
  const endings = words.endings.names
    .filter((ending) => /[^aeiouy]$/.test(ending))
    .toSorted((one, other) => one.length - other.length);
  const { sizes, tools } = words.order;
  const same = new Map([...numbersIn(words, split), ...sizes.flatMap(split).map((token) => [token, SIZE] as const)]);
  const ending = stemOf(words);
  return {
    ...{ noise, split, numbers: new Set(words.numbers.flat().flatMap(split)) },
    tools: { before: new Set(tools.before.flatMap(split)), after: new Set(tools.after.flatMap(split)) },
    stem: (token: string) => same.get(token) ?? ending(token),
    added: (token: string) => token.slice(0, token.length - (endings.find((one) => token.endsWith(one))?.length ?? 0)),
  };
});

/** Any word that announces a size. */
export const SIZE = '#size';

/** "Four" is as good as "4". */
function numbersIn({ numbers }: Words, split: NameWords['split']): readonly (readonly [string, string])[] {
  return numbers.flatMap((ways, value) =>
    ways.flatMap((way) => {
      const [only = '', ...others] = split(way);
      return others.length === 0 ? [[only, String(value)] as const] : [];
    }),
  );
}

/** A whole name. */
export function nameKey({ stem }: NameWords, name: readonly string[]): string {
  return `n:${name.map(stem).join(' ')}`;
}

/** One word of a name. "Three" says nothing of goods by itself, but "size three" does. */
export function partKey(words: NameWords, name: readonly string[], at: number): string {
  const token = name[at] ?? '';
  return isNumber(words, token) ? `p:${words.stem(name[at - 1] ?? '')} ${words.stem(token)}` : wordKey(words, token);
}

export function wordKey({ stem }: NameWords, token: string): string {
  return `p:${stem(token)}`;
}

/** A name of one word, as it is spelled. */
export function singleKey(token: string): string {
  return `s:${token}`;
}

/** Two words of a name run together, and the two of them apart: "dogfood", "dog food". */
export function joinedKey(text: string): string {
  return `j:${text}`;
}

export function isNumber({ numbers }: NameWords, token: string): boolean {
  return numbers.has(token) || /^\d+$/.test(token);
}

/** The long title is no name: it holds too much else ("chicken and rice", "all in one"). */
export function keysOf({ name, words: called }: Nameable, words: NameWords): GoodsKeys {
  const keys = new Set<string>();
  const spelled = new Set<string>();
  for (const text of name.voiceTitle ? [...called, name.voiceTitle] : called) {
    const all = words.split(text).filter((token) => !words.noise.has(token));
    if (all.length === 0) continue;
    if (all.length === 1) keys.add(singleKey(all[0] ?? ''));
    keys.add(nameKey(words, all));
    for (const [at, token] of all.entries()) {
      keys.add(partKey(words, all, at));
      const before = all[at - 1];
      if (before !== undefined) keys.add(joinedKey(before + token)).add(joinedKey(`${before} ${token}`));
      if (!isNumber(words, token)) spelled.add(token);
    }
  }
  for (const key of sizeKeys(words.split(name.title), words)) keys.add(key);
  return { keys: [...keys], spelled: [...spelled] };
}

/** A size stands in the title, whatever language that is in: "Size 4", "Taglia 4". */
function sizeKeys(title: readonly string[], words: NameWords): readonly string[] {
  const at = sizeAt(title, words);
  return at < 0 ? [] : [wordKey(words, title[at - 1] ?? ''), partKey(words, title, at)];
}

/** In figures: "4". undefined: the title tells none. */
export function sizeIn({ title }: Nameable['name'], words: NameWords): string | undefined {
  const all = words.split(title);
  const token = all[sizeAt(all, words)];
  return token === undefined ? undefined : words.stem(token);
}

function sizeAt(title: readonly string[], words: NameWords): number {
  return title.findIndex((token, place) => words.stem(title[place - 1] ?? '') === SIZE && isNumber(words, token));
}
