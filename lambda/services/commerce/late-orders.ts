/** Orders whose outcome nobody knows, of all shoppers: the shop is asked for each with its own credentials, while nobody waits. */

import * as z from 'zod/mini';
import type { BuyingLimits } from '../limits/limits';
import type { Inbox, Received } from '../queue/queues';
import { readAs, shapeOf } from '../shape';
import type { ShopperSignIn } from '../sign-in/shopper-sign-in';
import type { Attempt, Attempts } from './attempts';
import type { Call } from './call';
import { IN_FLIGHT_MS, settle } from './ordering';
import type { Purchases } from './purchases';

export type LateOrders = {
  /** Of at most so many that are due by their age, milliseconds; answers how many are known now. What is known is told in the next turn, and waits in the inbox for whoever agreed to be written to. */
  settle(call: Call, limit: number, isDue: (age: number) => boolean): Promise<number>;
};

type Needs = {
  readonly attempts: Attempts;
  readonly purchases: Purchases;
  readonly inbox: Pick<Inbox, 'put'>;
  readonly limits: Pick<BuyingLimits, 'release'>;
  /** Absent: a shop that knows nobody without a token of theirs; their next visit finds out. */
  readonly again: ShopperSignIn['again'] | undefined;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

/** As it waits in the inbox. */
export const LATE = 'late-order';

type Waiting = { readonly proposalId: string };
const isWaiting = shapeOf<Waiting>(z.object({ proposalId: z.string() }));

/** In the lane of the shopper, so that it goes with whoever is forgotten. */
function receivedOf({ proposalId, shopperId }: Pick<Attempt, 'proposalId' | 'shopperId'>): Received {
  const body = JSON.stringify({ proposalId } satisfies Waiting);
  return { source: LATE, key: proposalId, lane: `shopper:${shopperId}`, body };
}

/** null: what is stored is none. */
export function lateOrderIn(body: string): string | null {
  return readAs(body, isWaiting)?.proposalId ?? null;
}

export function createLateOrders({ again, ...needs }: Needs): LateOrders {
  const { attempts, inbox, now } = needs;
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
          const bought = await settle(attempt, { ...call, shopperId, credential: known.value.credential }, needs);
          if (bought.kind !== 'unknown') await inbox.put(receivedOf(attempt));
          return bought;
        }),
      );
      return became.filter((bought) => bought !== null && bought.kind !== 'unknown').length;
    },
  };
}
