/** Orders whose outcome nobody knows, of all shoppers: the shop is asked for each with its own credentials, while nobody waits. */

import type { BuyingLimits } from '../limits/limits';
import type { ShopperSignIn } from '../sign-in/shopper-sign-in';
import type { Attempts } from './attempts';
import type { Call } from './call';
import { IN_FLIGHT_MS, settle } from './ordering';
import type { Purchases } from './purchases';

export type LateOrders = {
  /** Of at most so many that are due by their age, milliseconds; answers how many are known now. What is known is told in the next turn. */
  settle(call: Call, limit: number, isDue: (age: number) => boolean): Promise<number>;
};

type Needs = {
  readonly attempts: Attempts;
  readonly purchases: Purchases;
  readonly limits: Pick<BuyingLimits, 'release'>;
  /** Absent: a shop that knows nobody without a token of theirs; their next visit finds out. */
  readonly again: ShopperSignIn['again'] | undefined;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

export function createLateOrders({ again, ...needs }: Needs): LateOrders {
  const { attempts, now } = needs;
  return {
    async settle(call, limit, isDue) {
      if (!again) return 0;
      const open = await attempts.unresolved(now() - IN_FLIGHT_MS, limit);
      const due = open.filter(({ startedAt }) => isDue(now() - startedAt));
      const became = await Promise.all(
        due.map(async (attempt) => {
          const { shopperId } = attempt;
          const known = await again(shopperId, call);
          if (!known.ok || known.value === null) return null;
          return settle(attempt, { ...call, shopperId, credential: known.value.credential }, needs);
        }),
      );
      return became.filter((bought) => bought !== null && bought.kind !== 'unknown').length;
    },
  };
}
