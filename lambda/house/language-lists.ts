/** The lists of the languages that rooms below language work with: the house reads them and hands them in. */

import {
  type ListShape,
  numberTableIn,
  partsOf,
  readLists,
  readListsBeside,
  textsIn,
  textTableIn,
  treeIn,
} from '../language/locales/lists';
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

/** Completes a list. A file that has not changed is the same value, and so is what is made of it. */
function wholeOf<T extends object>(empty: T): (list: Partial<T>) => T {
  const made = new WeakMap<Partial<T>, T>();
  return (list) => {
    const whole = made.get(list) ?? { ...empty, ...list };
    made.set(list, whole);
    return whole;
  };
}

const DIGITS: ListShape<SpokenWords> = {
  ...{ words: textTableIn, repeats: numberTableIn, fillers: textsIn, signs: textsIn },
  ...{ calls: textsIn, between: textsIn, things: textsIn, naming: textsIn, money: textsIn },
};
const CALLED: ListShape<CalledWords> = {
  ...{ things: textsIn, several: textsIn, names: textsIn, is: textsIn },
  ...{ of: textsIn, and: textsIn, counted: textsIn, deeds: textsIn },
};
const MAIL: ListShape<MailWords> = { from: textsIn, headers: textsIn, wrote: textsIn, sent: textsIn };
const NAMES: ListShape<{ readonly names: readonly string[] }> = { names: textsIn };
const ENDINGS: ListShape<{ readonly endings: object }> = { endings: treeIn };

const wholeDigits = wholeOf<SpokenWords>({
  ...{ words: {}, repeats: {}, fillers: [], signs: [] },
  ...{ calls: [], between: [], things: [], naming: [], money: [] },
});
const wholeCalled = wholeOf<CalledWords>({
  ...{ things: [], several: [], names: [], is: [] },
  ...{ of: [], and: [], counted: [], deeds: [] },
});

/** How digits are said, in every language that has a folder, drafts too: what is personal is hidden in all of them. */
export function digitsIn(locales: string): readonly SpokenWords[] {
  return readLists(locales, 'digits.json', DIGITS).map(wholeDigits);
}

/** What has a number of its own, in every language that has a folder: what people write is read out in the language they write. */
export function calledWordsIn(locales: string): readonly CalledWords[] {
  return readLists(locales, 'numbers.json', CALLED).map(wholeCalled);
}

/** How mail programs quote: in our languages, and in those of shoppers who only write with such a program. */
export function mailWordsIn(locales: string): readonly MailWords[] {
  const empty: MailWords = { from: [], headers: [], wrote: [], sent: [] };
  const others = readListsBeside(locales, 'mail-programs.json', MAIL);
  return [...readLists(locales, 'mail.json', MAIL), ...Object.values(others)].map((list) => ({ ...empty, ...list }));
}

/** What number and gender change at the end of a word, in every language that has a folder. */
export function endingsIn(locales: string): readonly string[] {
  const lists = readLists(locales, 'words.json', ENDINGS);
  return lists.flatMap(({ endings }) => partsOf(endings, NAMES).names ?? []);
}
