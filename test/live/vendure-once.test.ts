/** However often, from wherever and through whatever cuts a yes arrives at a live Vendure: one order, and none is lost. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import type { ShopperCall } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { onceContract } from '../contracts/shop-once';
import { accepted, callOf, errorOf } from '../contracts/shop-trial';
import { createCutWay } from '../kit/cutting';
import { LOCALES } from '../kit/house';
import { mass } from '../kit/masses';

const way = createCutWay();
const PAYING = 'addManualPaymentToOrder';

(isVendureInstalled() ? describe : describe.skip)('a yes at a live Vendure', () => {
  let live: LiveVendure;
  let houses: readonly Shop[];
  let token: string;
  let call: ShopperCall;
  beforeAll(async () => {
    live = await startVendure();
    // Two servers, of which neither knows what the other has sent.
    houses = [await open(), await open()];
    token = await live.signIn('ana');
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

  onceContract('A live Vendure', mass(20, 200), () => ({ houses, way, buying: PAYING, token, sells: '1' }));

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
