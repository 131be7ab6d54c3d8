/** "Three and not two", "to work, not home", where a purchase is asked about: what is wanted is taken, and what is not wanted is not. */

import { COFFEE_AGAIN, type CoffeeLocale, TO_WORK } from '../kit/coffee-again';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const THREE: readonly (readonly [CoffeeLocale, string])[] = [
  ['en-GB', 'three and not two'],
  ['en-GB', 'three, not two'],
  ['it-IT', 'tre e non due'],
  ['it-IT', 'tre non due'],
  ['de-DE', 'drei und nicht zwei'],
  ['de-DE', 'drei, nicht zwei'],
  ['cs-CZ', 'tři a ne dva'],
  ['cs-CZ', 'tři ne dva'],
  ['cs-CZ', 'tři, ne dvě'],
  ['pl-PL', 'trzy a nie dwie'],
  ['pl-PL', 'trzy nie dwie'],
  ['pl-PL', 'trzy, nie dwie'],
];

test.each(THREE)('in %s "%s" is three', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  const told = await texter.says(said);
  expect([told.replies, told.asks]).toEqual([['Purchase.summary'], 'Purchase.confirm']);
  expect(told.show).toMatch(/3 × /);
});

const WORK_NOT_HOME: readonly (readonly [CoffeeLocale, string])[] = [
  ['en-GB', 'to work, not home'],
  ['it-IT', 'al lavoro e non a casa'],
  ['de-DE', 'zur Arbeit und nicht nach Hause'],
  ['cs-CZ', 'do práce a ne domů'],
  ['cs-CZ', 'do práce ne domů'],
  ['pl-PL', 'do pracy a nie do domu'],
  ['pl-PL', 'do pracy, nie do domu'],
];
test.each(WORK_NOT_HOME)('in %s "%s" goes to work', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  const told = await texter.says(said);
  expect([told.replies, told.asks]).toEqual([['Purchase.summary'], 'Purchase.confirm']);
  expect(told.show).toMatch(TO_WORK[locale]);
});

test.each([
  ['en-GB', 'three, no, two'],
  ['en-GB', 'three no two'],
  ['cs-CZ', 'tři, ne, dva'],
  ['pl-PL', 'trzy, nie, dwie'],
] as const)('in %s "%s" is still put right', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  expect((await texter.says(said)).show).toMatch(/2 × /);
});
