/** Letters that a keyboard does not have, written with others: "moechte", "zurueck". */

import { onceFor } from './once';
import { tokens, type Words } from './words';

type Reading = { readonly letters: RegExp; readonly plain: (found: string) => string };

/**
 * The word as it would be with the letters of its language, where only so it is known; else as it is: "neue" and
 * "abenteuer" are words themselves.
 */
export function inOwnLetters(token: string, words: Words, isKnown: (token: string) => boolean): string {
  const plain = letteredOf(token, words);
  return plain !== token && !isKnown(token) && isKnown(plain) ? plain : token;
}

/** With the letters that these may be written for, whatever comes of it. */
export function letteredOf(token: string, words: Words): string {
  const reading = readingOf(words);
  return reading ? token.replace(reading.letters, reading.plain) : token;
}

/** null: this language writes no letter with others. */
const readingOf = onceFor((words: Words): Reading | null => {
  const plain = Object.fromEntries(
    Object.entries(words.writtenOut).map(([out, letter]) => [out, tokens(letter, words.apostrophe).join('')]),
  );
  const all = Object.keys(plain);
  return all.length === 0 ? null : { letters: new RegExp(all.join('|'), 'g'), plain: (out) => plain[out] ?? out };
});
