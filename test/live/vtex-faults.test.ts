/** Thirty-eight ways in which a back end fails, between a house and the VTEX of ours. */

import { readShop } from '../../lambda/house/settings';
import { shopOpener } from '../../lambda/house/shops';
import { faultsContract } from '../contracts/shop-faults';
import { type LiveVtex, openVtex } from './vtex/open';

let live: LiveVtex;
afterAll(() => live?.close());

faultsContract('VTEX', async () => {
  live = await openVtex();
  return {
    ...{ url: live.url, token: live.signIn('bruno'), bought: 'coffee' },
    open: (base, house) =>
      shopOpener(readShop({ ...live.env, VTEX_URL: base }, { secret: 'any', shopName: 'any' }))(house),
  };
});
