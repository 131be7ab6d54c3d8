/** Checks the store page of a language: every text there and none left untranslated. */

import type { Folder } from './check';
import type { Finding } from './lines';
import { MEASURE } from './source';

export function checkListing(folder: Folder): readonly Finding[] {
  const own = folder.file('listing.json');
  if (!own) return [folder.finding('language.json', [], 'listing.json is missing')];
  const mine = own.value as Readonly<Record<string, unknown>>;
  const measure = folder.file('listing.json', MEASURE)?.value as Readonly<Record<string, unknown>>;
  return [
    ...Object.keys(measure)
      .filter((key) => !(key in mine))
      .map((key) => folder.finding('listing.json', [], `${key} is missing`)),
    ...Object.entries(mine).flatMap(([key, value]) =>
      key in measure ? checkEntry(folder, key, value) : [folder.finding('listing.json', [key], `${key} is not known`)],
    ),
  ];
}

function checkEntry(folder: Folder, key: string, value: unknown): readonly Finding[] {
  const texts = Array.isArray(value) ? value : [value];
  const wrong = (message: string) => folder.finding('listing.json', [key], message);
  return texts.flatMap((text: unknown) => {
    if (typeof text !== 'string' || text.trim() === '') return [wrong(`${key} has no words`)];
    if (text.startsWith('TODO:')) return folder.isDraft ? [] : [wrong(`${key} is not translated yet (TODO:)`)];
    const stray = [...text.matchAll(/\{\{(\w+)\}\}/g)].find(
      ([, name]) => !['shop', 'invocation', 'voiceCodeFrom'].includes(name ?? ''),
    );
    return stray ? [wrong(`${key} uses ${stray[0]}, which it does not get`)] : [];
  });
}
