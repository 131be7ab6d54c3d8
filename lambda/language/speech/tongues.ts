/** Which everyday words tell a language by, and what it shortens in writing: what speech is looked through for. */

import { join } from 'node:path';
import { languageFolders, partsIn, readListOf, readListsBeside, textsIn, treeIn } from '../locales/lists';

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

const tellingIn = partsIn<Telling>({ words: textsIn, short: textsIn });
const wordsIn = partsIn({ telling: tellingIn });
const digitsIn = partsIn({ words: treeIn });

/** Those of our languages, and of languages nobody here speaks (`tongues.json` beside the folders). */
export function readTongues(directory: string): Tongues {
  const others = readListsBeside(directory, 'tongues.json', tellingIn);
  const own = languageFolders(directory).map((language) => {
    const { telling } = readListOf(join(directory, language, 'words.json'), wordsIn);
    const { words } = readListOf(join(directory, language, 'digits.json'), digitsIn);
    return [language, { ...telling, digits: Object.keys(words) }] as const;
  });
  return Object.fromEntries([
    ...Object.entries(others).map(([language, telling]) => [language, { ...telling, digits: [] }] as const),
    ...own,
  ]);
}
