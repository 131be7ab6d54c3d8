/** One shopper's whole way before the demo shop: signed in by a code from their e-mail. Before a live Vendure: `test/live/vendure-whole-way.test.ts`. */

import { callWithin } from '../../lambda/services/commerce/call';
import type { SendNotice } from '../../lambda/services/news/notices';
import { describeInBrowser } from '../kit/browser';
import { MONDAY } from '../kit/house';
import { type LinkServer, serveLinking } from '../kit/link-server';
import { useHouse } from '../kit/use-house';
import { type AmazonsEvents, openAmazon, walkWholeWay } from '../kit/whole-way';

const EMAIL = 'ana.ferri@example.com';
const ANA = 'shopper-ana';
const HOUR = 3_600_000;

let send: SendNotice;
const at = useHouse({
  ...{ at: MONDAY, lasts: 'file', linksAccounts: true },
  publicUrl: 'https://talk.willow-market.example',
  sendNotice: (notice) => send(notice),
});

describeInBrowser('from a guest to a parcel', () => {
  let amazon: AmazonsEvents;
  let served: LinkServer;
  beforeAll(async () => {
    amazon = await openAmazon(() => at.house.clock.now());
    send = amazon.send;
  });
  afterAll(() => amazon.close());

  /** The demo's parcels go by its clock. */
  async function parcelMoves(): Promise<string> {
    at.house.clock.advance(3 * HOUR);
    const call = callWithin(6_000, { locale: 'en-GB', now: at.house.clock.now });
    await at.house.changes?.since?.(null, call);
    const found = await at.house.shop.history.orders({ limit: 1 }, { ...call, shopperId: ANA, credential: 'demo-ana' });
    return (found.ok && found.value[0]?.id) || 'none';
  }

  test('asked, linked, gone on with, ordered with a code, told of the parcel, and unlinked', () =>
    walkWholeWay(
      {
        ...{ house: at.house, shopperId: ANA, parcelMoves },
        large: { product: { said: 'coffee', ids: ['bella-roma-ground'] }, quantity: 20 },
        async serve(pages) {
          served = await serveLinking(at.house, pages);
          return served;
        },
        async signsIn(page) {
          await page.fill('#email', EMAIL);
          await page.press('#email', 'Enter');
          await page.waitForSelector('#code');
          await page.fill('#code', (await served.codeOf(EMAIL)) ?? '');
          await page.press('#code', 'Enter', { noWaitAfter: true });
        },
        orders: async () => at.house.orders(),
      },
      amazon,
    ));
});
