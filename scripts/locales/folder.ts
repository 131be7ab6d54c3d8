/** The files of one language as the checks see them, each read once. */

import { join } from 'node:path';
import { type Finding, type Lined, readLined } from './lines';
import { localesOf, type Place, readLanguage } from './source';

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

/** `broken`: files that cannot be read. */
export function openFolder(place: Place, language: string): { folder: Folder; broken: readonly Finding[] } {
  const cache = new Map<string, Lined | undefined>();
  const broken: Finding[] = [];
  const read = (name: string, of: string): Lined | undefined => {
    const key = `${of}/${name}`;
    if (cache.has(key)) return cache.get(key);
    const found = readLined(join(localesOf(place), of, name), key);
    if (found && !found.lined) broken.push(...found.findings);
    cache.set(key, found?.lined);
    return found?.lined;
  };
  for (const name of FILES) read(name, language);
  const folder: Folder = {
    place,
    language,
    isDraft: broken.length === 0 && readLanguage(place, language).status === 'draft',
    file: (name, of = language) => read(name, of),
    finding: (name, path, message) => ({
      file: `${language}/${name}`,
      line: read(name, language)?.lineOf(path) ?? 1,
      message,
    }),
  };
  return { folder, broken };
}
