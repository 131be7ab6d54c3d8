/** The files of one language as the checks see them, each read once. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFile } from '../../lambda/language/locales/json-file';
import { languageFolders } from '../../lambda/language/locales/lists';
import { isTree, type Tree } from '../../lambda/language/locales/locales';
import { type Finding, type Lined, readLined } from './lines';
import { localesOf, MEASURE, type Place } from './source';

export type Folder = {
  readonly place: Place;
  readonly language: string;
  readonly isDraft: boolean;
  /** A file of this language, or of the one all are measured by. */
  file(name: string, language?: string): Lined | undefined;
  finding(name: string, path: readonly (string | number)[], message: string): Finding;
};

const FILES = [
  'language.json',
  'speech.json',
  'text.json',
  'familiar.json',
  'sentences.json',
  'words.json',
  'emergencies.json',
  'digits.json',
  'numbers.json',
  'mail.json',
  'goods.json',
  'listing.json',
  'pages.json',
] as const;

/** `broken`: files that cannot be read, of the language or of the one all are measured by. */
export function openFolder(
  place: Place,
  language: string,
  needed: readonly string[] = [language, MEASURE],
): { folder: Folder; broken: readonly Finding[] } {
  const cache = new Map<string, Lined | undefined>();
  const broken: Finding[] = [];
  const read = (name: string, of: string): Lined | undefined => {
    const key = `${of}/${name}`;
    if (cache.has(key)) return cache.get(key);
    const found = readWhole(join(localesOf(place), of, name), key);
    if (found && !found.lined && needed.includes(of)) broken.push(...found.findings);
    cache.set(key, found?.lined);
    return found?.lined;
  };
  for (const of of new Set(needed)) for (const name of FILES) read(name, of);
  const folder: Folder = {
    place,
    language,
    isDraft: statusIn(read('language.json', language)) === 'draft',
    file: (name, of = language) => read(name, of),
    finding: (name, path, message) => ({
      file: `${language}/${name}`,
      line: read(name, language)?.lineOf(path) ?? 1,
      message,
    }),
  };
  return { folder, broken };
}

/** Files of complete languages that cannot be read: beside one the whole program answers nothing, in no language. */
export function brokenIn(place: Place): readonly Finding[] {
  return languageFolders(localesOf(place)).flatMap((language) => {
    if (FILES.every((name) => isJson(join(localesOf(place), language, name)))) return [];
    const { folder, broken } = openFolder(place, language, [language]);
    return folder.isDraft ? [] : broken;
  });
}

/** Or not there. */
function isJson(path: string): boolean {
  try {
    return !existsSync(path) || isTree(jsonFile(path));
  } catch {
    return false;
  }
}

function statusIn(info: Lined | undefined): unknown {
  return (info?.value as { readonly status?: unknown } | undefined)?.status;
}

/** The same file of every other language that is complete, the one all are measured by first. */
export function othersOf(folder: Folder, name: string): readonly Tree[] {
  return othersIn(folder, name).map(({ value }) => value);
}

export function othersIn(folder: Folder, name: string): readonly { readonly language: string; readonly value: Tree }[] {
  const languages = new Set([MEASURE, ...languageFolders(localesOf(folder.place))]);
  languages.delete(folder.language);
  const complete = [...languages].filter((one) => statusIn(folder.file('language.json', one)) === 'complete');
  return complete.flatMap((language) => {
    const value = folder.file(name, language)?.value;
    return isTree(value) ? [{ language, value }] : [];
  });
}

/** Each of these files holds keys and what stands under them. */
function readWhole(path: string, file: string): ReturnType<typeof readLined> {
  const read = readLined(path, file);
  if (!read?.lined || isTree(read.lined.value)) return read;
  return { findings: [{ file, line: 1, message: 'must hold keys in braces, { "key": … }' }] };
}
