/** Lets all work waiting in one tick share one transaction, and so one fsync; nobody hears of it before it is durable. */

import { type BatchPiece, type BatchWork, begun, committed, rejected } from './batch';
import { createTrust, type Disk } from './disk-trust';
import type { FileConnection } from './file';

export type GroupOptions = {
  /** null or absent: a COMMIT that returns is durable. */
  readonly disk?: Disk | null;
  /** Milliseconds to wait for another program that writes; nothing else stands still meanwhile. */
  readonly patience?: number;
};

export type GroupCommit<I, O> = {
  /** Durable when it resolves. A faulty piece rejects alone; what the others wrote stays. */
  add(input: I): Promise<O>;
  /** What was committed by now is durable when it resolves; after a disk that failed it is tried once more. */
  durable(): Promise<void>;
  /** Writes what is waiting, then refuses everything. */
  close(): Promise<void>;
};

/** Bounds how long the event loop stands still for one transaction. */
const MOST_AT_ONCE = 256;
/**
 * A COMMIT costs much the same for one turn as for twenty: while every round of the event loop brings more, it is worth
 * waiting for them, up to so many and so many milliseconds. On a quiet server none waits for another.
 */
const ENOUGH = 32;
const LONG_ENOUGH_MS = 20;
/** How often it is looked whether another program has finished its write. */
const LOOK_MS = 5;

/** With other programs that write: from the first look on, until they are done. */
function patienceFor(milliseconds: number) {
  let since: number | null = null;
  return {
    isWorthWaiting() {
      since ??= performance.now();
      return performance.now() - since < milliseconds;
    },
    areDone() {
      since = null;
    },
  };
}

export function groupCommit<I, O>(
  connection: FileConnection,
  work: BatchWork<I, O>,
  { disk = null, patience = 0 }: GroupOptions = {},
): GroupCommit<I, O> {
  let waiting: BatchPiece<I, O>[] = [];
  let syncing: Promise<void> | null = null;
  let isClosed = false;
  const others = patienceFor(patience);
  const trust = createTrust(disk);
  /** `before`: how many waited a round of the event loop ago. */
  const gather = (before: number, until: number): void => {
    if (syncing) return;
    const isWorthIt = disk && waiting.length > before && waiting.length < ENOUGH && performance.now() < until;
    if (isWorthIt) setImmediate(gather, waiting.length, until);
    else flush();
  };
  const begin = () => void setImmediate(gather, waiting.length, performance.now() + LONG_ENOUGH_MS);
  const flush = (): void => {
    if (waiting.length === 0) return;
    const busy = begun(connection);
    if (busy && !isClosed && others.isWorthWaiting()) return void setTimeout(flush, LOOK_MS);
    others.areDone();
    const batch = waiting.slice(0, MOST_AT_ONCE);
    waiting = waiting.slice(MOST_AT_ONCE);
    const settle = busy ? rejected(batch, busy) : committed(connection, work, batch);
    if (settle && disk) syncing = certain(disk.sync(), settle, batch);
    else settle?.();
    if (waiting.length > 0) begin();
  };
  const certain = async (synced: Promise<void>, settle: () => void, batch: readonly BatchPiece<I, O>[]) => {
    await synced.then(settle, (error) => rejected([...batch, ...waiting.splice(0)], trust.lost(error)));
    syncing = null;
    if (waiting.length > 0) begin();
  };
  const put = (input: I) => {
    if (isClosed) return Promise.reject(new Error('the store is closed'));
    return new Promise<O>((resolve, reject) => {
      waiting.push({ input, resolve, reject });
      // While the disk is busy with one batch, the next one gathers.
      if (waiting.length === 1 && !syncing) begin();
    });
  };
  return {
    add: (input) => (trust.isSure() ? put(input) : trust.sure().then(() => put(input))),
    async durable() {
      await syncing;
      await trust.sure();
    },
    async close() {
      isClosed = true;
      while (waiting.length > 0 || syncing) {
        if (syncing) await syncing;
        else flush();
      }
    },
  };
}
