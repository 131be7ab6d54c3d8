/** A Tryton as a whole shop's read side: who somebody is, what they bought and where it is, what is sold and lies there. It buys nothing. */

import { NO_PURCHASES } from '../../../services/commerce/purchases';
import { NO_RATES } from '../../../services/commerce/shipping';
import type { OpenedShop, ShopHouse } from '../../../services/commerce/shop';
import { MOST_PEOPLE } from '../kit/pass';
import { remember } from '../kit/remember';
import { makeCare } from './care';
import { makeCheck } from './check';
import { createTrytonClient } from './client';
import { makeCatalogue } from './goods';
import { makeHistory } from './orders';
import { makeAccounts, makeSignIn } from './people';
import type { TrytonSettings } from './settings';
import { categoriesOf, taxesOf } from './shelves';
import { companyOf, kept, languagesOf, type TrytonWorld } from './world';

export async function open(settings: TrytonSettings, house: ShopHouse): Promise<OpenedShop> {
  const { merchant, calendar, now, sayGood } = house;
  const client = createTrytonClient({ settings, fetch: house.fetch, now });
  client.begin();
  const world: TrytonWorld = {
    ...{ client, settings, merchant, calendar, now, sayGood, people: remember(MOST_PEOPLE) },
    company: kept(now, companyOf(client, merchant.support.hours.timeZone)),
    languages: kept(now, languagesOf(client)),
    categories: kept(now, categoriesOf(client)),
    taxes: kept(now, taxesOf(client)),
  };
  return {
    shop: {
      accounts: makeAccounts(world),
      signIn: makeSignIn(world),
      catalogue: makeCatalogue(world),
      history: makeHistory(world),
      rates: NO_RATES,
      purchases: NO_PURCHASES,
      care: makeCare(world),
    },
    check: makeCheck(world),
    close: () => {},
  };
}
