/** Goods that come near to what nobody sells: of "purple rice" there is rice, of "Basmatireis" there is "Reis". */

import { nameKey, nameWords, SIZE } from './name-keys';
import { isTool, type Names, named } from './names';
import type { Words } from './words';

/**
 * Where a language puts what tells some goods from others of their kind: before the name ("basmati rice"), behind it
 * ("riso basmati"), on either side, or before it and in one word with it ("Basmatireis").
 */
export const WHICH_STANDS = ['put-before', 'put-behind', 'on-either-side', 'in-one-word'] as const;
export type NearNames = {
  readonly which: (typeof WHICH_STANDS)[number];
  /** Behind these stands a detail, as behind what announces a size: "for sushi". */
  readonly aside: ReadonlySet<string>;
  /** What only some of a kind are called, by its key, to what all of it is: "penne" to "pasta". */
  readonly general: ReadonlyMap<string, readonly string[]>;
};

type KindsCalled = Readonly<Record<'kinds' | 'also', Readonly<Record<string, readonly string[]>>>>;

export function generalNames(words: Words, { kinds, also }: KindsCalled): NearNames['general'] {
  const own = nameWords(words);
  const bareOf = (text: string) => own.split(text).filter((token) => !own.noise.has(token));
  return new Map(
    Object.entries(also).flatMap(([kind, names]) =>
      names.map((name) => [nameKey(own, bareOf(name)), bareOf(kinds[kind]?.[0] ?? name)] as const),
    ),
  );
}

/** The fewest letters of a name inside a longer word, and of what is left of that word: "Bio-Ei" is no egg. */
const LEAST = { name: 4, left: 3 } as const;

/** Empty: no part of it that could be the thing itself is the name of any. */
export function namedNearly(names: Names, mention: readonly string[], near: NearNames): readonly string[] {
  const { which, aside, general } = near;
  const withoutNoise = (some: readonly string[]) => some.filter((token) => !names.noise.has(token));
  const whole = withoutNoise(mention);
  if (isTool(names, whole)) return [];
  const without = whole.filter((token) => !aside.has(token));
  const detail = mention.findIndex((token, at) => at > 0 && (aside.has(token) || names.stem(token) === SIZE));
  const plain = detail < 0 ? whole : withoutNoise(mention.slice(0, detail));
  const parts = [without, plain, ...partsOf(plain, which)];
  const all = parts.flatMap((part) => [part, general.get(nameKey(names, part)) ?? []]);
  const found = all.map((part) => (part.length > 0 ? named(names, part) : [])).find((ids) => ids.length > 0);
  return found ?? (which === 'in-one-word' ? inWord(names, plain.at(-1) ?? '') : []);
}

/** The longest first. */
function partsOf(mention: readonly string[], which: NearNames['which']): readonly (readonly string[])[] {
  const tails = mention.slice(1).map((_, at) => mention.slice(at + 1));
  const heads = mention.slice(1).map((_, at) => mention.slice(0, -at - 1));
  if (which === 'put-behind') return heads;
  return which === 'on-either-side' ? [...tails, ...heads] : tails;
}

function inWord(names: Names, token: string): readonly string[] {
  for (let at = LEAST.left; at <= token.length - LEAST.name; at += 1) {
    const ids = named(names, [token.slice(at)]);
    if (ids.length > 0) return ids;
  }
  return [];
}
