/** A shop as the services see it: a record of small ports, so that orders can come from one system and rates from another. */

import type { Accounts } from './account';
import type { Catalogue } from './catalogue';
import type { Purchases } from './ordering';
import type { OrderHistory } from './orders';
import type { ShippingRates } from './shipping';

export type Shop = {
  readonly accounts: Accounts;
  readonly catalogue: Catalogue;
  readonly history: OrderHistory;
  readonly rates: ShippingRates;
  readonly purchases: Purchases;
};
