/** VTEX keeps the contract of every shop in what goes on behind it: the provider before the stateful VTEX of ours. */

import { randomUUID } from 'node:crypto';
import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import type { Shop } from '../../lambda/services/commerce/shop';
import { behindContract } from '../contracts/shop-behind';
import { accepted, beginTrial, errorOf, type ShopUnderTest } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { createJudge } from './vtex/described';
import { type LiveVtex, openVtex } from './vtex/open';
import { type Order, statusOf, withStatus } from './vtex/orders';
import { VTEX_LACKS, vtexBehind } from './vtex-behind';

const judge = createJudge();
const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

/** `another`: a second server before the same shop. */
async function underTest(): Promise<ShopUnderTest & { readonly live: LiveVtex; another(): Promise<Shop> }> {
  const live = await openVtex({ judge });
  const way = createCutWay();
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way.fetch, fresh: false, sayGood };
  const open = async () => (await shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }))(house)).shop;
  const shop = await open();
  live.world.changesTake = 0;
  const { shelf } = live.world;
  const behind = vtexBehind(live, way);
  if (behind.scarce) shelf.set(behind.scarce.productId, { stock: behind.scarce.left });
  return {
    ...{ live, another: open },
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

test('takes a part out once, whoever is asked again to with the same key', async () => {
  const made = await underTest();
  const trial = await beginTrial(made, 60_000);
  const order = accepted(await trial.place(await trial.propose(3)));
  const action = { kind: 'cancel', orderId: order.id, parts: [{ productId: made.sells, quantity: 1 }] } as const;
  const ask = async ({ care }: Shop) => accepted(await (care?.cancel?.(action, 'a key', trial.buyer) ?? fail()));
  const other = await made.another();
  const first = await ask(made.shop);
  expect(first).toMatchObject({ how: 'done', back: { amount: { minor: 545 } } });
  expect(await ask(other)).toEqual(first);
  expect(accepted(await (made.shop.care?.reconcile('a key', trial.buyer) ?? fail()))).toEqual(first);
  const [seen] = await trial.orders();
  expect(seen?.lines.map(({ quantity }) => quantity)).toEqual([2]);
  await made.close();
});

test('takes a part out once, when two servers are asked at once with the same key', async () => {
  const made = await underTest();
  const trial = await beginTrial(made, 60_000);
  const order = accepted(await trial.place(await trial.propose(3)));
  const action = { kind: 'cancel', orderId: order.id, parts: [{ productId: made.sells, quantity: 1 }] } as const;
  const [other, key] = [await made.another(), randomUUID()];
  const both = await Promise.all([made.shop, other].map(({ care }) => care?.cancel?.(action, key, trial.buyer)));
  const [done, late] = both.toSorted((one, another) => Number(another?.ok ?? false) - Number(one?.ok ?? false));
  expect([done?.ok, late?.ok || (late && errorOf(late))]).toEqual([true, { kind: 'timeout', outcome: 'unknown' }]);
  expect(accepted(await (other.care?.reconcile(key, trial.buyer) ?? fail()))).toMatchObject({ how: 'done' });
  const [seen] = await trial.orders();
  expect(seen?.lines.map(({ quantity }) => quantity)).toEqual([2]);
  await made.close();
});

test('asks in the shopper’s own name once somebody has it in hand: once, and what the shop says to it is known', async () => {
  const made = await underTest();
  const { book, clock } = made.live.world;
  const trial = await beginTrial(made, 60_000);
  const order = accepted(await trial.place(await trial.propose(2)));
  const kept = () => book.byId(order.id) as Order;
  book.put(withStatus(kept(), 'handling', clock()));
  const action = { kind: 'cancel', orderId: order.id, parts: null } as const;
  const { cancel = fail, reconcile = fail } = made.shop.care ?? {};
  const asked = { kind: 'cancel', how: 'asked', back: null };
  expect(accepted(await cancel(action, 'key-1', trial.buyer))).toEqual(asked);
  expect([statusOf(kept(), clock()), kept().wished]).toEqual([
    'cancellation-requested',
    [{ at: expect.any(Number), reason: expect.stringContaining('key-1'), denied: null }],
  ]);
  // Asked again, with the same key or another, by the shopper or by a person for them: it is one wish, and nobody is passed by.
  const { credential, ...office } = trial.buyer;
  for (const [key, call] of [
    ['key-1', trial.buyer],
    ['key-2', trial.buyer],
    ['key-3', office],
  ] as const)
    expect(accepted(await cancel(action, key, call))).toEqual(asked);
  expect([statusOf(kept(), clock()), kept().wished.length]).toEqual(['cancellation-requested', 1]);
  expect(accepted(await reconcile('key-1', trial.buyer))).toEqual(asked);

  const wished = kept().wished.map((one) => ({ ...one, denied: { at: clock(), why: 'it is packed' } }));
  book.put(withStatus({ ...kept(), wished }, 'handling', clock()));
  const late = { kind: 'cancel', how: 'too-late', instead: 'none' };
  expect(accepted(await cancel(action, 'key-1', trial.buyer))).toEqual(late);
  expect(accepted(await reconcile('key-1', trial.buyer))).toEqual(late);
  await made.close();
});

test('has the store ask where the shopper has no session of their own, or it is over', async () => {
  const made = await underTest();
  const { book, clock, sessions } = made.live.world;
  const trial = await beginTrial(made, 60_000);
  const again = accepted(await (made.shop.signIn?.again(trial.buyer.shopperId, trial.buyer) ?? fail()));
  for (const ends of [false, true]) {
    const order = accepted(await trial.place(await trial.propose()));
    book.put(withStatus(book.byId(order.id) as Order, 'handling', clock()));
    if (ends) sessions.clear();
    const call = ends ? trial.buyer : { ...trial.buyer, credential: again?.credential ?? '' };
    const action = { kind: 'cancel', orderId: order.id, parts: null } as const;
    expect(accepted(await (made.shop.care?.cancel?.(action, `key-${ends}`, call) ?? fail()))).toMatchObject({
      how: 'asked',
    });
    expect(book.byId(order.id)).toMatchObject({
      wished: [],
      cancelled: { reason: expect.stringContaining(`key-${ends}`) },
    });
  }
  await made.close();
});

function fail(): never {
  throw new Error('nothing can be put right here');
}
