/** How the goods of a locale are found by what people call them, as its language has it. */

import { createHash } from 'node:crypto';
import type { GoodsKeys, GoodsTables } from '../../vocabulary/goods-tables';
import { languageOf } from '../../vocabulary/locales';
import { NO_GOODS_NAMES } from './goods-words-in';
import { type CallByKind, callByKind, type Kindred } from './kind-names';
import { keysOf, nameWords, sizeIn } from './name-keys';
import type { Nameable } from './nameable';
import { named, namesIn } from './names';
import { generalNames, type NearNames, namedNearly } from './near-names';
import { readGoodsNames, readWords } from './word-files';
import { tokens, type Words } from './words';

export type NamesOfGoods = {
  /** What the keys are made with; null: the locale has no words. */
  made(locale: string): string | null;
  keysOf(product: Nameable, locale: string): GoodsKeys;
  find(said: string, locale: string, goods: GoodsTables): readonly string[];
  /** The size its title tells, in figures. */
  sizeOf(product: Nameable, locale: string): string | undefined;
  /** Where none is called so: what a part of these words names, that could be the thing itself. */
  near(said: string, locale: string, goods: GoodsTables): readonly string[];
  /** The same product; where the shop does not write this language, with what this one calls all of its kind, those words first. */
  called<P extends Kindred>(product: P, locale: string): P;
  /** Reads the files of these locales anew. */
  reload(locales: readonly string[]): void;
};

type Known = { readonly words: Words; readonly made: string; readonly byKind: CallByKind; readonly nearly: NearNames };

/** Of how keys are made. */
const VERSION = 3;
const NO_KEYS: GoodsKeys = { keys: [], spelled: [] };

/** `directory`: the folder with one folder per language. */
export function createGoodsNaming(directory: string): NamesOfGoods {
  const read = new Map<string, Known | null>();
  const known = (locale: string) => {
    const before = read.get(locale);
    if (before !== undefined) return before;
    const words = readWords(directory, locale);
    const { kinds, also, aside, name } = readGoodsNames(directory, locale) ?? NO_GOODS_NAMES;
    const language = languageOf(locale);
    const one = words && {
      words,
      made: `${language} ${signatureOf(words, kinds)}`,
      byKind: callByKind(language, kinds),
      nearly: {
        which: name.which,
        aside: new Set(aside.flatMap((text) => tokens(text, words.apostrophe))),
        general: generalNames(words, { kinds, also }),
      },
    };
    read.set(locale, one ?? null);
    return one ?? null;
  };
  return {
    made: (locale) => known(locale)?.made ?? null,
    keysOf(product, locale) {
      const words = known(locale)?.words;
      return words ? keysOf(product, nameWords(words)) : NO_KEYS;
    },
    sizeOf(product, locale) {
      const words = known(locale)?.words;
      return words && sizeIn(product.name, nameWords(words));
    },
    find(said, locale, goods) {
      const words = known(locale)?.words;
      if (!words) return [];
      const names = namesIn(goods, words);
      return named(names, tokens(said, words.apostrophe));
    },
    near(said, locale, goods) {
      const own = known(locale);
      if (!own) return [];
      return namedNearly(namesIn(goods, own.words), tokens(said, own.words.apostrophe), own.nearly);
    },
    called: (product, locale) => known(locale)?.byKind(product) ?? product,
    reload(locales) {
      read.clear();
      for (const locale of locales) known(locale);
    },
  };
}

/** Changes with the lists that keys depend on. */
function signatureOf({ endings, noise, numbers, order, apostrophe }: Words, kinds: object): string {
  const made = JSON.stringify([VERSION, endings.names, noise, numbers, order.sizes, apostrophe, kinds]);
  return createHash('sha256').update(made).digest('hex').slice(0, 12);
}
