/** However often a yes arrives at a shop with the REST API of the docs, from two servers: one order, and none is lost. */

import { readShop } from '../../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { shopOpener } from '../../../lambda/house/shops';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import type { Shop } from '../../../lambda/services/commerce/shop';
import { openSampleShop, type SampleShop } from '../../../scripts/sample-shop';
import { onceContract } from '../../contracts/shop-once';
import { createCutWay } from '../../kit/cutting';
import { LOCALES } from '../../kit/house';
import { mass } from '../../kit/masses';

const way = createCutWay();
let sample: SampleShop;
let houses: readonly Shop[];

async function open(): Promise<Shop> {
  const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  const merchant = merchantOf(readShopFile());
  const needs = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way.fetch, fresh: false, sayGood };
  return (await shopOpener(readShop(sample.env, { secret: 'any', shopName: 'any' }))(needs)).shop;
}

beforeAll(async () => {
  sample = await openSampleShop();
  for (const good of sample.books.goods.values()) if (good.stock > 100) good.stock = 1_000_000;
  houses = [await open(), await open()];
});
afterAll(() => sample.close());

onceContract('A REST shop', mass(60, 10_000), () => {
  return { houses, way, buying: 'PUT', token: sample.shoppers[0]?.token ?? '', sells: 'br-250' };
});
