/** A word without the ending that number and gender change: "bags" and "bag", "mele" and "mela". */

import type { Words } from './words';

export type Stem = (token: string) => string;

/** Shorter is no stem: "gas" is not a plural. */
const LEAST = 3;

const made = new WeakMap<Words['endings'], Stem>();

/** As the language's endings say, the longest first. Crude on purpose. */
export function stemOf({ endings }: Pick<Words, 'endings'>): Stem {
  const known = made.get(endings);
  if (known) return known;
  const letters = endings.names
    .map((ending) => ending.normalize('NFKD').replace(/[^\p{L}]/gu, ''))
    .filter((one) => one);
  const pattern = new RegExp(`^(.{${LEAST},}?)(?:${letters.join('|')})$`, 'u');
  const stem: Stem = letters.length === 0 ? (token) => token : (token) => pattern.exec(token)?.[1] ?? token;
  made.set(endings, stem);
  return stem;
}
