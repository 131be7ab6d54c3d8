/** What a shop lets be done about an order, and by whom without asking: `shop/policy.json` as the services see it. */

import type { Money } from '../../vocabulary/values';

/** What may be wrong with a delivery: the values of the slot type Problem. `missing`: not in the box; `lost`: never came. */
export const DELIVERY_TROUBLES = ['damaged', 'defective', 'spoiled', 'missing', 'wrong', 'late', 'lost'] as const;
export type DeliveryTrouble = (typeof DELIVERY_TROUBLES)[number];

/** What may be offered for it; a person always is. */
export const REMEDIES = ['resend', 'refund', 'return', 'wait'] as const;
export type Remedy = (typeof REMEDIES)[number];

export type CareLimits = { readonly perOrder: readonly Money[]; readonly perShopperAMonth: readonly Money[] };

export type CarePolicy = {
  readonly cancel: {
    /** After an order was placed by voice, "cancel it" means that order. */
    readonly undoMinutes: number;
  };
  /** Days after delivery. */
  readonly return: { readonly days: number };
  readonly report: { readonly days: Readonly<Record<DeliveryTrouble, number>> };
  /** What the bot may give by itself; a currency without a limit: nothing. */
  readonly bot: CareLimits;
  /** And a person at the desk, with what the bot gave before; an admin has no limit. */
  readonly agent: CareLimits;
  /** What is offered, the first first. */
  readonly offers: Readonly<Record<DeliveryTrouble, readonly Remedy[]>>;
  readonly coupon: {
    /** After which problems one is given. */
    readonly after: readonly DeliveryTrouble[];
    readonly worth: readonly Money[];
    readonly days: number;
  };
};

/** The limit in this currency, in minor units; 0 where none is set. */
export function limitIn(limits: readonly Money[], currency: string): number {
  return limits.find((limit) => limit.currency === currency)?.minor ?? 0;
}
