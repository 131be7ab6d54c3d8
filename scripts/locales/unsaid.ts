/** What is understood when it is typed, but stands in no model: slips that nobody says aloud, and words that wake a speaker. */

import { phrasesAt } from '../../lambda/language/hearing/phrase-tree';
import { phrases, tokens, type Words } from '../../lambda/language/hearing/words';
import { plainOf, remembered } from './word-by-word';

/** Amazon's; a sample with one of them would never reach the skill. */
export const WAKE_WORDS = ['alexa', 'echo', 'amazon', 'computer', 'ziggy'] as const;

/** Tells the samples of a language that nobody says. */
export function unsaidBy({ apostrophe, unsaid }: Pick<Words, 'apostrophe' | 'unsaid'>): (sample: string) => boolean {
  const never = phrases(
    [...WAKE_WORDS, ...unsaid].map((phrase) => [phrase, phrase] as const),
    apostrophe,
  );
  // Of very many samples few have a word that such a phrase begins with.
  const mayBegin = remembered((word) => tokens(word, apostrophe).some((token) => never.has(token)));
  return (sample) => {
    if (!sample.split(' ').some(mayBegin)) return false;
    const said = plainOf(sample, apostrophe).split(' ');
    return said.some((token, at) => never.has(token) && phrasesAt(never, said, at).length > 0);
  };
}
