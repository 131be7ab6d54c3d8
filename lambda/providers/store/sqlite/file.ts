/** One SQLite file held open: its settings, its prepared statements, and clear words for what can be wrong with it. */

import { statSync } from 'node:fs';
import Database from 'libsql';
import { makeOwnFile } from '../../../services/own-file';
import { type Bulk, checked, type Query } from '../query';

export type FileConnection = {
  run<A, R>(query: Query<A, R>, values: A): R[];
  runBulk<A, R>(query: Bulk<A, R>, rows: readonly A[]): R[];
  exec(sql: string): void;
  inTransaction(): boolean;
  close(): void;
};

/** Above this a check of the whole file would be felt at every start. */
const CHECKED_UP_TO_BYTES = 32 * 1024 * 1024;

/** `busyTimeout` in milliseconds. Throws what the file system or SQLite says; `fileProblem` puts it in words. */
export function openFile(file: string, busyTimeout: number): FileConnection {
  if (file !== ':memory:') makeOwnFile(file);
  const db = new Database(file);
  try {
    db.pragma(`busy_timeout = ${busyTimeout}`);
    // Only a new file takes it: its free pages can go back a few at a time.
    db.pragma('auto_vacuum = INCREMENTAL');
    db.pragma('journal_mode = WAL');
    // WAL alone may lose the last commits with the power; an acknowledged order must not be lost.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    // What is erased leaves no letter of it in the file: the place is overwritten.
    db.pragma('secure_delete = ON');
    // In pages, 4 MB: copying the log back holds the loop, for 130 ms where it is four times as long, and costs fsyncs of its
    // own, which a busy hour should not pay every tick.
    db.pragma('wal_autocheckpoint = 1000');
    // In KiB: what a shop's turns read again and again; only what is read fills it.
    db.pragma('cache_size = -65536');
    if (file !== ':memory:' && statSync(file).size <= CHECKED_UP_TO_BYTES) checkWhole(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return connectionTo(db);
}

function checkWhole(db: Database.Database): void {
  const [row] = db.pragma('quick_check(1)') as { quick_check: string }[];
  if (row?.quick_check !== 'ok') throw Object.assign(new Error(row?.quick_check), { code: 'SQLITE_CORRUPT' });
}

function connectionTo(db: Database.Database): FileConnection {
  const statements = new Map<string, { statement: Database.Statement; reader: boolean }>();
  const prepared = (sql: string) => {
    if (!db.open) throw new Error('the store is closed');
    const known = statements.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    const made = { statement, reader: statement.reader };
    statements.set(sql, made);
    return made;
  };
  const run = <A, R>(query: Query<A, R>, values: A): R[] => {
    const { statement, reader } = prepared(query.sql);
    const parameters = query.bind(values).map(checked);
    if (query.isOne) return [statement.get(parameters) as R | undefined].filter((row) => row !== undefined);
    if (reader) return statement.all(parameters) as R[];
    statement.run(parameters);
    return [];
  };
  return {
    run,
    runBulk: (query, rows) => query(rows).flatMap((part) => run(part.query, part.rows)),
    exec: (sql) => void db.exec(sql),
    inTransaction: () => db.inTransaction,
    close() {
      if (!db.open) return;
      statements.clear();
      leaveWhole(db);
      db.close();
    },
  };
}

/** One file with everything in it, which may be copied as it is; where another program has it open, the log stays beside it. */
function leaveWhole(db: Database.Database): void {
  try {
    db.pragma('busy_timeout = 0');
    db.pragma('journal_mode = DELETE');
  } catch {
    // It is as whole with its log, which the next one to open it reads.
  }
}

/** One sentence that names the file and what to do; the first error stays its cause. */
export function fileProblem(file: string, error: unknown): Error {
  const { code: own, cause } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  const code = String(own ?? cause?.code ?? '');
  const message = error instanceof Error ? error.message : String(error);
  const words = code === NEWER ? message : ADVICE.find(([pattern]) => pattern.test(code))?.[1];
  return new Error(`The store ${file} ${words ?? `failed: ${message}`}`, { cause: error });
}

/** The code of an error whose message already is the advice. */
export const NEWER = 'NEWER_SCHEMA';
/** The code of an error that says that the file in its place is not the one that is open. */
export const MOVED = 'STORE_MOVED';

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^STORE_MOVED/,
    'was deleted or exchanged while it was in use. End the server, put the right file in its place and start again.',
  ],
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    'is damaged or is not an Earshot store. Move it away together with its -wal and -shm files, then put back a copy or start afresh.',
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'is locked by another program. End what holds it (another server, a backup, a database browser) and try again.',
  ],
  [
    /^(SQLITE_READONLY|EACCES|EPERM|EROFS)/,
    'cannot be written. Give this user write permission on the file and its folder, or set EARSHOT_DATA to another folder.',
  ],
  [
    /^(EIO|SQLITE_IOERR)/,
    'is on a disk that fails. Look at the disk; what was not written yet is tried again by itself.',
  ],
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    'has no room left on its disk. Free some space, or set EARSHOT_DATA to another disk.',
  ],
  [
    /^(SQLITE_CANTOPEN|ENOENT|ENOTDIR|EISDIR|EEXIST|ENAMETOOLONG)/,
    'cannot be opened: its path is not that of a file. Set EARSHOT_DATA to a folder of this user.',
  ],
];
