/** Thirty-eight ways in which a back end fails, between a house and a corner shop. */

import { faultsContract } from '../../contracts/shop-faults';
import { openCorner } from './corner/provider';
import { type CornerShop, openCornerShop } from './corner/server';

let corner: CornerShop;
afterAll(() => corner.close());

faultsContract('A corner shop', async () => {
  corner = await openCornerShop();
  const open = (base: string, house: Parameters<typeof openCorner>[1]) =>
    openCorner({ base, key: 'the back office' }, house);
  return { url: corner.url, token: corner.tokens[0], bought: 'tea', open };
});
