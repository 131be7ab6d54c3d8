/** No list of words of a language stands in the program, its tools or its pages: each is the language's own, in its folder, for a localiser to fill. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const LOCALES = join(ROOT, 'locales');
const LISTS = ['words.json', 'digits.json', 'numbers.json', 'mail.json', 'emergencies.json', 'goods.json'];

/** So many words of a language beside each other are a list of it. */
const LIST = 3;

function sourcesOf(room: string): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => join(room, file).replaceAll('\\', '/'));
}

/** Every word that stands in a list of some language. */
function wordsOfLanguages(): ReadonlySet<string> {
  const languages = readdirSync(LOCALES, { withFileTypes: true }).filter((one) => one.isDirectory());
  const texts = languages.flatMap(({ name }) => LISTS.map((file) => readFileSync(join(LOCALES, name, file), 'utf8')));
  const others = ['mail-programs.json', 'tongues.json'].map((file) => readFileSync(join(LOCALES, file), 'utf8'));
  return new Set([...others, ...texts].flatMap(wordsIn));
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

const KNOWN = wordsOfLanguages();
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** What may hold a list: texts beside each other, words between bars in a pattern, one text that is split. */
function candidates(source: string): readonly (readonly string[])[] {
  const code = withoutComments(source);
  const text = String.raw`(?:'[^'\n]*'|"[^"\n]*")`;
  const arrays = [...code.matchAll(new RegExp(String.raw`\[\s*(${text}(?:,\s*${text})+),?\s*\]`, 'g'))].map(
    ({ 1: inside = '' }) => inside.match(new RegExp(text, 'g'))?.map((one) => one.slice(1, -1)) ?? [],
  );
  const bars = [...code.matchAll(/[\p{L} '’]+(?:\|[\p{L} '’]+)+/gu)]
    // A union of types has its words in quotation marks.
    .filter(({ 0: found }) => !found.includes("'"))
    .map(({ 0: found }) => found.split('|'));
  const split = [...code.matchAll(/'([^'\n]+)'(?:\.split\(|, \d)/g)].map(({ 1: inside = '' }) => inside.split(' '));
  return [...arrays, ...bars, ...split];
}

/** Settings call the days by these; English writes them so too. */
const IDS = new Set(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);

/** What the parts of a language's files are called: the tools go by these names, and so do the plural forms in them. */
const KEYS = keysIn(
  LISTS.concat('speech.json', 'pages.json', 'familiar.json').map((file) => {
    const path = join(LOCALES, 'de', file);
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  }),
);

function keysIn(value: unknown): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const inner = Object.values(value).flatMap((one) => [...keysIn(one)]);
  return new Set([...(Array.isArray(value) ? [] : Object.keys(value)), ...inner]);
}

