/** Which everyday words tell a language by, and what it shortens in writing: what speech is looked through for. */

import { join } from 'node:path';
import {
  type ListShape,
  languageFolders,
  partsOf,
  readListOf,
  readListsBeside,
  textsIn,
  treeIn,
} from '../locales/lists';

/** `telling` of a language's `words.json`. */
export type Telling = {
  /** Everyday words that none of the other languages has. */
  readonly words: readonly string[];
  /** Written short and never said so, with their dots: "e.g.". */
  readonly short: readonly string[];
};

/** `digits`: its words for digits (`digits.json`); German "null" is one. */
type Tongue = Telling & { readonly digits: readonly string[] };

/** By language. */
export type Tongues = Readonly<Record<string, Tongue>>;

const TELLING: ListShape<Telling> = { words: textsIn, short: textsIn };
const WORDS: ListShape<{ readonly telling: object }> = { telling: treeIn };
const DIGITS: ListShape<{ readonly words: object }> = { words: treeIn };

/** Those of our languages, and of languages nobody here speaks (`tongues.json` beside the folders). */
export function readTongues(directory: string): Tongues {
  const empty: Tongue = { words: [], short: [], digits: [] };
  const others = readListsBeside(directory, 'tongues.json', TELLING);
  const own = languageFolders(directory).map((language) => {
    const { telling } = readListOf(join(directory, language, 'words.json'), WORDS);
    const { words = {} } = readListOf(join(directory, language, 'digits.json'), DIGITS);
    return [language, { ...empty, ...partsOf(telling, TELLING), digits: Object.keys(words) }] as const;
  });
  return Object.fromEntries([
    ...Object.entries(others).map(([language, telling]) => [language, { ...empty, ...telling }] as const),
    ...own,
  ]);
}
