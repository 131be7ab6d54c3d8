/** What the desk and its page tell each other of a shopper's orders. */

import type { CareKind } from '../services/care/care';
import type { Instant, Money } from '../vocabulary/values';
import type { Closing } from './protocol';

/** `GET /desk/hand-offs/ID/orders?locale=` */
export type DeskOrders = {
  readonly orders: readonly DeskOrder[];
  readonly addresses: readonly { readonly id: string; readonly label: string; readonly city: string }[];
  /** What closing would say of what was done since; null: nothing was. */
  readonly done: Closing | null;
  /** Of something that was done since nobody knows yet whether it is. */
  readonly isUnsure: boolean;
};

export type DeskOrder = {
  readonly id: string;
  readonly number: string;
  readonly placed: string;
  readonly stage: string;
  readonly total: Money;
  readonly lines: readonly {
    readonly productId: string;
    readonly title: string;
    readonly quantity: number;
    /** Pieces that have had no remedy. */
    readonly left: number;
    readonly unitPrice: Money;
  }[];
  /** It is what the hand-off is about. */
  readonly isAbout: boolean;
  readonly can: readonly CareKind[];
  readonly deeds: readonly OrderDeed[];
};

/** `by`: a person's name; null: the bot, or somebody who is gone. */
export type OrderDeed = {
  readonly kind: CareKind;
  readonly by: string | null;
  readonly at: Instant;
  /** The money in it; null: there is none. */
  readonly amount: Money | null;
  readonly isKnown: boolean;
};
