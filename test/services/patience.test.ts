/** What counts against a shop, and what does not; and for how long it is waited for to say who somebody is. */

import { rememberWho } from '../../lambda/services/commerce/accounts-cache';
import { ok, type Result, refused } from '../../lambda/services/commerce/call';
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

test('who was known a while ago is not kept waiting by a slow shop, whose answer counts from the next turn on', async () => {
  let now = NOW;
  const answers: ((said: Result<string | null>) => void)[] = [];
  const who = rememberWho<string | null>(
    () => new Promise((said) => void answers.push(said)),
    () => now,
    0,
  );
  const first = who('p1', call(6_000));
  answers.shift()?.(ok('Ana', now));
  expect(await first).toMatchObject({ value: 'Ana', source: 'live' });
  now += 61_000;
  expect(await who('p1', call(6_000))).toMatchObject({ value: 'Ana', source: 'mirror', asOf: NOW });
  // Ana has no account any more: it comes late, and is not asked for once more.
  answers.shift()?.(ok(null, now));
  await new Promise(setImmediate);
  expect(await who('p1', call(6_000))).toMatchObject({ value: null, source: 'live' });
  expect(answers).toEqual([]);
  // After half an hour nobody is taken for who they were.
  now += 31 * 60_000;
  const later = who('p1', call(6_000));
  answers.shift()?.(refused({ kind: 'unavailable' }));
  expect(await later).toEqual(refused({ kind: 'unavailable' }));
});
