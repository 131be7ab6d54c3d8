/** VTEX as the shop behind the ports: an ordinary account, asked over HTTP with an application key. */

import type { OpenedShop, ShopHouse } from '../../../services/commerce/shop';
import { remember } from '../kit/remember';
import { makeAccounts } from './accounts';
import { makeCare } from './care';
import { makeCarts } from './carts';
import { makeCatalogue } from './catalogue';
import { makeChanges } from './changes';
import { makeCheck } from './check';
import { createVtexClient } from './client';
import { makeContactRecords } from './contacts';
import { makeHistory } from './history';
import { makePurchases } from './purchases';
import { makeRates } from './rates';
import type { VtexSettings } from './settings';
import { makeSignIn } from './sign-in';
import type { VtexWorld } from './world';

const MOST = 2_000;
const MOST_GOODS = 100_000;

/** Asks nothing yet: a shop that is down is found out by whoever speaks, and heard of in words. */
export async function open(settings: VtexSettings, house: ShopHouse): Promise<OpenedShop> {
  const { merchant, calendar, now, sayGood } = house;
  const client = createVtexClient({ settings, fetch: house.fetch, now });
  const world: VtexWorld = {
    ...{ ...client, settings, merchant, sayGood, calendar, now },
    ...{
      people: remember(MOST),
      placed: remember(MOST),
      closed: remember(MOST),
      paid: remember(5 * MOST),
      attempts: remember(5 * MOST),
      onTop: remember(MOST),
    },
    ...{
      currencies: remember(MOST),
      holidays: remember(1),
      prices: remember(MOST_GOODS),
      sellers: remember(MOST_GOODS),
    },
  };
  const changes = makeChanges(world);
  return {
    ...(changes ? { changes } : {}),
    shop: {
      accounts: makeAccounts(world),
      catalogue: makeCatalogue(world),
      history: makeHistory(world),
      rates: makeRates(world),
      cart: makeCarts(world),
      purchases: makePurchases(world),
      care: makeCare(world),
      signIn: makeSignIn(world),
    },
    check: makeCheck(world),
    records: makeContactRecords(world),
    close: () => {},
  };
}
