/** Brings a PostgreSQL database to the schema this program knows; many servers that start at once take turns. */

import type { PoolClient } from 'pg';
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
import type { Connections } from './pool';
import { nameOf, StoreProblem } from './problems';

/** Any number nobody else takes: what servers of this program lock to migrate one after the other. */
const LOCK = 4_701_336_211;

/** Takes the missing steps, all or none. Throws when a newer program has made the schema unusable for this one. */
export async function migratePostgres(connections: Connections, { db, now, steps = MIGRATIONS }: Migrating) {
  await connections.patiently(async (connection) => {
    const { version } = await checkedSchema(connections, connection);
    if (version >= latestOf(steps)) return;
    try {
      await connection.query('begin');
      await connection.query("set local lock_timeout = '60s'");
      await connection.query(`select pg_advisory_xact_lock(${LOCK})`);
      for (const table of migrationTables(db)) await connection.query(table.compile().sql);
      const { version: current } = await checkedSchema(connections, connection);
      for (const step of steps.filter((one) => one.version > current)) await take(connection, step, { db, now });
      if (current < latestOf(steps)) await note(connection, steps);
      await connection.query('commit');
    } catch (error) {
      await connection.query('rollback').catch(() => {});
      throw error;
    }
  });
}

/** For who must not migrate: throws when the schema is missing, too old, or closed to this program. */
export async function checkPostgres(connections: Connections): Promise<void> {
  await connections.patiently(async (connection) => {
    const { version } = await checkedSchema(connections, connection);
    if (version >= LATEST) return;
    const what = version === 0 ? 'has no tables yet' : `is of an earlier Earshot (schema ${version} of ${LATEST})`;
    throw new StoreProblem(
      `The store ${nameOf(connections.place)} ${what}. Run the server once: it brings them up to date.`,
    );
  });
}

type Schema = { readonly version: number; readonly oldest: number };

async function checkedSchema(connections: Connections, connection: PoolClient): Promise<Schema> {
  const schema = await schemaOf(connection);
  if (isAllowed(schema)) return schema;
  throw new StoreProblem(
    `The store ${nameOf(connections.place)} was written by a newer Earshot (schema ${schema.version}, this one knows ` +
      `${LATEST}) that leaves no room for this one. Update Earshot.`,
  );
}

/** Version 0: nothing there. */
async function schemaOf(connection: PoolClient): Promise<Schema> {
  const { rows } = await connection.query(
    `select to_regclass('migration') is not null as "migration", to_regclass('oldest_program') is not null as "oldest"`,
  );
  if (!rows[0].migration) return { version: 0, oldest: 0 };
  const latest = await connection.query('select coalesce(max("version"), 0) as "version" from "migration"');
  const { version } = latest.rows[0];
  if (!rows[0].oldest) return { version, oldest: version };
  const oldest = await connection.query('select max("version") as "oldest" from "oldest_program"');
  return { version, oldest: oldest.rows[0].oldest ?? version };
}

async function take(connection: PoolClient, step: Migration, { db, now }: Pick<Migrating, 'db' | 'now'>) {
  for (const statement of step.up(db)) await connection.query(statement.compile().sql);
  await connection.query('insert into "migration" ("version", "name", "applied_at") values ($1, $2, $3)', [
    step.version,
    step.name,
    now,
  ]);
}

async function note(connection: PoolClient, steps: readonly Migration[]): Promise<void> {
  await connection.query('delete from "oldest_program"');
  await connection.query('insert into "oldest_program" ("version") values ($1)', [oldestOf(steps)]);
}
