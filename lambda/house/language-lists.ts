/** The lists of the languages that rooms below language work with: the house reads them and hands them in. */

import { numberTableIn, partsIn, readLists, readListsBeside, textsIn, textTableIn } from '../language/locales/lists';
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

const digits = partsIn<SpokenWords>({
  ...{ words: textTableIn, repeats: numberTableIn, fillers: textsIn, signs: textsIn },
  ...{ calls: textsIn, between: textsIn, things: textsIn, naming: textsIn, money: textsIn },
});
const called = partsIn<CalledWords>({
  ...{ things: textsIn, several: textsIn, names: textsIn, is: textsIn },
  ...{ of: textsIn, and: textsIn, counted: textsIn, deeds: textsIn },
});
const mail = partsIn<MailWords>({ from: textsIn, headers: textsIn, wrote: textsIn, sent: textsIn });
const words = partsIn({ endings: partsIn({ names: textsIn }) });

/** How digits are said, in every language that has a folder, drafts too: what is personal is hidden in all of them. */
export function digitsIn(locales: string): readonly SpokenWords[] {
  return readLists(locales, 'digits.json', digits);
}

/** What has a number of its own, in every language that has a folder: what people write is read out in the language they write. */
export function calledWordsIn(locales: string): readonly CalledWords[] {
  return readLists(locales, 'numbers.json', called);
}

/** How mail programs quote: in our languages, and in those of shoppers who only write with such a program. */
export function mailWordsIn(locales: string): readonly MailWords[] {
  const others = readListsBeside(locales, 'mail-programs.json', mail);
  return [...readLists(locales, 'mail.json', mail), ...Object.values(others)];
}

/** What number and gender change at the end of a word, in every language that has a folder. */
export function endingsIn(locales: string): readonly string[] {
  return readLists(locales, 'words.json', words).flatMap(({ endings }) => endings.names);
}
