/** What number and gender change at the end of a name of goods: `endings` in each language's `words.json`. */

import { type Stem, stemmer } from '../../vocabulary/stem';

const known = new Set<string>();
let stem: Stem = stemmer([]);
let unread: readonly (() => readonly string[])[] = [];

/**
 * What the house hands in of every language it has, read when a name is first looked at. All of them hold for all goods: a
 * shop may name its goods in another language than its shopper's. Kept for the whole process and never taken back.
 */
export function knowEndings(read: () => readonly string[]): void {
  unread = [...unread, read];
}

/** The same function until an ending comes in. */
export function stemNow(): Stem {
  if (unread.length > 0) learn();
  return stem;
}

function learn(): void {
  const before = known.size;
  for (const read of unread) for (const ending of read()) known.add(ending);
  unread = [];
  if (known.size > before) stem = stemmer([...known]);
}
