/** Checks the lists that tell of danger, hide what is personal and read mails: every list there, and filled where the language is complete. */

import type { Folder } from './folder';
import type { Finding } from './lines';
import { emptyOf } from './missing';

const LISTS = {
  'emergencies.json': ['signs', 'harmless', 'alarms', 'apart'],
  'digits.json': ['words', 'repeats', 'fillers', 'signs', 'calls', 'between', 'things', 'naming', 'money'],
  'numbers.json': ['things', 'several', 'names', 'is', 'of', 'and', 'counted', 'deeds'],
  'mail.json': ['from', 'headers', 'wrote', 'sent'],
} as const;
/** What a file may have besides. */
const MORE: Readonly<Record<string, string>> = { 'emergencies.json': 'lists' };

export function checkLists(folder: Folder): readonly Finding[] {
  return Object.entries(LISTS).flatMap(([file, keys]) => {
    const own = folder.file(file)?.value as Readonly<Record<string, unknown>> | undefined;
    if (!own) return [folder.finding('language.json', [], `${file} is missing`)];
    return [
      ...keys.flatMap((key) => checkList(folder, { file, key, list: own[key] })),
      ...Object.keys(own)
        .filter((key) => key !== MORE[file] && !keys.some((known) => known === key))
        .map((key) => folder.finding(file, [key], `${key} is not known`)),
      ...(file === 'digits.json' ? checkDigits(folder, own.words) : []),
    ];
  });
}

type Listed = { readonly file: string; readonly key: string; readonly list: unknown };

function checkList(folder: Folder, { file, key, list }: Listed): readonly Finding[] {
  if (typeof list !== 'object' || list === null) return [folder.finding(file, [], `${key} is missing`)];
  const texts: readonly unknown[] = Array.isArray(list) ? list : Object.keys(list);
  const isFilled = texts.length > 0 && texts.every((text) => typeof text === 'string' && text.trim() !== '');
  return isFilled || folder.isDraft ? [] : [emptyOf(folder, { file, path: [key] })];
}

/** A digit word that stands for no digits would hide nothing. */
function checkDigits(folder: Folder, words: unknown): readonly Finding[] {
  const wrong = Object.entries(words ?? {}).filter(([, digits]) => !/^\d{1,2}$/.test(String(digits)));
  return wrong.map(([word]) =>
    folder.finding('digits.json', ['words', word], `"${word}" must stand for digits, like "4"`),
  );
}
