/** VTEX keeps the contract of every shop in what goes on behind it: the provider before the stateful VTEX of ours. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { behindContract } from '../contracts/shop-behind';
import type { ShopUnderTest } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { createJudge } from './vtex/described';
import { openVtex } from './vtex/open';
import { VTEX_LACKS, vtexBehind } from './vtex-behind';

const judge = createJudge();
const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

async function underTest(): Promise<ShopUnderTest> {
  const live = await openVtex({ judge });
  const way = createCutWay();
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way.fetch, fresh: false, sayGood };
  const { shop } = await shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }))(house);
  const { shelf } = live.world;
  const behind = vtexBehind(live, way);
  if (behind.scarce) shelf.set(behind.scarce.productId, { stock: behind.scarce.left });
  return {
    ...{ shop, realNow: Date.now, tokens: [live.signIn('ana'), live.signIn('bruno')], hang: way.hang, behind },
    ...{ sells: shelf.byGood('bella-roma-ground').skuId, soldOut: shelf.byGood('lumisplash-tablets').skuId },
    ...{ maxQuantity: merchant.limits.quantity, keepsSoldOut: false, delivers: { to: ['IT', 'PT'], notTo: 'NO' } },
    async close() {
      await live.close();
      expect(judge.take()).toEqual([]);
    },
  };
}

behindContract('VTEX', VTEX_LACKS, underTest);
