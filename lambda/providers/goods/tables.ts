/** The tables of one writing of all goods: each has its own, so that who reads an earlier one is not disturbed. */

import type Database from 'libsql';

export type TableNames = ReturnType<typeof tablesOf>;

/** `number`: of the writing. */
export function tablesOf(number: number) {
  return { goods: `goods_${number}`, found: `found_${number}`, words: `words_${number}`, slips: `slips_${number}` };
}

/**
 * Every key of a good is one token of its row: whatever it holds but the line's end. What FTS5 does to text (folding, taking
 * apart) has been done by then, as the language wants it.
 */
const TOKENS = `unicode61 remove_diacritics 0 categories 'L* M* N* P* S* Zs Co'`;

export function createTables(db: Database.Database, { goods, found, words, slips }: TableNames): void {
  db.exec(`
    CREATE TABLE ${goods} (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, packed_in TEXT, json TEXT NOT NULL);
    CREATE VIRTUAL TABLE ${found} USING fts5(keys, content='', detail=none, tokenize="${TOKENS}");
    CREATE TABLE ${words} (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
    CREATE TABLE ${slips} (rest TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (rest, word)) WITHOUT ROWID;
  `);
}

export function dropTables(db: Database.Database, names: TableNames): void {
  for (const name of Object.values(names)) db.exec(`DROP TABLE IF EXISTS ${name}`);
}
