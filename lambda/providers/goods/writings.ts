/** The list of writings: of each edition the one that is read, the one before it, and the one that is being written. */

import type Database from 'libsql';
import type { Instant } from '../../vocabulary/values';
import { dropTables, tablesOf } from './tables';

/** Whoever stopped in the middle of writing is not waited for any longer than this after the last slice. */
const LEASE_MS = 120_000;
/** What nobody has written for so long is of a shop, or of words, of before. */
const FORGOTTEN_MS = 14 * 24 * 3_600_000;

const WRITINGS = `CREATE TABLE IF NOT EXISTS writings (number INTEGER PRIMARY KEY AUTOINCREMENT, edition TEXT NOT NULL,
  state TEXT NOT NULL, at INTEGER NOT NULL, size INTEGER NOT NULL DEFAULT 0, sample TEXT NOT NULL DEFAULT '[]')`;

export type WritingRow = {
  readonly number: number;
  readonly at: Instant;
  readonly size: number;
  readonly sample: string;
};

type Values = readonly (string | number)[];

/** Of a file that is new. */
export function createWritings(db: Database.Database): void {
  db.exec(WRITINGS);
}

export function writingsOf(db: Database.Database, now: () => Instant) {
  const latest = db.prepare(
    "SELECT number, at, size, sample FROM writings WHERE edition = ? AND state = 'read' ORDER BY number DESC LIMIT 1",
  );
  const run = (sql: string, values: Values) => void db.prepare(sql).run([...values]);
  const numbers = (where: string, values: Values): readonly number[] => {
    const rows = db
      .prepare(`SELECT number FROM writings WHERE ${where}`)
      .raw()
      .all([...values]);
    return (rows as readonly (readonly [number])[]).map(([number]) => number);
  };
  function drop(some: readonly number[]): void {
    for (const number of some) {
      dropTables(db, tablesOf(number));
      run('DELETE FROM writings WHERE number = ?', [number]);
    }
  }
  return {
    drop,
    latest: (edition: string) => latest.get([edition]) as WritingRow | undefined,
    /** Its number; null: somebody else is at it. */
    begin(edition: string): number | null {
      const left = now() - LEASE_MS;
      if (numbers("edition = ? AND state = 'written' AND at > ?", [edition, left]).length > 0) return null;
      drop(numbers("state = 'written' AND at <= ?", [left]));
      run("INSERT INTO writings (edition, state, at) VALUES (?, 'written', ?)", [edition, now()]);
      return numbers("edition = ? AND state = 'written'", [edition])[0] ?? null;
    },
    goOn: (number: number) => run('UPDATE writings SET at = ? WHERE number = ?', [now(), number]),
    /** The one before is still being read by turns that have begun; older ones go. */
    done(edition: string, { number, size, sample }: Omit<WritingRow, 'at'>): void {
      run("UPDATE writings SET state = 'read', at = ?, size = ?, sample = ? WHERE number = ?", [
        ...[now(), size, sample, number],
      ]);
      const [, , ...older] = numbers("edition = ? AND state = 'read' ORDER BY number DESC", [edition]);
      drop([...older, ...numbers("state = 'read' AND at < ?", [now() - FORGOTTEN_MS])]);
    },
  };
}
