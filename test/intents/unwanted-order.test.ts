/** An order that somebody does not want any more is cancelled when they say so again; nobody is told that "nothing is ordered". */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', "I don't want my last order after all"],
  ['en-GB', 'I no longer need the last order'],
  ['it-IT', "non voglio più l'ultimo ordine"],
  ['it-IT', "l'ultimo ordine non lo voglio più"],
  ['de-DE', 'ich will die letzte Bestellung doch nicht'],
  ['de-DE', 'meine letzte Bestellung brauche ich nicht mehr'],
  ['pl-PL', 'nie chcę ostatniego zamówienia'],
  ['pl-PL', 'ostatniego zamówienia już nie chcę'],
  ['cs-CZ', 'poslední objednávku nechci'],
  ['cs-CZ', 'nechci poslední objednávku'],
])('in %s, "%s" is asked about, and nothing is called off before', async (locale, said) => {
  const { asks } = await at.texter({ locale }).says(said);
  expect(['Cancelling.confirm', 'CancelOrder.which']).toContain(asks);
});

test.each([
  ['en-GB', 'order coffee, actually no'],
  ['it-IT', 'ordina il caffè, anzi no'],
  ['de-DE', 'Kaffee bestellen, doch nicht'],
])('in %s, "%s" takes a wish back that is no order yet', async (locale, said) => {
  const { asks } = await at.texter({ locale }).says(said);
  expect(asks).toBe('Welcome.more');
  expect(at.house.orders()).toBe(0);
});
