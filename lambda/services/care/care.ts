/** Putting an order right: the port of the shop, each operation an absent capability where a platform lacks it. */

import type { Instant, Money, PlainDate } from '../../vocabulary/values';
import type { Address } from '../commerce/account';
import { type Call, ok, type Result } from '../commerce/call';
import type { Order } from '../commerce/orders';

/**
 * A call with the shop's own credentials, about a shopper who was recognised before: a person at a desk makes the same. `credential`: the
 * shopper's own, where they speak just now, for what a platform lets only them do; it is kept nowhere.
 */
export type CareCall = Call & { readonly shopperId: string; readonly credential?: string };

/** So many pieces of one line of an order. */
export type OrderPart = { readonly productId: string; readonly quantity: number };

export const CARE_KINDS = ['cancel', 'refund', 'resend', 'return', 'address', 'coupon'] as const;
export type CareKind = (typeof CARE_KINDS)[number];

/** How goods go back. */
export const WAYS_BACK = ['label', 'pick-up'] as const;
export type WayBack = (typeof WAYS_BACK)[number];

/** What is to be done about one order. Amounts include tax. */
export type CareAction =
  /** `parts` null: the whole order. */
  | { readonly kind: 'cancel'; readonly orderId: string; readonly parts: readonly OrderPart[] | null }
  | {
      readonly kind: 'refund';
      readonly orderId: string;
      readonly parts: readonly OrderPart[];
      readonly amount: Money;
    }
  | { readonly kind: 'resend'; readonly orderId: string; readonly parts: readonly OrderPart[] }
  | {
      readonly kind: 'return';
      readonly orderId: string;
      readonly parts: readonly OrderPart[];
      readonly by: WayBack;
      /** What comes back once the goods have arrived. */
      readonly amount: Money;
    }
  /** One of the addresses the shop has of the shopper. */
  | { readonly kind: 'address'; readonly orderId: string; readonly addressId: string }
  | { readonly kind: 'coupon'; readonly orderId: string; readonly worth: Money; readonly days: number };

export type ActionOf<K extends CareKind> = Extract<CareAction, { readonly kind: K }>;

/** `original`: the means that was paid with. */
export const MEANS = ['original', 'credit'] as const;
export type Means = (typeof MEANS)[number];

/** Money on its way back: how much, by which means, and the day by which it is there. */
export type MoneyBack = { readonly amount: Money; readonly means: Means; readonly by: PlainDate };

/** `asked`: the shop's people decide. `too-late`: nothing was done; `instead`: what can be done. */
export type Agreed = 'done' | 'asked';
export const TOO_LATE_WAYS = ['return', 'none'] as const;
export type TooLateWay = (typeof TOO_LATE_WAYS)[number];

export type CareReceipt =
  | { readonly kind: 'cancel'; readonly how: Agreed; readonly back: MoneyBack | null }
  | { readonly kind: 'cancel'; readonly how: 'too-late'; readonly instead: TooLateWay }
  | { readonly kind: 'refund'; readonly back: MoneyBack }
  | { readonly kind: 'resend'; readonly arrives: PlainDate }
  /** `day`: when it is fetched; a label goes to the phone as `label`, an address. */
  | {
      readonly kind: 'return';
      readonly by: WayBack;
      readonly day: PlainDate | null;
      readonly label: string | null;
      readonly back: MoneyBack;
    }
  | { readonly kind: 'address'; readonly how: Agreed | 'too-late'; readonly addressId: string }
  | { readonly kind: 'coupon'; readonly code: string; readonly worth: Money; readonly until: PlainDate };

export type ReceiptOf<K extends CareKind> = Extract<CareReceipt, { readonly kind: K }>;

export const REFUND_STATES = ['waiting-for-goods', 'asked', 'on-its-way', 'paid'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** Money that came or comes back, as the shop's books have it. */
export type Refund = MoneyBack & {
  readonly orderId: string;
  readonly productIds: readonly string[];
  readonly state: RefundState;
  /** On the shop's calendar. */
  readonly since: Instant;
};

/** `key` is random and used once: a repeated call with it answers what the first did. */
type Operation<K extends CareKind> = (
  action: ActionOf<K>,
  key: string,
  call: CareCall,
) => Promise<Result<ReceiptOf<K>>>;

/** What the shop's books have of a shopper, for whoever puts an order right. */
export type CareFile = {
  /** Newest first, at most twenty. */
  readonly orders: readonly Order[];
  readonly addresses: readonly Pick<Address, 'id' | 'label' | 'city'>[];
  /** Where the shopper can be called; null: the shop has none. */
  readonly phone: string | null;
};

/** Absent: this platform cannot. */
export type Care = { readonly [K in CareKind]?: Operation<K> } & {
  readonly file?: (call: CareCall) => Promise<Result<CareFile>>;
  /** Newest first. */
  readonly refunds?: (orderId: string, call: CareCall) => Promise<Result<readonly Refund[]>>;
  /** What became of the action with this key; null: it never happened. */
  readonly reconcile: (key: string, call: CareCall) => Promise<Result<CareReceipt | null>>;
};

/** A platform on which every change is a person's. */
export const NO_CARE: Care = { reconcile: async () => ok(null, 0) };

/** Does it by whichever operation it is; null: this platform cannot. */
export function doneBy(
  care: Care,
  action: CareAction,
  key: string,
): ((call: CareCall) => Promise<Result<CareReceipt>>) | null {
  const operation = care[action.kind] as Operation<CareKind> | undefined;
  return operation ? (call) => operation(action, key, call) : null;
}
