/** Vendure keeps the contract of every shop: the provider before a real one, started from npm. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import type { OpenedShop } from '../../lambda/services/commerce/shop';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { shopContract } from '../contracts/shop';
import { behindContract } from '../contracts/shop-behind';
import { careContract } from '../contracts/shop-care';
import { cartContract } from '../contracts/shop-cart';
import { changesContract } from '../contracts/shop-changes';
import type { ShopUnderTest } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { VENDURE_LACKS, vendureBehind } from './vendure-behind';

const HOUSE = { secret: 'any', shopName: 'any' };
const MERCHANT = merchantOf(readShopFile());

let live: LiveVendure;
let tokens: readonly [string, string];

/** One house for all tests: each finds its shoppers as the last one left them. */
let house: OpenedShop;
const way = createCutWay();

async function underTest(): Promise<ShopUnderTest> {
  way.mend();
  return {
    ...{ shop: house.shop, changes: house.changes, tokens, realNow: Date.now, close: () => {} },
    ...{ sells: '1', soldOut: '4', maxQuantity: MERCHANT.limits.quantity, keepsSoldOut: false },
    delivers: { to: ['IT', 'PT'], notTo: 'FR' },
    hang: way.hang,
    behind: vendureBehind(live, way),
  };
}

function openHouse(): Promise<OpenedShop> {
  const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  const needs = {
    folder: null,
    merchant: MERCHANT,
    calendar: Date.now,
    now: Date.now,
    fetch: way.fetch,
    fresh: false,
    sayGood,
  };
  return shopOpener(readShop(live.env, HOUSE))(needs);
}

const isThere = isVendureInstalled();
if (!isThere) test.skip('no Vendure is installed: npm run test:vendure installs one', () => {});

(isThere ? describe : describe.skip)('A live Vendure', () => {
  beforeAll(async () => {
    live = await startVendure();
    house = await openHouse();
    tokens = [await live.signIn('ana'), await live.signIn('bruno')];
  });
  afterAll(async () => {
    await house?.close();
    live?.stop();
  });

  shopContract('Vendure', underTest);
  cartContract('Vendure', underTest);
  behindContract('Vendure', VENDURE_LACKS, underTest);
  careContract('Vendure', ['cancel', 'refund', 'coupon'], underTest);
  changesContract('Vendure', 52, underTest);
});
