/** A word without the ending that number and gender change, as a language lists them. Crude on purpose. */

import { plainLetters } from './letters';

/** A word in lower case without accents to what is left of it. */
export type Stem = (word: string) => string;

/** Shorter is no stem: "gas" is not a plural. */
const LEAST = 3;

/** The longest ending goes. */
export function stemmer(endings: readonly string[]): Stem {
  const letters = endings
    .map((ending) => plainLetters(ending.normalize('NFKD')).replace(/[^\p{L}]/gu, ''))
    .filter((one) => one);
  const pattern = new RegExp(`^(.{${LEAST},}?)(?:${letters.join('|')})$`, 'u');
  return letters.length === 0 ? (word) => word : (word) => pattern.exec(word)?.[1] ?? word;
}
