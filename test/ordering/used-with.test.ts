/** "Filters for coffee" are neither the coffee, nor other filters, nor filters that go to an address: they are told not to be sold. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', 'order coffee filters', 'order water filters'],
  ['it-IT', 'ordina filtri per il caffè', "ordina filtri per l'acqua"],
  ['cs-CZ', 'objednej filtry na kávu', 'objednej filtry na vodu'],
  ['pl-PL', 'zamów filtry do kawy', 'zamów filtry do wody'],
])('%s "%s" is not sold, and "%s" is', async (locale, none, sold) => {
  expect((await at.texter({ locale }).says(none)).replies).toEqual(['Reorder.notSold']);
  expect(['Purchase.confirm', 'Reorder.which']).toContain((await at.texter({ locale }).says(sold)).asks);
});

test.each([
  ['it-IT', 'ordina filtri al lavoro'],
  ['pl-PL', 'zamów filtry do pracy'],
  ['cs-CZ', 'objednej kávu do práce'],
])('%s "%s" still goes to work', async (locale, said) => {
  expect((await at.texter({ locale }).says(said)).asks).toBe('Purchase.confirm');
});
