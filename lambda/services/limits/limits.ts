/** Holds orders against what the shopper has set: before they are offered, and once more as they are sent. */

import type { Instant, Money, PlainDate } from '../../vocabulary/values';
import type { BuyingRules, LimitSpan, RuleRecords } from './buying-rules';

/** Where a shopper signs in to set them, behind the house's own address. */
export const LIMITS_PAGE = '/link/limits';

/** What of a shopper's own rules stands in the way of an order. `most`: the limit that it would pass. */
export type HeldBack =
  | { readonly by: LimitSpan; readonly most: Money }
  /** Nobody buys by voice in this household. */
  | { readonly by: 'off' };

export type BuyingLimits = {
  of(shopperId: string): Promise<BuyingRules>;
  /** null: nothing. Whoever writes from their own phone buys though voices may not. */
  standingIn(order: LimitedOrder): Promise<HeldBack | null>;
  /** The same as it is sent, and counted from then on: of many at once no more than the day allows. */
  hold(order: LimitedOrder & { readonly proposalId: string }): Promise<HeldBack | null>;
  release(order: { readonly shopperId: string; readonly proposalId: string }): Promise<void>;
  readonly lower: RuleRecords['lower'];
  readonly setOff: RuleRecords['setOff'];
};

export type LimitedOrder = { readonly shopperId: string; readonly total: Money; readonly isSpoken: boolean };

type LimitsNeeds = {
  readonly records: RuleRecords;
  /** Today where the shop is. */
  readonly today: () => PlainDate;
  /** Real time, milliseconds. */
  readonly now: () => Instant;
};

export function createLimits({ records, today, now }: LimitsNeeds): BuyingLimits {
  const byItself = async ({ shopperId, total, isSpoken }: LimitedOrder) => {
    const rules = await records.of(shopperId);
    const { order } = rules.most;
    const found: HeldBack | null =
      rules.isOff && isSpoken ? { by: 'off' } : order && isOver(total, order) ? { by: 'order', most: order } : null;
    return { found, day: rules.most.day };
  };
  return {
    of: (shopperId) => records.of(shopperId),
    async standingIn(order) {
      const { found, day } = await byItself(order);
      if (found || !day) return found;
      const minor = order.total.minor + (await records.spentOn(order.shopperId, today(), day.currency));
      return isOver({ ...order.total, minor }, day) ? { by: 'day', most: day } : null;
    },
    async hold({ proposalId, ...order }) {
      const { found, day } = await byItself(order);
      if (found) return found;
      const { shopperId, total } = order;
      const held = await records.hold({ shopperId, proposalId, total, day: today(), at: now() }, day);
      return held || !day ? null : { by: 'day', most: day };
    },
    release: (order) => records.release(order),
    lower: records.lower,
    setOff: records.setOff,
  };
}

/** Another currency than the limit's cannot be held against it, so it is over. */
export function isOver(total: Money, most: Money): boolean {
  return total.currency !== most.currency || total.minor > most.minor;
}
