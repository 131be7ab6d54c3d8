/** What is understood when it is typed, but stands in no model: slips that nobody says aloud, and words that wake a speaker. */

import { normalise, type Words } from '../../lambda/language/hearing/words';

/** Amazon's; a sample with one of them would never reach the skill. */
export const WAKE_WORDS = ['alexa', 'echo', 'amazon', 'computer', 'ziggy'] as const;

export function isUnsaid(sample: string, { apostrophe, unsaid }: Words): boolean {
  const said = ` ${normalise(sample, apostrophe)} `;
  return [...WAKE_WORDS, ...unsaid].some((phrase) => said.includes(` ${normalise(phrase, apostrophe)} `));
}
