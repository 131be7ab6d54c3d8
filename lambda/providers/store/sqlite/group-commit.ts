/** Lets all work waiting in one tick share one transaction, and so one fsync; nobody hears of it before it is durable. */

import { createTrust } from './disk-trust';
import type { FileConnection } from './file';

/** Runs inside the transaction, all pieces together, and answers each in order. It must not wait for anything. */
export type Work<I, O> = (inputs: readonly I[]) => readonly O[];

/** Absent: a COMMIT that returns is durable. */
export type Disk = {
  /** Makes durable what was committed before it was called. */
  sync(): Promise<void>;
  /** After a sync that failed: makes all of that certain after all. Throws while it cannot. */
  again(): Promise<void>;
};

export type GroupOptions = {
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

type Waiting<I, O> = {
  readonly input: I;
  readonly resolve: (output: O) => void;
  readonly reject: (error: unknown) => void;
};
type Outcome<O> = { readonly output: O } | { readonly error: unknown };

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

export function groupCommit<I, O>(
  connection: FileConnection,
  work: Work<I, O>,
  { disk = null, patience = 0 }: GroupOptions = {},
): GroupCommit<I, O> {
  let waiting: Waiting<I, O>[] = [];
  let syncing: Promise<void> | null = null;
  let isClosed = false;
  let busySince: number | null = null;
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
    if (busy && isWorthWaiting()) return void setTimeout(flush, LOOK_MS);
    busySince = null;
    const batch = waiting.slice(0, MOST_AT_ONCE);
    waiting = waiting.slice(MOST_AT_ONCE);
    if (busy) for (const { reject } of batch) reject(busy);
    const settle = busy ? null : committed(connection, work, batch);
    if (!settle || !disk) settle?.();
    else
      syncing = disk
        .sync()
        .then(settle, (error) => fail(batch, error))
        .finally(next);
    if (waiting.length > 0) begin();
  };
  const isWorthWaiting = () => {
    const now = performance.now();
    busySince ??= now;
    return !isClosed && now - busySince < patience;
  };
  const next = () => {
    syncing = null;
    if (waiting.length > 0) begin();
  };
  const fail = (batch: readonly Waiting<I, O>[], error: unknown) => {
    const refusal = trust.lost(error);
    for (const { reject } of [...batch, ...waiting.splice(0)]) reject(refusal);
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

/** What tells everybody of a batch how it went, once that is certain; null where they know already that it failed. */
function committed<I, O>(
  connection: FileConnection,
  work: Work<I, O>,
  batch: readonly Waiting<I, O>[],
): (() => void) | null {
  try {
    const outcomes = transaction(
      connection,
      work,
      batch.map(({ input }) => input),
    );
    return () => {
      for (const [index, outcome] of outcomes.entries()) {
        if ('error' in outcome) batch[index]?.reject(outcome.error);
        else batch[index]?.resolve(outcome.output);
      }
    };
  } catch (error) {
    for (const { reject } of batch) reject(error);
    return null;
  }
}

/** Whoever else writes has it: null where the write lock is ours now. */
function begun(connection: FileConnection): unknown {
  try {
    connection.exec('BEGIN IMMEDIATE');
    return null;
  } catch (error) {
    return error;
  }
}

/** Of what was begun. Throws when nothing of it was written. */
function transaction<I, O>(connection: FileConnection, work: Work<I, O>, inputs: readonly I[]): readonly Outcome<O>[] {
  try {
    const outcomes = together(connection, work, inputs);
    connection.exec('COMMIT');
    return outcomes;
  } catch (error) {
    if (connection.inTransaction()) connection.exec('ROLLBACK');
    throw error;
  }
}

/** All in one go, as nearly every batch is sound; only when it fails, one by one to find the faulty piece. */
function together<I, O>(connection: FileConnection, work: Work<I, O>, inputs: readonly I[]): readonly Outcome<O>[] {
  try {
    return inSavepoint(connection, () => work(inputs)).map((output) => ({ output }));
  } catch (error) {
    // A full disk or a failed write ends the transaction: going on would write outside of any.
    if (!connection.inTransaction()) throw error;
    if (inputs.length === 1) return [{ error }];
    return inputs.map((input) => alone(connection, work, input));
  }
}

function alone<I, O>(connection: FileConnection, work: Work<I, O>, input: I): Outcome<O> {
  try {
    return { output: inSavepoint(connection, () => work([input]))[0] as O };
  } catch (error) {
    if (!connection.inTransaction()) throw error;
    return { error };
  }
}

function inSavepoint<O>(connection: FileConnection, run: () => O): O {
  connection.exec('SAVEPOINT piece');
  try {
    const output = run();
    connection.exec('RELEASE piece');
    return output;
  } catch (error) {
    if (connection.inTransaction()) connection.exec('ROLLBACK TO piece; RELEASE piece');
    throw error;
  }
}
