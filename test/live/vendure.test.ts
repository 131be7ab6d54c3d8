/** Vendure keeps the contract of every shop: the provider before a real one, started from npm. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import type { OpenedShop } from '../../lambda/services/commerce/shop';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { shopContract } from '../contracts/shop';
import { careContract } from '../contracts/shop-care';
import { cartContract } from '../contracts/shop-cart';
import type { ShopUnderTest } from '../contracts/shop-trial';
import { LOCALES } from '../kit/house';

const HOUSE = { secret: 'any', shopName: 'any' };
const MERCHANT = merchantOf(readShopFile());

let live: LiveVendure;
let tokens: readonly [string, string];

/** One house for all tests: each finds its shoppers as the last one left them. */
let house: OpenedShop;
let hung = false;

async function underTest(): Promise<ShopUnderTest> {
  hung = false;
  return {
    ...{ shop: house.shop, tokens, realNow: Date.now, close: () => {} },
    ...{ sells: '1', soldOut: '4', maxQuantity: MERCHANT.limits.quantity, keepsSoldOut: false },
    delivers: { to: ['IT', 'PT'], notTo: 'FR' },
    hang() {
      hung = true;
    },
  };
}

function openHouse(): Promise<OpenedShop> {
  const get: typeof fetch = (input, init) => (hung ? never(init?.signal) : fetch(input, init));
  const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  const needs = {
    folder: null,
    merchant: MERCHANT,
    calendar: Date.now,
    now: Date.now,
    fetch: get,
    fresh: false,
    sayGood,
  };
  return shopOpener(readShop(live.env, HOUSE))(needs);
}

function never(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const over = () => reject(new DOMException('nobody waits any more', 'AbortError'));
    if (signal?.aborted) over();
    signal?.addEventListener('abort', over);
  });
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
  careContract('Vendure', ['cancel', 'refund', 'coupon'], underTest);
});
