/** Thirty-eight ways in which a back end fails, between a house and a live Vendure. */

import { readShop } from '../../lambda/house/settings';
import { shopOpener } from '../../lambda/house/shops';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { faultsContract } from '../contracts/shop-faults';

(isVendureInstalled() ? describe : describe.skip)('on the way to a live Vendure', () => {
  let live: LiveVendure;
  afterAll(() => live?.stop());

  faultsContract('Vendure', async () => {
    live = await startVendure();
    return {
      ...{ url: live.url, token: await live.signIn('bruno'), bought: 'coffee' },
      open: (base, house) =>
        shopOpener(readShop({ ...live.env, VENDURE_URL: base }, { secret: 'any', shopName: 'any' }))(house),
    };
  });
});
