/** A house before the sample server of the docs: the conversation of the README, and what `npm run shop -- check` says. */

import { openEarshot } from '../../../lambda/house/open';
import { readShop } from '../../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { shopOpener } from '../../../lambda/house/shops';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import { openSampleShop, type SampleShop } from '../../../scripts/sample-shop';
import { checkShop } from '../../../scripts/shop-check';
import { LOCALES } from '../../kit/house';
import { createTexter } from '../../kit/texter';

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
    const { replies, show } = await texter.says(said);
    expect([said, replies[0], show]).toEqual([said, reply, expect.stringMatching(words)]);
  }
  expect(sample.books.orders.size - before).toBe(1);
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
  [{ REST_SHOP_OFFERS: 'cart' }, /REST_SHOP_OFFERS: the shop offers means, advice, .* too; add it there/],
])('has the setting named that is to be changed: %j', async (env, words) => {
  const { isWell, text } = await checked(env);
  expect([isWell, text]).toEqual([false, expect.stringMatching(words)]);
});
