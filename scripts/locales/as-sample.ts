/** Sentences as Amazon's model has them, and as it compares them. */

import { tokens } from '../../lambda/language/hearing/words';
import { wordByWord } from './word-by-word';

/** A sentence as Amazon wants it: lower case outside the slots, no signs but apostrophes, hyphens and full stops. */
export function asSample(sentence: string): string {
  if (PLAIN.test(sentence)) return sentence.trim();
  return sentence
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => (part.startsWith('{') ? part : part.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s'.-]+/gu, ' ')))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** As most are already: low letters and slots, one space between them. */
const PLAIN = /^(?:[a-z]+|\{[A-Za-z]+\})(?: (?:[a-z]+|\{[A-Za-z]+\}))*$/;

/** Two samples that sound alike are one. */
export function comparable(sample: string): string {
  return PLAIN.test(sample) ? sample : comparableWords(sample);
}

const comparableWords = wordByWord((word) =>
  word
    .split(/(\{[A-Za-z]+\})/)
    .flatMap((part) => (part.startsWith('{') ? [part] : tokens(part, 'join')))
    .join(' '),
);
