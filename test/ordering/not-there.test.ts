/** "Not to my home", where a purchase would go there: it is put to the other place and asked about again, and nothing is bought. */

import { COFFEE_AGAIN, type CoffeeLocale, TO_WORK } from '../kit/coffee-again';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const TO_WORK_PLEASE: Readonly<Record<CoffeeLocale, string>> = {
  'en-GB': 'to work',
  'it-IT': 'al lavoro',
  'de-DE': 'zur Arbeit',
  'cs-CZ': 'do práce',
  'pl-PL': 'do pracy',
};

const NOT_HOME: readonly (readonly [CoffeeLocale, string])[] = [
  ['en-GB', 'not to my home'],
  ['en-GB', 'yes, but not to my home'],
  ['it-IT', 'non a casa'],
  ['it-IT', 'sì, ma non a casa'],
  ['de-DE', 'nicht nach Hause'],
  ['de-DE', 'ja, aber nicht nach Hause'],
  ['cs-CZ', 'ne domů'],
  ['cs-CZ', 'ano, ale ne domů'],
  ['cs-CZ', 'jo, ne ke mně domů'],
  ['pl-PL', 'nie do domu'],
  ['pl-PL', 'tak, nie do domu'],
  ['pl-PL', 'dobra, tylko nie do domu'],
];

test.each(NOT_HOME)('in %s "%s" goes to the other place', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  const told = await texter.says(said);
  expect([told.replies, told.asks]).toEqual([['Purchase.summary'], 'Purchase.confirm']);
  expect(told.show).toMatch(TO_WORK[locale]);
});

test.each([
  ['en-GB', 'yes, but not to work'],
  ['de-DE', 'ja, aber nicht zur Arbeit'],
  ['cs-CZ', 'ano, ale ne do práce'],
  ['pl-PL', 'tak, nie do pracy'],
] as const)('in %s "%s" changes nothing, where it does not go there', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  const told = await texter.says(said);
  expect([told.replies, told.asks]).toEqual([['Refused.changes', 'Purchase.confirm.reprompt'], 'Purchase.confirm']);
});

test.each([
  ['en-GB', 'please change the delivery address', /to your home/],
  ['it-IT', "cambia l'indirizzo di consegna", /a casa tua/],
  ['de-DE', 'bitte die Lieferadresse ändern', /nach Hause/],
  ['cs-CZ', 'změňte doručovací adresu', /domů/],
  ['pl-PL', 'zmień adres dostawy', /do domu/],
] as const)('in %s "%s" goes back home from work', async (locale, said, home) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  expect((await texter.says(said)).show).toMatch(TO_WORK[locale]);
  const told = await texter.says(said);
  expect([told.asks, at.house.orders()]).toEqual(['Purchase.confirm', 0]);
  expect(told.show).toMatch(home);
});

test.each([
  ['en-GB', 'yes, but not home and not to work'],
  ['en-GB', 'not home, not work'],
  ['it-IT', 'sì, ma non a casa e non al lavoro'],
  ['de-DE', 'ja, aber nicht nach Hause und nicht zur Arbeit'],
  ['cs-CZ', 'tak jo, ale ne domů a ne do práce'],
  ['pl-PL', 'dobra, tylko nie do domu i nie do pracy'],
] as const)('in %s "%s" buys nothing, and moves it to neither', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  await texter.says(TO_WORK_PLEASE[locale]);
  const told = await texter.says(said);
  expect(told.replies).not.toContain('Purchase.summary');
  expect([told.asks, at.house.orders()]).toEqual(['Purchase.confirm', 0]);
});
