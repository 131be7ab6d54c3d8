/** VTEX keeps the contract of every shop: the provider before the stateful VTEX of ours. */

import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { refused } from '../../lambda/services/commerce/call';
import type { Order } from '../../lambda/services/commerce/orders';
import { checkShop } from '../../scripts/shop-check';
import { shopContract } from '../contracts/shop';
import { careContract } from '../contracts/shop-care';
import { accepted, errorOf, type ShopUnderTest } from '../contracts/shop-trial';
import { anyCall } from '../kit/call';
import { createCutWay } from '../kit/cutting';
import { openVendor } from '../kit/fake-vendor';
import { LOCALES } from '../kit/house';
import { type LiveVtex, openVtex } from './vtex/open';
import { isComplete } from './vtex/orders';
import { KEY, READER } from './vtex/world';

const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
/** A Thursday, at the shop and at VTEX alike. */
const now = () => Date.UTC(2026, 10, 26, 9);
const house = { folder: null, merchant, calendar: now, now, fetch, fresh: false, sayGood };
const SOLD_OUT = 'lumisplash-tablets';
const SECRET = 'what the hook of a test shows 1f9c';
const CHANNELS = { VTEX_CHANNELS: '1,2:GB,3:US', VTEX_COUPON_UTM: 'earshot' };

/** One for all tests: each finds its shoppers as the last one left them. */
let live: LiveVtex;
beforeAll(async () => {
  live = await openVtex({ clock: now });
  live.world.changesTake = 0;
});
afterAll(() => live.close());

const opened = (env: object = {}, way = house) =>
  shopOpener(readShop({ ...live.env, ...CHANNELS, ...env }, { secret: 'any', shopName: 'any' }))(way);
const skuOf = (good: string) => live.world.shelf.byGood(good).skuId;

async function underTest(): Promise<ShopUnderTest> {
  const way = createCutWay();
  const { shop } = await opened({}, { ...house, fetch: way.fetch });
  // What is sold out has no price at VTEX: it was for sale when somebody looked.
  const soldOut = skuOf(SOLD_OUT);
  live.world.shelf.set(soldOut, { stock: 1 });
  await shop.catalogue.offers([soldOut], 'EUR', anyCall());
  live.world.shelf.set(soldOut, { stock: 0 });
  return {
    ...{ shop, realNow: now, tokens: [live.signIn('ana'), live.signIn('bruno')], close: () => {} },
    ...{ sells: skuOf('bella-roma-ground'), soldOut, maxQuantity: merchant.limits.quantity, keepsSoldOut: false },
    delivers: { to: ['IT', 'PT'], notTo: 'NO' },
    sends: invoice,
    hang: way.hang,
    behind: NOT_TRIED,
  };
}

const NOT_TRIED: ShopUnderTest['behind'] = {
  stages: {
    ...{ placed: null, 'payment-pending': null, preparing: null, shipped: null, 'out-for-delivery': null },
    ...{ 'ready-for-pickup': null, delivered: null, cancelled: null, returned: null, unknown: null },
  },
  ...{ parcels: null, dearer: null, scarce: null, least: null, cuts: null, throttle: null, expire: null, page: null },
};

/** As the people of the shop do once it is packed. */
async function invoice({ id, lines, total }: Order): Promise<void> {
  const items = lines.map((line) => ({ id: line.product.id, price: line.unitPrice.minor, quantity: line.quantity }));
  const sent = { courier: 'Postalia', trackingNumber: `PX${id}IT`, trackingUrl: null };
  const about = { type: 'Output', issuanceDate: new Date(now()).toISOString(), invoiceNumber: `N${id}` };
  const body = JSON.stringify({ ...about, ...sent, invoiceValue: String(total.minor), items });
  const key = { 'x-vtex-api-appkey': KEY.key, 'x-vtex-api-apptoken': KEY.token };
  const headers = { accept: 'application/json', 'content-type': 'application/json', ...key };
  await fetch(`${live.url}/api/oms/pvt/orders/${id}/invoice`, { method: 'POST', headers, body });
}

shopContract('VTEX', underTest);
careContract('VTEX', ['cancel', 'refund', 'coupon'], underTest);

test('what the bank wants seen at a screen is no order, and is paid on a page of the shop with the same goods', async () => {
  const { shop } = await opened();
  const token = live.signIn('ana');
  const { id: shopperId } = accepted(await shop.accounts.whoIs(token, anyCall()));
  const call = { ...anyCall(), shopperId, credential: token };
  const lines = [
    { productId: skuOf('bella-roma-ground'), quantity: 2 },
    { productId: skuOf('mirtilla-cat-food'), quantity: 1 },
  ];
  const proposal = accepted(await shop.purchases.propose({ lines }, call));
  const before = live.world.book.all().filter((one) => isComplete(one, now())).length;
  live.world.askedForCode.add('ana.ferri@example.com');
  expect(errorOf(await shop.purchases.place(proposal, call))).toEqual({ kind: 'payment-needed' });
  live.world.askedForCode.clear();
  expect(live.world.book.all().filter((one) => isComplete(one, now())).length).toBe(before);
  const { page } = accepted((await shop.purchases.checkoutLink?.(lines, call)) ?? refused({ kind: 'not-found' }));
  const [coffee, food] = lines.map(({ productId }) => productId);
  expect(page).toBe(
    `${new URL(merchant.site).origin}/checkout/cart/add?sc=1&sku=${coffee}&qty=2&seller=1&sku=${food}&qty=1&seller=1`,
  );
});

