/** One look at a queue, and every item of it tried and marked; what takes long keeps no other lane waiting. */

import type { Instant } from '../../vocabulary/values';
import { redact } from '../privacy/redact';
import type { LeaseWish, Tried } from './queues';

type Item = { readonly id: string; readonly tries: number };

export type WorkerNeeds<T extends Item> = {
  readonly queue: {
    lease(wish: LeaseWish): Promise<readonly T[]>;
    mark(id: string, owner: string, tried: Tried, dueAt: Instant): Promise<boolean>;
    handBack(owner: string): Promise<void>;
  };
  /** Tries one item. What it throws is a try that failed. */
  readonly handle: (item: T) => Promise<Tried>;
  /** When one is given up, or its fate is unknown; may be told twice of the same one. */
  readonly onTrouble?: (item: T, tried: Tried) => void | Promise<void>;
  /** Names this worker among all of all servers. */
  readonly owner: string;
  readonly now: () => Instant;
  /** 0 to 1. */
  readonly chance: () => number;
  readonly log: { error(what: object, message: string): void };
  /** Milliseconds: how long a lease holds, and how often a quiet queue is looked at. */
  readonly rhythm?: { readonly lease: number; readonly look: number };
};

export const RHYTHM = { lease: 30_000, look: 1_000 };
const AT_ONCE = 20;
/** Full jitter, so that a thousand shops do not come back in the same second. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 10 * 60_000;
/** About a day of trying. */
const MOST_TRIES = 150;

type Fate<T> = { readonly item: T; readonly tried: Tried };

/** Marks what became of items; what cannot be marked is kept, to be marked later. */
function marking<T extends Item>({ queue, owner, now, chance, onTrouble }: WorkerNeeds<T>) {
  const fates = new Map<string, Fate<T>>();
  async function mark(fate: Fate<T>): Promise<void> {
    const { item, tried } = fate;
    try {
      // Before it is marked: whoever ends in between leaves an item that is tried, and told of, again.
      if (tried.kind === 'dead' || tried.kind === 'unknown') await onTrouble?.(item, tried);
      await queue.mark(item.id, owner, tried, now() + pauseAfter(item.tries, tried, chance));
      fates.delete(item.id);
    } catch (error) {
      fates.set(item.id, fate);
      throw error;
    }
  }
  return {
    mark,
    count: () => fates.size,
    /** One that cannot be marked keeps no other from it. */
    async settle(): Promise<void> {
      for (const fate of [...fates.values()]) await mark(fate).catch(() => undefined);
    },
  };
}

export function rounds<T extends Item>(needs: WorkerNeeds<T>) {
  const { queue, owner, now, log, rhythm = RHYTHM } = needs;
  const unmarked = marking(needs);
  /** What is being tried, and until when it is leased. */
  const underWay = new Map<Promise<void>, Instant>();

  async function tried(item: T): Promise<Tried> {
    try {
      return await needs.handle(item);
    } catch (error) {
      log.error({ item: item.id, err: error }, 'a delivery broke');
      return { kind: 'later', why: error instanceof Error ? redact(error.message, []) : 'it broke' };
    }
  }

  async function work(item: T): Promise<void> {
    const result = await tried(item);
    const isTooMuch = result.kind === 'later' && item.tries >= MOST_TRIES;
    await unmarked.mark({ item, tried: isTooMuch ? { kind: 'dead', why: result.why } : result });
  }

  async function begin(): Promise<readonly Promise<void>[]> {
    await unmarked.settle();
    const limit = AT_ONCE - underWay.size;
    // What is being tried longer than its lease would be leased again here.
    const isLong = [...underWay.values()].some((until) => until - rhythm.look <= now());
    if (limit === 0 || isLong) return [];
    const until = now() + rhythm.lease;
    // Each is of another lane, so none waits for another.
    const begun = (await queue.lease({ owner, now: now(), until, limit })).map(work);
    for (const one of begun) {
      underWay.set(one, until);
      void one.catch(() => undefined).then(() => underWay.delete(one));
    }
    return begun;
  }

  /** None is left under way when one cannot be marked. */
  async function all(begun: readonly Promise<void>[]): Promise<void> {
    const broken = (await Promise.allSettled(begun)).find(isBroken);
    if (broken) throw broken.reason;
  }

  return {
    unmarked,
    async round(): Promise<number> {
      const begun = await begin();
      await all(begun);
      return begun.length;
    },
    /** As `round`, but what takes longer than a look goes on beside the next one. */
    async look(): Promise<number> {
      const begun = await begin();
      await within(rhythm.look, all(begun), (error) => log.error({ err: error }, 'a queue could not be worked'));
      return begun.length;
    },
    settle: async () => void (await Promise.allSettled(underWay.keys())),
  };
}

/** Resolves when the work is done or the time is over; `onLate` hears of what breaks after that. */
async function within(ms: number, work: Promise<void>, onLate: (error: unknown) => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const isOver = new Promise<'over'>((resolve) => {
    timer = setTimeout(() => resolve('over'), ms);
  });
  try {
    if ((await Promise.race([work, isOver])) === 'over') void work.catch(onLate);
  } finally {
    clearTimeout(timer);
  }
}

const isBroken = (one: PromiseSettledResult<void>): one is PromiseRejectedResult => one.status === 'rejected';

function pauseAfter(tries: number, tried: Tried, chance: () => number): number {
  if (tried.kind !== 'later') return 0;
  const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries - 1, 20));
  return Math.max(tried.after ?? 0, Math.round(most * chance()));
}
