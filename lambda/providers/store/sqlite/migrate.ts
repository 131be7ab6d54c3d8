/** Brings a SQLite file to the schema this program knows; two programs that start at once take turns. */

import type { Kysely } from 'kysely';
import {
  isAllowed,
  LATEST,
  latestOf,
  MIGRATIONS,
  type Migrating,
  type Migration,
  migrationTables,
  oldestOf,
} from '../migrations/migrations';
import { type Query, query } from '../query';
import type { Tables } from '../schema';
import { type FileConnection, NEWER } from './file';

/** Throws when a newer program has made the file unusable for this one; nothing is changed then. */
export function migrate(connection: FileConnection, { db, now, steps = MIGRATIONS }: Migrating): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    for (const table of migrationTables(db)) connection.exec(table.compile().sql);
    const version = highest(connection, db, 'migration') ?? 0;
    // Before this was written down, a program allowed no older one.
    const oldest = highest(connection, db, 'oldest_program') ?? version;
    if (!isAllowed({ version, oldest })) throw tooNew(version);
    if (version === 0) takeAll(connection, { db, now, steps });
    else for (const step of steps.filter((one) => one.version > version)) take(step, connection, { db, now });
    if (version < latestOf(steps)) note(connection, db, oldestOf(steps));
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction()) connection.exec('ROLLBACK');
    throw error;
  }
}

function tooNew(version: number): Error {
  const words = `was written by a newer Earshot (schema ${version}, this one knows ${LATEST}).`;
  const advice = 'Update Earshot, or set EARSHOT_DATA to another folder.';
  return Object.assign(new Error(`${words} ${advice}`), { code: NEWER });
}

function highest(connection: FileConnection, db: Kysely<Tables>, table: 'migration' | 'oldest_program'): number | null {
  const latest = query(() => db.selectFrom(table).select('version').orderBy('version', 'desc').limit(1));
  return connection.run(latest, {})[0]?.version ?? null;
}

/** The schema all steps lead to, once a file of this process has taken them: the next new file begins with it. */
let whole: { readonly steps: readonly Migration[]; readonly sql: string } | undefined;

const SCHEMA: Query<object, { readonly sql: string }> = {
  sql: `select sql from sqlite_schema where sql is not null and name not like 'sqlite%'
    and name not in ('migration', 'oldest_program') order by rowid`,
  bind: () => [],
};

function takeAll(connection: FileConnection, { db, now, steps }: Required<Migrating>): void {
  if (whole?.steps === steps) {
    connection.exec(whole.sql);
    for (const step of steps) noteStep(step, connection, { db, now });
    return;
  }
  for (const step of steps) take(step, connection, { db, now });
  whole = {
    steps,
    sql: connection
      .run(SCHEMA, {})
      .map(({ sql }) => `${sql};`)
      .join('\n'),
  };
}

type At = { readonly db: Kysely<Tables>; readonly now: number };

function take(step: Migration, connection: FileConnection, { db, now }: At): void {
  for (const statement of step.up(db)) connection.exec(statement.compile().sql);
  noteStep(step, connection, { db, now });
}

function noteStep(step: Migration, connection: FileConnection, { db, now }: At): void {
  const row = query((v: Tables['migration']) =>
    db.insertInto('migration').values({ version: v.version, name: v.name, applied_at: v.applied_at }),
  );
  connection.run(row, { version: step.version, name: step.name, applied_at: now });
}

function note(connection: FileConnection, db: Kysely<Tables>, oldest: number): void {
  connection.exec(db.deleteFrom('oldest_program').compile().sql);
  connection.run(
    query((v: { version: number }) => db.insertInto('oldest_program').values({ version: v.version })),
    { version: oldest },
  );
}
