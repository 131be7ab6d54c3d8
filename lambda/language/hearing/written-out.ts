/** Letters that a keyboard does not have, written with others: "moechte", "zurueck". */

import { tokens, type Words } from './words';

type Reading = { readonly letters: RegExp; readonly plain: (found: string) => string };

const made = new WeakMap<Words, Reading | null>();

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
function readingOf(words: Words): Reading | null {
  const before = made.get(words);
  if (before !== undefined) return before;
  const plain = Object.fromEntries(
    Object.entries(words.writtenOut).map(([out, letter]) => [out, tokens(letter, words.apostrophe).join('')]),
  );
  const all = Object.keys(plain);
  const reading =
    all.length === 0 ? null : { letters: new RegExp(all.join('|'), 'g'), plain: (out: string) => plain[out] ?? out };
  made.set(words, reading);
  return reading;
}
