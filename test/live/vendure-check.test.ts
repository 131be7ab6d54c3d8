/** `npm run shop -- check` before a live Vendure: all is well, or the setting to change is named. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShop } from '../../lambda/house/settings';
import { merchantOf, readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { checkShop } from '../../scripts/shop-check';
import { LOCALES } from '../kit/house';

const HOUSE = {
  folder: null,
  merchant: merchantOf(readShopFile()),
  calendar: Date.now,
  now: Date.now,
  fetch,
  fresh: false,
  sayGood: createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined }),
};

(isVendureInstalled() ? describe : describe.skip)('the check of a live Vendure', () => {
  let live: LiveVendure;
  beforeAll(async () => {
    live = await startVendure();
  });
  afterAll(() => live?.stop());

  async function said(env: Readonly<Record<string, string>>, buys = false, email = 'bruno@example.com') {
    const lines: string[] = [];
    const settings = readShop({ ...live.env, ...env }, { secret: 'any', shopName: 'any' });
    const opened = await shopOpener(settings)(HOUSE);
    const print = (line: string) => void lines.push(line);
    const isWell = await checkShop({ opened, locales: ['en-GB', 'it-IT'], email, buys, print });
    await opened.close();
    return { isWell, text: lines.join('\n') };
  }

  test('says what stands in docs/connect-your-shop.md', async () => {
    const { text } = await said({}, true, 'ana@example.com');
    const doc = readFileSync(join(__dirname, '..', '..', 'docs', 'connect-your-shop.md'), 'utf8');
    // Times, days and the order's own number are other ones each time.
    const lasting = (one: string) => one.replace(/\d+ ms|\d{4}-\d\d-\d\d|order \w+/g, '…').trim();
    expect(lasting(doc)).toContain(lasting(text));
  });

  test('is well, and so is buying', async () => {
    for (const buys of [false, true]) {
      const { isWell, text } = await said({}, buys);
      expect([isWell, text]).toEqual([true, expect.stringContaining('12 goods, of which 12 (100 %)')]);
      expect(text).toContain('not offered by voice, goes to a person');
    }
  });

  test.each([
    [{ VENDURE_URL: 'http://127.0.0.1:9' }, /VENDURE_URL: .* cannot be reached/],
    [{ VENDURE_PASSWORD: 'another' }, /VENDURE_USER or VENDURE_PASSWORD is wrong/],
    [{ VENDURE_USER: 'reader@shop.example' }, /VENDURE_USER: .* lacks CreateOrder, UpdateOrder/],
    [{ VENDURE_PAYMENT: 'cash' }, /VENDURE_PAYMENT: .* "cash" in use; it has kept-with-the-shop/],
    [{ VENDURE_PICKUP: 'collect:1-2' }, /VENDURE_PICKUP: .* "collect"; it has standard, express/],
    [{ VENDURE_KIND: 'sort' }, /VENDURE_KIND: .* "sort"; it has category, brand/],
  ])('names the setting to change: %j', async (env, words) => {
    const { isWell, text } = await said(env);
    expect([isWell, text]).toEqual([false, expect.stringMatching(words)]);
  });
});
