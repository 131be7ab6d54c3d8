/** A word without the ending that number and gender change: "bags" and "bag", "mele" and "mela". */

import { type Stem, stemmer } from '../../vocabulary/stem';
import { onceFor } from './once';
import type { Words } from './words';

const made = onceFor(({ names }: Words['endings']) => stemmer(names));

/** As the language's endings say; made once for each language. */
export function stemOf({ endings }: Pick<Words, 'endings'>): Stem {
  return made(endings);
}
