/** The files a language is heard by, looked at before they are believed: a localiser may have one in the works. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { languageOf } from '../../vocabulary/locales';
import { jsonFile } from '../locales/json-file';
import type { Emergencies } from './emergencies';
import type { GoodsNames } from './goods-words-in';
import { WHICH_STANDS } from './near-names';
import { once } from './once';
import type { Sentences } from './sentences';
import type { Words } from './words';

/** What a file has to look like. `T` is what it then is. */
type FileKind<T> = { readonly name: string; readonly shape: () => z.ZodMiniType<T> };

const isText = (one: unknown): boolean => typeof one === 'string';
const isList = (one: unknown): boolean => Array.isArray(one) && one.every(isText);
/** Thousands of words: a schema that looks at each by itself costs a cold start a hundred times as much. */
const list = z.custom<readonly string[]>(isList);
const groups = z.custom<readonly (readonly string[])[]>((value) => Array.isArray(value) && value.every(isList));
const lists = z.record(z.string(), list);
const known = z.looseObject;

const SENTENCES: FileKind<Sentences> = { name: 'sentences.json', shape: () => lists };
const EMERGENCIES: FileKind<Emergencies> = {
  name: 'emergencies.json',
  shape: once(() => known({ signs: list, harmless: list, alarms: list, apart: list, lists: z.optional(lists) })),
};
const GOODS: FileKind<GoodsNames> = {
  name: 'goods.json',
  shape: once(() =>
    known({
      ...{ kinds: lists, also: lists, plain: lists, things: list, aside: list },
      name: known({ which: z.enum(WHICH_STANDS) }),
    }),
  ),
};
const DIGITS: FileKind<{ readonly repeats: Readonly<Record<string, number>> }> = {
  name: 'digits.json',
  shape: once(() => known({ repeats: z.record(z.string(), z.number()) })),
};
const WORDS: FileKind<Words> = {
  name: 'words.json',
  shape: once(() =>
    known({
      apostrophe: z.enum(['join', 'split']),
      writtenOut: z.record(z.string().check(z.regex(/^\p{Ll}{2,}$/u)), z.string().check(z.regex(/^\p{Ll}$/u))),
      dialect: lists,
      consent: known({
        signs: known({ yes: z.string(), no: z.string(), doubt: z.string() }),
        at: lists,
        ...listed('yes', 'beyond', 'besides', 'mild', 'no', 'question', 'wait', 'condition', 'irony'),
      }),
      negation: known({
        ...listed('words', 'takenBack', 'turning', 'any'),
        refusals: lists,
        nothing: lists,
        verbs: lists,
      }),
      wonders: known({ leads: lists, ...listed('able', 'ends', 'rules', 'own') }),
      endings: known(listed('names', 'ordinals')),
      others: known(listed('things', 'after', 'before', 'people', 'abodes', 'elsewhere', 'houses', 'opens')),
      ...listed(
        'hedges',
        'zeros',
        'corrections',
        'pronouns',
        'deeds',
        'launch',
        'curses',
        'noise',
        'filler',
        'before',
        'after',
        'carriers',
      ),
      ...listed('ordinalMarks', 'positions', 'past', 'coming', 'dateMarks', 'unsaid'),
      ...{ synonyms: groups, numbers: groups, weekdays: groups, months: groups },
      ...{ amounts: z.record(z.string(), z.number()), ordinals: lists, days: lists, spans: lists },
      order: known({
        decimal: z.enum(['.', ',']),
        packOf: known(listed('before', 'after')),
        tools: known(listed('before', 'after')),
        variants: lists,
        ...listed(
          'one',
          'half',
          'andHalf',
          'minus',
          'times',
          'and',
          'or',
          'vague',
          'instead',
          'but',
          'except',
          'idle',
          'swap',
          'swapFor',
        ),
        ...listed('tail', 'because', 'to', 'toKnown', 'made', 'numbered', 'sizes', 'wishes', 'on', 'by', 'delivery'),
      }),
      periods: known({ week: lists, month: lists, year: lists }),
      values: z.record(z.string(), lists),
      suggest: known(listed('after', 'between')),
      invocation: known(listed('reserved', 'articles')),
      telling: known(listed('words', 'short')),
      prompts: z.record(z.string(), z.string()),
    }),
  ),
};

function listed<K extends string>(...names: readonly K[]): Readonly<Record<K, typeof list>> {
  return Object.fromEntries(names.map((name) => [name, list])) as Record<K, typeof list>;
}

/** Told to whoever writes the language: the file, the place in it, and what finds the rest. */
export class LocaleFileError extends Error {
  override name = 'LocaleFileError';
}

export const readSentences = readerOf(SENTENCES);
export const readEmergencies = readerOf(EMERGENCIES);
export const readWords = readerOf(WORDS);
export const readDigits = readerOf(DIGITS);
export const readGoodsNames = readerOf(GOODS);

/** Of a locale; undefined: neither its region nor its language has the file. The reader throws `LocaleFileError`. */
function readerOf<T extends object>({ name, shape }: FileKind<T>) {
  // A file that has not changed is the same value, and has been looked at.
  const seen = new WeakSet<object>();
  const isWhole = (value: object): value is T => seen.has(value) || shape().safeParse(value).success;
  return (directory: string, locale: string): T | undefined => {
    const path = localeFile(directory, locale, name);
    if (path === undefined) return undefined;
    const value = valueIn(path);
    if (!isWhole(value)) throw wrongIn(path, shape().safeParse(value).error, value);
    seen.add(value);
    return value;
  };
}

/** What the program takes for such a file; undefined: it asks nothing of it. */
export function shapeOf(name: string): z.ZodMiniType | undefined {
  return [SENTENCES, EMERGENCIES, WORDS, DIGITS].find((kind) => kind.name === name)?.shape();
}

/** The file of a region (`es-MX/`) if it has one, else that of its language; undefined: neither exists. */
export function localeFile(directory: string, locale: string, file: string): string | undefined {
  const folders = [locale, languageOf(locale)];
  return folders.map((folder) => join(directory, folder, file)).find((path) => existsSync(path));
}

function valueIn(path: string): object {
  try {
    return Object(jsonFile(path));
  } catch (error) {
    throw new LocaleFileError(`${named(path)}: ${error instanceof SyntaxError ? error.message : 'it cannot be read'}`);
  }
}

function wrongIn(path: string, error: z.core.$ZodError | undefined, value: unknown): LocaleFileError {
  const place = error?.issues[0]?.path ?? [];
  const at = place.reduce<unknown>((part, step) => Object(part)[step], value);
  const wrong = at === undefined ? 'is missing' : 'is not written as it is in English';
  return new LocaleFileError(`${named(path)}: ${place.join('.')} ${wrong}; npm run locales check tells more`);
}

/** As a localiser knows it: its folder and its name. */
function named(path: string): string {
  return path.split(/[/\\]/).slice(-2).join('/');
}
