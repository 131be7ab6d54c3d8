/** Everything an intent may call, joined in app.ts. */

import type { PlainDate } from '../turn';
import type { Availability } from './desk';
import type { Merchant } from './merchant';
import type { Ordering } from './ordering';
import type { Reach } from './reach';
import type { Shop } from './shop';

export type Services = {
  readonly merchant: Merchant;
  /** Reads only; buying goes through `ordering`. */
  readonly shop: Pick<Shop, 'catalogue' | 'history' | 'rates'>;
  readonly ordering: Ordering;
  readonly desk: { availability(): Promise<Availability> };
  readonly reach: Reach;
  /** The shop's calendar, milliseconds: for its hours and its days, never for deadlines. */
  readonly calendar: () => number;
  /** Today in this zone by the shop's calendar. */
  readonly today: (timeZone: string) => PlainDate;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** Unguessable, for ids and references. */
  readonly random: () => string;
};
