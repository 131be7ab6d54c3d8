/** Lets all work waiting in one tick share one transaction, and so one fsync; nobody hears of it before the COMMIT. */

import type { Connection } from './sqlite-file';

/** Runs inside the transaction, all pieces together, and answers each in order. It must not wait for anything. */
export type Work<I, O> = (inputs: readonly I[]) => readonly O[];

export type GroupCommit<I, O> = {
  /** Durable when it resolves. A faulty piece rejects alone; what the others wrote stays. */
  add(input: I): Promise<O>;
  /** Writes what is waiting, then refuses everything. */
  close(): void;
};

type Waiting<I, O> = {
  readonly input: I;
  readonly resolve: (output: O) => void;
  readonly reject: (error: unknown) => void;
};
type Outcome<O> = { readonly output: O } | { readonly error: unknown };

/** Bounds how long the event loop stands still for one transaction. */
const MOST_AT_ONCE = 256;

export function groupCommit<I, O>(connection: Connection, work: Work<I, O>): GroupCommit<I, O> {
  let waiting: Waiting<I, O>[] = [];
  let closed = false;
  const flush = () => {
    const batch = waiting.slice(0, MOST_AT_ONCE);
    waiting = waiting.slice(MOST_AT_ONCE);
    if (waiting.length > 0) setImmediate(flush);
    if (batch.length > 0)
      settle(batch, () =>
        transaction(
          connection,
          work,
          batch.map(({ input }) => input),
        ),
      );
  };
  return {
    add(input) {
      if (closed) return Promise.reject(new Error('the store is closed'));
      return new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush);
        waiting.push({ input, resolve, reject });
      });
    },
    close() {
      closed = true;
      while (waiting.length > 0) flush();
    },
  };
}

function settle<I, O>(batch: readonly Waiting<I, O>[], run: () => readonly Outcome<O>[]): void {
  try {
    for (const [index, outcome] of run().entries()) {
      if ('error' in outcome) batch[index]?.reject(outcome.error);
      else batch[index]?.resolve(outcome.output);
    }
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}

/** Throws when nothing of it was written. */
function transaction<I, O>(connection: Connection, work: Work<I, O>, inputs: readonly I[]): readonly Outcome<O>[] {
  connection.exec('BEGIN IMMEDIATE');
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
function together<I, O>(connection: Connection, work: Work<I, O>, inputs: readonly I[]): readonly Outcome<O>[] {
  try {
    return inSavepoint(connection, () => work(inputs)).map((output) => ({ output }));
  } catch (error) {
    // A full disk or a failed write ends the transaction: going on would write outside of any.
    if (!connection.inTransaction()) throw error;
    if (inputs.length === 1) return [{ error }];
    return inputs.map((input) => alone(connection, work, input));
  }
}

function alone<I, O>(connection: Connection, work: Work<I, O>, input: I): Outcome<O> {
  try {
    return { output: inSavepoint(connection, () => work([input]))[0] as O };
  } catch (error) {
    if (!connection.inTransaction()) throw error;
    return { error };
  }
}

function inSavepoint<O>(connection: Connection, run: () => O): O {
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
