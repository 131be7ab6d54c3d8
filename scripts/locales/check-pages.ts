/** Checks the words of the pages: every one the program asks for is there, and none is left untranslated. */

import { isTodo } from '../../lambda/language/locales/todo';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { missingOf } from './missing';
import { PAGE_KEYS } from './page-keys';
import { MEASURE } from './source';

const FILE = 'pages.json';

type Words = Readonly<Record<string, unknown>>;
type Pages = Readonly<Record<string, Words>>;

export function checkPages(folder: Folder): readonly Finding[] {
  const measure = (folder.file(FILE, MEASURE)?.value ?? {}) as Pages;
  const own = folder.file(FILE);
  if (!own) return [folder.finding('language.json', [], `${FILE} is missing`)];
  const mine = own.value as Pages;
  return [...new Set([...Object.keys(PAGE_KEYS), ...Object.keys(measure)])].flatMap((group) => {
    const needed = [...new Set([...(PAGE_KEYS[group] ?? []), ...Object.keys(measure[group] ?? {})])];
    const words = mine[group] ?? {};
    return [
      ...(folder.isDraft ? [] : needed)
        .filter((key) => typeof words[key] !== 'string' || words[key] === '')
        .map((key) => missingOf(folder, { file: FILE, path: [group, key], own: words, measure: measure[group] ?? {} })),
      ...Object.entries(words).flatMap(([key, text]) => checkWord(folder, { path: [group, key], needed, text })),
    ];
  });
}

type Word = { readonly path: readonly [string, string]; readonly needed: readonly string[]; readonly text: unknown };

function checkWord(folder: Folder, { path, needed, text }: Word): readonly Finding[] {
  const [group, key] = path;
  const wrong = (message: string) => [folder.finding(FILE, path, `${group}.${key} ${message}`)];
  if (!needed.includes(key)) return wrong('is a key no page asks for; is it misspelt?');
  return isTodo(text) && !folder.isDraft ? wrong('is not translated yet (TODO:)') : [];
}
