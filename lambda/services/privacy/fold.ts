/** Folds a text to what redaction compares: lower case, letters without accents, plain digits, nothing invisible. */

import { plainLetters } from '../../vocabulary/letters';

export type Redaction = 'name' | 'e-mail' | 'phone' | 'address' | 'card' | 'iban' | 'token' | 'number';

/** A stretch of the folded text that must not be written down. */
export type Span = { readonly from: number; readonly to: number; readonly as: Redaction };

export type Folded = {
  readonly folded: string;
  /** Where in the original the character begins that gave the folded text its `index`. */
  readonly origin: (index: number) => number;
};

/** Marks on letters, and what is not seen at all: joiners, soft hyphens, direction marks. */
const UNSEEN = /[\p{M}\p{Cf}]/gu;
const ASCII = /^[\0-\x7f]*$/;

export function fold(text: string): Folded {
  if (ASCII.test(text)) return { folded: text.toLowerCase(), origin: (index) => index };
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const character of text) {
    const units = character < '\x80' ? character.toLowerCase() : plain(character);
    for (let unit = 0; unit < units.length; unit++) origins.push(at);
    folded += units;
    at += character.length;
  }
  return { folded, origin: (index) => origins[index] ?? text.length };
}

function plain(character: string): string {
  return plainLetters(character.normalize('NFKD').toLowerCase().replace(UNSEEN, ''));
}

/** The words of a value, folded; punctuation and spaces only part them. */
export function foldedWords(value: string): readonly string[] {
  return fold(value).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
