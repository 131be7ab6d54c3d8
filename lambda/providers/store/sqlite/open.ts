/** The embedded store: one SQLite file, written by group commit, read at once. */

import { setTimeout as sleep } from 'node:timers/promises';
import { asLongAsAsked } from '../../../services/deadline';
import type { Store } from '../../../services/store';
import type { Engine, TurnRows } from '../engine';
import { type Query, sqliteWords } from '../query';
import { storeOn } from '../store';
import { purgeOn } from '../turns/old-answers';
import { type TurnStatements, turnStatements } from '../turns/statements';
import { type FileConnection, fileProblem, openFile } from './file';
import { groupCommit } from './group-commit';
import { syncApart } from './log-file';
import { openInMemory } from './memory';
import { migrate } from './migrate';
import { writeTurns } from './turns';
import { createWiping, GIVE_BACK } from './wipe';

export type SqliteOptions = {
  /** A path, or `:memory:` for a store that is gone when closed. Folder and file are created. */
  readonly file: string;
  /** Milliseconds since the epoch; decides when stored answers are old. */
  readonly now?: () => number;
  /** How long to wait for a file another program is writing, in milliseconds. */
  readonly busyTimeout?: number;
};

/** A write of any kind, as it waits for its transaction. */
type Write =
  | { readonly kind: 'turn'; readonly rows: TurnRows }
  | { readonly kind: 'queries'; readonly queries: Parameters<Engine['together']>[0] }
  | { readonly kind: 'free pages' };
type Written = boolean | readonly (readonly unknown[])[];

const OPEN_AGAIN_AFTER = 100;
/** The longest that a look at a locked file may hold up the others. */
const HELD_UP_MS = 10;

/** Throws one sentence naming the file and what to do: damaged, locked, read-only, or written by a newer program. */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { file, now = Date.now, busyTimeout = 4000 } = options;
  try {
    const connection = await openPatiently(file, busyTimeout);
    return storeOn(await engineOn(connection, { file, now, busyTimeout }));
  } catch (error) {
    throw fileProblem(file, error);
  }
}

/** Going to WAL needs the file for itself for a moment, and SQLite does not always wait for that by itself. */
async function openPatiently(file: string, busyTimeout: number): Promise<FileConnection> {
  if (file === ':memory:') return openInMemory();
  for (let waited = 0; ; waited += OPEN_AGAIN_AFTER) {
    try {
      return openFile(file, OPEN_AGAIN_AFTER);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || waited >= busyTimeout) throw error;
      await sleep(1);
    }
  }
}

type Place = { readonly file: string; readonly now: () => number; readonly busyTimeout: number };

async function engineOn(connection: FileConnection, { file, now, busyTimeout }: Place): Promise<Engine> {
  const words = sqliteWords();
  const statements = turnStatements(words);
  connection.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
  migrate(connection, { db: words, now: now() });
  // From here on somebody is served: who waits for another program does so outside of SQLite, where nobody else is held up.
  connection.exec(`PRAGMA busy_timeout = ${HELD_UP_MS}`);
  const log = await syncApart(connection, file);
  const group = groupCommit<Write, Written>(connection, (writes) => writeAll(connection, statements, writes), {
    disk: log,
    patience: busyTimeout,
  });
  const named = <T>(work: Promise<T>) => asLongAsAsked(work).catch((error) => Promise.reject(fileProblem(file, error)));
  const together: Engine['together'] = (queries) => named(group.add({ kind: 'queries', queries })) as Promise<never>;
  // At once: it cannot come late.
  const read = async <A, R>(query: Query<A, R>, values: A): Promise<R[]> => {
    try {
      return connection.run(query, values);
    } catch (error) {
      throw fileProblem(file, error);
    }
  };
  const engine: Omit<Engine, 'turn' | 'close'> = {
    words,
    now,
    read,
    write: async (query, values) => (await together([{ query, rows: values } as never]))[0] as never,
    together,
    durable: () => named(group.durable()),
  };
  const wiping = createWiping({ connection, giveBack: () => group.add({ kind: 'free pages' }) });
  const purge = await purgeOn(engine);
  return {
    ...engine,
    wipe: () => named(wiping.wipe()),
    turn: async (rows) => {
      purge.whenDue();
      return (await named(group.add({ kind: 'turn', rows }))) === true;
    },
    close: async () => {
      purge.stop();
      wiping.stop();
      await group.close();
      await log?.close();
      connection.close();
    },
  };
}

function writeAll(connection: FileConnection, statements: TurnStatements, writes: readonly Write[]): Written[] {
  const turns = writes.flatMap((write) => (write.kind === 'turn' ? [write.rows] : []));
  const accepted = writeTurns(connection, statements, turns)[Symbol.iterator]();
  return writes.map((write) => {
    if (write.kind === 'turn') return accepted.next().value === true;
    if (write.kind === 'queries') return write.queries.map(({ query, rows }) => connection.run(query, rows));
    connection.exec(GIVE_BACK);
    return true;
  });
}
