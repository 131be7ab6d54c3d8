/** The connections to PostgreSQL: their settings, prepared statements, and patience while the database is away. */

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Pool, type PoolClient, types } from 'pg';
import { checked, type Query, type Scalar } from '../query';
import { isPassing, type StorePlace, StoreProblem } from './problems';

export type Connections = {
  readonly place: StorePlace;
  /** Tries again while the database is away, so `work` may be run more than once. Milliseconds of patience as given. */
  patiently<T>(work: (connection: PoolClient) => Promise<T>): Promise<T>;
  /** Waits for the work in hand. */
  close(): Promise<void>;
};

/** What of a query the driver needs; a name makes it a prepared statement of its connection. */
export type Prepared = { readonly text: string; readonly name: string; readonly values: unknown[] };

export type PoolOptions = { readonly url: string; readonly size: number; readonly patience: number };

const CONNECT_WITHIN = 5_000;
/** The longest an honest statement takes; a connection silent for longer is dead. */
const ANSWER_WITHIN = 15_000;
const LONGEST_PAUSE = 500;

/** Opens nothing yet. Throws where the address cannot be understood. */
export function connectTo({ url, size, patience }: PoolOptions): Connections {
  const place = placeOf(url);
  const config = { ...connectionOf(url), max: size, query_timeout: ANSWER_WITHIN, pipeline: true };
  const pool = new Pool(config);
  // The query that meets a dead connection says so; an idle one has nobody to tell.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    client.query(SETTINGS).catch(() => {});
  });
  let closing: Promise<void> | null = null;
  return {
    place,
    async patiently(work) {
      const until = performance.now() + patience;
      for (let pause = 5; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
        if (closing) throw new Error('the store is closed');
        try {
          return await onOne(pool, work);
        } catch (error) {
          if (closing || !isPassing(error) || performance.now() + pause > until) throw error;
          await sleep(pause * (0.5 + Math.random()));
        }
      }
    },
    close() {
      closing ??= pool.end();
      return closing;
    },
  };
}

/** How any connection is made, also the one that listens. */
export function connectionOf(url: string) {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_WITHIN,
    keepAlive: true,
    application_name: 'earshot',
    types: { getTypeParser },
  };
}

/** After an error that passes the connection itself is not trusted again. */
async function onOne<T>(pool: Pool, work: (connection: PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let isFit = true;
  try {
    return await work(connection);
  } catch (error) {
    isFit = !isPassing(error);
    throw error;
  } finally {
    connection.release(!isFit);
  }
}

/**
 * An acknowledged order must not be lost with the power, whatever the database's owner has set; stricter is left.
 * A server that froze in the middle of a turn must not hold its conversation for long.
 */
const SETTINGS = `select
  set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') in ('off', 'local')
  union all select set_config('idle_in_transaction_session_timeout', '5s', false)
  union all select set_config('lock_timeout', '5s', false)
  union all select set_config('default_transaction_isolation', 'read committed', false)`;

export function prepared<A, R>({ sql, bind }: Query<A, R>, values: A): Prepared {
  return preparedText(sql, bind(values).map(checked));
}

export function preparedText(text: string, values: readonly (Scalar | readonly Scalar[])[]): Prepared {
  return { text, name: nameFor(text), values: [...values] };
}

const names = new Map<string, string>();

function nameFor(text: string): string {
  const known = names.get(text);
  if (known) return known;
  // Of short ones the text itself: BEGIN and COMMIT stay readable in a log.
  const name = text.length < 20 ? text : createHash('sha256').update(text).digest('base64url').slice(0, 22);
  names.set(text, name);
  return name;
}

/** Instants are whole milliseconds and counts are small: both fit a number, which is what the port speaks. */
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (oid === types.builtins.INT8 || oid === types.builtins.NUMERIC) return Number;
  return types.getTypeParser(oid, format as 'text');
}

/** Without a cause: what is wrong with an address may show its password. */
function placeOf(url: string): StorePlace {
  try {
    const { host, port, database = '', user = '' } = new Client({ connectionString: url });
    return { host, port, database, user };
  } catch {
    throw new StoreProblem('DATABASE_URL is no address: it looks like postgres://user:password@host:5432/database.');
  }
}
