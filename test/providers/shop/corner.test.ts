/** The worked example of docs/connect-your-shop.md keeps the contract of every shop, and is printed there as it stands. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import type { Stage } from '../../../lambda/services/commerce/orders';
import { shopContract } from '../../contracts/shop';
import { type Behind, behindContract, CUTS } from '../../contracts/shop-behind';
import { accepted, type ShopUnderTest, type Trial } from '../../contracts/shop-trial';
import { type CutWay, createCutWay } from '../../kit/cutting';
import { LOCALES } from '../../kit/house';
import { openCorner } from './corner/provider';
import { type CornerShop, LEAST, openCornerShop, PAGE } from './corner/server';

const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

const STATES: Readonly<Record<Stage, string>> = {
  ...{ placed: 'new', 'payment-pending': 'unpaid', preparing: 'packing', shipped: 'sent', delivered: 'there' },
  ...{ 'out-for-delivery': 'driving', 'ready-for-pickup': 'counter', cancelled: 'called-off', returned: 'sent-back' },
  unknown: 'lent to a neighbour',
};

async function underTest(): Promise<ShopUnderTest> {
  const corner = await openCornerShop();
  const way = createCutWay();
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way.fetch, fresh: false, sayGood };
  const { shop } = await openCorner({ base: corner.url, key: 'the back office' }, house);
  return {
    ...{ shop, realNow: Date.now, tokens: corner.tokens, close: corner.close },
    ...{ sells: 'tea', soldOut: 'white', maxQuantity: 20, keepsSoldOut: false },
    delivers: { to: ['IT'], notTo: 'AQ' },
    hang: way.hang,
    behind: behindOf(corner, way),
  };
}

function behindOf(corner: CornerShop, way: CutWay): Behind {
  const inStage = (stage: Stage) => async (trial: Trial) => {
    const order = accepted(await trial.place(await trial.propose()));
    corner.bring(order.id, { state: STATES[stage] });
    return { call: trial.buyer, order };
  };
  return {
    stages: {
      ...{ placed: inStage('placed'), 'payment-pending': inStage('payment-pending'), preparing: inStage('preparing') },
      ...{ shipped: inStage('shipped'), 'out-for-delivery': inStage('out-for-delivery') },
      ...{ 'ready-for-pickup': inStage('ready-for-pickup'), delivered: inStage('delivered') },
      ...{ cancelled: inStage('cancelled'), returned: inStage('returned'), unknown: inStage('unknown') },
    },
    async parcels({ made, place, buyer }) {
      const lines = ['tea', 'green'].map((productId) => ({ productId, quantity: 1 }));
      const order = accepted(await place(accepted(await made.shop.purchases.propose({ lines }, buyer))));
      const parcel = { carrier: 'The bicycle', state: 'sent' };
      const packing = { number: 'B-0002', carrier: 'The bicycle', ids: ['green'], state: 'packing' };
      corner.bring(order.id, { state: 'sent', parcels: [{ ...parcel, number: 'B-0001', ids: ['tea'] }, packing] });
      return { call: buyer, order };
    },
    dearer: async () => corner.reprice('tea', 460),
    scarce: { productId: 'honey', left: 4 },
    least: { productId: 'spoon', minor: LEAST },
    cuts: { kinds: CUTS, cut: (kind) => way.next(kind, 'PUT'), mend: way.mend },
    throttle: () => way.next('limited'),
    expire: null,
    page: PAGE,
  };
}

shopContract('A corner shop with a REST API', underTest);
// It is asked with a key, which no session ends.
behindContract('A corner shop with a REST API', ['expire'], underTest);

test('is printed in docs/connect-your-shop.md as it stands', () => {
  const doc = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'connect-your-shop.md'), 'utf8');
  expect(doc).toContain(readFileSync(join(__dirname, 'corner', 'provider.ts'), 'utf8'));
});
