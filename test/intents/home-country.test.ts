/** A guest who writes a language Alexa does not speak is told delivery as in the country the shop names for it. */

import { readShopFile } from '../../lambda/house/shop-file';
import { openHouse } from '../kit/house';
import { createTexter } from '../kit/texter';

test.each([
  ['pl', 'ile kosztuje dostawa'],
  ['cs', 'kolik stojí doprava'],
  ['cs-CZ', 'kolik stojí doprava'],
])('in %s', async (locale, asked) => {
  const shop = readShopFile();
  const [language = ''] = locale.split('-');
  const { [language]: own, ...others } = shop.homeCountry;
  expect(own).toBe(language === 'cs' ? 'CZ' : 'PL');
  const house = await openHouse();
  const told = await createTexter(house, { shopper: null, locale }).says(asked);
  expect(told.replies).toContain('ShippingCost.costFreeFrom');
  // Where the shop names none, whoever has no account is asked.
  const other = await createTexter(await openHouse({ shop: { ...shop, homeCountry: others } }), {
    shopper: null,
    locale,
  }).says(asked);
  expect(other.asks).toBe('ShippingCost.where');
  expect(house.errors).toEqual([]);
});
