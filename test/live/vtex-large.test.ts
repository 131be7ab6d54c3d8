/** A VTEX with more goods than its search lets anybody see at once: every one of them is found. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { accepted } from '../contracts/shop-trial';
import { anyCall } from '../kit/call';
import { LOCALES } from '../kit/house';
import { createJudge } from './vtex/described';
import type { Category, Sku } from './vtex/goods';
import { type LiveVtex, openVtex } from './vtex/open';

const judge = createJudge();
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
let live: LiveVtex;
beforeAll(async () => {
  live = await openVtex({ judge });
});
afterAll(async () => {
  await live.close();
  expect(judge.take()).toEqual([]);
});

type Filling = { readonly category: Category; readonly count: number; readonly price: (at: number) => number };

let last = 9_000;
/** Of the first of the shop's own, and named by its number. `stock` 0: none of it is there. */
function fill({ category, count, price }: Filling, stock = 10): void {
  const [like] = live.world.shelf.all();
  if (!like) throw new Error('the shop is empty');
  for (let at = 0; at < count; at += 1) {
    last += 1;
    const [skuId, minor] = [String(last), price(at)];
    const title = `Tisana Boschetta ${last}`;
    const prices = { EUR: minor, GBP: minor, USD: minor } as Sku['prices'];
    live.world.shelf.add({ ...like, skuId, productId: skuId, title, category, prices, stock });
  }
}

async function all(): Promise<readonly string[]> {
  const needs = { folder: null, merchant: merchantOf(readShopFile()), calendar: Date.now, now: Date.now, fetch };
  const open = shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }));
  const { catalogue } = (await open({ ...needs, fresh: false, sayGood })).shop;
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: { goods: readonly { id: string }[]; next: string | null } = accepted(
      await catalogue.page(after ?? null, anyCall()),
    );
    ids.push(...page.goods.map(({ id }) => id));
    after = page.next;
  }
  return ids;
}

const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();
const sold = () => sorted(live.world.shelf.all().map(({ skuId }) => skuId));

test('a shop that the search can see is read in so many pages as it has', async () => {
  fill({ category: { id: '901', name: 'Teas', of: '900' }, count: 2_400, price: () => 300 });
  const found = await all();
  expect([sorted(found), found.length]).toEqual([sold(), sold().length]);
});

test('of a larger one every product is found: below its department or right in it, at one price or at many, there or sold out', async () => {
  const wide = { id: '910', name: 'Drinks' };
  // More of one price than the search goes deep, with cheaper ones and dearer ones about it.
  fill({ category: { id: '911', name: 'Juices', of: '910' }, count: 2_700, price: () => 999 });
  fill({ category: wide, count: 1_300, price: (at) => 100 + at });
  fill({ category: wide, count: 2_600, price: (at) => 1_500 + at });
  fill({ category: wide, count: 120, price: () => 800 }, 0);
  expect(sorted(await all())).toEqual(sold());
});
