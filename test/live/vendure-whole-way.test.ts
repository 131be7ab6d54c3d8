/** One shopper's whole way before a live Vendure, in a real browser: signed in by their password at the shop. Before the demo: `test/link/whole-way.test.ts`. */

import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { accepted, callOf } from '../contracts/shop-trial';
import { describeInBrowser } from '../kit/browser';
import { LOCALES } from '../kit/house';
import { SECRET, serveLinkingWith } from '../kit/link-server';
import { type AmazonsEvents, openAmazon, walkWholeWay } from '../kit/whole-way';
import { sendsAll } from './vendure-behind';

const EMAIL = 'ana@example.com';
/** Of test/live/vendure/fill.js. */
const PASSWORD = 'said to nobody';

(isVendureInstalled() ? describeInBrowser : describe.skip)('from a guest to a parcel of a live Vendure', () => {
  let live: LiveVendure;
  let amazon: AmazonsEvents;
  beforeAll(async () => {
    [live, amazon] = await Promise.all([startVendure(), openAmazon(Date.now)]);
  });
  afterAll(async () => {
    live?.stop();
    await amazon?.close();
  });

  async function openHouse() {
    const errors: object[] = [];
    const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
    const shop = readShopFile();
    const house = await openEarshot({
      ...{ folder: null, locales: LOCALES, strict: true, log, secret: SECRET, linksAccounts: true },
      provider: shopOpener(readShop(live.env, { secret: SECRET, shopName: shop.name })),
      // Whatever the clock of this computer says, it is day.
      shop: { ...shop, news: { ...shop.news, quiet: { from: '00:00', to: '00:00' } } },
      publicUrl: 'https://talk.willow-market.example',
      sendNotice: amazon.send,
    });
    await house.ready('en');
    return { ...house, errors, clock: { now: Date.now, advance: () => undefined } };
  }

  test('asked, linked, gone on with, ordered with a code, told of the parcel, and unlinked', async () => {
    const house = await openHouse();
    const credential = await live.signIn('ana');
    const { id: shopperId } = accepted(await house.shop.accounts.whoIs(credential, callOf(Date.now)));
    const placed = async () =>
      accepted(await house.shop.history.orders({ limit: 100 }, { ...callOf(Date.now), shopperId, credential }));
    await walkWholeWay(
      {
        ...{ house, shopperId },
        large: { product: 'Bella Roma coffee', quantity: 20 },
        serve: (pages) => serveLinkingWith(house, { post: null, pages }),
        async signsIn(page) {
          await page.fill('#email', EMAIL);
          await page.fill('#password', PASSWORD);
          await page.press('#password', 'Enter', { noWaitAfter: true });
        },
        orders: async () => (await placed()).length,
        async parcelMoves() {
          const [order] = await placed();
          if (!order) throw new Error('nothing was ordered');
          await sendsAll(live, order.id);
          return order.id;
        },
      },
      amazon,
    );
    await house.close();
  });
});
