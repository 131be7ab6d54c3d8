/** A shop with the REST API of docs/rest-shop.openapi.yaml keeps the contract of every shop, and both sides keep to the document. */

import { readShop } from '../../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { shopOpener } from '../../../lambda/house/shops';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import { CARE_KINDS } from '../../../lambda/services/care/care';
import type { Stage } from '../../../lambda/services/commerce/orders';
import type { OpenedShop } from '../../../lambda/services/commerce/shop';
import { openSampleShop, type SampleShop } from '../../../scripts/sample-shop';
import { shopContract } from '../../contracts/shop';
import { type Behind, behindContract, CUTS } from '../../contracts/shop-behind';
import { careContract } from '../../contracts/shop-care';
import { cartContract } from '../../contracts/shop-cart';
import { changesContract } from '../../contracts/shop-changes';
import { accepted, beginTrial, errorOf, type ShopUnderTest, type Trial } from '../../contracts/shop-trial';
import { type CutWay, createCutWay } from '../../kit/cutting';
import { createDescribedWay } from '../../kit/described-way';
import { LOCALES } from '../../kit/house';

const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
const described = createDescribedWay();

function opened(shop: SampleShop, env: object, way: typeof fetch): Promise<OpenedShop> {
  const settings = readShop({ ...shop.env, ...env }, { secret: 'any', shopName: 'any' });
  const needs = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: way, fresh: false, sayGood };
  return shopOpener(settings)(needs);
}

async function underTest(): Promise<ShopUnderTest> {
  const sample = await openSampleShop();
  const way = createCutWay(described.fetch);
  const { shop, changes } = await opened(sample, {}, way.fetch);
  const [ana, bruno] = sample.shoppers;
  return {
    ...{ shop, changes, realNow: Date.now, tokens: [ana?.token ?? '', bruno?.token ?? ''], close: sample.close },
    ...{ sells: 'br-250', soldOut: 'nd-250', maxQuantity: merchant.limits.quantity, keepsSoldOut: false },
    delivers: { to: ['IT', 'PT'], notTo: 'AQ' },
    hang: way.hang,
    behind: behindOf(sample, way),
  };
}

function behindOf({ books, move }: SampleShop, way: CutWay): Behind {
  const inStage =
    (stage: Stage, state: string = stage) =>
    async (trial: Trial) => {
      const order = accepted(await trial.place(await trial.propose()));
      move(order.id, { state });
      return { call: trial.buyer, order };
    };
  return {
    stages: {
      ...{ placed: inStage('placed'), 'payment-pending': inStage('payment-pending'), preparing: inStage('preparing') },
      ...{ shipped: inStage('shipped'), 'out-for-delivery': inStage('out-for-delivery') },
      ...{ 'ready-for-pickup': inStage('ready-for-pickup'), delivered: inStage('delivered') },
      ...{ cancelled: inStage('cancelled'), returned: inStage('returned') },
      unknown: inStage('unknown', 'lent to a neighbour'),
    },
    async parcels({ made, place, buyer }) {
      const lines = ['br-250', 'ht-80'].map((productId) => ({ productId, quantity: 1 }));
      const order = accepted(await place(accepted(await made.shop.purchases.propose({ lines }, buyer))));
      const sent = { id: 'a', goods: ['br-250'], state: 'shipped', carrier: 'Postalia', trackingNumber: 'PX0001' };
      move(order.id, { state: 'shipped', parcels: [sent, { id: 'b', goods: ['ht-80'], state: 'preparing' }] });
      return { call: buyer, order };
    },
    dearer: async () => void Object.assign(books.goods.get('br-250') ?? {}, { cents: 600 }),
    scarce: { productId: 'vg-20', left: 3 },
    least: { productId: 'gw-500', minor: 300 },
    cuts: { kinds: CUTS, cut: (kind) => way.next(kind, 'PUT'), mend: way.mend },
    throttle: () => way.next('limited'),
    expire: null,
    page: 10,
  };
}

const NAME = 'A shop with the REST API of the docs';
shopContract(NAME, underTest);
cartContract(NAME, underTest);
careContract(NAME, CARE_KINDS, underTest);
changesContract(NAME, 12, underTest);
// It is asked with a token, which no session ends.
behindContract(NAME, ['expire'], underTest);

