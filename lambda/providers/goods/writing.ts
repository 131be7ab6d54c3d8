/** Writes all goods once more, in short transactions: whoever reads meanwhile reads the writing before. */

import type Database from 'libsql';
import type { IndexedGood } from '../../services/commerce/goods-index';
import { createTables, type TableNames } from './tables';

export type Rows = {
  add(goods: readonly IndexedGood[]): void;
  /** What some of them are called, evenly from the first to the last, and how many there are. */
  counted(): { readonly size: number; readonly sample: string };
};

const SAMPLED = 60;

/** `restsOf`: what is left of a word when letters are missed. */
export function rowsOf(db: Database.Database, names: TableNames, restsOf: (word: string) => readonly string[]): Rows {
  createTables(db, names);
  const good = db.prepare(`INSERT OR IGNORE INTO ${names.goods} VALUES (?, ?, ?, ?)`);
  const keys = db.prepare(`INSERT INTO ${names.found} (rowid, keys) VALUES (?, ?)`);
  const word = db.prepare(`INSERT INTO ${names.words} VALUES (?, ?)`);
  const slip = db.prepare(`INSERT INTO ${names.slips} SELECT value, ? FROM json_each(?)`);
  const spelled = new Map<string, number>();
  let size = 0;

  function addWord(text: string): void {
    if (spelled.has(text)) return;
    const rests = restsOf(text);
    if (rests.length === 0) return;
    spelled.set(text, spelled.size + 1);
    word.run([spelled.size, text]);
    slip.run([spelled.size, JSON.stringify(rests)]);
  }

  return {
    add(goods) {
      for (const one of goods) {
        const { changes } = good.run([size + 1, one.id, one.packedIn ?? null, one.json]);
        // A page that was asked for twice, or goods that moved to another one meanwhile.
        if (changes === 0) continue;
        size += 1;
        keys.run([size, one.keys.join('\n')]);
        for (const text of one.spelled) addWord(text);
      }
    },
    counted() {
      const places = Array.from(
        { length: Math.min(SAMPLED, size) },
        (_, at, count = Math.min(SAMPLED, size)) => Math.floor((at * size) / count) + 1,
      );
      const called = db
        .prepare(
          `SELECT g.json -> '$.words' FROM json_each(?) p JOIN ${names.goods} g ON g.place = p.value ORDER BY p.key`,
        )
        .raw();
      const sample = (called.all([JSON.stringify(places)]) as readonly (readonly [string])[]).map(([words]) => words);
      return { size, sample: `[${sample.join(',')}]` };
    },
  };
}
