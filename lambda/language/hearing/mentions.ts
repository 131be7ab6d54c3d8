/** Which goods a shopper means by a few words, on the shop's own names for them. */

import type { Nameable } from './nameable';
import { createSoftMentions, type SoftMentions } from './soft-mentions';
import { stem } from './stem';
import { tokens, type Words } from './words';

export type Mentions = {
  /** Ids of the goods that all words of the mention name, in the catalogue's order; empty when a word names none. */
  exactly(said: readonly string[]): readonly string[];
  /** The same, but words around a known name may be strange to the shop: "coffee for the moka". */
  loosely(said: readonly string[]): readonly string[];
  /** The goods named anywhere in a sentence, misspelt ones too. */
  readonly anywhere: SoftMentions;
};

/** A value of the slot type that stands for every product with this word; see `scripts/locales/values.ts`. */
export const WORD_ID = 'word:';

const NONE: ReadonlySet<string> = new Set();

type Index = {
  readonly order: readonly string[];
  readonly byPhrase: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byToken: ReadonlyMap<string, ReadonlySet<string>>;
  readonly byStem: ReadonlyMap<string, ReadonlySet<string>>;
  readonly noise: ReadonlySet<string>;
};

export function createMentions(products: readonly Nameable[], words: Words): Mentions {
  const index = indexOf(products, words);
  const soft = createSoftMentions(products, words);
  return {
    anywhere: (said) => {
      const mention = soft(said);
      if (!mention) return undefined;
      // "Coffee" means the goods people call coffee before the biscuit that has the word in its title.
      const ids = ordered(index, exact(index, mention.words));
      return ids.length > 0 ? { ...mention, ids } : mention;
    },
    exactly: (said) => ordered(index, exact(index, bare(index, said))),
    loosely: (said) => {
      const mention = bare(index, said);
      const ids = exact(index, mention);
      return ordered(index, ids.size > 0 ? ids : loose(index, mention));
    },
  };
}

function indexOf(products: readonly Nameable[], words: Words): Index {
  const byPhrase = new Map<string, Set<string>>();
  const byToken = new Map<string, Set<string>>();
  const byStem = new Map<string, Set<string>>();
  const noise = new Set(words.noise.flatMap((word) => tokens(word, words.apostrophe)));
  for (const { id, name, words: known } of products) {
    for (const text of [...known, name.voiceTitle ?? name.title, name.title]) {
      const split = tokens(text, words.apostrophe).filter((token) => !noise.has(token));
      add(byPhrase, split.join(' '), id);
      for (const token of split) {
        add(byToken, token, id);
        add(byStem, stem(token), id);
      }
    }
  }
  return { order: products.map(({ id }) => id), byPhrase, byToken, byStem, noise };
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  const known = map.get(key);
  if (known) known.add(id);
  else map.set(key, new Set([id]));
}

function bare(index: Index, said: readonly string[]): readonly string[] {
  const kept = said.filter((token) => !index.noise.has(token));
  return kept.length > 0 ? kept : said;
}

function exact(index: Index, mention: readonly string[]): ReadonlySet<string> {
  const named = index.byPhrase.get(mention.join(' '));
  return named ?? intersection(mention.map((token) => namedBy(index, token)));
}

/** The longest known name inside the mention, narrowed by its other words; it must make up half of what was said. */
function loose(index: Index, mention: readonly string[]): ReadonlySet<string> {
  for (let length = mention.length - 1; length * 2 >= mention.length && length > 0; length -= 1) {
    for (let from = 0; from + length <= mention.length; from += 1) {
      const ids = index.byPhrase.get(mention.slice(from, from + length).join(' '));
      if (ids) return narrowed(index, ids, mention);
    }
  }
  return NONE;
}

function narrowed(index: Index, ids: ReadonlySet<string>, mention: readonly string[]): ReadonlySet<string> {
  const known = mention.map((token) => namedBy(index, token)).filter((set) => set.size > 0);
  const both = intersection([ids, ...known]);
  return both.size > 0 ? both : ids;
}

/** The goods one word names, forgiving its ending. */
function namedBy(index: Index, token: string): ReadonlySet<string> {
  return index.byToken.get(token) ?? index.byStem.get(stem(token)) ?? NONE;
}

function intersection(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first, ...rest] = sets;
  return new Set([...(first ?? [])].filter((id) => rest.every((set) => set.has(id))));
}

function ordered(index: Index, ids: ReadonlySet<string>): readonly string[] {
  return ids.size === 0 ? [] : index.order.filter((id) => ids.has(id));
}
