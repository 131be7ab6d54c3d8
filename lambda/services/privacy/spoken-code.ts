/** A code that is said or written: "four seven one one", "47 11". */

import { CODE_DIGITS } from '../limits/voice-code';
import { fold } from './fold';
import { digitRow } from './spoken';
import { digitsKnown } from './spoken-words';

/** `isAll`: it is all that was said. null: there are not digits enough. */
export function codeIn(text: string): { readonly digits: string; readonly isAll: boolean } | null {
  return digitRow(fold(text).folded, digitsKnown(), CODE_DIGITS.least);
}
