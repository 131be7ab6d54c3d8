/** "Something for dogs", then "something for babies": whom goods are for is replaced, and never added up. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', 'suggest something for dogs', 'suggest something for babies', 'something for cats'],
  ['it-IT', 'consigliami qualcosa per il cane', 'consigliami qualcosa per neonati', 'qualcosa per gatti'],
  ['de-DE', 'empfiehl mir etwas für Hunde', 'empfiehl mir etwas für Babys', 'etwas für Katzen'],
  ['cs-CZ', 'doporuč něco pro psa', 'doporuč něco pro miminko', 'něco pro kočku'],
  ['pl-PL', 'poleć coś dla psa', 'poleć coś dla dziecka', 'poleć coś dla kota'],
])('in %s the newer of two wishes counts', async (locale, dogs, babies, cats) => {
  const chat = at.texter({ locale });
  expect((await chat.says(dogs)).replies).toContain('Recommend.isForDogs');
  expect((await chat.says(babies)).replies).toContain('Recommend.isForBabies');
  expect((await chat.says(cats)).replies).toContain('Recommend.isForCats');
});

test.each([
  ['en-GB', 'order nappies', 'no, filters for coffee'],
  ['en-GB', 'order nappies', 'filters for the coffee'],
  ['en-GB', 'order nappies', 'a cup for tea'],
  ['it-IT', 'ordina pannolini', 'no, la moka per il caffè'],
  ['it-IT', 'ordina pannolini', 'una tazza per il tè'],
  ['de-DE', 'bestelle Windeln', 'nein, Filter für Kaffee'],
  ['de-DE', 'bestelle Windeln', 'eine Tasse für Tee'],
])('in %s after "%s", "%s" is none of what it is used with', async (locale, order, tool) => {
  const chat = at.texter({ locale });
  await chat.says(order);
  const { show } = await chat.says(tool);
  expect(show).not.toMatch(/Bella Roma|Porto Grigio|Moravell|Brontolino/);
});
