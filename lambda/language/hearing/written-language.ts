/** Which of our languages somebody writes: the one whose sentences have most of the words. */

import { readSentences, readWords } from './word-files';
import { tokens } from './words';

export type WrittenLanguages = {
  /** The folders of the languages, and which of them are spoken. */
  readonly directory: string;
  readonly languages: () => readonly string[];
};

/** `by`: so many words more than the language so far must be another's. null: it is that one, or nothing is certain. */
export type ReadLanguage = (text: string, so: { readonly far: string; readonly by: number }) => string | null;

export function createReadLanguage({ directory, languages }: WrittenLanguages): ReadLanguage {
  const known = new Map<string, (text: string) => number>();
  const counterOf = (language: string) => {
    const counter = known.get(language) ?? countIn(directory, language);
    known.set(language, counter);
    return counter;
  };
  return (text, { far, by }) => {
    const counts = languages().map((language) => ({ language, count: counterOf(language)(text) }));
    const [best, next] = counts.sort((a, b) => b.count - a.count);
    const sofar = counts.find(({ language }) => language === far)?.count ?? 0;
    if (!best || best.language === far || best.count === next?.count) return null;
    return best.count - sofar >= by ? best.language : null;
  };
}

/** How many different words of a text are in the language's sentences. */
function countIn(directory: string, language: string): (text: string) => number {
  const apostrophe = readWords(directory, language)?.apostrophe ?? 'split';
  const sentences = Object.values(readSentences(directory, language) ?? {}).flat();
  const vocabulary = new Set(tokens(sentences.join(' ').replace(/\{\w+\}|[()|[\]]/g, ' '), apostrophe));
  return (text) => new Set(tokens(text, apostrophe).filter((token) => vocabulary.has(token))).size;
}
