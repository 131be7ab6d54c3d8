/** The conversation of the README before the VTEX of ours, in both languages: one order comes of it, and the shop's own people see what was said sorry for. */

import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { LOCALES } from '../kit/house';
import { createTexter } from '../kit/texter';
import { createJudge } from './vtex/described';
import { openVtex } from './vtex/open';
import { type Order, totalOf, withStatus } from './vtex/orders';

const judge = createJudge();

/** What is said, what it is answered with, and the sum or the goods it must name. */
const CONVERSATIONS = [
  [
    'en-GB',
    [
      ['reorder my coffee', 'Purchase.summary', /Bella Roma.*€14\.80/],
      ['make it three', 'Purchase.summary', /3 × Bella Roma.*€20\.25/],
      ['yes', 'Purchase.placed', /./],
      ['where is my dog food', 'OrderStatus.shippedExpected', /Brontolino/],
      ['the last bag was torn', 'DeliveryProblem.sorry', /€18\.00/],
      ['yes', 'Remedy.refunded', /€18\.00/],
      ['I want to talk to a person', 'TalkToHuman.passed', /./],
    ],
  ],
  [
    'it-IT',
    [
      ['riordina il mio caffè', 'Purchase.summary', /Bella Roma.*14,80/],
      ['fanne tre', 'Purchase.summary', /3 × .*Bella Roma.*20,25/],
      ['sì', 'Purchase.placed', /./],
      ['dove sono le crocchette del cane', 'OrderStatus.shippedExpected', /Brontolino/],
      ["l'ultimo sacco era strappato", 'DeliveryProblem.sorry', /18,00/],
      ['sì', 'Remedy.refunded', /18,00/],
      ['voglio parlare con una persona', 'TalkToHuman.passed', /./],
    ],
  ],
] as const;

test.each(CONVERSATIONS)('holds the conversation of the README in %s', async (locale, turns) => {
  // An account writes its pages in one language.
  const live = await openVtex({ language: locale === 'it-IT' ? 'it' : 'en', judge });
  const errors: object[] = [];
  const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
  const provider = shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }));
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log };
  const house = await openEarshot({ ...options, provider });
  await house.ready(locale.slice(0, 2));
  const before = live.world.book.all().length;
  const clock = { now: Date.now, advance: () => undefined };
  const texter = createTexter({ ...house, clock }, { token: live.signIn('ana'), locale });
  for (const [said, reply, words] of turns) {
    const { replies, show } = await texter.says(said);
    expect([said, replies[0], show]).toEqual([said, reply, expect.stringMatching(words)]);
  }
  const orders = live.world.book.all();
  expect([orders.length - before, orders.slice(before).map(totalOf)]).toEqual([1, [2025]]);
  expect(
    orders
      .flatMap(({ packages }) => packages)
      .some(({ type, invoiceValue }) => type === 'Input' && invoiceValue === 1800),
  ).toBe(true);
  expect([errors, judge.take()]).toEqual([[], []]);
  await house.close();
  await live.close();
});

test('calls an order off in the shopper’s own name once somebody has it in hand, and says that the shop decides', async () => {
  const live = await openVtex({ judge });
  const provider = shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }));
  const log = { error: (what: object) => fail(what), warn: (what: object) => fail(what) };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: true, log };
  const house = await openEarshot({ ...options, provider });
  await house.ready('en');
  const texter = createTexter(
    { ...house, clock: { now: Date.now, advance: () => undefined } },
    { token: live.signIn('ana') },
  );
  await texter.says('reorder my coffee');
  await texter.says('yes');
  const { book, clock } = live.world;
  const { orderId } = book.all().at(-1) ?? { orderId: '' };
  book.put(withStatus(book.byId(orderId) as Order, 'handling', clock()));
  await texter.says('cancel my coffee order');
  expect((await texter.says('yes')).replies[0]).toBe('Cancelling.asked');
  expect(book.byId(orderId)?.wished).toHaveLength(1);
  expect((await texter.says('cancel my coffee order')).replies).toEqual(['Care.cancelAsked']);
  expect(judge.take()).toEqual([]);
  await house.close();
  await live.close();
});

function fail(what: object): never {
  throw new Error(`it went wrong: ${JSON.stringify(what)}`);
}
