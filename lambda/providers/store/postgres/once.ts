/**
 * A transaction that is written once, whatever becomes of its connection. It leaves a receipt: an answer to a request
 * of the store's own. When the connection is lost with the COMMIT under way, the same is tried again under the same
 * receipt, and either writes or learns from it that the first try did.
 */

import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { PoolClient, QueryResult } from 'pg';
import { type Connections, type Prepared, preparedText } from './pool';
import { takenBy } from './problems';

export type Once<T> = {
  /** Milliseconds since the epoch: when the receipt starts to age. */
  readonly at: number;
  /** Sent first, without waiting for each other. */
  readonly first: readonly Prepared[];
  /** What follows from their results. May be asked again when all has to be done again. */
  readonly decide: (results: readonly QueryResult[]) => Rest<T>;
};

export type Rest<T> = {
  readonly outcome: T;
  /** Sent together with the COMMIT; null where nothing is to be kept. */
  readonly rest: readonly Prepared[] | null;
  /** Sent behind the COMMIT. */
  readonly after?: readonly Prepared[];
};

/** Durable when it resolves; nothing was written when it rejects, unless the database stayed away for too long. */
export function writeOnce<T>(connections: Connections, work: Once<T>): Promise<T> {
  const id = randomUUID();
  // What the last try came to, if its COMMIT was sent.
  let sent: { readonly outcome: T } | null = null;
  return connections.patiently(async (connection) => {
    try {
      const results = await trip(connection, [BEGIN, receipt(id, work.at), ...work.first]);
      const { outcome, rest, after = [] } = work.decide(results.slice(2));
      if (rest === null) {
        await trip(connection, [ROLLBACK]);
      } else {
        sent = { outcome };
        await trip(connection, [...rest, COMMIT, ...after]);
      }
      return outcome;
    } catch (error) {
      await connection.query(ROLLBACK).catch(() => {});
      if (sent && takenBy(error) === 'answer_pk' && (await isReceived(connection, id))) return sent.outcome;
      throw error;
    }
  });
}

const BEGIN = preparedText('begin', []);
const COMMIT = preparedText('commit', []);
const ROLLBACK = preparedText('rollback', []);

/** No channel is called so. Receipts are forgotten with the answers. */
const CHANNEL = 'store';

/** Comes first: it waits for an earlier try that is still under way. */
function receipt(id: string, at: number): Prepared {
  return preparedText(INSERT, [CHANNEL, id, at]);
}

const INSERT = 'insert into "answer" ("channel", "request_id", "body", "at") values ($1, $2, \'\', $3)';

async function isReceived(connection: PoolClient, id: string): Promise<boolean> {
  const { rows } = await connection.query(preparedText(SELECT, [CHANNEL, id]));
  return rows.length > 0;
}

const SELECT = 'select "at" from "answer" where "channel" = $1 and "request_id" = $2';

/** Sends all without waiting; the first that failed is what went wrong, as the others only fail because of it. */
async function trip(connection: PoolClient, queries: readonly Prepared[]): Promise<readonly QueryResult[]> {
  const settled = await Promise.allSettled(
    inOnePiece(connection, () => queries.map((query) => connection.query(query))),
  );
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

/** A call of the system for each query would be the dearest part of a turn. A driver that hides its socket is used as it is. */
function inOnePiece<T>(connection: PoolClient, send: () => T): T {
  const { stream } = (connection as { connection?: { stream?: Writable } }).connection ?? {};
  stream?.cork?.();
  try {
    return send();
  } finally {
    stream?.uncork?.();
  }
}
