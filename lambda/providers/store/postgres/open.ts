/** The store where one machine is not enough: PostgreSQL, shared by any number of servers and Lambdas. */

import { asLongAsAsked } from '../../../services/deadline';
import type { Store } from '../../../services/store';
import type { Engine } from '../engine';
import { postgresWords, type Query } from '../query';
import type { Write } from '../rows';
import { storeOn } from '../store';
import { databaseTime } from '../time';
import { purgeOn } from '../turns/old-answers';
import { turnStatements } from '../turns/statements';
import { batches } from './batches';
import { checkPostgres, migratePostgres } from './migrate';
import { writeOnce } from './once';
import { type Connections, connectTo, prepared } from './pool';
import { postgresProblem } from './problems';
import { writeBatch } from './turns';
import { postgresWatch } from './watch';

export type PostgresOptions = {
  /** As in DATABASE_URL: `postgres://user:password@host:port/database`, or any other form libpq knows. */
  readonly url: string;
  /** Milliseconds since the epoch; decides when stored answers are old. */
  readonly now?: () => number;
  /** False where many start at once and none is in charge, as on Lambda: the schema must be there. */
  readonly migrate?: boolean;
  /** The most connections at a time. */
  readonly pool?: number;
  /** How long to go on trying while the database is away, in milliseconds; a shopper is waiting. */
  readonly patience?: number;
};

const POOL = 8;
/** One batch of turns gathers while another is written; more lanes make smaller batches, and dearer ones. */
const LANES = 2;
const PATIENCE = 4_000;

/** Throws one sentence naming the database and what to do, never the password. */
export async function openPostgresStore(options: PostgresOptions): Promise<Store> {
  const { url, pool = POOL, patience = PATIENCE } = options;
  const connections = connectTo({ url, size: pool, patience });
  try {
    const watch = postgresWatch(url);
    const engine = await engineOn(connections, options);
    const close = async () => {
      await Promise.all([watch.close(), engine.close()]);
    };
    return { ...storeOn({ ...engine, close }), time: databaseTime(engine), onRemoteCommit: watch.onCommit };
  } catch (error) {
    await connections.close();
    throw postgresProblem(connections.place, error);
  }
}

async function engineOn(connections: Connections, options: PostgresOptions): Promise<Engine> {
  const { now = Date.now, migrate = true } = options;
  const words = postgresWords();
  if (migrate) await migratePostgres(connections, { db: words, now: now() });
  else await checkPostgres(connections);
  const writer = { connections, statements: turnStatements(words), now };
  const turns = batches((rows) => writeBatch(writer, rows), LANES);
  const named = <T>(work: Promise<T>) =>
    asLongAsAsked(work).catch((error) => Promise.reject(postgresProblem(connections.place, error)));
  const engine: Omit<Engine, 'turn' | 'close'> = {
    words,
    now,
    read: (query, values) => named(read(connections, query, values)),
    write: async (query, values) => {
      const [rows = []] = await named(together(connections, { writes: [{ query, rows: values } as Write], at: now() }));
      return rows as never;
    },
    together: (writes) => named(together(connections, { writes, at: now() })),
    // What is not durable yet cannot be read here.
    durable: async () => undefined,
  };
  const purge = await purgeOn(engine);
  return {
    ...engine,
    turn: async (rows) => {
      purge.whenDue();
      return await named(turns.add(rows));
    },
    close: async () => {
      purge.stop();
      await turns.close();
      await connections.close();
    },
  };
}

/** Reading twice changes nothing, so a lost connection is nobody's business. */
function read<A, R>(connections: Connections, query: Query<A, R>, values: A): Promise<readonly R[]> {
  const sent = prepared(query, values);
  return connections.patiently(async (connection) => (await connection.query(sent)).rows);
}

type Writes = { readonly writes: readonly Write[]; readonly at: number };

/** All in one transaction; where none of them touched a row there is nothing to be made durable. */
function together(connections: Connections, { writes, at }: Writes): Promise<readonly (readonly unknown[])[]> {
  return writeOnce<readonly (readonly unknown[])[]>(connections, {
    at,
    first: writes.map(({ query, rows }) => prepared(query, rows)),
    decide: (results) => ({
      outcome: results.map(({ rows }) => rows),
      rest: results.some(({ rowCount }) => rowCount) ? [] : null,
    }),
  });
}
