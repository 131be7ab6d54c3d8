/** Any shop that answers the small REST API of docs/rest-shop.openapi.yaml: the door for platforms without a provider of their own. */

import type { OpenedShop, ShopHouse } from '../../../services/commerce/shop';
import { MOST_PEOPLE } from '../kit/pass';
import { remember } from '../kit/remember';
import { makeCare } from './care';
import { makeCarts } from './cart';
import { makeChanges } from './changes';
import { makeCheck } from './check';
import { createRestClient } from './client';
import { makeAdvice, makeCatalogue } from './goods';
import { makeHistory } from './orders';
import { makeAccounts, makeSignIn } from './people';
import { makePurchases } from './purchases';
import { makeRates } from './rates';
import type { RestShopSettings } from './settings';
import type { RestWorld } from './world';

/** Asks nothing yet: a shop that is down is found out by whoever speaks, and heard of in words. */
export async function open(settings: RestShopSettings, house: ShopHouse): Promise<OpenedShop> {
  const { merchant, calendar, now, sayGood } = house;
  const client = createRestClient({ settings, fetch: house.fetch, now });
  const world: RestWorld = { ...client, settings, merchant, sayGood, calendar, now, people: remember(MOST_PEOPLE) };
  const care = makeCare(world);
  const changes = makeChanges(world);
  return {
    shop: {
      accounts: makeAccounts(world),
      signIn: makeSignIn(world),
      catalogue: makeCatalogue(world),
      history: makeHistory(world),
      rates: makeRates(world),
      purchases: makePurchases(world),
      ...(settings.offers.has('cart') ? { cart: makeCarts(world) } : {}),
      ...(care ? { care } : {}),
      ...(settings.offers.has('advice') ? { advice: makeAdvice(world) } : {}),
    },
    ...(changes ? { changes } : {}),
    check: makeCheck(world),
    close: () => {},
  };
}
