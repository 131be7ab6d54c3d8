/** An account of VTEX that puts tax on top of its prices: what is said is what is paid, and what comes back. */

import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { PATIENCE } from '../../lambda/services/commerce/patience';
import { accepted, beginTrial, errorOf, type ShopUnderTest } from '../contracts/shop-trial';
import { LOCALES } from '../kit/house';
import { settles } from '../kit/settles';
import { createTexter } from '../kit/texter';
import { createJudge } from './vtex/described';
import { type LiveVtex, openVtex } from './vtex/open';
import { type Order, totalOf } from './vtex/orders';
import type { World } from './vtex/world';
import { packed } from './vtex-behind';

const judge = createJudge();
const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

let live: LiveVtex;
afterEach(async () => {
  await live.close();
  expect(judge.take()).toEqual([]);
});

/** Of what is sold here an eighth comes on top. */
async function taxing(tax: World['tax']) {
  live = await openVtex({ judge });
  live.world.tax = tax;
  live.world.changesTake = 0;
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch, fresh: false, sayGood };
  const { shop } = await shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }))(house);
  const sells = live.world.shelf.byGood('bella-roma-ground').skuId;
  const tokens = [live.signIn('ana'), live.signIn('bruno')] as const;
  const trial = await beginTrial({ shop, realNow: Date.now, tokens, sells } as unknown as ShopUnderTest, 60_000);
  const kept = (id: string) => live.world.book.byId(id) as Order;
  return { ...{ shop, trial, sells, kept }, other: live.world.shelf.byGood('mirtilla-cat-food').skuId };
}

test('is quoted, ordered and told with the tax that is simulated, of each line and of what delivery costs', async () => {
  const { trial, shop, sells, other, kept } = await taxing({ share: 0.125, untold: 0 });
  const lines = [
    { productId: sells, quantity: 3 },
    { productId: other, quantity: 1 },
  ];
  const proposal = accepted(await shop.purchases.propose({ lines }, trial.buyer));
  expect(proposal.items.minor + proposal.shipping.minor).toBe(proposal.total.minor);
  const order = accepted(await trial.place(proposal));
  const tax = proposal.tax?.minor ?? 0;
  expect([order.total, tax > 0]).toEqual([proposal.total, true]);
  const { totals, whole } = { totals: kept(order.id), whole: totalOf(kept(order.id)) };
  expect([proposal.total.minor, tax]).toEqual([whole, whole - totalOf({ ...totals, taxShare: 0 })]);
  // What one costs is with it, when it is bought, when it is told, and when it is bought again.
  expect(order.lines.map(({ unitPrice }) => unitPrice.minor)).toEqual(
    proposal.lines.map(({ unitPrice }) => unitPrice.minor),
  );
  const again = accepted(await shop.purchases.propose({ lines }, trial.buyer));
  expect(again.lines.map((one) => one.lastUnitPrice)).toEqual(again.lines.map((one) => one.unitPrice));
  const [offer] = accepted(await shop.catalogue.offers([sells], 'EUR', trial.buyer));
  expect(offer?.price).toEqual(proposal.lines[0]?.unitPrice);
});

test('gives back what was paid, the tax with it', async () => {
  const { trial, shop, sells, kept } = await taxing({ share: 0.125, untold: 0 });
  const order = accepted(await trial.place(await trial.propose(3)));
  const parts = [{ productId: sells, quantity: 1 }];
  const some = { kind: 'cancel', orderId: order.id, parts } as const;
  const worth = order.lines[0]?.unitPrice ?? order.total;
  const { cancel = fail, refund = fail, reconcile = fail } = shop.care ?? {};
  const taken = accepted(await cancel(some, 'key-1', trial.buyer));
  expect(taken).toMatchObject({ how: 'done', back: { amount: worth } });
  expect(accepted(await reconcile('key-1', trial.buyer))).toEqual(taken);
  live.world.book.put(packed(kept(order.id), { finished: true }, Date.now()));
  const more = { ...worth, minor: worth.minor + 1 };
  expect(
    errorOf(await refund({ kind: 'refund', orderId: order.id, parts, amount: more }, 'key-2', trial.buyer)),
  ).toEqual({ kind: 'not-now' });
  const back = accepted(
    await refund({ kind: 'refund', orderId: order.id, parts, amount: worth }, 'key-2', trial.buyer),
  );
  expect(back).toMatchObject({ back: { amount: worth } });
});

test('says once what VTEX puts on top only when it is ordered, and orders it for that', async () => {
  live = await openVtex({ judge });
  live.world.tax = { share: 0, untold: 0.125 };
  const provider = shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }));
  const log = { error: fail, warn: fail };
  // A machine that has much to do is no VTEX that is slow.
  const patience = { ...PATIENCE, read: 20_000, quote: 20_000, write: 20_000 };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log, patience };
  const house = await openEarshot({ ...options, provider });
  await house.ready('en');
  const clock = { now: Date.now, advance: () => undefined };
  const texter = createTexter({ ...house, clock }, { token: live.signIn('ana') });
  const before = live.world.book.all().length;
  const taken = () =>
    live.world.book
      .all()
      .slice(before)
      .filter(({ states }) => states.length > 1);
  await settles(() => texter.says('reorder my coffee').then(({ show }) => /€14\.80/.test(show)), true);
  // Two for 5.45 and 3.90 for delivery: 10.90 and 1.36, 3.90 and 0.49.
  expect(await texter.says('yes')).toMatchObject({ show: expect.stringContaining('€16.65') });
  expect(taken()).toEqual([]);
  expect(await texter.says('yes')).toMatchObject({ replies: ['Purchase.placed', expect.anything()] });
  expect(taken().map(totalOf)).toEqual([1665]);
  await house.close();
});

function fail(): never {
  throw new Error('it went wrong');
}
