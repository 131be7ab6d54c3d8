/** The words of the pages, from `pages.json` of each language: one group a page, and a shop's "du" from `familiar.json`. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { languageOf } from '../../vocabulary/locales';
import { isTodo, lackingIn } from './todo';

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
  /** Languages in which shoppers are addressed like friends, where there are words for it. */
  readonly familiarIn?: readonly string[];
};

/** Who reads a page: the shop's manner with shoppers changes nothing for its own people. */
const IS_SHOPPERS = { chat: true, link: true, limits: true, ownFile: true, handOff: false, desk: false };
export const SHOPPERS_PAGES = Object.entries(IS_SHOPPERS).flatMap(([page, isTheirs]) => (isTheirs ? [page] : []));

const FILE = z.record(z.string(), z.record(z.string(), z.string()));
const FAMILIAR = z.object({ pages: z._default(FILE, {}) });

async function jsonOf(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function familiarOf(file: string): Promise<z.infer<typeof FILE>> {
  return existsSync(file) ? FAMILIAR.parse(await jsonOf(file)).pages : {};
}

/** Reads anew at every call, so that a change is seen at the next load. Throws when a file is missing or holds no words. */
export function createPageWords(options: PageWordsOptions) {
  const { directory, shopName, languages, drafts = () => [], familiarIn = [] } = options;
  return async function wordsOf(page: string, locale: string): Promise<PageWords> {
    const language = languageOf(locale);
    const lang = [...languages(), ...drafts()].find((one) => one === language) ?? languages()[0] ?? 'en';
    const file = FILE.parse(await jsonOf(join(directory, lang, 'pages.json')));
    const familiar = familiarIn.includes(lang) ? await familiarOf(join(directory, lang, 'familiar.json')) : {};
    const words = Object.entries({ ...file[page], ...familiar[page] }).map(([key, text]) => {
      const shown = isTodo(text) ? `[${page}.${key}] ${lackingIn(text)}` : text;
      return [key, shown.replaceAll('{{shop}}', shopName)];
    });
    return { lang, words: Object.fromEntries(words), isDraft: drafts().includes(lang) };
  };
}
