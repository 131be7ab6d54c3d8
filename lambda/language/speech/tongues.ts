/** Which everyday words tell a language by, and what it shortens in writing: what speech is looked through for. */

import { languageFolders, readLists } from '../locales/lists';

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

/** Those of our languages, and of languages nobody here speaks (`tongues.json` beside the folders). */
export function readTongues(directory: string): Tongues {
  const empty: Tongue = { words: [], short: [], digits: [] };
  const [others = {}] = readLists<Record<string, Telling>>(directory, 'tongues.json', ['.']);
  const own = languageFolders(directory).flatMap((language) => {
    const [words] = readLists<{ telling: Telling }>(directory, 'words.json', [language]);
    const [digits] = readLists<{ words: object }>(directory, 'digits.json', [language]);
    return [[language, { ...empty, ...words?.telling, digits: Object.keys(digits?.words ?? {}) }] as const];
  });
  return Object.fromEntries([
    ...Object.entries(others).map(([language, telling]) => [language, { ...empty, ...telling }] as const),
    ...own,
  ]);
}
