/** Reads one writing of all goods: statements that are made once and run at once. */

import type Database from 'libsql';
import * as z from 'zod/mini';
import type { IndexedGoods } from '../../services/commerce/goods-index';
import { readAs, shapeOf } from '../../services/shape';
import type { Pack } from '../../vocabulary/values';
import type { TableNames } from './tables';
import type { WritingRow } from './writings';

const isSample = shapeOf<readonly (readonly string[])[]>(z.array(z.array(z.string())));

/** Goods. The keys of so few are kept at hand, a megabyte at most: most words of an utterance are looked up, and few are found. */
const FEW = 500;

/** An array of texts, as JSON: one statement, however many they are. */
const EACH = 'json_each(?)';

export function readingOf(
  db: Database.Database,
  { goods, found, words, slips }: TableNames,
  { size, at, sample }: WritingRow,
): IndexedGoods {
  const column = <T>(sql: string) => {
    const statement = db.prepare(sql).raw();
    return (values: readonly (string | number)[]): readonly T[] =>
      (statement.all([...values]) as readonly (readonly [T])[]).map(([value]) => value);
  };
  const any = column<number>(`SELECT 1 FROM ${found} WHERE ${found} MATCH ? LIMIT 1`);
  const atHand = size > FEW ? null : keysIn(db, found);
  const having = column<string>(
    `SELECT g.id FROM ${found} f JOIN ${goods} g ON g.place = f.rowid WHERE f.${found} MATCH ? ORDER BY f.rowid LIMIT ?`,
  );
  const first = column<string>(`SELECT id FROM ${goods} ORDER BY place LIMIT ?`);
  const slipped = column<string>(
    `SELECT word FROM ${words} WHERE number IN (SELECT s.word FROM ${EACH} r JOIN ${slips} s ON s.rest = r.value) ORDER BY number`,
  );
  const packed = column<Pack['kind'] | null>(`SELECT packed_in FROM ${goods} WHERE id = ?`);
  const jsons = column<string>(`SELECT g.json FROM ${EACH} r JOIN ${goods} g ON g.id = r.value ORDER BY r.key`);
  return {
    size,
    writtenAt: at,
    sample: readAs(sample, isSample) ?? [],
    has: (key) => atHand?.has(key) ?? any([token(key)]).length > 0,
    having: (keys, most) => (keys.length === 0 ? first([most]) : having([keys.map(token).join(' AND '), most])),
    slipped: (rests) => slipped([JSON.stringify(rests)]),
    packOf: (id) => packed([id])[0] ?? undefined,
    jsonOf: (ids) => jsons([JSON.stringify(ids)]),
  };
}

function keysIn(db: Database.Database, found: string): ReadonlySet<string> {
  const terms = `temp.terms_of_${found}`;
  db.exec(`CREATE VIRTUAL TABLE ${terms} USING fts5vocab(main, ${found}, row)`);
  const rows = db.prepare(`SELECT term FROM ${terms}`).raw().all() as readonly (readonly [string])[];
  db.exec(`DROP TABLE ${terms}`);
  return new Set(rows.map(([term]) => term));
}

/** FTS5's queries are a language of their own: what is quoted is a word and nothing else. */
function token(key: string): string {
  return `"${key.replaceAll('"', '""')}"`;
}
