/** What is understood when it is typed, but stands in no model: slips that nobody says aloud, and words that wake a speaker. */

import { phrases, readPhrase, type Words } from '../../lambda/language/hearing/words';
import { tokensOf } from './word-by-word';

/** Amazon's; a sample with one of them would never reach the skill. */
export const WAKE_WORDS = ['alexa', 'echo', 'amazon', 'computer', 'ziggy'] as const;

/** Tells the samples of a language that nobody says. */
export function unsaidBy({ apostrophe, unsaid }: Pick<Words, 'apostrophe' | 'unsaid'>): (sample: string) => boolean {
  const never = phrases(
    [...WAKE_WORDS, ...unsaid].map((phrase) => [phrase, phrase] as const),
    apostrophe,
  );
  return (sample) => {
    const said = tokensOf(sample, apostrophe);
    return said.some((_, at) => readPhrase(never, said, at) !== undefined);
  };
}
