/** What is asked about an order before it is placed, and nothing else answers: the whole of it is said again, and nothing is placed. */

import { useHouse } from '../kit/use-house';

const ASKED = {
  'en-GB': ['reorder my coffee', 'where does that go then', 'which order do you mean', 'and which bag would that be'],
  'it-IT': ['riordina il caffè', 'ma dove lo portano', 'di quale ordine parli', 'e che sacchetti sarebbero'],
  'de-DE': ['bestelle meinen Kaffee noch mal', 'wohin geht das eigentlich', 'welche Bestellung meinen Sie'],
  'cs-CZ': ['objednej znovu kávu', 'kam to vlastně přijde', 'jakou objednávku myslíte'],
  'pl-PL': ['zamów ponownie kawę', 'a dokąd to pójdzie', 'o którym zamówieniu mowa'],
} as const;
const LOCALES = Object.keys(ASKED) as (keyof typeof ASKED)[];
const CASES = LOCALES.flatMap((locale) => ASKED[locale].slice(1).map((asked) => ({ locale, asked })));

const at = useHouse();

test.each(CASES)('in $locale "$asked" is told the whole of it, and asked again', async ({ locale, asked }) => {
  const texter = at.texter({ locale });
  await texter.says(ASKED[locale][0]);
  const told = await texter.says(asked);
  expect([told.replies, told.asks]).toEqual([['Purchase.summary'], 'Purchase.confirm']);
  expect(told.show).toMatch(/2 × .*Bella Roma/);
  expect(at.house.orders()).toBe(0);
  // Whoever asks on and on is shown how to answer.
  const again = await texter.says(asked);
  expect([again.replies.at(-1), again.asks]).toEqual(['Purchase.confirm.guide', 'Purchase.confirm']);
  expect(
    (await texter.says({ 'en-GB': 'yes', 'it-IT': 'sì', 'de-DE': 'ja', 'cs-CZ': 'ano', 'pl-PL': 'tak' }[locale]))
      .replies[0],
  ).toBe('Purchase.placed');
});

test('in cs-CZ a question of those who may want the address changed changes nothing', async () => {
  const texter = at.texter({ locale: 'cs-CZ' });
  await texter.says(ASKED['cs-CZ'][0]);
  const told = await texter.says('kam to jde? ano');
  expect(told.show).not.toMatch(/do práce/);
  expect(told.asks).toBe('Purchase.confirm');
  expect(at.house.orders()).toBe(0);
});
