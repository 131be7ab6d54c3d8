/** What counts against a shop, and what does not. */

import { refused } from '../../lambda/services/commerce/call';
import { patient } from '../../lambda/services/commerce/patience';
import type { Shop } from '../../lambda/services/commerce/shop';
import { START } from '../kit/house';

const NOW = START;

/** A shop of which only the rates are asked. */
function shopWith(options: Shop['rates']['options']): Shop {
  return patient(
    { accounts: {}, catalogue: {}, history: {}, purchases: {}, rates: { options } } as unknown as Shop,
    () => NOW,
  );
}

const call = (left: number) => ({
  locale: 'en-GB',
  deadline: NOW + left,
  signal: new AbortController().signal,
  traceId: 'turn',
});

test('a call there was no time left for does not count against the shop', async () => {
  let asked = 0;
  const shop = shopWith(async () => {
    asked += 1;
    return { ok: true, value: [], asOf: NOW, source: 'live' as const };
  });
  for (let times = 0; times < 20; times += 1) {
    expect((await shop.rates.options({ country: 'IT' }, call(0))).ok).toBe(false);
  }
  expect(asked).toBe(0);
  expect((await shop.rates.options({ country: 'IT' }, call(6_000))).ok).toBe(true);
});

test('a shop that keeps failing is left alone', async () => {
  let asked = 0;
  const shop = shopWith(async () => {
    asked += 1;
    return refused({ kind: 'unavailable' });
  });
  for (let times = 0; times < 20; times += 1) await shop.rates.options({ country: 'IT' }, call(6_000));
  expect(asked).toBe(5);
});
