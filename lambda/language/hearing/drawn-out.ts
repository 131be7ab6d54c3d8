/** How a word of the yes-or-no lists is written in haste: "yesss", "perfeto". */

import { slips } from './likeness';

export function isDrawnOut(token: string): boolean {
  return /(.)\1\1/.test(token);
}

/** Each letter once. */
export function shortened(token: string): string {
  return token.replace(/(.)\1+/g, '$1');
}

/** A letter too many or too few, or two swapped; another letter makes another word, unless the word is long. */
const LONG = 7;

export function isSlip(token: string, word: string): boolean {
  if (token[0] !== word[0] || slips(token, word, 1) !== 1) return false;
  if (token.length !== word.length) return word.length > 4 || hasRun(token, word);
  return word.length >= LONG || [...token].sort().join('') === [...word].sort().join('');
}

/** One letter doubled or halved: "sur" is not "sure", but "surre" is. */
function hasRun(token: string, word: string): boolean {
  return shortened(token) === shortened(word);
}
