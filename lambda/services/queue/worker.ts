/** Works a leased queue off: in order, each try marked, with growing pauses, until it is told to stop. */

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

export type Worker = {
  /** One look at the queue; how many items were tried. */
  round(): Promise<number>;
  /** Goes on until it is stopped. */
  start(): void;
  /** There is something new: look at once. */
  wake(): void;
  /** Resolves when what was begun is marked and what was not is handed back. */
  stop(): Promise<void>;
};

const RHYTHM = { lease: 30_000, look: 1_000 };
const AT_ONCE = 20;
/** Full jitter, so that a thousand shops do not come back in the same second. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 10 * 60_000;
/** About a day of trying. */
const MOST_TRIES = 150;

export function createWorker<T extends Item>(needs: WorkerNeeds<T>): Worker {
  const { queue, owner, log, rhythm = RHYTHM } = needs;
  let running: Promise<void> | null = null;
  let stopped = false;
  let wake = () => {};
  const { round, unmarked } = rounds(needs);

  async function run(): Promise<void> {
    while (!stopped) {
      let did = 0;
      try {
        did = await round();
      } catch (error) {
        log.error({ err: error }, 'a queue could not be worked');
      }
      if (did === 0 && !stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, rhythm.look);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    round,
    start() {
      running ??= run();
    },
    wake: () => wake(),
    async stop() {
      stopped = true;
      wake();
      await running;
      await unmarked.settle();
      // What was tried and cannot be marked keeps its lease: whoever finds that run out knows that it may be done.
      if (unmarked.count() === 0) await queue.handBack(owner);
    },
  };
}

type Fate<T> = { readonly item: T; readonly tried: Tried };

/** Marks what became of items; what cannot be marked is kept, to be marked later. */
function marking<T extends Item>({ queue, owner, now, chance, onTrouble }: WorkerNeeds<T>) {
  const fates = new Map<string, Fate<T>>();
  async function mark(fate: Fate<T>): Promise<void> {
    const { item, tried } = fate;
    fates.set(item.id, fate);
    // Before it is marked: whoever ends in between leaves an item that is tried, and told of, again.
    if (tried.kind === 'dead' || tried.kind === 'unknown') await onTrouble?.(item, tried);
    await queue.mark(item.id, owner, tried, now() + pauseAfter(item.tries, tried, chance));
    fates.delete(item.id);
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

/** One look at the queue, and every item of it tried. */
function rounds<T extends Item>(needs: WorkerNeeds<T>) {
  const { queue, owner, now, log, rhythm = RHYTHM } = needs;
  const unmarked = marking(needs);

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

  return {
    unmarked,
    async round(): Promise<number> {
      await unmarked.settle();
      const items = await queue.lease({ owner, now: now(), until: now() + rhythm.lease, limit: AT_ONCE });
      // Each is of another lane, so none waits for another; and none is left under way when one cannot be marked.
      const broken = (await Promise.allSettled(items.map(work))).find(isBroken);
      if (broken) throw broken.reason;
      return items.length;
    },
  };
}

const isBroken = (one: PromiseSettledResult<void>): one is PromiseRejectedResult => one.status === 'rejected';

function pauseAfter(tries: number, tried: Tried, chance: () => number): number {
  if (tried.kind !== 'later') return 0;
  const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(tries - 1, 20));
  return Math.max(tried.after ?? 0, Math.round(most * chance()));
}
