/** What the shop sells, and which goods a shopper means by a few words. */

import type { Money, PlainDate, ProductName } from '../../vocabulary/values';
import type { Call, Result } from './call';

export type Product = {
  readonly id: string;
  readonly name: ProductName;
  /** What people call it in the language of the call, the most general word first: "coffee", "ground coffee". */
  readonly words: readonly string[];
  /** Goods of one kind may stand in for each other. */
  readonly kind: string;
};

export type Availability =
  | { readonly state: 'available' }
  | { readonly state: 'sold-out'; readonly backOn?: PlainDate };

/** Today's price in the currency asked for. */
export type Offer = { readonly product: Product; readonly price: Money; readonly availability: Availability };

export type Catalogue = {
  /** Every product, in the language of the call; also what the static slot type is made from. */
  products(call: Pick<Call, 'locale'>): Promise<Result<readonly Product[]>>;
  /** Today's offers for these ids; unknown ids are left out. */
  offers(ids: readonly string[], currency: string, call: Call): Promise<Result<readonly Offer[]>>;
};

/** A word without case, accents and the endings of number and gender, so that "bags" finds "bag" and "capsule" "capsula". */
function stem(word: string): string {
  const bare = word.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return bare.length > 3 ? bare.replace(/(?:es|s|[aeiouhy])$/u, '') : bare;
}

function stems(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).map(stem).filter((part) => part.length > 0);
}

const vocabularies = new WeakMap<Product, ReadonlySet<string>>();

function vocabulary(product: Product): ReadonlySet<string> {
  const known = vocabularies.get(product);
  if (known) return known;
  const words = new Set(stems([product.name.title, product.name.voiceTitle ?? '', ...product.words].join(' ')));
  vocabularies.set(product, words);
  return words;
}

/** Products that have every one of these words, or failing that most of them (more than half). */
export function matchProducts(said: string, products: readonly Product[]): readonly Product[] {
  const wanted = stems(said);
  if (wanted.length === 0) return [];
  const scored = products.map((product) => {
    const words = vocabulary(product);
    return { product, hits: wanted.filter((word) => words.has(word)).length };
  });
  const best = Math.max(0, ...scored.map(({ hits }) => hits));
  if (best * 2 <= wanted.length) return [];
  const found = scored.filter(({ hits }) => hits === best).map(({ product }) => product);
  const exact = found.filter((product) => namedExactly(product, wanted));
  return exact.length > 0 ? exact : found;
}

/** "Coffee" means the goods people call coffee before the biscuit that has the word in its title. */
function namedExactly(product: Product, wanted: readonly string[]): boolean {
  const key = wanted.join(' ');
  return [product.name.voiceTitle ?? '', ...product.words].some((name) => stems(name).join(' ') === key);
}

/** The products a slot means among these: by resolved id first, by its words otherwise. */
export function meant(
  slot: { readonly said: string; readonly ids: readonly string[] },
  products: readonly Product[],
): readonly Product[] {
  const byId = products.filter((product) => slot.ids.includes(product.id));
  return byId.length > 0 ? byId : matchProducts(slot.said, products);
}
