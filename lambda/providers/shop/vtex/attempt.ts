/** What was done about a proposal, as far as this process knows it. */

import type { Result, ShopError } from '../../../services/commerce/call';
import type { Order } from '../../../services/commerce/orders';
import type { Instant } from '../../../vocabulary/values';

/** An order VTEX has the goods of and no money for: it dies by itself after five minutes. */
export type VtexUnpaid = {
  readonly orderGroup: string;
  readonly orderId: string;
  readonly transactionId: string;
  readonly merchantName: string;
  /** What calls it back, and nobody has without them. */
  readonly cookie: string;
  /** Minor units. */
  readonly value: number;
  readonly at: Instant;
};

/** What is written down of it for other processes. `at`: real time. */
export type VtexNote = { readonly shopper: string; readonly orderId: string; readonly at: Instant };

export type VtexAttempt = {
  readonly shopperId: string;
  /** For good. */
  refusal: ShopError | null;
  /** Paid for, and only to be called back by whoever may. */
  ready: VtexUnpaid | null;
  /** It was called back, and nobody knows what came of it. */
  called: VtexUnpaid | null;
  /** What another process has made of it. */
  noted: VtexNote | null;
  /** It has become this order. */
  orderId: string | null;
  placing: Promise<Result<Order>> | null;
};
