/** One transaction for all of a batch: a faulty piece fails alone, and nobody hears of it before it is certain. */

import type { FileConnection } from './file';

/** Runs inside the transaction, all pieces together, and answers each in order. It must not wait for anything. */
export type BatchWork<I, O> = (inputs: readonly I[]) => readonly O[];

export type BatchPiece<I, O> = {
  readonly input: I;
  readonly resolve: (output: O) => void;
  readonly reject: (error: unknown) => void;
};
type Outcome<O> = { readonly output: O } | { readonly error: unknown };

/** What tells everybody of a batch how it went, once that is certain; null where they know already that it failed. */
export function committed<I, O>(
  connection: FileConnection,
  work: BatchWork<I, O>,
  batch: readonly BatchPiece<I, O>[],
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
    return rejected(batch, error);
  }
}

export function rejected<I, O>(batch: readonly BatchPiece<I, O>[], error: unknown): null {
  for (const { reject } of batch) reject(error);
  return null;
}

/** Whoever else writes has it: null where the write lock is ours now. */
export function begun(connection: FileConnection): unknown {
  try {
    connection.exec('BEGIN IMMEDIATE');
    return null;
  } catch (error) {
    return error;
  }
}

/** Of what was begun. Throws when nothing of it was written. */
function transaction<I, O>(
  connection: FileConnection,
  work: BatchWork<I, O>,
  inputs: readonly I[],
): readonly Outcome<O>[] {
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
function together<I, O>(
  connection: FileConnection,
  work: BatchWork<I, O>,
  inputs: readonly I[],
): readonly Outcome<O>[] {
  try {
    return inSavepoint(connection, () => work(inputs)).map((output) => ({ output }));
  } catch (error) {
    // A full disk or a failed write ends the transaction: going on would write outside of any.
    if (!connection.inTransaction()) throw error;
    if (inputs.length === 1) return [{ error }];
    return inputs.map((input) => alone(connection, work, input));
  }
}

function alone<I, O>(connection: FileConnection, work: BatchWork<I, O>, input: I): Outcome<O> {
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
