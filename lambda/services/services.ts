/** Everything an intent may call, joined in app.ts. */

import type { PlainDate } from '../turn';
import type { Merchant } from './merchant';
import type { Ordering } from './ordering';
import type { Shop } from './shop';

export type Services = {
  readonly merchant: Merchant;
  /** Reads only; buying goes through `ordering`. */
  readonly shop: Pick<Shop, 'catalogue' | 'history' | 'rates'>;
  readonly ordering: Ordering;
  /** Today in this zone by the shop's calendar. */
  readonly today: (timeZone: string) => PlainDate;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** Unguessable, for ids and references. */
  readonly random: () => string;
};
