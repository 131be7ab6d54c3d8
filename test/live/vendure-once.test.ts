/** However often, from wherever and through whatever cuts a yes arrives at a live Vendure: one order, and none is lost. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import type { ShopperCall } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { CUTS } from '../contracts/shop-behind';
import { accepted, callOf, errorOf } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { mass } from '../kit/masses';

const way = createCutWay();
const PAYING = 'addManualPaymentToOrder';

const ROUNDS = mass(20, 200);

(isVendureInstalled() ? describe : describe.skip)('a yes at a live Vendure', () => {
  let live: LiveVendure;
  let houses: readonly Shop[];
  let call: ShopperCall;
  beforeAll(async () => {
    live = await startVendure();
    // Two servers, of which neither knows what the other has sent.
    houses = [await open(), await open()];
    const token = await live.signIn('ana');
    const shopper = accepted(await house(0).accounts.whoIs(token, callOf(Date.now)));
    const deadline = Number.POSITIVE_INFINITY;
    call = { ...callOf(Date.now), deadline, shopperId: shopper.id, credential: token };
  });
  afterAll(() => live?.stop());

  async function open(): Promise<Shop> {
    const settings = readShop(live.env, { secret: 'any', shopName: 'any' });
    const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
    const merchant = merchantOf(readShopFile());
    const needs = { folder: null, merchant, calendar: Date.now, now: Date.now, fresh: false, sayGood };
    return (await shopOpener(settings)({ ...needs, fetch: way.fetch })).shop;
  }

  function house(at: number): Shop {
    const found = houses[at % houses.length];
    if (!found) throw new Error('no house is open');
    return found;
  }

  const countOrders = async () => accepted(await house(0).history.orders({ limit: 900 }, call)).length;

  /** Copies of one yes, at once and later, at both servers; null: no order came of it. */
  async function yes(round: number): Promise<string | null> {
    const wanted = { lines: [{ productId: '1', quantity: 1 }] };
    const proposal = accepted(await house(round).purchases.propose(wanted, call));
    const cut = CUTS[(round % (CUTS.length + 1)) - 1];
    if (cut) way.next(cut, PAYING);
    else way.mend();
    const places = (at: number) => house(at).purchases.place(proposal, call);
    const copies = Array.from({ length: 1 + (round % 4) }, (_one, at) => places(round + at * (round % 3)));
    const results = await Promise.all(copies);
    if (round % 2 === 1) results.push(await places(round + 1));
    const known = accepted(await house(round + 1).purchases.reconcile(proposal.id, call));
    const ids = [...new Set(results.flatMap((result) => (result.ok ? [result.value.id] : [])))];
    if (ids.length > 0) expect([round, ids]).toEqual([round, [known?.id]]);
    // Who heard of no order was told that nobody knows.
    else expect(results.map((result) => errorOf(result).kind)).toEqual(results.map(() => 'timeout'));
    return known?.id ?? null;
  }

  test(`is one order, in ${ROUNDS} interleavings of copies, retries and cuts`, async () => {
    const before = await countOrders();
    const placed: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) placed.push(...[await yes(round)].flatMap((id) => id ?? []));
    expect(placed.length).toBeGreaterThan(ROUNDS / 2);
    expect(new Set(placed).size).toBe(placed.length);
    expect(await countOrders()).toBe(before + placed.length);
  });

  test('is kept through a session that has ended', async () => {
    const wanted = { lines: [{ productId: '2', quantity: 1 }] };
    const proposal = accepted(await house(0).purchases.propose(wanted, call));
    way.next('expired', PAYING);
    expect(accepted(await house(0).purchases.place(proposal, call)).stage).toBe('placed');
  });

  test('to more than is left is refused, with what is left', async () => {
    const propose = (quantity: number) => house(0).purchases.propose({ lines: [{ productId: '9', quantity }] }, call);
    expect(errorOf(await propose(4))).toEqual({ kind: 'too-many', productId: '9', max: 3 });
    const [first, second] = [accepted(await propose(2)), accepted(await propose(2))];
    accepted(await house(0).purchases.place(first, call));
    expect(errorOf(await house(0).purchases.place(second, call))).toEqual({
      ...{ kind: 'too-many', productId: '9', max: 1 },
    });
    const orders = accepted(await house(0).history.orders({ limit: 5 }, call));
    expect(orders.filter(({ lines }) => lines.some(({ product }) => product.id === '9'))).toHaveLength(1);
    // What could not be placed lies in nobody's cart.
    expect(accepted((await house(0).cart?.contents(call)) ?? { ok: false, error: { kind: 'unavailable' } })).toEqual(
      [],
    );
  });

  test('is told in every stage the shop has', async () => {
    const orders = accepted(await house(0).history.orders({ limit: 900 }, call));
    const parcels = orders.find((order) => order.parcels.length === 2);
    expect(parcels?.parcels.map(({ stage }) => stage)).toEqual(['shipped', 'preparing']);
    expect(new Set(orders.map(({ stage }) => stage))).toEqual(new Set(['placed', 'shipped', 'delivered']));
    const sent = orders.flatMap((order) => order.parcels).find(({ trackingNumber }) => trackingNumber);
    expect(sent).toMatchObject({ carrier: 'Postalia', trackingNumber: expect.stringMatching(/^PX/) });
  });
});
