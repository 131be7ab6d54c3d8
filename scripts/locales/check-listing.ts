/** Checks the store page of a language: every text there and none left untranslated. */

import { isTodo } from '../../lambda/language/locales/todo';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { missingOf } from './missing';
import { MEASURE, readShopAsWritten } from './source';

export function checkListing(folder: Folder): readonly Finding[] {
  const own = folder.file('listing.json');
  if (!own) return [folder.finding('language.json', [], 'listing.json is missing')];
  const mine = own.value as Readonly<Record<string, unknown>>;
  const measure = folder.file('listing.json', MEASURE)?.value as Readonly<Record<string, unknown>>;
  const isSold = isSpokenByAlexa(folder);
  return [
    ...Object.keys(measure)
      .filter((key) => !(key in mine))
      .map((key) => missingOf(folder, { file: 'listing.json', path: [key] })),
    ...Object.entries(mine).flatMap(([key, value]) =>
      key in measure
        ? checkEntry(folder, { key, value, isSold })
        : [folder.finding('listing.json', [key], `${key} is not known`)],
    ),
    ...(isSold ? linkingIn(folder, mine) : []),
  ];
}

/** Amazon's certification wants a reader to know that an account is linked, and where. */
function linkingIn(folder: Folder, { description, linking }: Readonly<Record<string, unknown>>): readonly Finding[] {
  if (typeof description !== 'string' || typeof linking !== 'string') return [];
  if (isTodo(description) || isTodo(linking) || description.includes(linking)) return [];
  const message = `description does not say how an account is linked: it leads nobody to “${linking}”`;
  return [folder.finding('listing.json', ['description'], message)];
}

/** A language that is only written has no page in Amazon's store. */
export function isSpokenByAlexa({ place, language }: Folder): boolean {
  return readShopAsWritten(place).alexaLocales.some((locale) => locale.startsWith(`${language}-`));
}

type Entry = { readonly key: string; readonly value: unknown; readonly isSold: boolean };

function checkEntry(folder: Folder, { key, value, isSold }: Entry): readonly Finding[] {
  const isList = Array.isArray(Object(folder.file('listing.json', MEASURE)?.value)[key]);
  const texts = Array.isArray(value) ? value : [value];
  const wrong = (message: string) => folder.finding('listing.json', [key], message);
  if (isList !== Array.isArray(value)) return [wrong(`${key} must be ${isList ? 'a list of texts' : 'a text'}`)];
  if (texts.length === 0) return [wrong(`${key} has no words`)];
  return texts.flatMap((text: unknown) => {
    if (typeof text !== 'string' || text.trim() === '') return [wrong(`${key} has no words`)];
    if (isTodo(text)) return folder.isDraft || !isSold ? [] : [wrong(`${key} is not translated yet (TODO:)`)];
    const stray = [...text.matchAll(/\{\{(\w+)\}\}/g)].find(
      ([, name]) => !['shop', 'invocation', 'voiceCodeFrom'].includes(name ?? ''),
    );
    return stray ? [wrong(`${key} uses ${stray[0]}, which it does not get`)] : [];
  });
}
