/** Linking an account of a live Vendure: by its own password on our page, and known by its id ever after. */

import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { LOCALES } from '../kit/house';
import { SECRET, sentBack, serveLinkingWith } from '../kit/link-server';
import { createSpeaker } from '../kit/speaker';

/** Of test/live/vendure/fill.js. */
const PASSWORD = 'said to nobody';

(isVendureInstalled() ? describe : describe.skip)('an account of a live Vendure', () => {
  let live: LiveVendure;
  beforeAll(async () => {
    live = await startVendure();
  });
  afterAll(() => live?.stop());

  test('is linked by its password, reordered with, and asked to link again once it is gone', async () => {
    const errors: object[] = [];
    const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
    const provider = shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }));
    let now = Date.now();
    const settings = { shop: readShopFile(), locales: LOCALES, strict: true, log, provider, secret: SECRET };
    const earshot = await openEarshot({ ...settings, folder: null, linksAccounts: true, now: () => now });
    const advance = (ms: number) => {
      now += ms;
    };
    const house = { ...earshot, errors, clock: { now: () => now, advance: (ms: number) => advance(ms) } };
    const served = await serveLinkingWith(house, { post: null });
    await earshot.ready('en');

    const browser = served.browser();
    await browser.begins();
    const email = 'ana@example.com';
    for (const [who, password] of [
      [email, 'not the password'],
      ['nobody@example.com', PASSWORD],
      ['voice@shop.example', 'the voice of the shop'],
    ] as const) {
      await browser.sends({ step: 'password', email: who, password });
      expect(browser.html).toMatch(/belong together/);
      expect(browser.html).not.toContain(password);
    }
    const back = sentBack(await browser.sends({ step: 'password', email, password: PASSWORD }));
    const answered = (await (await served.exchange(back.get('code') ?? '')).json()) as { access_token: string };
    const speaker = createSpeaker(house, { shopper: 'ana', token: answered.access_token });
    expect((await speaker.hears('Reorder', { product: 'coffee' })).asks).toBe('Purchase.confirm');
    expect((await speaker.yes()).replies[0]).toBe('Purchase.placed');

    const { customers } = (await live.office(
      'query($e:String!){customers(options:{filter:{emailAddress:{eq:$e}}}){items{id}}}',
      { e: email },
    )) as { customers: { items: readonly { id: string }[] } };
    await live.office('mutation($id:ID!){deleteCustomer(id:$id){result}}', { id: customers.items[0]?.id });
    house.clock.advance(61_000);
    const late = createSpeaker(house, { shopper: 'ana', token: answered.access_token });
    let gone = await late.hears('OrderStatus');
    // What the shop is slow to say counts from the next turn on.
    for (let turns = 0; gone.replies[0] !== 'Trouble.relink' && turns < 50; turns += 1)
      gone = await late.hears('OrderStatus');
    expect([gone.replies, gone.card]).toEqual([['Trouble.relink'], { type: 'LinkAccount' }]);
    expect(errors).toEqual([]);
    await served.close();
    await earshot.close();
  });
});
