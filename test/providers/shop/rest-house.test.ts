/** A house before the sample server of the docs: the conversation of the README, news of an order, and what `npm run shop -- check` says. */

import { askForChanges } from '../../../lambda/house/chores';
import { openEarshot } from '../../../lambda/house/open';
import { readShop } from '../../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { shopOpener } from '../../../lambda/house/shops';
import { readSystems } from '../../../lambda/house/systems';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import { receivedOf } from '../../../lambda/services/news/changes';
import { openSampleShop, type SampleShop } from '../../../scripts/sample-shop';
import { checkShop } from '../../../scripts/shop-check';
import { openTalkHouse } from '../../../scripts/talk-house';
import { LOCALES } from '../../kit/house';
import { createTexter } from '../../kit/texter';
import { settle } from '../../kit/writer';

let sample: SampleShop;
beforeEach(async () => {
  sample = await openSampleShop();
});
afterEach(() => sample.close());

const opener = (env: object = {}) =>
  shopOpener(readShop({ ...sample.env, ...env }, { secret: 'any', shopName: 'any' }));

/** What is said, what it is answered with, and the sum or the goods it must name. */
const CONVERSATIONS = [
  [
    'it-IT',
    [
      ['riordina il mio caffè', 'Purchase.summary', /Bella Roma.*14,80/],
      ['fanne tre', 'Purchase.summary', /3 × caffè macinato Bella Roma.*20,25/],
      ['sì', 'Purchase.placed', /./],
      ['dove sono le crocchette del cane', 'OrderStatus.shippedExpected', /Brontolino/],
      ["l'ultimo sacco era strappato", 'DeliveryProblem.sorry', /18,00/],
      ['rimandamelo', 'Remedy.resent', /THANKS-1001/],
      ['voglio parlare con una persona', 'TalkToHuman.passed', /./],
    ],
  ],
  [
    'en-GB',
    [
      ['reorder my coffee', 'Purchase.summary', /Bella Roma.*€14\.80/],
      ['make it three', 'Purchase.summary', /3 × Bella Roma.*€20\.25/],
      ['yes', 'Purchase.placed', /./],
      ['where is my dog food', 'OrderStatus.shippedExpected', /Brontolino dog food/],
      ['the last bag was torn', 'DeliveryProblem.sorry', /€18\.00/],
      ['send a new one', 'Remedy.resent', /THANKS-1001/],
      ['I want to talk to a person', 'TalkToHuman.passed', /./],
    ],
  ],
] as const;

/** Of 20.25. */
const TAX = { 'it-IT': /Di cui 3,65 € di IVA/, 'en-GB': /Of it €3\.65 tax/ };

test.each(CONVERSATIONS)('holds the conversation of the README in %s', async (locale, turns) => {
  const errors: object[] = [];
  const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log };
  const house = await openEarshot({ ...options, provider: opener() });
  const before = sample.books.orders.size;
  await house.ready(locale.slice(0, 2));
  const clock = { now: Date.now, advance: () => undefined };
  const texter = createTexter({ ...house, clock }, { token: 'token-of-ana', locale });
  for (const [said, reply, words] of turns) {
    const { replies, show, answer } = await texter.says(said);
    if (replies[0] === 'Purchase.placed') expect(JSON.stringify(answer.said)).toMatch(TAX[locale]);
    expect([said, replies[0], show]).toEqual([said, reply, expect.stringMatching(words)]);
  }
  expect(sample.books.orders.size - before).toBe(1);
  expect(errors).toEqual([]);
  await house.close();
});

test('is talked to at a terminal as it is set up, by whoever has a token of it', async () => {
  const shop = readShopFile();
  const systems = readSystems(sample.env, { secret: 'any', shopName: shop.name }, { systems: {} });
  const options = { folder: null, shop, locales: LOCALES, log: { error: fail, warn: fail }, calendar: Date.now };
  const talk = await openTalkHouse('mine', options, { fault: null, locale: 'en-GB', systems });
  expect(talk.shoppers).toBeNull();
  const clock = { now: Date.now, advance: () => undefined };
  const texter = createTexter(
    { ...talk.earshot, clock },
    { token: await talk.tokenOf('token-of-bruno'), locale: 'en-GB' },
  );
  expect((await texter.says('where is my order')).show).toContain('SW-1007');
  expect(talk.countOrders()).toBe(0);
  await talk.close();
});

