/** The demo shop's file: Kysely writes the SQL, libsql runs it at once, each statement compiled only the first time. */

import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Compilable, Kysely, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { CREATE, type DemoTables, SCHEMA, TABLES } from './schema';

export type DemoDatabase = {
  /** Builds queries; they are run by the functions below. */
  readonly sql: Kysely<DemoTables>;
  all<Row>(query: Compilable<Row>): Row[];
  first<Row>(query: Compilable<Row>): Row | undefined;
  run(query: Compilable): void;
  /** Statements with their values in them, run once and not kept. */
  fill(text: string): void;
  /** Changes whenever the data may have, by this or another connection: what was read before is stale then. */
  version(): string;
  /** All or nothing. The work is synchronous, so nothing outside can be awaited in it. */
  atomically<T>(work: () => T): T;
  /** `asMade`: the version it had when it was made, before anybody changed anything in it. */
  close(asMade?: string): void;
};

type Handle = InstanceType<typeof Database>;
type Statement = ReturnType<Handle['prepare']>;
/** With the statements that were compiled for it. */
type Held = { readonly handle: Handle; readonly prepare: (text: string) => Statement };

/**
 * Opens or creates the file, and its folder. `:memory:` lives as long as it is open. `fresh` throws away what was there.
 * Throws a message for the person who started the shop when the file cannot be used.
 */
export function openDatabase(file: string, fresh: boolean): DemoDatabase {
  if (file === ':memory:') return inMemory(spare.pop() ?? heldOpen(prepared(new Database(file))));
  makeRoom(file, fresh);
  return explaining(file, () => {
    const held = heldOpen(prepared(new Database(file)));
    return connected(() => held);
  });
}

/** Making the tables and filling them takes longer than a conversation: a shop in memory is the next one, as it was made or emptied. */
const spare: Held[] = [];
const MOST_SPARE = 4;

function inMemory(held: Held): DemoDatabase {
  let isOpen = true;
  const own = () => {
    if (!isOpen) throw new Error('the shop is closed');
    return held;
  };
  const database = connected(own);
  return {
    ...database,
    close(asMade) {
      if (!isOpen) return;
      const isAsMade = database.version() === asMade;
      isOpen = false;
      if (!isAsMade) for (const table of TABLES) held.handle.exec(`delete from ${table}`);
      if (spare.length < MOST_SPARE) spare.push(held);
      else held.handle.close();
    },
  };
}

function makeRoom(file: string, fresh: boolean): void {
  mkdirSync(dirname(file), { recursive: true });
  if (fresh) for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function prepared(handle: Handle): Handle {
  try {
    handle.exec('pragma busy_timeout = 5000; pragma synchronous = full');
    handle.transaction(() => checkSchema(handle)).immediate();
    // Only now is it sure that the file is ours to change.
    handle.exec('pragma journal_mode = wal');
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

function checkSchema(handle: Handle): void {
  const ask = (text: string) => Object.values(handle.prepare(text).all()[0] ?? {})[0];
  const version = ask('pragma user_version');
  if (version === 0 && ask('select count(*) from sqlite_master') === 0) handle.exec(CREATE);
  else if (version !== SCHEMA) throw new Error('it was written by another version');
  else if (ask('pragma quick_check(1)') !== 'ok') throw new Error('it is damaged');
}

function explaining<T>(file: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const busy = /locked|busy/i.test(why);
    const advice = busy ? 'Another program is using it' : 'Begin again with: npm start -- --fresh';
    throw new Error(`The demo shop's data in ${file} cannot be used: ${why}. ${advice}`, { cause: error });
  }
}

function connected(held: () => Held): DemoDatabase {
  let writes = 0;
  const prepare = (text: string) => held().prepare(text);
  const all = <Row>(query: Compilable<Row>): Row[] => {
    const { sql: text, parameters } = query.compile();
    return prepare(text).all(parameters) as Row[];
  };
  return {
    sql: new Kysely<DemoTables>({
      dialect: new SqliteDialect({ database: { prepare, close: () => held().handle.close() } }),
    }),
    all,
    first: (query) => all(query)[0],
    run: (query) => {
      const { sql: text, parameters } = query.compile();
      writes += 1;
      prepare(text).run(parameters);
    },
    fill: (text) => {
      writes += 1;
      held().handle.exec(text);
    },
    version: () => {
      // One row is had for less by itself; beside it lies how long that took.
      const { data_version } = prepare('pragma data_version').get([]) as { readonly data_version: number };
      return `${writes} ${data_version}`;
    },
    atomically: (work) => held().handle.transaction(work).immediate(),
    // libsql lets go of the file only when its statements are collected; the file is whole without that.
    close: () => {
      const { handle } = held();
      handle.prepare('pragma wal_checkpoint(passive)').all([]);
      handle.close();
    },
  };
}

function heldOpen(handle: Handle): Held {
  const statements = new Map<string, Statement>();
  return {
    handle,
    prepare: (text) => {
      const known = statements.get(text) ?? handle.prepare(text);
      statements.set(text, known);
      return known;
    },
  };
}
