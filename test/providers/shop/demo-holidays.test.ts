/** On a public holiday of the country it goes to, nothing is promised. */

import { isHoliday } from '../../../lambda/providers/shop/demo/holidays';
import type { PlainDate } from '../../../lambda/vocabulary/values';
import { accepted, callOf } from '../../contracts/shop-trial';
import { as, open, realNow } from './demo-kit';

const EVE = Date.parse('2026-12-24T17:00:00Z');
const COUNTRIES = ['AT', 'BE', 'DE', 'ES', 'FR', 'GB', 'GR', 'IE', 'IT', 'NL', 'PT', 'US'];

test('express on Christmas Eve comes after both days of Christmas', async () => {
  const { shop } = open({ clock: () => EVE });
  const options = accepted(await shop.rates.options({ country: 'IT' }, callOf(realNow, { locale: 'it-IT' })));
  // The 25th and 26th are holidays, the 27th is a Sunday.
  expect(options.find(({ speed }) => speed === 'express')?.earliest).toBe('2026-12-28');
});

test('a purchase is promised for no holiday', async () => {
  const { shop } = open({ clock: () => EVE });
  const lines = [{ productId: 'bella-roma-ground', quantity: 1 }];
  const proposal = accepted(await shop.purchases.propose({ lines, speed: 'express' }, as('ana')));
  expect(proposal.arrives).toBe('2026-12-28');
});

test.each(COUNTRIES)('no promise to %s falls on a holiday or a Sunday, on any day of two years', async (country) => {
  let now = Date.parse('2026-01-01T12:00:00Z');
  const { shop } = open({ clock: () => now });
  for (; now < Date.parse('2028-01-01T00:00:00Z'); now += 86_400_000) {
    const options = accepted(await shop.rates.options({ country }, callOf(realNow, { locale: 'en-GB' })));
    const promised = options.flatMap(({ earliest, latest }) => [earliest, latest]);
    const wrong = promised.filter((day) => new Date(day).getUTCDay() === 0 || isHoliday(day, country));
    expect(wrong).toEqual([]);
  }
});

test.each([
  ['2026-04-06', 'IT', 'Easter Monday'],
  ['2027-03-26', 'GB', 'Good Friday'],
  ['2026-05-14', 'FR', 'Ascension Day'],
  ['2026-06-04', 'AT', 'Corpus Christi'],
  ['2026-04-13', 'GR', 'Easter Monday of the Orthodox Church'],
  ['2027-05-03', 'GR', 'Easter Monday of the Orthodox Church'],
  ['2026-11-26', 'US', 'Thanksgiving'],
  ['2026-08-31', 'GB', 'the last Monday of August'],
  ['2026-12-26', 'IT', "Saint Stephen's Day"],
])('%s in %s is %s', (day, country) => {
  expect(isHoliday(day as PlainDate, country)).toBe(true);
});

test.each([
  ['2026-12-26', 'US'],
  ['2026-05-25', 'IT'],
  ['2026-08-24', 'GB'],
  ['2026-12-25', 'JP'],
])('%s in %s is none', (day, country) => {
  expect(isHoliday(day as PlainDate, country)).toBe(false);
});
