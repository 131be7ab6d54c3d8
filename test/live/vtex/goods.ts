/** The demo shop's goods as VTEX keeps them: products with one SKU each, in categories, with stock and a price in each sales channel. */

import { GOODS } from '../../../lambda/providers/shop/demo/goods/all-goods';
import type { Currency, Good, ShopLanguage } from '../../../lambda/providers/shop/demo/goods/good';

export type Sku = {
  readonly skuId: string;
  readonly productId: string;
  readonly good: Good;
  readonly title: string;
  readonly brand: string;
  readonly category: Category;
  /** Minor units. */
  readonly prices: Readonly<Record<Currency, number>>;
  readonly stock: number;
  readonly changedAt: number;
};

/** `of`: the department it lies in, where it is none. */
export type Category = { readonly id: string; readonly name: string; readonly of?: string };

export const pathOf = ({ id, of }: Category) => (of === undefined ? `/${id}/` : `/${of}/${id}/`);

const PLENTY = 5000;

export type Shelf = {
  all(): readonly Sku[];
  bySku(skuId: string): Sku | undefined;
  byGood(goodId: string): Sku;
  /** One more, which is no good of the demo's. */
  add(sku: Sku): void;
  set(skuId: string, change: Partial<Pick<Sku, 'prices' | 'stock'>>): void;
  /** Takes all of it, or nothing. */
  take(lines: readonly { readonly skuId: string; readonly quantity: number }[]): boolean;
  giveBack(lines: readonly { readonly skuId: string; readonly quantity: number }[]): void;
};

/** `language`: the one the account writes its pages in. */
export function createShelf(language: ShopLanguage, clock: () => number): Shelf {
  const skus = new Map<string, Sku>();
  const categories = new Map<string, Category>();
  for (const [at, good] of GOODS.entries()) {
    const [word = good.kind] = good.words[language];
    const name = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
    const category = categories.get(good.kind) ?? { id: String(categories.size + 1), name };
    categories.set(good.kind, category);
    const [title, brand] = [good.title[language], brandOf(good)];
    const [skuId, productId] = [String(101 + at), String(11 + at)];
    const shelved = { title, brand, category, prices: good.prices, stock: good.stock ?? PLENTY, changedAt: 0 };
    skus.set(skuId, { ...{ skuId, productId, good }, ...shelved });
  }
  const need = (skuId: string): Sku => {
    const sku = skus.get(skuId);
    if (!sku) throw new Error(`there is no SKU ${skuId}`);
    return sku;
  };
  const set: Shelf['set'] = (skuId, change) => void skus.set(skuId, { ...need(skuId), ...change, changedAt: clock() });
  return {
    all: () => [...skus.values()],
    bySku: (skuId) => skus.get(skuId),
    byGood: (goodId) => need([...skus.values()].find(({ good }) => good.id === goodId)?.skuId ?? goodId),
    add: (sku) => void skus.set(sku.skuId, sku),
    set,
    take(lines) {
      const isThere = lines.every(({ skuId, quantity }) => need(skuId).stock >= quantity);
      if (isThere) for (const { skuId, quantity } of lines) set(skuId, { stock: need(skuId).stock - quantity });
      return isThere;
    },
    giveBack(lines) {
      for (const { skuId, quantity } of lines) set(skuId, { stock: need(skuId).stock + quantity });
    },
  };
}

/** The names at the beginning of its title: of "Bella Roma Ground Coffee", what its id begins with. */
function brandOf({ id, title }: Good): string {
  const parts = id.split('-');
  const words = title.en.split(' ');
  const plain = (word: string) => word.toLowerCase().replace(/[^a-z]/g, '');
  const length = words.findIndex((word, at) => plain(word) !== parts[at]);
  return words.slice(0, Math.max(1, length)).join(' ');
}
