/** Vendure as the shop behind the ports: an ordinary one, asked over GraphQL, with nothing of ours installed in it. */

import type { OpenedShop, ShopHouse } from '../../../services/commerce/shop';
import { MOST_PEOPLE } from '../kit/pass';
import { remember } from '../kit/remember';
import { makeAccounts } from './accounts';
import { makeCare } from './care';
import { makeCarts } from './cart';
import { makeCatalogue } from './catalogue';
import { makeChanges } from './changes';
import { makeCheck } from './check';
import { createVendureClient } from './client';
import { makeHistory } from './history';
import { makePurchases, makeSelling } from './purchases';
import { makeRates, makeReference } from './rates';
import type { VendureSettings } from './settings';
import { makeSignIn } from './sign-in';
import type { VendureWorld } from './world';

/** Asks nothing yet: a shop that is down is found out by whoever speaks, and heard of in words. */
export async function open(settings: VendureSettings, house: ShopHouse): Promise<OpenedShop> {
  const { merchant, calendar, now, sayGood } = house;
  const client = createVendureClient({ settings, fetch: house.fetch, now });
  const world: VendureWorld = { ...client, settings, merchant, sayGood, calendar, now, people: remember(MOST_PEOPLE) };
  const referenceOf = makeReference(world);
  const selling = makeSelling(world, referenceOf);
  const changes = makeChanges(world);
  return {
    shop: {
      accounts: makeAccounts(world),
      signIn: makeSignIn(world),
      catalogue: makeCatalogue(world),
      history: makeHistory(world),
      rates: makeRates(world, referenceOf),
      purchases: makePurchases(selling),
      cart: makeCarts(world),
      care: makeCare(world),
    },
    ...(changes ? { changes } : {}),
    check: makeCheck(selling),
    close: () => {},
  };
}
