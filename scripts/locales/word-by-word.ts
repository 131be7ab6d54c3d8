/** Tokens of sentences that templates stand for: hundreds of thousands of them, made of a few thousand words. */

import { tokens, type Words } from '../../lambda/language/hearing/words';

const known = {
  join: new Map<string, readonly string[]>(),
  split: new Map<string, readonly string[]>(),
} satisfies Record<Words['apostrophe'], Map<string, readonly string[]>>;

/** As `tokens` reads them, each word once: what it makes of a word does not depend on those beside it, signs of money aside. */
export function tokensOf(sentence: string, apostrophe: Words['apostrophe']): readonly string[] {
  return /[€£$]/.test(sentence)
    ? tokens(sentence, apostrophe)
    : sentence.split(' ').flatMap((word) => ofWord(word, apostrophe));
}

function ofWord(word: string, apostrophe: Words['apostrophe']): readonly string[] {
  const before = known[apostrophe].get(word);
  if (before !== undefined) return before;
  const made = tokens(word, apostrophe);
  known[apostrophe].set(word, made);
  return made;
}

/** The same as one string. */
export function plainOf(sentence: string, apostrophe: Words['apostrophe']): string {
  return tokensOf(sentence, apostrophe).join(' ');
}
