/** How often shoppers were offered something, such as to order what waits in their cart, and how often they took it up. */

import type { Instant } from '../../vocabulary/values';

/** Ids of questions: the offer, and what is asked once it is taken up. */
export type OfferPath = { readonly offer: string; readonly leadsTo: string };

export type OfferFigures = {
  readonly made: number;
  /** Asked what it leads to; what they said to that is not counted here. */
  readonly taken: number;
};

export type Offers = { count(path: OfferPath, since: Instant): Promise<OfferFigures> };
