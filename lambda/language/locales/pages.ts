/** The words of the pages, from `pages.json` of each language: one group a page. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { languageOf } from '../../vocabulary/locales';
import { isTodo } from './todo';

export type PageWords = {
  /** The language the words are in. */
  readonly lang: string;
  readonly words: Readonly<Record<string, string>>;
  /** The language is still being written, and is offered to nobody. */
  readonly isDraft: boolean;
};

export type PageWordsOptions = {
  /** The folder that holds a folder per language. */
  readonly directory: string;
  readonly shopName: string;
  /** The languages that may be asked for; the first one is for everybody else. */
  readonly languages: () => readonly string[];
  /** May be asked for by name, and show the key of what they have no words for. */
  readonly drafts?: () => readonly string[];
};

const FILE = z.record(z.string(), z.record(z.string(), z.string()));

/** Reads anew at every call, so that a change is seen at the next load. Throws when a file is missing or holds no words. */
export function createPageWords({ directory, shopName, languages, drafts = () => [] }: PageWordsOptions) {
  return async function wordsOf(page: string, locale: string): Promise<PageWords> {
    const language = languageOf(locale);
    const lang = [...languages(), ...drafts()].find((one) => one === language) ?? languages()[0] ?? 'en';
    const file = FILE.parse(JSON.parse(await readFile(join(directory, lang, 'pages.json'), 'utf8')));
    const words = Object.entries(file[page] ?? {}).map(([key, text]) => {
      return [key, isTodo(text) ? `[${page}.${key}]` : text.replaceAll('{{shop}}', shopName)];
    });
    return { lang, words: Object.fromEntries(words), isDraft: drafts().includes(lang) };
  };
}
