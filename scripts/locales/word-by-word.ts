/** Tokens of sentences that templates stand for: hundreds of thousands of them, made of a few thousand words. */

import { tokens, type Words } from '../../lambda/language/hearing/words';

/** Two parts of a sentence, either of which may be empty. */
export function beside(head: string, tail: string): string {
  return head === '' || tail === '' ? head + tail : `${head} ${tail}`;
}

/** Makes a sentence from what is made of each of its words, each word once. */
export function wordByWord(make: (word: string) => string): (sentence: string) => string {
  const makeOnce = remembered(make);
  return (sentence) => {
    let made = '';
    for (let from = 0; from < sentence.length; ) {
      const space = sentence.indexOf(' ', from);
      const to = space < 0 ? sentence.length : space;
      if (to > from) made = beside(made, makeOnce(sentence.slice(from, to)));
      from = to + 1;
    }
    return made;
  };
}

export function remembered<T>(make: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const made = make(word);
    known.set(word, made);
    return made;
  };
}

const plainBy = {
  join: wordByWord((word) => tokens(word, 'join').join(' ')),
  split: wordByWord((word) => tokens(word, 'split').join(' ')),
} satisfies Record<Words['apostrophe'], (sentence: string) => string>;

/** Low letters with one space between words: nothing is to be done. */
const PLAIN = /^[a-z]+(?: [a-z]+)*$/;

/** As `tokens` reads it, as one string: what it makes of a word does not depend on those beside it, signs of money aside. */
export function plainOf(sentence: string, apostrophe: Words['apostrophe']): string {
  if (PLAIN.test(sentence)) return sentence;
  return /[€£$]/.test(sentence) ? tokens(sentence, apostrophe).join(' ') : plainBy[apostrophe](sentence);
}