test('what takes business days goes by the holidays the store has set', async () => {
  // A Monday, and the eighth of December is a holiday of this store.
  const monday = () => Date.UTC(2026, 11, 7, 9);
  const { shop } = await opened({}, { ...house, calendar: monday });
  const token = live.signIn('ana');
  const { id: shopperId } = accepted(await shop.accounts.whoIs(token, anyCall()));
  const call = { ...anyCall(), shopperId, credential: token };
  const lines = [{ productId: skuOf('bella-roma-ground'), quantity: 1 }];
  expect(accepted(await shop.purchases.propose({ lines }, call)).arrives).toBe('2026-12-10');
});

describe('the check of the shop', () => {
  async function said(env: object, buys = false) {
    const lines: string[] = [];
    const print = (line: string) => void lines.push(line);
    const shop = await opened(env);
    const isWell = await checkShop({
      opened: shop,
      locales: ['en-GB'],
      email: 'ana.ferri@example.com',
      buys,
      print,
    });
    return { isWell, text: lines.join('\n') };
  }

  test('is well', async () => {
    expect(await said({})).toEqual({ isWell: true, text: expect.stringMatching(/quote .* delivery, arriving/) });
  });

  test('is well with what it buys, which it takes back, and says what VTEX does only later', async () => {
    const { isWell, text } = await said({ VTEX_RETURNS: 'on' }, true);
    expect([isWell, text.match(/[✓–✗] (buy|refund|return|coupon|cancel) .*/g)?.join('\n')]).toEqual([
      true,
      expect.stringMatching(
        /✓ buy .*\n✓ refund .*only what has been sent.*\n✓ return .*\n✓ coupon .*none of a cent.*\n✓ cancel {4}done: done/,
      ),
    ]);
  });

  test.each([
    [{ VTEX_URL: 'http://127.0.0.1:9' }, /VTEX_ACCOUNT: .* cannot be reached/],
    [{ VTEX_TOKEN: 'another-token' }, /VTEX_KEY or VTEX_TOKEN is wrong/],
    [{ VTEX_KEY: READER.key, VTEX_TOKEN: READER.token }, /VTEX_KEY: its role may not ask .*\(placing orders\)/],
    [{ VTEX_CHANNELS: '9' }, /VTEX_CHANNELS: the shop has no sales channel 9/],
    [{ VTEX_EXPRESS: 'Tomorrow' }, /VTEX_EXPRESS: nothing is brought by "Tomorrow"; the shop has .*Standard/],
    [{ VTEX_HOOK_SECRET: SECRET }, /VTEX_HOOK_SECRET: VTEX has no hook of this key/],
    [{ VTEX_FEED: 'on' }, /VTEX_FEED: this key has no feed/],
    [{ VTEX_COUPON_UTM: 'nobody' }, /VTEX_COUPON_UTM: no promotion is on with .*"worth-500"/],
  ])('names the setting to change: %j', async (env, words) => {
    expect(await said(env)).toEqual({ isWell: false, text: expect.stringMatching(words) });
  });

  test('sees where the hook and the feed are not as they must be, and that they are', async () => {
    const door = await openVendor(() => ({ status: 200, json: {} }));
    const key = { 'x-vtex-api-appkey': KEY.key, 'x-vtex-api-apptoken': KEY.token };
    const headers = { accept: 'application/json', 'content-type': 'application/json', ...key };
    const post = (what: string, body: object) =>
      fetch(`${live.url}/api/orders/${what}/config`, { method: 'POST', headers, body: JSON.stringify(body) });
    const news = { VTEX_HOOK_SECRET: SECRET, VTEX_FEED: 'on' };
    const queue = { visibilityTimeoutInSeconds: 60, MessageRetentionPeriodInSeconds: 345_600 };
    const filter = (...status: string[]) => ({ type: 'FromWorkflow', status });
    await post('hook', {
      filter: filter('handling'),
      hook: { url: `${door.base}/elsewhere`, headers: { key: 'any' } },
    });
    await post('feed', { filter: filter('canceled'), queue });
    const { text } = await said(news);
    expect(text).toMatch(/the hook calls .*\/elsewhere, and not EARSHOT_URL\/shop\/changes\/vtex/);
    expect(text).toMatch(/the hook does not send it as key/);
    expect(text).toMatch(/the hook does not tell of invoiced and canceled/);
    expect(text).toMatch(/VTEX_FEED: the feed does not tell of invoiced \(/);
    expect(text).not.toContain(SECRET);
    const [all, url] = [filter('invoiced', 'canceled'), `${door.base}/shop/changes/vtex`];
    await post('hook', { filter: all, hook: { url, headers: { key: SECRET } } });
    await post('feed', { filter: all, queue });
    expect((await said(news)).isWell).toBe(true);
    await door.close();
  });
});
