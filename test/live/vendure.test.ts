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
import { accepted, beginTrial, SECOND, type ShopUnderTest } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { givesBack, VENDURE_LACKS, vendureBehind } from './vendure-behind';

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

  it('tells of money that the shop’s people gave back, which touches no order', async () => {
    const trial = await beginTrial(await underTest(), 120 * SECOND);
    const order = accepted(await trial.place(await trial.propose()));
    const asked = house.changes?.since;
    if (!asked) throw new Error('the shop cannot be asked what has changed');
    const since = async (cursor: string | null) => {
      const told: string[] = [];
      let at = cursor;
      // A round of all orders of ninety days, however many there are.
      for (let pages = 0; pages < 4; pages += 1) {
        const page = accepted(await asked(at, trial.buyer));
        told.push(...page.changes.filter(({ orderId }) => orderId === order.id).map(({ key }) => key));
        at = page.cursor;
      }
      return { told: new Set(told), at };
    };
    const before = await since(null);
    await givesBack(live, order.id, 100);
    const after = await since(before.at);
    const fresh = [...after.told].filter((key) => !before.told.has(key));
    expect(fresh).toEqual([expect.stringMatching(new RegExp(`^vendure ${order.id} refunds \\S+$`))]);
    await givesBack(live, order.id, 50);
    expect([...(await since(after.at)).told]).not.toEqual([...after.told]);
    const seen = (await trial.orders()).find(({ id }) => id === order.id);
    expect(seen?.refunded?.map(({ amount }) => amount.minor)).toEqual([100, 50]);
  });
});
