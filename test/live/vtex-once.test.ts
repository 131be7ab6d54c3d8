/** However often, from wherever and through whatever cuts a yes arrives at VTEX, which knows no keys: one order, and none is lost. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import type { ShopperCall } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import { CUTS } from '../contracts/shop-behind';
import { accepted, callOf, errorOf } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { mass } from '../kit/masses';
import { createJudge } from './vtex/described';
import { type LiveVtex, openVtex } from './vtex/open';
import { isComplete } from './vtex/orders';

const MINUTE = 60_000;
/** Each step on the way to an order, of which any may be cut. */
const STEPS = ['PUT', 'payments?', 'dataentities', 'pub/gatewayCallback', 'oms'];

const ROUNDS = mass(20, 10_000);
/** Thirty milliseconds of a processor each: all of them take five minutes, or an hour where everybody else works, too. */
const MOST_MS = 60_000 + ROUNDS * 500;

const judge = createJudge();
let now: number;
let live: LiveVtex;
let houses: readonly Shop[];
let call: ShopperCall;
const way = createCutWay();

beforeAll(async () => {
  now = Date.UTC(2026, 10, 25, 9);
  live = await openVtex({ clock: () => now, judge });
  // Two servers, of which neither knows what the other has sent.
  houses = [await open(), await open()];
  await meet();
});
afterAll(() => live.close());

async function open(): Promise<Shop> {
  const settings = readShop(live.env, { secret: 'any', shopName: 'any' });
  const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  const merchant = merchantOf(readShopFile());
  const clock = () => now;
  const needs = { folder: null, merchant, calendar: clock, now: clock, fresh: false, sayGood };
  return (await shopOpener(settings)({ ...needs, fetch: way.fetch })).shop;
}

async function meet(): Promise<void> {
  const token = live.signIn('ana');
  const shopper = accepted(
    await house(0).accounts.whoIs(
      token,
      callOf(() => now),
    ),
  );
  call = { ...callOf(() => now), deadline: Number.POSITIVE_INFINITY, shopperId: shopper.id, credential: token };
}

function house(at: number): Shop {
  const found = houses[at % houses.length];
  if (!found) throw new Error('no house is open');
  return found;
}

const ordersBy = (key: string) =>
  live.world.book
    .all()
    .slice(-60)
    .filter((one) => isComplete(one, now) && JSON.stringify(one.customApps).includes(key))
    .map(({ orderId }) => orderId);

/** Copies of one yes, at once and later, at both servers; null: no order came of it. */
async function yes(round: number): Promise<string | null> {
  const productId = live.world.shelf.byGood('bella-roma-ground').skuId;
  live.world.shelf.set(productId, { stock: 5_000 });
  way.mend();
  const proposal = accepted(await house(round).purchases.propose({ lines: [{ productId, quantity: 1 }] }, call));
  const cut = CUTS[(round % (CUTS.length + 1)) - 1];
  if (cut) way.next(cut, STEPS[round % STEPS.length] ?? '');
  const places = (at: number) => house(at).purchases.place(proposal, call);
  const copies = Array.from({ length: 1 + (round % 4) }, (_one, at) => places(round + at * (round % 3)));
  const results = await Promise.all(copies);
  way.mend();
  if (round % 2 === 1) results.push(await places(round + 1));
  if (round % 5 === 0) {
    // Whatever nobody has paid for is dead by then.
    now += 6 * MINUTE;
    results.push(await places(round));
  }
  let known = await house(round + 1).purchases.reconcile(proposal.id, call);
  if (!known.ok) {
    // What another server has in hand is known when it is dead at the latest.
    expect([round, known.error.kind]).toEqual([round, 'unavailable']);
    now += 6 * MINUTE;
    known = await house(round + 1).purchases.reconcile(proposal.id, call);
  }
  const made = ordersBy(proposal.id);
  const ids = [...new Set(results.flatMap((result) => (result.ok ? [result.value.id] : [])))];
  // Never two, never another than was said, and none that nobody is told of.
  expect([round, made.length <= 1, accepted(known)?.id ?? null]).toEqual([round, true, made[0] ?? null]);
  if (ids.length > 0) expect([round, ids]).toEqual([round, made]);
  else
    for (const result of results)
      expect([round, errorOf(result).kind]).toEqual([round, expect.stringMatching(/timeout|unavailable/)]);
  return made[0] ?? null;
}

test(`is one order, in ${ROUNDS} interleavings of copies, retries and cuts`, takesEach, MOST_MS);

async function takesEach(): Promise<void> {
  const placed: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    if (round % 4 === 3) await meet();
    now += 1_000;
    placed.push(...[await yes(round)].flatMap((id) => id ?? []));
  }
  expect(placed.length).toBeGreaterThan(ROUNDS / 2);
  expect(new Set(placed).size).toBe(placed.length);
  expect(judge.take()).toEqual([]);
}
