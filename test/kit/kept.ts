/** Everything a house on disk keeps, past the store's own port: every table there is, one JSON text a row. */

import { join } from 'node:path';
import Database from 'libsql';

export type Kept = ReadonlyMap<string, readonly string[]>;

/** `except`: tables that are not looked at. A table of tomorrow is looked at without being named here. */
export function keptIn(folder: string, except: readonly string[] = []): Kept {
  const db = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table' order by name").all() as {
      name: string;
    }[];
    const rows = (table: string) =>
      db
        .prepare(`select * from "${table}"`)
        .all()
        .map((row) => JSON.stringify(row));
    return new Map(tables.filter(({ name }) => !except.includes(name)).map(({ name }) => [name, rows(name)]));
  } finally {
    db.close();
  }
}

/** Which of these stand where, however their letters are written; `table: value`. */
export function found(values: readonly string[], kept: Kept): readonly string[] {
  const sought = values.map((value) => JSON.stringify(value).slice(1, -1).toLowerCase());
  return [...kept].flatMap(([table, rows]) => {
    const text = rows.join('\n').toLowerCase();
    return sought.filter((value) => text.includes(value)).map((value) => `${table}: ${value}`);
  });
}
