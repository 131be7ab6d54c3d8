/** A word without the ending that number and gender change: "bags" and "bag", "mele" and "mela". */

import { type Stem, stemmer } from '../../vocabulary/stem';
import type { Words } from './words';

const made = new WeakMap<Words['endings'], Stem>();

/** As the language's endings say; made once for each language. */
export function stemOf({ endings }: Pick<Words, 'endings'>): Stem {
  const known = made.get(endings);
  if (known) return known;
  const stem = stemmer(endings.names);
  made.set(endings, stem);
  return stem;
}
