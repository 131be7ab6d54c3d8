/** Lets turns that wait share one transaction; no two turns about the same thing are ever in hand at once. */

import type { TurnRows } from '../engine';
import { delivery } from '../turns/writes';

export type Batches = {
  /** What `write` says of this turn. A faulty turn rejects alone. */
  add(rows: TurnRows): Promise<boolean>;
  /** Writes what is waiting, then refuses everything. */
  close(): Promise<void>;
};

/** All or nothing, and in order; rejects when nothing of it was written. */
export type WriteBatch = (turns: readonly TurnRows[]) => Promise<readonly boolean[]>;

type Waiting = {
  readonly rows: TurnRows;
  readonly keys: readonly string[];
  readonly resolve: (written: boolean) => void;
  readonly reject: (error: unknown) => void;
};

/** Bounds the size of a transaction, and of its statements. */
const MOST_AT_ONCE = 64;

/** At most so many `lanes` transactions at once: the busier it is, the larger they grow. */
export function batches(write: WriteBatch, lanes: number): Batches {
  let waiting: Waiting[] = [];
  const inHand = new Set<string>();
  const running = new Set<Promise<void>>();
  let closed = false;
  const flush = () => {
    while (running.size < lanes && waiting.length > 0) {
      const { taken, left } = pick(waiting, inHand);
      waiting = left;
      if (taken.length === 0) return;
      const run = settle(taken, write).then(() => {
        running.delete(run);
        for (const { keys } of taken) for (const key of keys) inHand.delete(key);
        flush();
      });
      running.add(run);
    }
  };
  return {
    add(rows) {
      if (closed) return Promise.reject(new Error('the store is closed'));
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ rows, keys: keysOf(rows), resolve, reject });
      });
    },
    async close() {
      closed = true;
      flush();
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** A conversation and a delivery: what two turns may not have in common. */
function keysOf({ conversation, answer }: TurnRows): readonly string[] {
  return [`conversation ${conversation.id}`, `delivery ${delivery(answer.channel, answer.request_id)}`];
}

/** First come, first served; who waits for another keeps his place, also before those who came after him. */
function pick(waiting: readonly Waiting[], inHand: Set<string>): { taken: Waiting[]; left: Waiting[] } {
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  const passed = new Set<string>();
  for (const one of waiting) {
    const isFree = one.keys.every((key) => !inHand.has(key) && !passed.has(key));
    if (isFree && taken.length < MOST_AT_ONCE) {
      taken.push(one);
      for (const key of one.keys) inHand.add(key);
    } else {
      left.push(one);
      for (const key of one.keys) passed.add(key);
    }
  }
  // One order everywhere, so that two servers never wait for each other crosswise.
  taken.sort((a, b) => (a.rows.conversation.id < b.rows.conversation.id ? -1 : 1));
  return { taken, left };
}

/** Together, as nearly every batch is sound; only when it fails, one by one to find the faulty turn. */
async function settle(batch: readonly Waiting[], write: WriteBatch): Promise<void> {
  try {
    const written = await write(batch.map(({ rows }) => rows));
    for (const [index, { resolve }] of batch.entries()) resolve(written[index] === true);
  } catch (error) {
    if (batch.length === 1) batch[0]?.reject(error);
    else for (const one of batch) await settle([one], write);
  }
}
