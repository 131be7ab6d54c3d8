/** What the shop sells, and which goods a shopper means by a few words. */

import { MOST_RESOLVED } from '../../vocabulary/goods-tables';
import { plainLetters } from '../../vocabulary/letters';
import type { Stem } from '../../vocabulary/stem';
import type { Money, PlainDate, ProductName } from '../../vocabulary/values';
import type { Call, Result } from './call';
import { stemNow } from './endings';

/** What goods may be besides their kind, where the shop says so. */
export type Trait =
  | 'decaf'
  | 'unscented'
  | 'organic'
  | 'vegan'
  | 'gluten-free'
  | 'gentle'
  | 'for-cats'
  | 'for-dogs'
  | 'for-babies';

const TRAITS: Readonly<Record<Trait, true>> = {
  decaf: true,
  unscented: true,
  organic: true,
  vegan: true,
  'gluten-free': true,
  gentle: true,
  'for-cats': true,
  'for-dogs': true,
  'for-babies': true,
};

export function isTrait(id: string): id is Trait {
  return id in TRAITS;
}

export type Product = {
  readonly id: string;
  readonly name: ProductName;
  /** What people call it, the most general word first: "coffee", "ground coffee". */
  readonly words: readonly string[];
  /** What name and words are in: not what was asked for, where the shop does not write that. */
  readonly language: string;
  /** Goods of one kind may stand in for each other. */
  readonly kind: string;
  /** Sizes, colours, grinds of one thing share it; absent: it comes in no others. */
  readonly family?: string;
  /** What it is besides; absent: the shop says nothing of it. */
  readonly traits?: readonly Trait[];
  /** A secure address of a picture, where the shop has one. */
  readonly picture?: string;
};

export type StockState = { readonly state: 'available' } | { readonly state: 'sold-out'; readonly backOn?: PlainDate };

/** Today's price in the currency asked for. */
export type Offer = { readonly product: Product; readonly price: Money; readonly availability: StockState };

/** Some of all goods; `next`: what the following ones are asked for with, null: there are no more. */
export type GoodsPage = { readonly goods: readonly Product[]; readonly next: string | null };

export type Catalogue = {
  /** What shop and texts these are: the goods of locales with the same edition are the same, word for word. */
  edition(locale: string): string;
  /** All that is sold, page by page in the language of the call, the first one for null: for whoever makes an index of it. */
  page(after: string | null, call: Call): Promise<Result<GoodsPage>>;
  /** What these words name, as the shop itself finds it: asked while there is no index yet. */
  find(said: string, call: Call): Promise<Result<readonly Product[]>>;
  /** In the order of the ids; unknown ones are left out. */
  byIds(ids: readonly string[], call: Call): Promise<Result<readonly Product[]>>;
  /** Today's offers for these ids; unknown ids are left out. */
  offers(ids: readonly string[], currency: string, call: Call): Promise<Result<readonly Offer[]>>;
};

/** The words without case, accents and endings, so that "bags" finds "bag" and "capsule" "capsula". */
function stems(text: string, stem: Stem): readonly string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) =>
    stem(plainLetters(word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''))),
  );
}

/** What people call a product, each name as its stems; the long title is no name. */
type Called = { readonly names: readonly (readonly string[])[]; readonly words: ReadonlySet<string> };
const known = new WeakMap<Stem, WeakMap<Product, Called>>();

function calledOf(product: Product, stem: Stem): Called {
  const all = known.get(stem) ?? new WeakMap<Product, Called>();
  known.set(stem, all);
  const before = all.get(product);
  if (before) return before;
  const texts = [product.name.voiceTitle ?? '', ...product.words];
  const names = texts.map((text) => stems(text, stem)).filter((name) => name.length > 0);
  const called = { names, words: new Set(names.flat()) };
  all.set(product, called);
  return called;
}

/** The products with one of their names in these words and no other words than theirs; the very name comes first. */
export function matchProducts(said: string, products: readonly Product[]): readonly Product[] {
  const stem = stemNow();
  const wanted = stems(said, stem);
  const text = wanted.join(' ');
  const found = products.filter((product) => {
    const { names, words } = calledOf(product, stem);
    return wanted.every((word) => words.has(word)) && names.some((name) => within(name.join(' '), text));
  });
  const exact = found.filter((product) => calledOf(product, stem).names.some((name) => name.join(' ') === text));
  return exact.length > 0 ? exact : found;
}

function within(name: string, text: string): boolean {
  return ` ${text} `.includes(` ${name} `);
}

/** The products a slot means among these few: by resolved id first, by its words otherwise. */
export function meant(slot: SlotOfGoods, products: readonly Product[]): readonly Product[] {
  const ids = new Set(slot.ids);
  const byId = products.filter(({ id }) => ids.has(id));
  // Of what means very many goods only the first are resolved: whoever bought others means those.
  const isCut = slot.ids.length >= MOST_RESOLVED;
  if (byId.length > 0 && !isCut) return byId;
  const named = matchProducts(slot.spelled ?? slot.said, products);
  return byId.length === 0 ? named : products.filter((one) => byId.includes(one) || named.includes(one));
}

/** What was heard of goods; `spelled`: its words as the shop spells them, where they were said otherwise. */
export type SlotOfGoods = { readonly said: string; readonly ids: readonly string[]; readonly spelled?: string };
