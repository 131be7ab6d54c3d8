/** What the goods of one outcome are called: short, and never two alike. */

import type { ProductName } from '../../vocabulary/values';
import { forEar } from './ear';
import type { SpokenNames } from './speaker';
import { shortLength, shortTitle, type TitleWords, titleParts } from './titles';

/** How a language says a pack, `''` when it has nothing to say of it. */
export type SayPack = (product: ProductName, display: 'long' | 'short') => string;

export type Namer = { namesOf(products: readonly ProductName[]): SpokenNames };

/** A title is lengthened by this many words before its size is tried, because a size is shorter to hear. */
const LONGER = 3;
/** Names kept by product; a catalogue of this size fits, a larger one is recomputed at times. */
const CACHE = 5000;

type Name = {
  /** Ever longer names; the last says all there is. */
  readonly spoken: readonly string[];
  readonly shown: readonly string[];
};

function keyOf({ title, voiceTitle, pack }: ProductName): string {
  const size = pack?.size;
  const packed = pack ? `${pack.kind}|${size?.amount ?? ''}|${size?.unit ?? ''}|${pack.pieces ?? ''}` : '';
  return `${title}\u0000${voiceTitle ?? ''}\u0000${packed}`;
}

/** A merchant's own words count only where there are some. */
function hasWords(text: string | undefined): text is string {
  return text !== undefined && /[\p{L}\p{N}]/u.test(text);
}

function withSize(name: string, size: string): string {
  return size === '' ? name : `${name}, ${size}`;
}

function spokenNames(product: ProductName, words: TitleWords, nameless: string, size: string): readonly string[] {
  const parts = titleParts(product.title, words);
  const all = parts.words;
  const short = shortLength(parts, words.connectors);
  const base = shortTitle(product.title, words) || nameless;
  const longer = Array.from({ length: LONGER }, (_, at) => all.slice(0, short + at + 1).join(' ') || nameless);
  const full = all.join(' ') || nameless;
  const own = hasWords(product.voiceTitle) ? forEar(product.voiceTitle, words.and) : '';
  const fromTitle = [base, ...longer, withSize(base, size), full, withSize(full, size)];
  return own === '' ? fromTitle : [own, withSize(own, size), withSize(`${own}, ${full}`, size)];
}

function shownNames({ title, voiceTitle }: ProductName, nameless: string, size: string): readonly string[] {
  const long = title.trim() || nameless;
  const sized = (name: string): string => (size === '' ? name : `${name} (${size})`);
  return hasWords(voiceTitle) ? [voiceTitle, sized(voiceTitle), long, sized(long)] : [long, sized(long)];
}

/** Moves all that sound alike on to their next longer name until none do, or nothing is left to say. */
function tellApart(all: readonly (readonly string[])[]): readonly string[] {
  const levels = all.map(() => 0);
  const nameAt = (at: number): string => all[at]?.[levels[at] ?? 0] ?? '';
  for (;;) {
    const heard = new Map<string, number[]>();
    all.forEach((_, at) => {
      const sound = nameAt(at).toLowerCase();
      heard.set(sound, [...(heard.get(sound) ?? []), at]);
    });
    const alike = [...heard.values()].filter((group) => group.length > 1).flat();
    const movable = alike.filter((at) => (levels[at] ?? 0) < (all[at]?.length ?? 0) - 1);
    if (movable.length === 0) return all.map((_, at) => nameAt(at));
    for (const at of movable) levels[at] = (levels[at] ?? 0) + 1;
  }
}

/** Names goods in one language; remembers titles it has cut. */
export function createNamer(options: { words: TitleWords; nameless: string; sayPack: SayPack }): Namer {
  const { words, nameless, sayPack } = options;
  const cache = new Map<string, Name>();

  function nameOf(product: ProductName): Name {
    const key = keyOf(product);
    const known = cache.get(key);
    if (known) return known;
    if (cache.size >= CACHE) cache.clear();
    const name = {
      spoken: spokenNames(product, words, nameless, sayPack(product, 'long')),
      shown: shownNames(product, nameless, sayPack(product, 'short')),
    };
    cache.set(key, name);
    return name;
  }

  return {
    namesOf(products) {
      const goods = [...new Map(products.map((product) => [keyOf(product), product])).values()];
      const spoken = goods.length > 1 ? tellApart(goods.map((product) => nameOf(product).spoken)) : [];
      const shown = goods.length > 1 ? tellApart(goods.map((product) => nameOf(product).shown)) : [];
      const keys = goods.map(keyOf);
      const pick = (names: readonly string[], product: ProductName) => names[keys.indexOf(keyOf(product))];
      return {
        spoken(product, sized) {
          const all = nameOf(product).spoken;
          const name = pick(spoken, product) ?? all[0] ?? nameless;
          const size = `, ${sayPack(product, 'long')}`;
          return sized && size.length > 2 && name.endsWith(size) ? name.slice(0, -size.length) : name;
        },
        shown: (product) => pick(shown, product) ?? nameOf(product).shown[0] ?? nameless,
      };
    },
  };
}
