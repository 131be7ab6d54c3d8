/** The words of the pages, from `pages.json` of each language: one group a page. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languageOf } from '../../vocabulary/locales';

export type PageWords = {
  /** The language the words are in. */
  readonly lang: string;
  readonly words: Readonly<Record<string, string>>;
};

export type PageWordsOptions = {
  /** The folder that holds a folder per language. */
  readonly directory: string;
  readonly shopName: string;
  /** The languages that may be asked for; the first one is for everybody else. */
  readonly languages: () => readonly string[];
};

/** Reads anew at every call, so that a change is seen at the next load. Throws when a file is missing or no JSON. */
export function createPageWords({ directory, shopName, languages }: PageWordsOptions) {
  return async function wordsOf(page: string, locale: string): Promise<PageWords> {
    const language = languageOf(locale);
    const lang = languages().find((one) => one === language) ?? languages()[0] ?? 'en';
    const file = JSON.parse(await readFile(join(directory, lang, 'pages.json'), 'utf8')) as Record<string, object>;
    const words = Object.entries(file[page] ?? {}).map(([key, text]) => [
      key,
      String(text).replaceAll('{{shop}}', shopName),
    ]);
    return { lang, words: Object.fromEntries(words) };
  };
}
