/** When somebody wants to be called and people of the shop are there. */

import type { Instant } from './values';

/** On the shop's calendar. */
export type CallWindow = { readonly from: Instant; readonly until: Instant };
