/** What an action gives away, and how much of it may be given: by the bot, by a person who is no admin. */

import type { Instant, Money } from '../../vocabulary/values';
import type { Order } from '../commerce/orders';
import type { Ceiling, Doer } from './actions';
import type { CareAction } from './care';
import { type CarePolicy, limitIn } from './policy';
import { worthOf } from './worth';

const MONTH_MS = 30 * 24 * 3_600_000;

/** What the shop keeps or was never sent costs it nothing. */
export function givenBy(action: CareAction, order: Order): Money {
  switch (action.kind) {
    case 'refund':
      return action.amount;
    case 'coupon':
      return action.worth;
    case 'resend':
      return worthOf(order, action.parts);
    case 'cancel':
    case 'return':
    case 'address':
      return { minor: 0, currency: order.total.currency };
  }
}

type Giving = { readonly action: CareAction; readonly order: Order; readonly by: Doer };

export function ceilingFor({ action, order, by }: Giving, policy: CarePolicy, now: Instant): Ceiling {
  return ceilingIn(givenBy(action, order).currency, { by: by.kind, policy, now });
}

type Whose = { readonly by: Doer['kind']; readonly policy: CarePolicy; readonly now: Instant };

export function ceilingIn(currency: string, { by, policy, now }: Whose): Ceiling {
  const { perOrder, perShopperAMonth } = policy[by];
  return {
    perOrder: limitIn(perOrder, currency),
    perShopper: limitIn(perShopperAMonth, currency),
    since: now - MONTH_MS,
  };
}
