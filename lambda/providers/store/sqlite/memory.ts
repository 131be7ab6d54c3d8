/** Stores in memory, one after the other: making the tables takes longer than a conversation, so an emptied one is the next. */

import type { Query } from '../query';
import { type FileConnection, openFile } from './file';

const spare: FileConnection[] = [];
const MOST_SPARE = 4;
/** Nobody else has it open. */
const NO_WAIT = 0;

/** With the tables it had before, if any, and nothing in them. */
export function openInMemory(): FileConnection {
  const connection = spare.pop() ?? openFile(':memory:', NO_WAIT);
  let isOpen = true;
  const own = () => {
    if (!isOpen) throw new Error('the store is closed');
    return connection;
  };
  return {
    run: (query, values) => own().run(query, values),
    runBulk: (query, rows) => own().runBulk(query, rows),
    exec: (sql) => own().exec(sql),
    inTransaction: () => isOpen && connection.inTransaction(),
    close() {
      if (!isOpen) return;
      isOpen = false;
      if (spare.length < MOST_SPARE && isEmptied(connection)) spare.push(connection);
      else connection.close();
    },
  };
}

/** What tells which steps have been taken stays, like the tables they made. */
const TABLES: Query<null, { readonly name: string }> = {
  sql: `select name from sqlite_schema where type = 'table' and name not in ('migration', 'oldest_program')
    and (name not like 'sqlite%' or name = 'sqlite_sequence')`,
  bind: () => [],
};

function isEmptied(connection: FileConnection): boolean {
  if (connection.inTransaction()) return false;
  try {
    connection.exec('PRAGMA foreign_keys = OFF; BEGIN');
    for (const { name } of connection.run(TABLES, null))
      connection.run({ sql: `delete from "${name}"`, bind: () => [] }, null);
    connection.exec('COMMIT; PRAGMA foreign_keys = ON');
    return true;
  } catch {
    return false;
  }
}
