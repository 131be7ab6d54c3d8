/** What shops say that sell, deliver or protect otherwise than the demo's. */

import { ok } from '../../lambda/services/commerce/call';
import { NO_PURCHASES } from '../../lambda/services/commerce/purchases';
import { NO_RULES } from '../../lambda/services/limits/buying-rules';
import { tellingWays } from '../kit/changed-shop';
import { useHouse } from '../kit/use-house';

const withPage = useHouse({ lasts: 'test', publicUrl: 'https://talk.willow-market.example', linksAccounts: true });

test('where there is a page of limits, buying by voice is switched on again there', async () => {
  const speaker = withPage.speaker();
  const off = { limit: { said: 'turn off', ids: ['off'] } };
  expect((await speaker.hears('VoiceLimits', off)).replies).toContain('VoiceLimits.off');
  expect((await speaker.hears('Reorder', { product: { said: 'coffee', ids: ['bella-roma-ground'] } })).replies).toEqual(
    ['Purchase.voiceOff', 'Purchase.changedThere'],
  );
  expect((await speaker.hears('VoiceLimits', { limit: { said: 'turn on', ids: ['on'] } })).replies).toContain(
    'VoiceLimits.onlyThere',
  );
});

test.each([
  ['set', 'VoiceLimits.hasCode'],
  ['locked', 'VoiceLimits.codeLocked'],
] as const)('of a voice code that is %s it is told that there is one', async (code, reply) => {
  jest.spyOn(withPage.house.store.buyingRules, 'of').mockResolvedValue({ ...NO_RULES, code });
  const told = await withPage.speaker().hears('VoiceLimits', { limit: { said: 'limits', ids: ['told'] } });
  expect(told.replies).toContain(reply);
});

const standardOnly = useHouse({
  lasts: 'file',
  wrap: tellingWays((ways) =>
    ways.filter(({ speed }) => speed === 'standard').map((one) => ({ ...one, price: { ...one.price, minor: 0 } })),
  ),
});

test('a shop that delivers for nothing, and never faster, says so', async () => {
  const speaker = standardOnly.speaker();
  expect((await speaker.hears('ShippingCost', { place: 'Italy' })).replies).toContain('ShippingCost.free');
  expect((await speaker.hears('ShippingOptions', { place: 'Italy' })).replies).toContain(
    'ShippingOptions.standardFree',
  );
  const express = { place: 'Italy', speed: { said: 'express', ids: ['express'] } };
  expect((await speaker.hears('ShippingCost', express)).replies).toContain('ShippingCost.noExpress');
});

test('a place on the map, and files that did not come or are too many, are told of', async () => {
  const texter = standardOnly.texter();
  const place = { kind: 'place', words: '45.46, 9.19' } as const;
  expect((await texter.sends(place)).replies).toContain('SentFiles.placeKept');
  expect((await texter.sends({ kind: 'files', files: ['lost', 'count'] })).replies).toEqual(
    expect.arrayContaining(['SentFiles.lost', 'SentFiles.count']),
  );
  await texter.says('I want to talk to a person');
  expect((await texter.sends(place)).replies).toContain('SentFiles.placeWaiting');
});

const sellsNothing = useHouse({ lasts: 'file', wrap: (shop) => ({ ...shop, purchases: NO_PURCHASES }) });

test('whoever comes back to a shop that sells nothing by voice is invited to nothing else', async () => {
  const speaker = sellsNothing.speaker();
  await speaker.opens();
  await speaker.hears('Stop');
  expect((await speaker.opens()).replies).toContain('Welcome.returningAsks');
});

const pagesOnly = useHouse({
  lasts: 'file',
  wrap: ({ cart, ...shop }) => {
    if (!cart) return shop;
    const page = async () => ok({ page: 'https://shop.example/cart' }, 0);
    return { ...shop, cart: { contents: cart.contents, page } };
  },
});

test.each([
  ["what's in my cart", 'CartCheckout.finishThere'],
  ['empty my cart', 'CartCheckout.onlyThere'],
  ['check out', 'CartCheckout.onPage'],
])('a cart that is finished on a page of the shop alone is told to be that: "%s"', async (words, reply) => {
  expect((await pagesOnly.texter().says(words)).replies).toContain(reply);
});

const knowsNoSales = useHouse({ lasts: 'file', wrap: ({ advice: _sales, ...shop }) => shop });

test('a shop that knows nothing of its sales suggests by what was bought, and says so', async () => {
  const texter = knowsNoSales.texter();
  expect((await texter.says('suggest something')).replies).toContain('Recommend.bought');
  expect((await texter.says('why')).replies).toContain('Recommend.whyOrders');
});
