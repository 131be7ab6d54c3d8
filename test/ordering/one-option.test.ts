/** "The three, not the four", "not the first one": of what can be chosen one is not wanted, and another is; the other way round it is never taken. */

import type { CoffeeLocale } from '../kit/coffee-again';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const NAPPIES: Readonly<Record<CoffeeLocale, string>> = {
  ...{ 'en-GB': 'order nappies', 'it-IT': 'ordina i pannolini', 'de-DE': 'bestell Windeln' },
  ...{ 'cs-CZ': 'objednej plenky', 'pl-PL': 'zamów pieluchy' },
};

const SECOND: readonly (readonly [CoffeeLocale, string])[] = [
  ['en-GB', 'three, not four'],
  ['en-GB', '3, not 4'],
  ['en-GB', '3'],
  ['en-GB', 'size three please, not four'],
  ['en-GB', 'not the four'],
  ['en-GB', 'not the four, the three'],
  ['en-GB', 'not the first but the second'],
  ['en-GB', 'snugglebury and not pulcinetto'],
  ['it-IT', 'la tre, non la quattro'],
  ['it-IT', 'non la quattro'],
  ['it-IT', 'taglia 3 e non 4'],
  ['it-IT', 'non la prima, la seconda'],
  ['de-DE', 'Größe drei, nicht Größe vier'],
  ['de-DE', 'nicht die erste, die zweite'],
  ['de-DE', 'nicht die erste sondern die zweite'],
  ['de-DE', 'die zweite nicht die erste'],
  ['cs-CZ', 'druhé, ne první'],
  ['cs-CZ', 'ne první, druhé'],
  ['cs-CZ', 'velikost 3 ne velikost 4'],
  ['pl-PL', 'drugie, nie pierwsze'],
  ['pl-PL', 'nie pierwsze tylko drugie'],
];

test.each(SECOND)('in %s "%s" is the second', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(NAPPIES[locale]);
  const told = await texter.says(said);
  expect(told.asks).toBe('Purchase.confirm');
  expect(told.show).toMatch(/Snugglebury/);
  expect(told.show).not.toMatch(/Pulcinetto/);
});

test.each([
  ['en-GB', 'no, the four'],
  ['en-GB', 'three, no, four'],
  ['it-IT', 'la tre, no, la quattro'],
  ['de-DE', 'nein, die erste'],
  ['cs-CZ', 'druhé, ne, první'],
  ['pl-PL', 'drugie, nie, pierwsze'],
] as const)('in %s "%s" is still the first', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(NAPPIES[locale]);
  const told = await texter.says(said);
  expect(told.asks).toBe('Purchase.confirm');
  expect(told.show).toMatch(/Pulcinetto/);
});

test.each([
  ['en-GB', 'neither'],
  ['en-GB', 'not the first and not the second'],
  ['en-GB', 'not the blue one'],
  ['it-IT', 'nessuna delle due'],
  ['de-DE', 'keine von beiden'],
  ['cs-CZ', 'velikost 3, ne 4 ani 5'],
  ['pl-PL', 'ani jedno ani drugie'],
] as const)('in %s "%s" chooses nothing', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(NAPPIES[locale]);
  expect((await texter.says(said)).asks).not.toBe('Purchase.confirm');
});
