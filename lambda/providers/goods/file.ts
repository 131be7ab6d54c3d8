/** The file the goods lie in: nothing of it is worth a repair, since the shop has all of it. */

import { rmSync } from 'node:fs';
import Database from 'libsql';
import { makeOwnFile } from '../../services/own-file';
import { createWritings } from './writings';

/** Of the tables. */
const VERSION = 1;
/** The code of what another program has written. */
const OTHER = 'SQLITE_NOTADB_OTHER_VERSION';

/** One that was sealed. Throws what SQLite says where it is none. */
export function builtGoodsFile(file: string): Database.Database {
  return new Database(file, { readonly: true });
}

/** null: in memory. What is damaged, or another program's, is made anew. Throws what the file system says. */
export function goodsFile(file: string | null): Database.Database {
  if (file === null) return opened(':memory:');
  makeOwnFile(file);
  try {
    return opened(file);
  } catch (error) {
    if (!/^SQLITE_(NOTADB|CORRUPT)/.test(String((error as { readonly code?: unknown }).code))) throw error;
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    return opened(file);
  }
}

function opened(file: string): Database.Database {
  const db = new Database(file);
  try {
    // In milliseconds: whoever writes lets others through after each slice.
    db.pragma('busy_timeout = 2000');
    db.pragma('journal_mode = WAL');
    // What the power takes is written anew.
    db.pragma('synchronous = OFF');
    const [{ user_version: version }] = db.pragma('user_version') as [{ readonly user_version: number }];
    if (version !== VERSION && version !== 0) throw Object.assign(new Error('of another program'), { code: OTHER });
    createWritings(db);
    db.pragma(`user_version = ${VERSION}`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
