/** What the goods of one outcome are called: short, and never two alike. */

import type { GoodOption, ProductName } from '../../vocabulary/values';
import { forEar } from './ear';
import type { SpokenNames } from './speaker';
import { shortLength, shortTitle, type TitleWords, titleParts } from './titles';

/** How a language says a pack, `''` when it has nothing to say of it. */
export type SayPack = (product: ProductName, display: 'long' | 'short') => string;

/** How a language says an option: "size M". */
export type SayOption = (option: GoodOption, form: 'speech' | 'text') => string;

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

function keyOf({ title, voiceTitle, pack, options = [] }: ProductName): string {
  const size = pack?.size;
  const packed = pack ? `${pack.kind}|${size?.amount ?? ''}|${size?.unit ?? ''}|${pack.pieces ?? ''}` : '';
  const chosen = options.map(({ role, value }) => `${role}=${value}`).join('|');
  return `${title}\u0000${voiceTitle ?? ''}\u0000${packed}\u0000${chosen}`;
}

/** The same goods, of which less of the pack is said here: no other goods to be told apart from. */
function isLessOf(one: ProductName, other: ProductName): boolean {
  const { pack } = one;
  if (pack && pack.kind !== other.pack?.kind) return false;
  const isLess = pack?.size === undefined && pack?.pieces === undefined && (other.pack?.size ?? other.pack?.pieces);
  return Boolean(isLess) && keyOf(pack ? { ...other, pack } : withoutPack(other)) === keyOf(one);
}

function withoutPack({ pack: _, ...product }: ProductName): ProductName {
  return product;
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

/** The options by which those that share a first name differ, as few as set them apart; `''` where none do. */
function differences(goods: readonly ProductName[], names: readonly Name[], say: SayOption): readonly Name[] {
  const alike = new Map<string, number[]>();
  for (const [at, { spoken }] of names.entries()) {
    const first = spoken[0]?.toLowerCase() ?? '';
    alike.set(first, [...(alike.get(first) ?? []), at]);
  }
  const apart = new Map<number, readonly GoodOption[]>();
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const told = tellingRoles(group.map((at) => goods[at]?.options ?? []));
    for (const at of group)
      apart.set(
        at,
        (goods[at]?.options ?? []).filter(({ role }) => told.includes(role)),
      );
  }
  return names.map((name, at) => {
    const options = apart.get(at) ?? [];
    if (options.length === 0) return name;
    const withOptions = (form: 'speech' | 'text', all: readonly string[]) => {
      const said = options.map((option) => say(option, form)).join(', ');
      const [first = '', ...rest] = all;
      const named = form === 'speech' ? `${first}, ${said}` : `${first} (${said})`;
      return [first, named, ...rest.map((one) => (form === 'speech' ? `${one}, ${said}` : `${one} (${said})`))];
    };
    return { spoken: withOptions('speech', name.spoken), shown: withOptions('text', name.shown) };
  });
}

/** Roles in the order the goods state them, until no two of the goods are alike. */
function tellingRoles(all: readonly (readonly GoodOption[])[]): readonly GoodOption['role'][] {
  const valueIn = (options: readonly GoodOption[], role: GoodOption['role']) =>
    options.find((option) => option.role === role)?.value ?? '';
  const roles = [...new Set(all.flatMap((options) => options.map(({ role }) => role)))];
  const told: GoodOption['role'][] = [];
  for (const role of roles) {
    const sounds = new Set(all.map((options) => told.map((one) => valueIn(options, one)).join('|')));
    if (sounds.size === all.length) break;
    if (new Set(all.map((options) => valueIn(options, role))).size > 1) told.push(role);
  }
  return told;
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
export function createNamer(options: {
  words: TitleWords;
  nameless: string;
  sayPack: SayPack;
  sayOption: SayOption;
}): Namer {
  const { words, nameless, sayPack, sayOption } = options;
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
      const distinct = [...new Map(products.map((product) => [keyOf(product), product])).values()];
      const goods = distinct.filter((one) => !distinct.some((other) => isLessOf(one, other)));
      const all = goods.length > 1 ? differences(goods, goods.map(nameOf), sayOption) : [];
      const spoken = tellApart(all.map((name) => name.spoken));
      const shown = tellApart(all.map((name) => name.shown));
      const keys = goods.map(keyOf);
      const pick = (names: readonly string[], product: ProductName) => {
        const at = keys.indexOf(keyOf(product));
        return names[at >= 0 ? at : goods.findIndex((other) => isLessOf(product, other))];
      };
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