/** Words of a language, and no ids: those have capitals, dots or hyphens. */
function isNatural(text: string): boolean {
  const words = text.trim().split(/[\s'’]+/);
  return words.every((word) => /^\p{Ll}{2,}$/u.test(word) && KNOWN.has(word) && !IDS.has(word));
}

function listsIn(source: string): readonly string[] {
  return candidates(source)
    .map((texts) => texts.filter(isNatural))
    .filter((natural) => natural.length >= LIST)
    .map((natural) => natural.join(' '));
}

/** Files whose lists are no language's: what each is instead. */
const ALLOWED: Readonly<Record<string, string>> = {
  'lambda/vocabulary/heard.ts': 'kinds of words',
  'lambda/vocabulary/lines.ts': 'names of slots',
  'lambda/vocabulary/kinds.ts': 'ids of kinds',
  'lambda/language/hearing/consent.ts': 'names of lists',
  'lambda/language/hearing/yes-or-no.ts': 'names of lists',
  'lambda/language/hearing/classifier/samples.ts': 'names of slots',
  'lambda/language/locales/locales.ts': "the plural forms' names in CLDR",
  'lambda/language/speech/phrases.ts': "i18next's contexts",
  'lambda/vocabulary/domains.ts': 'top-level domains',
  'lambda/services/privacy/harmless.ts': 'ISO 4217 codes',
  'lambda/channels/alexa/rules.ts': 'tags of SSML',
  'lambda/language/goods/marks.ts': 'units as shops write them in titles, in whatever language',
  'lambda/language/goods/say-good.ts': 'ids of kinds, and of units',
  'lambda/language/speech/goods.ts': 'ids of options',
  'lambda/services/care/care.ts': 'kinds of actions',
  'lambda/services/hand-off/desk-replies.ts': 'names of places',
  'lambda/services/sign-in/desk-records.ts': 'kinds of deeds',
  'lambda/services/care/policy.ts': 'ids of a slot type, and of remedies',
  'lambda/services/commerce/packs.ts': 'ids of units',
  'lambda/services/commerce/stored.ts': 'ids of speeds',
  'lambda/services/queue/queues.ts': 'states',
  'lambda/services/hand-off/queue.ts': 'groups of hand-offs',
  'lambda/services/hand-off/hand-offs.ts': 'what became of a hand-off',
  'lambda/providers/shop/demo/goods/traits.ts': "ids of traits, of a shop's goods",
  'lambda/providers/desk/mail/commands.ts': 'commands of a protocol: "#take"',
  'lambda/providers/desk/mail/words.ts': 'names of fields',
  'lambda/providers/shop/demo/faults.ts': 'kinds of faults',
  'lambda/providers/shop/demo/goods/baby.ts': "a shop's goods",
  'lambda/providers/shop/demo/goods/body.ts': "a shop's goods",
  'lambda/providers/shop/demo/goods/pantry.ts': "a shop's goods",
  'lambda/providers/shop/demo/goods/paper.ts': "a shop's goods",
  'lambda/providers/shop/demo/goods/pets.ts': "a shop's goods",
  'lambda/providers/shop/demo/goods/cleaning.ts': "a shop's goods",
  'lambda/providers/shop/demo/goods/drinks.ts': "a shop's goods",
  'lambda/providers/shop/demo/goods/house.ts': "a shop's goods",
  'scripts/live-vendure.ts': 'ways of a process',
  'scripts/picture.ts': 'what is typed for a picture, in English',
  'scripts/locales/check-suggestions.ts': 'kinds of answers',
  'scripts/locales/check-variables.ts': 'kinds of values',
  'scripts/locales/invocation-lint.ts': 'names Amazon answers to, in whatever language',
  'scripts/locales/unsaid.ts': 'names Amazon answers to, in whatever language',
  'web/desk/closing.tsx': 'ids of outcomes',
  'web/desk/header.tsx': 'ids of rooms',
  'web/desk/queue-state.ts': 'ids of filters',
  'web/desk/use-place.ts': 'ids of places',
  'lambda/providers/store/tables/deliveries.ts': 'columns',
  'lambda/providers/store/tables/hand-offs.ts': 'columns',
  'lambda/providers/store/turns/conversations.ts': 'columns',
  'lambda/providers/store/turns/statements.ts': 'columns',
};

test.each([
  ['texts beside each other', "const YES = ['yes', 'sure', 'ok'];"],
  ['a pattern', 'const NO = /^(?:non|mai|niente)$/u;'],
  ['a text that is split', "const DIGITS = spell('one two three four', 1);"],
  ['over several lines', "const DAYS = [\n  'monday',\n  'tuesday',\n  'friday',\n];"],
])('a list of words would be seen: %s', (_how, source) => {
  expect(listsIn(source)).toHaveLength(1);
});

test('ids, types and messages are no list', () => {
  expect(listsIn("type Kind = 'yes' | 'no' | 'wait'; throw new Error('no one is there, and that is all');")).toEqual(
    [],
  );
});

const PLURALS: ReadonlySet<string> = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const isOfFiles = (list: string) => list.split(' ').every((word) => KEYS.has(word) || PLURALS.has(word));

test.each(['scripts', 'web'])(
  'no list of words of a language stands in %s/, but names of their files’ parts',
  (room) => {
    const found = sourcesOf(room)
      .filter((file) => !(file in ALLOWED))
      .flatMap((file) => listsIn(readFileSync(join(ROOT, file), 'utf8')).map((list) => [file, list] as const))
      .filter(([, list]) => !isOfFiles(list));
    expect(found).toEqual([]);
  },
);

test('no list of words of a language stands in lambda/', () => {
  const found = sourcesOf('lambda')
    .filter((file) => !(file in ALLOWED))
    .flatMap((file) => listsIn(readFileSync(join(ROOT, file), 'utf8')).map((list) => `${file}: ${list}`));
  expect(found).toEqual([]);
});

test('every file that is let pass still has one', () => {
  const empty = Object.keys(ALLOWED).filter((file) => listsIn(readFileSync(join(ROOT, file), 'utf8')).length === 0);
  expect(empty).toEqual([]);
});
