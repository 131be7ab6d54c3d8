/** Brings a SQLite file to the schema this program knows; two programs that start at once take turns. */

import type { Kysely } from 'kysely';
import { LATEST, MIGRATIONS, migrationTable } from './migrations';
import { query } from './query';
import type { Tables } from './schema';
import { type Connection, NEWER } from './sqlite-file';

/** Throws when the file was written by a newer program; nothing is changed then. */
export function migrate(connection: Connection, db: Kysely<Tables>, now: number): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    connection.exec(migrationTable(db).compile().sql);
    const current = versionOf(connection, db);
    if (current > LATEST) {
      const words = `was written by a newer Earshot (schema ${current}, this one knows ${LATEST}).`;
      const advice = 'Update Earshot, or set EARSHOT_DATA to another folder.';
      throw Object.assign(new Error(`${words} ${advice}`), { code: NEWER });
    }
    for (const step of MIGRATIONS.filter(({ version }) => version > current)) take(step, connection, { db, now });
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction()) connection.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(connection: Connection, db: Kysely<Tables>): number {
  const latest = query(() => db.selectFrom('migration').select('version').orderBy('version', 'desc').limit(1));
  return connection.run(latest, {})[0]?.version ?? 0;
}

function take(
  step: (typeof MIGRATIONS)[number],
  connection: Connection,
  { db, now }: { readonly db: Kysely<Tables>; readonly now: number },
): void {
  for (const statement of step.up(db)) connection.exec(statement.compile().sql);
  const note = query((v: Tables['migration']) =>
    db.insertInto('migration').values({ version: v.version, name: v.name, applied_at: v.applied_at }),
  );
  connection.run(note, { version: step.version, name: step.name, applied_at: now });
}
