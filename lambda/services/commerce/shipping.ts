/** What delivery costs, how long it takes and which kinds there are; open to guests. */

import type { Money, PlainDate } from '../../vocabulary/values';
import { type Call, type Result, refused } from './call';

export type Speed = 'standard' | 'express' | 'pickup';

export type ShippingOption = {
  readonly id: string;
  readonly speed: Speed;
  readonly price: Money;
  /** The order value from which this option is free. */
  readonly freeFrom?: Money;
  readonly earliest: PlainDate;
  readonly latest: PlainDate;
  /** Today at the destination, by the shop's calendar. */
  readonly today: PlainDate;
  readonly carrier?: string;
};

export type ShippingRates = {
  /** Cheapest first; an empty list: the shop does not deliver there. `country` is ISO 3166-1 alpha-2. */
  options(
    to: { readonly country: string; readonly currency?: string },
    call: Call,
  ): Promise<Result<readonly ShippingOption[]>>;
};

/** Of a system that does not know what delivery costs: that is no country without delivery. */
export const NO_RATES: ShippingRates = { options: async () => refused({ kind: 'not-offered' }) };
