/** Somebody else's order is never answered with one's own: only who placed it can ask. */

import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({});

test.each([
  ['en-GB', "where is Martha's parcel"],
  ['en-GB', "has my husband's order been sent"],
  ['en-GB', "cancel Giulio's order"],
  ['en-GB', "where is my wife's order"],
  ['it-IT', "a che punto è l'ordine di Martina"],
  ['it-IT', "dov'è il pacco di mio fratello"],
  ['it-IT', "annulla l'ordine di Giulio"],
])('%s: %s', async (locale, said) => {
  expect((await createTexter(at.house, { locale }).says(said)).replies).toEqual(['OrderStatus.anothers']);
});

test.each([
  ['en-GB', 'where is my order'],
  ['en-GB', "where is yesterday's order"],
  ['en-GB', "where's the order"],
  ['it-IT', "dov'è l'ordine di ieri"],
  ['it-IT', "dov'è il mio ordine"],
])('%s: one of theirs is told: %s', async (locale, said) => {
  expect((await createTexter(at.house, { locale }).says(said)).replies).not.toContain('OrderStatus.anothers');
});

test.each([
  ['en-GB', "martha's"],
  ['en-GB', "my sister's order"],
  ['it-IT', 'pacco di mia sorella'],
])('%s: at the speaker, where it is heard as goods: %s', async (locale, product) => {
  const { replies } = await createSpeaker(at.house, { locale }).hears('OrderStatus', { product });
  expect(replies).toEqual(['OrderStatus.anothers']);
});
