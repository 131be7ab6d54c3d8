/** What a language is learned from, kept from when it was read: by the time it is learned somebody may be writing in its files. */

import type { Sentences } from './sentences';
import { readSentences, readWords } from './word-files';
import type { Words } from './words';

export type ToLearn = (locale: string) => { readonly sentences: Sentences; readonly words: Words };

/** Of each locale what its files had when it was first asked for. */
export function keptToLearn(directory: string): ToLearn {
  const kept = new Map<string, ReturnType<ToLearn>>();
  return (locale) => {
    const known = kept.get(locale) ?? {
      sentences: readSentences(directory, locale) ?? {},
      words: readWords(directory, locale) as Words,
    };
    kept.set(locale, known);
    return known;
  };
}
