/** What is written down about an invented shopper: who they are, what they buy again and again, what is on its way. */

import type { Address } from '../../../../services/commerce/account';
import type { Stage } from '../../../../services/commerce/orders';
import type { PaymentMeans } from '../../../../services/commerce/payments';
import type { Currency } from '../goods/good';

/** A product id and how many. */
export type HabitLine = readonly [productId: string, quantity: number];

/** Bought together about every so many days, the last time so many days ago. */
export type DemoHabit = { readonly buys: readonly HabitLine[]; readonly every: number; readonly last: number };

/** Days count from today: negative ones are past. */
export type ParcelPlan = {
  /** Absent: everything in the order. */
  readonly holds?: readonly string[];
  readonly stage: Stage;
  readonly promised?: number;
  readonly expected?: number;
  readonly window?: { readonly from: number; readonly to: number };
  readonly deliveredOn?: number;
};

/** An order with a story of its own, beside the habits. */
export type OrderPlan = {
  readonly daysAgo: number;
  readonly buys: readonly HabitLine[];
  readonly stage: Stage;
  readonly parcels: readonly ParcelPlan[];
  /** Days from today. */
  readonly expected?: number;
};

/** Where orders go; `street` is known for redaction and leaves the shop in no other way. */
export type Home = Address & { readonly street: string };

export type DemoPerson = {
  /** Lower case: the shopper's token is `demo-` and this. */
  readonly name: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly currency: Currency;
  readonly email: string;
  readonly phone: string;
  /** Where they agreed to be written to, by the address above. */
  readonly consents: readonly ('email' | 'whatsapp')[];
  /** The first is where orders go. */
  readonly addresses: readonly [Home, ...Home[]];
  /** `declines`: every payment is refused. `none`: no stored means of payment. */
  readonly payment: 'card' | 'declines' | 'none';
  /** What they stored at the shop, the one that is used by itself first. */
  readonly means: readonly PaymentMeans[];
  /** What this shopper is there to show, in plain words. */
  readonly story: string;
  readonly habits: readonly DemoHabit[];
  readonly recent: readonly OrderPlan[];
  readonly cart: readonly HabitLine[];
  /** The country earlier orders went to, where it was another. */
  readonly movedFrom?: string;
};
