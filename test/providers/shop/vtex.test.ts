/** VTEX keeps the contract of every shop: the provider before the stateful VTEX of ours. */

import { readShop } from '../../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { shopOpener } from '../../../lambda/house/shops';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import { shopContract } from '../../contracts/shop';
import { type Behind } from '../../contracts/shop-behind';
import type { ShopUnderTest } from '../../contracts/shop-trial';
import { createCutWay } from '../../kit/cutting';
import { LOCALES } from '../../kit/house';
import { openVtex } from '../../live/vtex/open';

const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

async function underTest(): Promise<ShopUnderTest> {
  const live = await openVtex();
  const way = createCutWay();
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way.fetch, fresh: false, sayGood };
  const env = { ...live.env, VTEX_CHANNELS: '1,2:GB,3:US' };
  const { shop } = await shopOpener(readShop(env, { secret: 'any', shopName: 'any' }))(house);
  return {
    ...{ shop, realNow: Date.now, tokens: [live.signIn('ana'), live.signIn('bruno')], close: live.close },
    ...{ sells: '101', soldOut: '103', maxQuantity: merchant.limits.quantity, keepsSoldOut: false },
    delivers: { to: ['IT', 'PT'], notTo: 'NO' },
    hang: way.hang,
    behind: {} as Behind,
  };
}

shopContract('VTEX', underTest);
