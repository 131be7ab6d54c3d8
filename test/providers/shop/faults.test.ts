/** Thirty-eight ways in which a back end fails, between a house and a shop with the REST API of the docs. */

import { readShop } from '../../../lambda/house/settings';
import { shopOpener } from '../../../lambda/house/shops';
import { openSampleShop, type SampleShop } from '../../../scripts/sample-shop';
import { faultsContract } from '../../contracts/shop-faults';

let sample: SampleShop;
afterAll(() => sample.close());

faultsContract('A REST shop', async () => {
  sample = await openSampleShop();
  return {
    ...{ url: sample.url, token: sample.shoppers[1]?.token ?? '', bought: 'coffee' },
    open: (base, house) =>
      shopOpener(readShop({ ...sample.env, REST_SHOP_URL: base }, { secret: 'any', shopName: 'any' }))(house),
  };
});
