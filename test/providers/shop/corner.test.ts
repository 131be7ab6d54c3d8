/** The worked example of docs/connect-your-shop.md keeps the contract of every shop, and is printed there as it stands. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { createGoodsSayer } from '../../../lambda/language/goods/goods-sayer';
import { shopContract } from '../../contracts/shop';
import type { ShopUnderTest } from '../../contracts/shop-trial';
import { LOCALES } from '../../kit/house';
import { openCorner } from './corner/provider';
import { openCornerShop } from './corner/server';

const merchant = merchantOf(readShopFile());
const sayGood = createGoodsSayer(LOCALES, { good: () => undefined, kind: () => undefined });

async function underTest(): Promise<ShopUnderTest> {
  const corner = await openCornerShop();
  let hung = false;
  const get: typeof fetch = (input, init) => (hung ? never(init?.signal) : fetch(input, init));
  const house = { folder: null, merchant, calendar: Date.now, now: Date.now, fetch: get, fresh: false, sayGood };
  const { shop } = await openCorner({ base: corner.url, key: 'the back office' }, house);
  return {
    ...{ shop, realNow: Date.now, tokens: corner.tokens, close: corner.close },
    ...{ sells: 'tea', soldOut: 'white', maxQuantity: 20, keepsSoldOut: false },
    delivers: { to: ['IT'], notTo: 'AQ' },
    hang() {
      hung = true;
    },
  };
}

function never(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const over = () => reject(new DOMException('nobody waits any more', 'AbortError'));
    if (signal?.aborted) over();
    signal?.addEventListener('abort', over);
  });
}

shopContract('A corner shop with a REST API', underTest);

test('is printed in docs/connect-your-shop.md as it stands', () => {
  const doc = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'connect-your-shop.md'), 'utf8');
  expect(doc).toContain(readFileSync(join(__dirname, 'corner', 'provider.ts'), 'utf8'));
});
