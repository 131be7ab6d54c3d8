/** Everything a house on disk has written down for others to read, as text, past the store's own port. */

import { join } from 'node:path';
import Database from 'libsql';

/** `conversation`, `answer` and `attempt` are the house's own working memory; nobody else reads them. */
const FOR_OTHERS = ['history', 'outbox', 'packet', 'fact'] as const;
export type Written = Readonly<Record<(typeof FOR_OTHERS)[number], readonly string[]>>;

/** One JSON text per row. */
export function writtenIn(folder: string): Written {
  const db = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  try {
    const rows = FOR_OTHERS.map((table) => [
      table,
      db
        .prepare(`select * from ${table}`)
        .all()
        .map((row) => JSON.stringify(row)),
    ]);
    return Object.fromEntries(rows);
  } finally {
    db.close();
  }
}