function fail(what: object): never {
  throw new Error(JSON.stringify(what));
}

const HOUR = 3_600_000;

test('a parcel that was sent is told to whoever wished it, once, and known while the shop is away', async () => {
  // A Thursday at ten in Milan.
  let now = Date.UTC(2026, 10, 26, 9);
  const clock = () => now;
  sample.close();
  sample = await openSampleShop({ now: clock });
  const errors: object[] = [];
  const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log };
  const house = await openEarshot({ ...options, provider: opener(), now: clock, calendar: clock });
  await house.ready('en');
  const looks = async () => {
    const told = await askForChanges(house);
    await settle(house);
    return told;
  };
  expect(await looks()).toBe(0);
  const texter = createTexter({ ...house, clock: { now: clock, advance: () => undefined } }, { token: 'token-of-ana' });
  await texter.says('reorder my coffee');
  expect((await texter.says('yes')).replies[0]).toBe('Purchase.placed');
  expect((await texter.says('notify me about my order')).replies[0]).toMatch(/^OrderNews\.kept/);
  expect(await looks()).toBe(1);
  const written = async () =>
    (await house.store.conversations.history('shopper:p1', 50)).filter(
      ({ by, channel }) => by === 'bot' && channel === 'desk',
    );
  expect(await written()).toEqual([]);

  const id = [...sample.books.orders.keys()].at(-1) ?? '';
  now += 2 * HOUR;
  const parcel = { id: 'a', goods: ['br-250'], state: 'shipped', carrier: 'Postalia', trackingNumber: 'PX0001' };
  sample.move(id, { state: 'shipped', parcels: [parcel] });
  // A signed request has brought it before the list is looked at: that is the same change.
  await house.receive(receivedOf({ key: 'change-2', orderId: id, shopperId: 'p1' }));
  expect(await looks()).toBe(0);
  expect((await written()).map(({ text }) => text)).toEqual([expect.stringMatching(/Bella Roma.*on its way/)]);
  now += HOUR;
  sample.move(id, { state: 'delivered', parcels: [{ ...parcel, state: 'delivered', deliveredOn: '2026-11-26' }] });
  // Two servers look at the same time.
  const both = await Promise.all([askForChanges(house), askForChanges(house)]);
  await settle(house);
  expect([both[0] + both[1], (await written()).length]).toEqual([1, 2]);

  await texter.says('what does shipping cost');
  now += 10 * 60_000;
  sample.close();
  const told = await texter.says('where is my coffee');
  expect([told.replies[0], told.show]).toEqual(['OrderStatus.lastKnown', expect.stringContaining('10 minutes ago')]);
  expect(errors).toEqual([]);
  await house.close();
});

async function checked(env: object, buys = false) {
  const lines: string[] = [];
  const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });
  const merchant = merchantOf(readShopFile());
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch, fresh: false, sayGood };
  const opened = await opener(env)(house);
  const print = (line: string) => void lines.push(line.replace(/ +/g, ' '));
  const isWell = await checkShop({ opened, locales: ['en-GB', 'it-IT'], email: 'ana@shop.example', buys, print });
  return { isWell, text: lines.join('\n') };
}

test('is found well by npm run shop -- check, and buys and takes back where it is told to', async () => {
  const { isWell, text } = await checked({}, true);
  expect([isWell, text]).toEqual([true, expect.stringContaining('10 goods, of which 10 (100 %)')]);
  for (const what of ['once for two yeses', 'refund done', 'coupon done', 'cancel done']) expect(text).toContain(what);
});

test.each([
  [{ REST_SHOP_URL: 'http://127.0.0.1:9' }, /REST_SHOP_URL: .* cannot be reached/],
  [{ REST_SHOP_TOKEN: 'another-token' }, /REST_SHOP_TOKEN: the shop does not take it/],
  [{ REST_SHOP_OFFERS: 'cart' }, /REST_SHOP_OFFERS: the shop offers means, advice, changes, .* too; add it there/],
])('has the setting named that is to be changed: %j', async (env, words) => {
  const { isWell, text } = await checked(env);
  expect([isWell, text]).toEqual([false, expect.stringMatching(words)]);
});
