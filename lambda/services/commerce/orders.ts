/** Past and open orders: the port that reads them. */

import type { Instant, Money, PlainDate } from '../../vocabulary/values';
import type { Result, ShopperCall } from './call';
import type { Product } from './catalogue';

/** Unknown native states are `unknown`, never an error. */
export type Stage =
  | 'placed'
  | 'payment-pending'
  | 'preparing'
  | 'shipped'
  | 'out-for-delivery'
  | 'ready-for-pickup'
  | 'delivered'
  | 'cancelled'
  | 'returned'
  | 'unknown';

export type Parcel = {
  readonly id: string;
  readonly productIds: readonly string[];
  readonly stage: Stage;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly trackingUrl?: string;
  /** What was promised first; later than this means delayed. */
  readonly promised?: PlainDate;
  /** What is expected now. */
  readonly expected?: PlainDate;
  /** The carrier's window on the day of delivery, minutes after local midnight. */
  readonly window?: { readonly from: number; readonly to: number };
  readonly deliveredOn?: PlainDate;
};

export type OrderLine = {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** What it is called by the shop's other systems; absent: by its id, as far as this one knows. */
  readonly code?: string;
};

export type RefundedPart = { readonly productIds: readonly string[]; readonly amount: Money };

export type Order = {
  readonly id: string;
  /** As the shop shows it; never spoken in full. */
  readonly number: string;
  readonly placedAt: Instant;
  /** The day it was placed, where it is delivered. */
  readonly placed: PlainDate;
  /** Today, where it is delivered, by the shop's calendar. */
  readonly today: PlainDate;
  readonly stage: Stage;
  /** At least one. */
  readonly lines: readonly OrderLine[];
  /** Empty until something is packed. */
  readonly parcels: readonly Parcel[];
  readonly total: Money;
  /** Money that came back, or is on its way, for goods that still stand in it: what was called off is not in the total. */
  readonly refunded?: readonly RefundedPart[];
  readonly expected?: PlainDate;
  /** Why it was cancelled, where the shop says so. */
  readonly cancelledBecause?: 'asked' | 'payment' | 'sold-out';
};

export type OrderHistory = {
  /** Newest first. `limit` at most 100. */
  orders(query: { readonly limit: number }, call: ShopperCall): Promise<Result<readonly Order[]>>;
};
