/** Checks the files beside the languages: what nobody here speaks, and where each reply stands in a conversation. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isTree } from '../../lambda/language/locales/locales';
import { LED_TO } from './led-to';
import { type Finding, type Path, readLined } from './lines';
import { PLACES } from './places';
import { localesOf, type Place } from './source';

/** Lists of languages that have no folder, by what each has. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'tongues.json': ['words', 'short'],
  'mail-programs.json': ['from', 'headers', 'wrote', 'sent'],
};
const LANGUAGE = /^[a-z]{2,3}$/;

type Wrong = { readonly path: Path; readonly message: string };

/** None where a file is not there: a program without it knows only its own languages. */
export function checkBeside(place: Place): readonly Finding[] {
  const checks: Readonly<Record<string, (value: unknown) => readonly Wrong[]>> = {
    ...Object.fromEntries(Object.entries(LISTS).map(([file, lists]) => [file, wrongLists(place, lists)])),
    [LED_TO]: wrongBefore,
    [PLACES]: wrongPlaces,
  };
  return Object.entries(checks).flatMap(([file, wrongIn]): readonly Finding[] => {
    const read = readLined(join(localesOf(place), file), file);
    const { lined } = read ?? {};
    if (!lined) return read?.findings ?? [];
    return wrongIn(lined.value).map(({ path, message }) => ({ file, line: lined.lineOf(path), message }));
  });
}

function wrongLists(place: Place, lists: readonly string[]) {
  return (value: unknown): readonly Wrong[] =>
    eachIn(value).flatMap(([language, own]): readonly Wrong[] => {
      if (own === null) return [{ path: [], message: 'must hold languages by their codes, in braces' }];
      if (!LANGUAGE.test(language)) return [{ path: [language], message: `${language} is no code of a language` }];
      if (existsSync(join(localesOf(place), language)))
        return [{ path: [language], message: `locales/${language}/ has lists of its own; take this one away` }];
      if (!isTree(own)) return [{ path: [language], message: `${language} must hold ${lists.join(', ')}` }];
      const strange = Object.keys(own).filter((name) => !lists.includes(name));
      const wrong = lists.filter((name) => !isTexts(own[name]));
      return [
        ...strange.map((name) => ({ path: [language, name], message: `${name} is none of ${lists.join(', ')}` })),
        ...wrong.map((name) => ({ path: [language, name], message: `${language}.${name} must be a list of texts` })),
      ];
    });
}

function wrongPlaces(value: unknown): readonly Wrong[] {
  return eachIn(value).flatMap(([part, own]): readonly Wrong[] => {
    if (!isTree(own))
      return [{ path: own === null ? [] : [part], message: 'must hold replies, each with when it is said' }];
    return Object.entries(own).flatMap(([name, when]) =>
      typeof when === 'string' && when.trim() !== ''
        ? []
        : [{ path: [part, name], message: `${part}.${name} must say in words when it is said` }],
    );
  });
}

function wrongBefore(value: unknown): readonly Wrong[] {
  return eachIn(value).flatMap(([name, one]): readonly Wrong[] => {
    const { heard, asked, slots } = Object(one) as Readonly<Record<string, unknown>>;
    const isRight =
      one === null || (typeof heard === 'string' && isTextOrNone(asked) && (slots === undefined || isTree(slots)));
    const message = 'what led to it cannot be read; npm run locales places notes it anew';
    return isRight && name !== '' ? [] : [{ path: name === '' ? [] : [name], message: `${name} ${message}`.trim() }];
  });
}

/** Its entries; one without a name where it holds none. */
function eachIn(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [['', null]];
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '');
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}
