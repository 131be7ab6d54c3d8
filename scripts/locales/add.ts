/** Begins a language: a folder with every file, its own plural forms, and what the system already knows of it. */

import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentences } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import { isTree, type Tree } from '../../lambda/language/locales/locales';
import { todoOf } from '../../lambda/language/locales/todo';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { asJsonText } from './json-text';
import { OWN } from './own-keys';
import { type LanguageInfo, localesOf, MEASURE, type Place } from './source';

const PLURAL = /^(.*)_(zero|one|two|few|many|other)$/;
const EXAMPLES = `# Dialogues: what is said, what is understood, what is answered. Five an intent make the language complete.
# - name: a shopper reorders coffee
#   turns:
#     - said: "…"
#       intent: Reorder
#       slots: { product: "…" }
[]
`;

/** null: done; otherwise why not. */
export function add(place: Place, { code, name }: { readonly code: string; readonly name: string }): string | null {
  if (!/^[a-z]{2,3}$/.test(code)) return `"${code}" is no language code like sl or pt`;
  if (Intl.PluralRules.supportedLocalesOf(code).length === 0)
    return `"${code}" is a language this system does not know`;
  const folder = join(localesOf(place), code);
  if (existsSync(folder)) return `locales/${code} is there already`;
  const source = <T>(file: string): T | undefined => {
    const path = join(localesOf(place), MEASURE, file);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;
  };
  const info: LanguageInfo = { name, status: 'draft' };
  const known = { telling: knownIn(place, TONGUES, code), mail: knownIn(place, MAIL_PROGRAMS, code) };
  const forms = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
  const files: Readonly<Record<string, unknown>> = {
    'language.json': info,
    'speech.json': draftOf(source<Tree>('speech.json') ?? {}, forms),
    'text.json': draftOf(source<Tree>('text.json') ?? {}, forms),
    'sentences.json': Object.fromEntries(
      Object.keys(source<Sentences>('sentences.json') ?? {}).map((key) => [key, []]),
    ),
    'words.json': { ...wordsOf(source<Words>('words.json') as Words, code), telling: known.telling ?? NOTHING_TELLS },
    'emergencies.json': { signs: [], harmless: [], alarms: [], apart: [] },
    'digits.json': {
      ...{ words: {}, repeats: {}, fillers: [], signs: [], calls: [] },
      ...{ between: [], things: [], naming: [], money: [] },
    },
    'numbers.json': { things: [], several: [], names: [], is: [], of: [], and: [], counted: [], deeds: [] },
    'mail.json': known.mail ?? { from: [], headers: [], wrote: [], sent: [] },
    'goods.json': emptied(source<Lists>('goods.json') ?? {}),
    'listing.json': todo(source('listing.json')),
    'pages.json': todo(source('pages.json')),
  };
  mkdirSync(folder);
  try {
    for (const [file, value] of Object.entries(files)) writeWhole(join(folder, file), asJsonText(value));
    writeWhole(join(folder, 'examples.yaml'), EXAMPLES);
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  for (const name of [TONGUES, MAIL_PROGRAMS]) moveOut(place, name, code);
  return null;
}

/** What is known of languages nobody here speaks yet; it moves into the folder of one that is begun. */
const TONGUES = 'tongues.json';
const MAIL_PROGRAMS = 'mail-programs.json';

function allIn(place: Place, name: string): Readonly<Record<string, object>> {
  const file = join(localesOf(place), name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function knownIn(place: Place, name: string, code: string): object | undefined {
  return allIn(place, name)[code];
}

function moveOut(place: Place, name: string, code: string): void {
  const { [code]: own, ...others } = allIn(place, name);
  if (own !== undefined) writeWhole(join(localesOf(place), name), asJsonText(others));
}

/** The same keys with `TODO:` and the source's words; a counted text in this language's own forms. */
const NOTHING_TELLS: Words['telling'] = { words: [], short: [] };
const NO_ORDER_WORDS: Words['order'] = {
  ...{ decimal: '.', one: [], half: [], andHalf: [], minus: [], times: [], packOf: { before: [], after: [] } },
  ...{ tools: { before: [], after: [] }, variants: {} },
  ...{ vague: [], instead: [], but: [], except: [], swap: [], swapFor: [] },
  ...{
    and: [],
    or: [],
    idle: [],
    tail: [],
    because: [],
    to: [],
    toKnown: [],
    made: [],
    numbered: [],
    sizes: [],
    wishes: [],
    on: [],
    by: [],
    delivery: [],
  },
};

function draftOf(tree: Tree, forms: readonly string[]): Tree {
  const draft: Record<string, string | Tree> = {};
  for (const [key, node] of Object.entries(tree)) {
    if (OWN.test(key)) continue;
    const base = PLURAL.exec(key)?.[1];
    if (isTree(node)) draft[key] = draftOf(node, forms);
    else if (base === undefined) draft[key] = todoOf(node);
    else for (const form of formsOf(tree, base, forms)) draft[`${base}_${form}`] ??= todoForm(tree, base, form);
  }
  return draft;
}

/** A language's own, and none at all where that is told in other words. */
function formsOf(tree: Tree, base: string, forms: readonly string[]): readonly string[] {
  return `${base}_zero` in tree ? [...new Set(['zero', ...forms])] : forms;
}

function todoForm(tree: Tree, base: string, form: string): string {
  return todoOf(`${tree[`${base}_${form}`] ?? tree[`${base}_other`] ?? ''}`);
}

type Lists = { readonly [key: string]: Lists | readonly string[] | string | number };
/** Objects a language fills as it likes; of all others the keys stay. */
const OPEN_LISTS = ['also', 'shelves', 'plain', 'counts', 'short'];

/** The same lists without a word; where a name stands is for the language to say, and is as in most until then. */
function emptied(lists: Lists): unknown {
  return Object.fromEntries(
    Object.entries(lists).map(([key, list]) => {
      if (Array.isArray(list)) return [key, []];
      if (typeof list !== 'object') return [key, list];
      return [key, OPEN_LISTS.includes(key) ? {} : emptied(list as Lists)];
    }),
  );
}

function todo(value: unknown): unknown {
  if (typeof value === 'string') return todoOf(value);
  if (Array.isArray(value)) return value.map(todo);
  return Object.fromEntries(Object.entries(value ?? {}).map(([key, one]) => [key, todo(one)]));
}

/** Weekdays and near days are known; numbers and all other words are the localiser's. */
function wordsOf(measure: Words, code: string): Words {
  const none = (record: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(record).map((key) => [key, [] as readonly string[]]));
  return {
    apostrophe: 'join',
    writtenOut: {},
    dialect: {},
    wonders: { leads: {}, able: [], ends: [], rules: [], own: [] },
    consent: {
      signs: measure.consent.signs,
      yes: [],
      at: none(measure.consent.at),
      beyond: [],
      besides: [],
      mild: [],
      no: [],
      question: [],
      wait: [],
      condition: [],
      irony: [],
    },
    zeros: [],
    negation: { words: [], refusals: {}, takenBack: [], turning: [], nothing: {}, any: [], verbs: {} },
    hedges: [],
    corrections: [],
    endings: { names: [], ordinals: [] },
    others: { things: [], after: [], before: [], people: [], abodes: [], elsewhere: [], houses: [], opens: [] },
    pronouns: [],
    deeds: [],
    launch: [],
    curses: [],
    noise: [],
    filler: [],
    before: [],
    after: [],
    carriers: [],
    synonyms: [],
    unsaid: [],
    numbers: measure.numbers.map((_, number) => [new Intl.NumberFormat(code).format(number)]),
    amounts: {},
    order: { ...NO_ORDER_WORDS, variants: none(measure.order.variants) },
    ordinals: none(measure.ordinals),
    ordinalMarks: [],
    positions: [],
    days: Object.fromEntries(Object.keys(measure.days).map((days) => [days, nearDay(code, Number(days))])),
    weekdays: measure.weekdays.map((_, day) => [weekday(code, day)]),
    past: [],
    coming: [],
    months: measure.months.map((_, month) => [monthName(code, month)]),
    dateMarks: [],
    spans: none(measure.spans),
    periods: { week: none(measure.periods.week), month: none(measure.periods.month), year: none(measure.periods.year) },
    values: Object.fromEntries(Object.entries(measure.values).map(([type, ids]) => [type, none(ids)])),
    suggest: { after: [], between: [] },
    invocation: { reserved: [], articles: [] },
    telling: NOTHING_TELLS,
    prompts: Object.fromEntries(Object.entries(measure.prompts).map(([key, text]) => [key, todoOf(text)])),
  };
}

/** Monday is 0; the fifth of January 1970 was one. */
function weekday(code: string, day: number): string {
  const format = new Intl.DateTimeFormat(code, { weekday: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(1970, 0, 5 + day)).toLocaleLowerCase(code);
}

function monthName(code: string, month: number): string {
  const format = new Intl.DateTimeFormat(code, { month: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(1970, month, 5)).toLocaleLowerCase(code);
}

/** "yesterday" where the language has a word; "2 days ago" is none. */
function nearDay(code: string, days: number): readonly string[] {
  const text = new Intl.RelativeTimeFormat(code, { numeric: 'auto' }).format(days, 'day');
  return /\d/.test(text) ? [] : [text.toLocaleLowerCase(code)];
}
