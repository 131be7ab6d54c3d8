/** Writes a batch of turns in one transaction of two trips: lock and decide, then write all and commit. */

import { randomUUID } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { TurnRows } from './engine';
import { type Connections, type Prepared, prepared, preparedText } from './postgres-pool';
import { takenBy } from './postgres-problems';
import { isAnswered, receipt, receivedBefore } from './postgres-receipts';
import type { Statements } from './statements';
import { decide, deliveriesOf, idsOf, writesOf } from './turn-writes';

export type TurnWriter = {
  readonly connections: Connections;
  readonly statements: Statements;
  readonly now: () => number;
};

/** The channel of NOTIFY; what it carries is the id of a conversation. */
export const NOTIFIED = 'earshot_commit';
/** In bytes; PostgreSQL refuses 8000. Whoever has a longer id is found by looking. */
const LONGEST_NOTICE = 2000;
/** Each lost race shows what won it, so a second one is rare and a tenth is a fault of ours. */
const RACES = 10;

/** In order: true where the turn was written. `turns` are about different conversations and deliveries. */
export async function writeBatch(writer: TurnWriter, turns: readonly TurnRows[]): Promise<readonly boolean[]> {
  const id = randomUUID();
  // What the last try decided, if its COMMIT was sent and no answer came.
  let doubtful: readonly boolean[] | null = null;
  const once = (connection: PoolClient) =>
    attempt(connection, { ...writer, turns, id, sent: (accepted) => (doubtful = accepted) });
  for (let races = 1; ; races++) {
    try {
      return await writer.connections.patiently(async (connection) => {
        try {
          return await once(connection);
        } catch (error) {
          if (doubtful && isAnswered(error) && (await receivedBefore(connection, id))) return doubtful;
          throw error;
        }
      });
    } catch (error) {
      // Somebody wrote the same conversation or delivery between our look and our write: look again.
      const wasRace = ['conversation_pkey', 'answer_pk'].includes(takenBy(error) ?? '');
      if (!wasRace || races === RACES) throw error;
    }
  }
}

type Attempt = TurnWriter & {
  readonly turns: readonly TurnRows[];
  readonly id: string;
  readonly sent: (accepted: readonly boolean[]) => void;
};

async function attempt(connection: PoolClient, { statements, now, turns, id, sent }: Attempt) {
  try {
    const [, , versions, answered] = await trip(connection, [
      BEGIN,
      receipt(id, now()),
      preparedText(LOCK, [idsOf(turns).map((row) => row.id)]),
      preparedText(ANSWERED, [deliveriesOf(turns).map((row) => row.requestId)]),
    ]);
    const accepted = decide(turns, versions?.rows ?? [], answered?.rows ?? []);
    const written = turns.filter((_, index) => accepted[index]);
    if (written.length === 0) {
      await trip(connection, [ROLLBACK]);
      return accepted;
    }
    const writes = writesOf(statements, written).map(({ query, rows }) => prepared(query, rows));
    sent(accepted);
    await trip(connection, [...writes, COMMIT, ...noticesOf(written)]);
    return accepted;
  } catch (error) {
    await connection.query(ROLLBACK).catch(() => {});
    throw error;
  }
}

const BEGIN: Prepared = { text: 'begin', name: 'begin', values: [] };
const COMMIT: Prepared = { text: 'commit', name: 'commit', values: [] };
const ROLLBACK: Prepared = { text: 'rollback', name: 'rollback', values: [] };

/** Locked until the COMMIT, so the versions stay what they are; in order, so that nobody waits crosswise. */
const LOCK = 'select "id", "version" from "conversation" where "id" = any($1::text[]) order by "id" for update';
const ANSWERED = 'select "channel", "request_id" as "requestId" from "answer" where "request_id" = any($1::text[])';

/**
 * After the COMMIT and in the same breath: within the transaction a notice would make all commits of the database wait
 * for each other. One lost in between is made good by whoever looks from time to time.
 */
function noticesOf(turns: readonly TurnRows[]): readonly Prepared[] {
  const ids = idsOf(turns).flatMap(({ id }) => (Buffer.byteLength(id) > LONGEST_NOTICE ? [] : [id]));
  return ids.length === 0 ? [] : [preparedText(NOTIFY, [NOTIFIED, ids])];
}

const NOTIFY = 'select pg_notify($1, "id") from unnest($2::text[]) as "id"';

/** Sends all without waiting; the first that failed is what went wrong, as the others only fail because of it. */
async function trip(connection: PoolClient, queries: readonly Prepared[]): Promise<readonly QueryResult[]> {
  const settled = await Promise.allSettled(queries.map((query) => connection.query(query)));
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}
