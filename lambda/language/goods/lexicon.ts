/** The words of `goods.json`, ready to be found in a title. */

import { plainLetters } from '../../vocabulary/letters';
import { literal } from '../../vocabulary/literal';
import { type Stem, stemmer } from '../../vocabulary/stem';
import type { GoodsWords } from './goods-words';
import { createMeasures, type Measures } from './measures';
import { createNamesIndex, type NamesIndex } from './names-index';
import { createPhrases, type PhraseList } from './phrase-list';

/** A word as it is compared: in lower case without accents, and without the ending of number and gender. */
export type Keyed = { readonly low: string; readonly stem: string };

/** A word as it stands in a title; `text` is empty where nothing of it is said. */
export type SeenWord = Keyed & {
  readonly text: string;
  readonly isSmall: boolean;
  readonly isAside: boolean;
  /** Its own article puts it aside: "all'olio". */
  readonly isBehindAside: boolean;
  readonly isAnd: boolean;
};

export type GoodsLexicon = {
  readonly words: GoodsWords;
  key(word: string): Keyed;
  /** Words seen before: a shop's titles repeat them. */
  readonly seen: Map<string, SeenWord>;
  /** What only some goods of a kind are called, with the stems that have to be in the title. */
  readonly also: ReadonlyMap<string, readonly { readonly name: string; readonly stems: readonly string[] }[]>;
  /** What a platform calls an option, to what it is. */
  readonly roles: ReadonlyMap<string, string>;
  /** What is written short, as it is found. */
  readonly shorts: readonly { readonly pattern: RegExp; readonly long: string }[];
  readonly small: ReadonlySet<string>;
  readonly aside: ReadonlySet<string>;
  /** Words for what holds the goods, to what they hold them in. */
  readonly holders: ReadonlyMap<string, string>;
  /** Words for what is counted, without a count. */
  readonly counted: ReadonlySet<string>;
  readonly lacksBefore: ReadonlySet<string>;
  readonly lacksAfter: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly spelled: ReadonlySet<string>;
  readonly noise: PhraseList;
  readonly codes: PhraseList;
  readonly sizes: PhraseList;
  readonly measures: Measures;
  readonly names: NamesIndex;
};

/** A bound, not a tuning knob: more words than a large shop's titles have. */
export const KEPT_WORDS = 60_000;

function keyer(stem: Stem): (word: string) => Keyed {
  const kept = new Map<string, Keyed>();
  return (word) => {
    const known = kept.get(word);
    if (known) return known;
    const low = plainLetters(
      word
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[\p{M}'’.]/gu, ''),
    );
    const keyed = { low, stem: stem(low) };
    if (kept.size >= KEPT_WORDS) kept.clear();
    kept.set(word, keyed);
    return keyed;
  };
}

/** A sign stands for itself; letters are a word of their own. */
function shortPattern(short: string): RegExp {
  const own = literal(short);
  return /\p{L}/u.test(short) ? new RegExp(`(?<![\\p{L}\\p{N}])${own}`, 'giu') : new RegExp(own, 'g');
}

/** `endings`: what number and gender change at the end of a word, as `words.json` lists them. */
export function createLexicon(words: GoodsWords, endings: readonly string[]): GoodsLexicon {
  const key = keyer(stemmer(endings));
  const lows = (texts: readonly string[]) => new Set(texts.map((text) => key(text).low));
  const small = lows(words.small);
  const phrases = (texts: readonly string[]) =>
    createPhrases(texts.map((text) => text.split(' ').map((word) => key(word).low)));
  const holders = Object.entries(words.packs).flatMap(([kind, texts]) =>
    texts.map((text) => [key(text).low, kind] as const),
  );
  const stemsOf = (text: string) =>
    text
      .split(/[\s'’]+/)
      .map((word) => key(word))
      .filter(({ low }) => !small.has(low))
      .map(({ stem }) => stem);
  return {
    words,
    key,
    seen: new Map(),
    also: new Map(
      Object.entries(words.also).map(([kind, names]) => [kind, names.map((name) => ({ name, stems: stemsOf(name) }))]),
    ),
    roles: new Map(Object.entries(words.roles).flatMap(([role, names]) => names.map((name) => [key(name).low, role]))),
    shorts: Object.entries(words.short).map(([short, long]) => ({ pattern: shortPattern(short), long })),
    small,
    aside: lows(words.aside),
    holders: new Map(holders),
    counted: lows(words.pieces),
    lacksBefore: lows(words.lacks.before),
    lacksAfter: lows(words.lacks.after),
    things: lows(words.things),
    spelled: new Set(words.spelled),
    noise: phrases(words.noise),
    codes: phrases(words.codes),
    sizes: phrases(words.sizes),
    measures: createMeasures(words),
    names: createNamesIndex(words, stemsOf),
  };
}