describe(NAME, () => {
  let sample: SampleShop;
  beforeAll(async () => {
    sample = await openSampleShop();
  });
  afterAll(() => sample.close());

  test('sends again, fetches back, changes the address and says how one can pay', async () => {
    const trial = await beginTrial(await underTest());
    const { care, advice, purchases, signIn } = trial.made.shop;
    const order = accepted(await trial.place(await trial.propose(2)));
    const parts = [{ productId: 'br-250', quantity: 1 }];
    const about = { orderId: order.id, parts, amount: { minor: 545, currency: 'EUR' } };
    const { buyer } = trial;
    const sent = await care?.resend?.({ kind: 'resend', ...about }, 'key-1', buyer);
    expect(sent?.ok && sent.value.arrives > order.today).toBe(true);
    expect(await care?.return?.({ kind: 'return', by: 'label', ...about }, 'key-2', buyer)).toMatchObject({
      value: { label: expect.stringMatching(/^https:/), day: null, back: { amount: { minor: 545 } } },
    });
    const moved = { kind: 'address', orderId: order.id, addressId: 'work' } as const;
    expect(await care?.address?.(moved, 'key-3', buyer)).toMatchObject({ value: { how: 'done' } });
    expect(await purchases.means?.(buyer)).toMatchObject({ value: [{ name: 'Visa', last: '4242' }, {}] });
    const meansId = 'm2';
    const proposal = accepted(await purchases.propose({ ...trial.wanting(1), meansId, speed: 'express' }, buyer));
    expect(proposal).toMatchObject({ paidWith: { id: 'm2' }, speed: 'express', shipping: { minor: 790 } });
    accepted(await trial.place(proposal));
    expect(await advice?.favourites(buyer)).toMatchObject({ value: [{ id: 'br-250' }, {}, {}, {}, {}] });
    const found = signIn?.by === 'code' ? await signIn.find('Ana@shop.example', buyer) : null;
    expect(found).toMatchObject({ value: trial.buyer.shopperId });
    const again = await signIn?.again(trial.buyer.shopperId, buyer);
    const credential = again?.ok ? (again.value?.credential ?? '') : '';
    accepted(await trial.made.shop.history.orders({ limit: 1 }, { ...buyer, credential }));
    expect(await signIn?.again('p0', buyer)).toMatchObject({ value: null });
    trial.made.close();
  });

  test('may leave out whatever a shop may leave out', async () => {
    const { shop, changes } = await opened(sample, { REST_SHOP_OFFERS: 'cancel' }, described.fetch);
    expect([shop.cart, shop.advice, shop.purchases.means, changes]).toEqual(Array(4).fill(undefined));
    expect(CARE_KINDS.filter((kind) => shop.care?.[kind])).toEqual(['cancel']);
    const { REST_SHOP_OFFERS, ...env } = sample.env;
    const settings = readShop(env, { secret: 'any', shopName: 'any' });
    const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch, fresh: false, sayGood };
    expect((await shopOpener(settings)(house)).shop.care).toBeUndefined();
  });

  const answering =
    (body: object | string, status = 200): typeof fetch =>
    async () =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

  test.each([
    ['a page that is none of this API', answering('<html>', 404), 'unavailable'],
    ['an order of which it says half', answering({ orders: [{ id: 'x' }], next: null }), 'unavailable'],
    ['a day that is none', answering({ orders: [{ placedAt: 'yesterday' }], next: null }), 'unavailable'],
    ['another token', answering({}, 401), 'unavailable'],
  ])('answers with %s, and nothing is said of it', async (_what, way, kind) => {
    const { shop } = await opened(sample, {}, way);
    const trial = await beginTrial(await underTest());
    const signal = AbortSignal.timeout(10_000);
    expect(errorOf(await shop.accounts.whoIs('token-of-ana', { ...trial.buyer, signal })).kind).toBe(kind);
    trial.made.close();
  });
});

test('asks and is answered as the document says, and tries all of it', () => {
  expect([...new Set(described.problems)]).toEqual([]);
  const untried = described.all.filter((one) => !described.tried.has(one));
  expect(untried).toEqual(['GET /shop']);
});
