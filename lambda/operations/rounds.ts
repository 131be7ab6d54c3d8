/** What a scheduled Lambda does: bounded rounds of deliveries, of what came in, of polling and of letting go. */

import type { Logger } from 'pino';
import { askForChanges, settleCare, settleOrders, tidy } from '../house/chores';
import type { Earshot } from '../house/earshot';
import type { ShopFile } from '../house/shop-file';

type Worked = 'outgoing' | 'incoming' | 'remedies' | 'careNews' | 'lateOrders' | 'changes';
type RoundsHouse = Worked | 'desk' | 'store' | 'voice' | 'now';

export type RoundsNeeds = {
  readonly house: Pick<Earshot, RoundsHouse>;
  readonly shop: Pick<ShopFile, 'retention'>;
  readonly log: Pick<Logger, 'error'>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** Milliseconds until the process is stopped. */
  readonly left: () => number;
  /** Whether what is too old is due to go. */
  readonly isTidyDue: boolean;
};

export type RoundsDone = {
  readonly delivered: number;
  readonly read: number;
  /** Of the outbox afterwards: how many wait, how old the oldest is in milliseconds, how many were given up. */
  readonly waiting: number;
  readonly oldestAge: number;
  readonly dead: number;
  /** What did not work; the rest was done all the same. */
  readonly failed: readonly string[];
};

/** One try of an item may take this long, and its lease outlasts the process where it takes longer. Milliseconds. */
const ENOUGH_MS = 15_000;

/** Never throws for one part's sake; throws where the store cannot even say what waits. */
export async function doRounds(needs: RoundsNeeds): Promise<RoundsDone> {
  const { house, log, left } = needs;
  const failed: string[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    if (left() < ENOUGH_MS) return null;
    try {
      return await work();
    } catch (error) {
      failed.push(what);
      log.error({ err: error, what }, 'a part of the scheduled work failed');
      return null;
    }
  };
  await attempt('polling', async () => house.desk.poll?.());
  await attempt('changes of orders', () => askForChanges(house));
  await attempt('care', () => settleCare(house, needs));
  await attempt('orders', () => settleOrders(house, needs));
  await attempt('moving files', async () => house.store.moveFiles?.());
  let [delivered, read] = [0, 0];
  for (let did = 1; did > 0; ) {
    const came = (await attempt('incoming', house.incoming.round)) ?? 0;
    const went = (await attempt('outgoing', house.outgoing.round)) ?? 0;
    read += came;
    delivered += went;
    did = failed.includes('incoming') || failed.includes('outgoing') ? 0 : came + went;
  }
  if (needs.isTidyDue) await attempt('tidying', () => tidy(house, needs));
  const { waiting, oldest, dead } = await house.store.outbox.depth();
  const oldestAge = oldest === null ? 0 : Math.max(0, needs.now() - oldest);
  return { delivered, read, waiting, oldestAge, dead, failed };
}
