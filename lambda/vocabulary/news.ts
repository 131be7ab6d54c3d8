/** News of orders, as a shopper wished to have them or not. */

import type { Instant, PlainDate } from './values';

/** How news of orders reaches a shopper: as a visit begins, in writing, or by the speaker's own notifications. */
export const NEWS_WAYS = ['visit', 'message', 'speaker'] as const;
export type NewsWay = (typeof NEWS_WAYS)[number];

/** How far an order and each of its parcels had come when it was told, by id (the order's own is empty), and its day. */
export type OrderMark = {
  readonly steps: Readonly<Record<string, number>>;
  readonly expected: PlainDate | null;
  /** To call it off was asked for here, and the shop's people had not said. */
  readonly asked?: true;
};

/** What this shopper said to news of their orders. */
export type NewsWish = {
  /** A way they were asked about, or asked for themselves; the others were never spoken of. */
  readonly ways: Readonly<Partial<Record<NewsWay, 'yes' | 'no'>>>;
  /** What they know, by the order's id. */
  readonly told: Readonly<Record<string, OrderMark>>;
  /** Orders there is something to tell of as the next visit begins. */
  readonly waiting: readonly string[];
  /** Where their speaker's notifications go; null: nowhere yet. */
  readonly speaker: SpeakerAddress | null;
  /** What they are written to in, BCP 47. */
  readonly locale: string;
};

/** The voice service's own id of the account, and where it is told. */
export type SpeakerAddress = { readonly account: string; readonly endpoint: string };

export type NewsEffect =
  /** A question whose yes may have changed an order was answered: how they were before is not told any more. */
  | { readonly kind: 'orders-changed' }
  /** What the shopper says to news of their orders, by the way it would come; `speaker`: where its notifications go. */
  | ({ readonly kind: 'news' } & Partial<Pick<NewsWish, 'ways' | 'speaker'>>)
  /** How far these orders have come has been told, by id; `isOpen`: there will be more to tell of them, on another day. */
  | {
      readonly kind: 'order-told';
      readonly told: Readonly<Record<string, OrderMark>>;
      readonly isOpen: boolean;
    };

/** The newest orders as JSON, as the shop had them then, and their numbers: kept in case it is slow or silent the next time. */
export type OrdersSeen = {
  readonly kind: 'orders-seen';
  readonly last: { readonly orders: string; readonly at: Instant };
  readonly numbers: readonly string[];
};
