/** Goods that go back at VTEX: what was agreed is written down once, where the shop's people find it, and its money waits until they have them. */

import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { PATIENCE } from '../../lambda/services/commerce/patience';
import type { Shop } from '../../lambda/services/commerce/shop';
import { accepted, beginTrial, errorOf, type ShopUnderTest } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { settles } from '../kit/settles';
import { createTexter } from '../kit/texter';
import { createJudge } from './vtex/described';
import { type LiveVtex, openVtex } from './vtex/open';
import type { Order } from './vtex/orders';
import { packed } from './vtex-behind';

const judge = createJudge();
const way = createCutWay();
const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
let live: LiveVtex;
beforeEach(async () => {
  live = await openVtex({ judge });
});
afterEach(async () => {
  way.mend();
  await live.close();
  expect(judge.take()).toEqual([]);
});

const provider = () => shopOpener(readShop({ ...live.env, VTEX_RETURNS: 'on' }, { secret: 'any', shopName: 'any' }));
const agreed = () => [...(live.world.documents.get('earshot')?.values() ?? [])].filter(({ kind }) => kind === 'return');

/** Three bags that have come, and two servers before the shop. */
async function brought() {
  const needs = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way.fetch, fresh: false, sayGood };
  const [shop, other] = [(await provider()(needs)).shop, (await provider()(needs)).shop];
  const productId = live.world.shelf.byGood('bella-roma-ground').skuId;
  const tokens = [live.signIn('ana'), live.signIn('bruno')] as const;
  const made = { shop, realNow: Date.now, tokens, sells: productId } as unknown as ShopUnderTest;
  const trial = await beginTrial(made, 60_000);
  const order = accepted(await trial.place(await trial.propose(3)));
  const becomes = (finished: boolean, type: 'Output' | 'Input' = 'Output') =>
    live.world.book.put(packed(live.world.book.byId(order.id) as Order, { finished, type }, Date.now()));
  const amount = { minor: 545, currency: 'EUR' };
  const action = (quantity: number) => {
    const parts = [{ productId, quantity }];
    const back = { ...amount, minor: amount.minor * quantity };
    return { kind: 'return', orderId: order.id, parts, by: 'label', amount: back } as const;
  };
  return { shop, other, trial, order, becomes, action };
}

const gives = ({ care }: Shop) => care?.return ?? fail();

test('is agreed once for its key, at whichever server, for no more than there is, and its money waits for the goods', async () => {
  const { shop, other, trial, order, becomes, action } = await brought();
  const { buyer } = trial;
  expect(errorOf(await gives(shop)(action(1), 'key-0', buyer))).toEqual({ kind: 'not-now' });
  becomes(true);
  const copies = [shop, other, shop, other].map((one) => gives(one)(action(2), 'key-1', buyer));
  const receipts = (await Promise.all(copies)).map(accepted);
  const receipt = { kind: 'return', by: 'label', day: null, label: null, back: { amount: { minor: 1090 } } };
  for (const one of receipts) expect(one).toMatchObject(receipt);
  expect(agreed()).toMatchObject([
    { key: 'key-1', orderId: order.id, shopper: buyer.shopperId, items: [{ quantity: 2 }], way: 'label', amount: 1090 },
  ]);
  // Of the bag that is left one goes back, whoever is quicker.
  const both = await Promise.all([gives(shop)(action(1), 'key-2', buyer), gives(other)(action(1), 'key-3', buyer)]);
  expect([both.filter(({ ok }) => ok).length, agreed().length]).toEqual([1, 2]);
  const picked = { ...action(1), by: 'pick-up' } as const;
  expect(errorOf(await gives(shop)(picked, 'key-4', buyer))).toEqual({ kind: 'not-now' });
  const { refunds = fail, reconcile = fail } = other.care ?? {};
  const states = async () => accepted(await refunds(order.id, buyer)).map((one) => [one.state, one.amount.minor]);
  expect(await states()).toEqual([
    ['waiting-for-goods', 1090],
    ['waiting-for-goods', 545],
  ]);
  becomes(true, 'Input');
  expect(await states()).toEqual([['on-its-way', 1635]]);
  const stranger = { ...action(1), orderId: order.id };
  expect(errorOf(await gives(shop)(stranger, 'key-5', trial.stranger))).toEqual({ kind: 'not-found' });
  expect(accepted(await reconcile('key-9', buyer))).toBeNull();
});

test('is asked after where its answer was lost, by any server, and is never agreed twice', async () => {
  const { shop, other, trial, becomes, action } = await brought();
  becomes(true);
  const key = '2b4f2d0a-6f0e-4a52-9a64-3f3f7f0c9a11';
  way.next('unanswered', `POST ${live.url}/api/dataentities/earshot/documents {"id":"return-`);
  expect(errorOf(await gives(shop)(action(1), key, trial.buyer))).toEqual({ kind: 'timeout', outcome: 'unknown' });
  const { reconcile = fail } = other.care ?? {};
  const receipt = accepted(await reconcile(key, trial.buyer));
  expect(receipt).toMatchObject({ kind: 'return', back: { amount: { minor: 545 } } });
  expect(accepted(await gives(other)(action(1), key, trial.buyer))).toEqual(receipt);
  expect(agreed().length).toBe(1);
});

test('is said as it is: a label comes, and the money when the goods are there', async () => {
  const log = { error: fail, warn: fail };
  // A machine that has much to do is no VTEX that is slow.
  const patience = { ...PATIENCE, read: 20_000, quote: 20_000, write: 20_000 };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log, patience };
  const house = await openEarshot({ ...options, provider: provider() });
  await house.ready('en');
  const clock = { now: Date.now, advance: () => undefined };
  const texter = createTexter({ ...house, clock }, { token: live.signIn('ana') });
  await settles(() => texter.says('reorder my coffee').then(({ replies }) => replies[0]), 'Purchase.summary');
  await texter.says('yes');
  const [order] = live.world.book.all().slice(-1);
  if (!order) fail();
  live.world.book.put(packed(order, { finished: true }, Date.now()));
  // She has bought it more than once.
  expect((await texter.says('I want to return my coffee')).asks).toBe('ReturnRefund.which');
  expect(await texter.says('the newest')).toMatchObject({ replies: ['ReturnRefund.offer'] });
  expect((await texter.says('yes')).replies[0]).toBe('ReturnRefund.labelComes');
  expect(agreed()).toMatchObject([{ orderId: order.orderId, items: [{ quantity: 2 }] }]);
  expect((await texter.says('where is my refund')).replies[0]).toBe('RefundStatus.waiting');
  await house.close();
});

function fail(): never {
  throw new Error('it cannot be done');
}
