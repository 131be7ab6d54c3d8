/** The lists of the languages that rooms below language work with: the house reads them and hands them in. */

import type { Words } from '../language/hearing/words';
import { readLists } from '../language/locales/lists';
import { knowEndings } from '../services/commerce/endings';
import { knowDigits, type SpokenWords } from '../services/privacy/spoken-words';
import type { MailWords } from '../services/reach/mail-words';
import { type CalledWords, knowCalled } from '../vocabulary/called-numbers';

/** Tells those rooms what they ask for without a house at hand. */
export function knowLists(locales: string): void {
  knowDigits(digitsIn(locales));
  knowEndings(() => endingsIn(locales));
  knowCalled(() => calledWordsIn(locales));
}

/** How digits are said, in every language that has a folder, drafts too: what is personal is hidden in all of them. */
export function digitsIn(locales: string): readonly SpokenWords[] {
  const empty: SpokenWords = {
    words: {},
    repeats: {},
    fillers: [],
    signs: [],
    calls: [],
    between: [],
    things: [],
    naming: [],
  };
  return readLists<SpokenWords>(locales, 'digits.json').map((list) => ({ ...empty, ...list }));
}

/** What has a number of its own, in every language that has a folder: what people write is read out in the language they write. */
export function calledWordsIn(locales: string): readonly CalledWords[] {
  const empty = { things: [], several: [], names: [], is: [], of: [], and: [], counted: [], deeds: [] };
  return readLists<CalledWords>(locales, 'numbers.json').map((list) => ({ ...empty, ...list }));
}

/** How mail programs quote: in our languages, and in those of shoppers who only write with such a program. */
export function mailWordsIn(locales: string): readonly MailWords[] {
  const empty: MailWords = { from: [], headers: [], wrote: [], sent: [] };
  const [others = {}] = readLists<Readonly<Record<string, MailWords>>>(locales, 'mail-programs.json', ['.']);
  const own = readLists<MailWords>(locales, 'mail.json');
  return [...own, ...Object.values(others)].map((list) => ({ ...empty, ...list }));
}

/** What number and gender change at the end of a word, in every language that has a folder. */
export function endingsIn(locales: string): readonly string[] {
  return readLists<Words>(locales, 'words.json').flatMap(({ endings }) => endings?.names ?? []);
}
