/** VTEX keeps the contract of every shop: the provider before the stateful VTEX of ours. */

import { readShop } from '../../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { shopOpener } from '../../../lambda/house/shops';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import type { Order } from '../../../lambda/services/commerce/orders';
import { shopContract } from '../../contracts/shop';
import type { Behind } from '../../contracts/shop-behind';
import { careContract } from '../../contracts/shop-care';
import type { ShopUnderTest } from '../../contracts/shop-trial';
import { anyCall } from '../../kit/call';
import { createCutWay } from '../../kit/cutting';
import { LOCALES } from '../../kit/house';
import { openVtex } from '../../live/vtex/open';
import { KEY } from '../../live/vtex/world';

const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

async function underTest(): Promise<ShopUnderTest> {
  const live = await openVtex();
  const way = createCutWay();
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way.fetch, fresh: false, sayGood };
  const env = { ...live.env, VTEX_CHANNELS: '1,2:GB,3:US', VTEX_COUPON_UTM: 'earshot' };
  const opened = await shopOpener(readShop(env, { secret: 'any', shopName: 'any' }))(house);
  const { shop } = opened;
  // What is sold out has no price at VTEX: it was for sale when somebody looked.
  const soldOut = live.world.shelf.byGood('lumisplash-tablets').skuId;
  live.world.shelf.set(soldOut, { stock: 1 });
  for (const currency of ['EUR', 'GBP', 'USD']) await shop.catalogue.offers([soldOut], currency, anyCall());
  live.world.shelf.set(soldOut, { stock: 0 });
  live.world.changesTake = 0;
  return {
    ...{ shop, realNow: Date.now, tokens: [live.signIn('ana'), live.signIn('bruno')], close: live.close },
    ...{ sells: '101', soldOut, maxQuantity: merchant.limits.quantity, keepsSoldOut: false },
    delivers: { to: ['IT', 'PT'], notTo: 'NO' },
    sends: (order) => invoice(live.url, order),
    hang: way.hang,
    behind: {} as Behind,
  };
}

shopContract('VTEX', underTest);
careContract('VTEX', ['cancel', 'refund', 'coupon'], underTest);

const headers = {
  ...{ accept: 'application/json', 'content-type': 'application/json' },
  ...{ 'x-vtex-api-appkey': KEY.key, 'x-vtex-api-apptoken': KEY.token },
};

/** As the people of the shop do once it is packed. */
async function invoice(url: string, { id, lines, total }: Order): Promise<void> {
  const items = lines.map((line) => ({ id: line.product.id, price: line.unitPrice.minor, quantity: line.quantity }));
  const sent = { courier: 'Postalia', trackingNumber: `PX${id}IT`, trackingUrl: null };
  const about = { type: 'Output', issuanceDate: new Date().toISOString(), invoiceNumber: `N${id}` };
  const body = JSON.stringify({ ...about, ...sent, invoiceValue: String(total.minor), items });
  await fetch(`${url}/api/oms/pvt/orders/${id}/invoice`, { method: 'POST', headers, body });
}
