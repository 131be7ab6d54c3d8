/** What number and gender change at the end of a name of goods: `endings` in each language's `words.json`. */

import { type Stem, stemmer } from '../../vocabulary/stem';

const known = new Set<string>();
let stem: Stem = stemmer([]);

/**
 * What the house hands in of every language it has. All of them hold for all goods: a shop may name its goods in another
 * language than its shopper's. Kept for the whole process and never taken back.
 */
export function knowEndings(endings: readonly string[]): void {
  const before = known.size;
  for (const ending of endings) known.add(ending);
  if (known.size > before) stem = stemmer([...known]);
}

/** The same function until an ending comes in. */
export function stemNow(): Stem {
  return stem;
}
