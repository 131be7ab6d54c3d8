/** What `npm run shop -- check` says of a shop: a line for each thing, and it buys nothing unless it is told to. */

import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { open } from '../../lambda/providers/shop/demo/index';
import { ok } from '../../lambda/services/commerce/call';
import type { Product } from '../../lambda/services/commerce/catalogue';
import type { OpenedShop } from '../../lambda/services/commerce/shop';
import { checkShop } from '../../scripts/shop-check';
import { wellSaid, worstTitles } from '../../scripts/titles-said';
import { LOCALES } from '../kit/house';

const NOON = Date.parse('2026-03-11T12:00:00Z');
const HOUSE = {
  folder: null,
  merchant: merchantOf(readShopFile()),
  now: Date.now,
  fetch,
  fresh: false,
  sayGood: createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined }),
};

async function said(opened: OpenedShop, changes: { readonly email?: string; readonly buys?: boolean } = {}) {
  const lines: string[] = [];
  const { email = 'ana@example.com', buys = false } = changes;
  const print = (line: string) => void lines.push(line.replace(/ +/g, ' '));
  const isWell = await checkShop({ opened, locales: ['en-GB', 'it-IT'], email, buys, print });
  return { isWell, text: lines.join('\n') };
}

test('tries everything once, and buys nothing', async () => {
  const opened = await open({}, { ...HOUSE, calendar: () => NOON });
  const { isWell, text } = await said(opened);
  expect(isWell).toBe(true);
  for (const what of ['set-up', 'goods en', 'goods it', 'shopper Ana', 'orders', 'quote €', 'cart', 'cancel allowed'])
    expect(text).toContain(`✓ ${what}`);
  expect(text).toMatch(/\d+ goods, of which \d+ \(\d+ %\) have a title that speaks well/);
  expect(opened.demo.countVoiceOrders()).toBe(0);
  await opened.close();
});

test('buys one, puts it right in every way there is, and takes it back', async () => {
  const opened = await open({}, { ...HOUSE, calendar: () => NOON });
  const { isWell, text } = await said(opened, { buys: true });
  expect([isWell, opened.demo.countVoiceOrders()]).toEqual([true, 1]);
  for (const what of ['once for two yeses', 'refund done', 'coupon done', 'cancel done: done'])
    expect(text).toContain(what);
  await opened.close();
});

test('says what a shop cannot do, and what is wrong with it', async () => {
  const opened = await open({}, { ...HOUSE, calendar: () => NOON });
  const { shop, check } = opened;
  const { care, cart, ...bare } = shop;
  const poor = await said({ ...opened, shop: bare });
  expect(poor.text).toContain('– cart not offered by voice, goes to a person');
  expect(poor.text).toContain('– cancel not offered by voice, goes to a person');
  expect((await said(opened, { email: 'nobody@example.com' })).text).toMatch(/✗ shopper nobody .* look at --shopper/);
  if (!check) throw new Error('the demo can be checked');
  const forbids = { ...check, may: async () => ok({ may: false, setting: 'SHOP_ROLE: too weak' }, NOON) };
  const forbidden = await said({ ...opened, check: forbids });
  expect([forbidden.isWell, forbidden.text]).toEqual([false, expect.stringContaining('✗ coupon SHOP_ROLE: too weak')]);
  opened.demo.setFault('down');
  const down = await said(opened);
  expect(down.isWell).toBe(false);
  expect(down.text).toMatch(/✗ shopper it answered "unavailable"/);
  await opened.close();
});

test('knows a title that cannot be said', () => {
  const titled = (title: string): Product => ({
    id: title,
    name: { title },
    words: [title],
    language: 'en',
    kind: 'ground-coffee',
  });
  const bad = 'BELLA ROMA Caffè Macinato Moka 250g x2 OFFERTA | EAN 8001234567890';
  const goods = [
    titled('Bella Roma ground coffee 250 g'),
    titled(bad),
    { ...titled('Zylofon 8055512'), id: 'x', kind: 'x' },
  ];
  expect(goods.map(wellSaid)).toEqual([true, false, false]);
  expect(worstTitles(goods, 10)).toEqual([
    `${bad}: in capitals, holds a code or a sign, longer than an ear keeps`,
    'Zylofon 8055512: of no kind that is known, holds a code or a sign',
  ]);
});
