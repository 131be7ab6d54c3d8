/** Lists that are damaged: each is told with its key, its line and how it looks elsewhere, and nothing is thrown. */

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { add } from '../../scripts/locales/add';
import { check } from '../../scripts/locales/check';
import { checkFamiliar } from '../../scripts/locales/check-familiar';
import { checkGoods } from '../../scripts/locales/check-goods';
import { checkListing } from '../../scripts/locales/check-listing';
import { checkLists } from '../../scripts/locales/check-lists';
import { checkWords } from '../../scripts/locales/check-words';
import { type Folder, openFolder } from '../../scripts/locales/folder';
import type { Finding } from '../../scripts/locales/lines';
import { editCopy, type Json, localesCopy, readCopy } from '../kit/locales-copy';
import { mass } from '../kit/masses';

const FILES = [
  'words.json',
  'emergencies.json',
  'digits.json',
  'numbers.json',
  'mail.json',
  'goods.json',
  'listing.json',
];
const ROOT = { root: join(__dirname, '../..') };
/** Further keys of one object are damaged in the full mass: they are looked at alike. */
const SIBLINGS = mass(1, 40);

const CHECKS: Readonly<Record<string, (folder: Folder) => readonly Finding[]>> = {
  'words.json': checkWords,
  'goods.json': checkGoods,
  'listing.json': checkListing,
};

const checked = (folder: Folder) => [
  ...checkWords(folder),
  ...checkLists(folder),
  ...checkGoods(folder),
  ...checkListing(folder),
  ...checkFamiliar(folder),
];

function withFile(folder: Folder, name: string, value: unknown): Folder {
  const lined = { value, lineOf: () => 1 };
  return {
    ...folder,
    file: (file, of = folder.language) => (file === name && of === folder.language ? lined : folder.file(file, of)),
  };
}

/** Every place in a file but those of single words. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const isWords = Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (typeof value !== 'object' || value === null || isWords) return [];
  return Object.keys(value)
    .slice(0, path.length === 0 ? undefined : SIBLINGS)
    .flatMap((key) => [[...path, key], ...placesIn((value as Json)[key], [...path, key])]);
}

function damaged(value: unknown, path: readonly string[], change: (group: Json, key: string) => void): unknown {
  const copy = structuredClone(value);
  const group = path.slice(0, -1).reduce((node, step) => node[step] as Json, copy as Json);
  change(group, path.at(-1) as string);
  return copy;
}

const WRONG: readonly (readonly [string, (group: Json, key: string) => void])[] = [
  ['a number', (group, key) => Object.assign(group, { [key]: typeof group[key] === 'number' ? 'x' : 5 })],
  ['null', (group, key) => Object.assign(group, { [key]: null })],
  ['a list in a list', (group, key) => Object.assign(group, { [key]: [['x'], 5] })],
];

test.each(['de', 'en', 'pl', 'it', 'cs'].slice(0, mass(1, 5)))(
  'whatever else stands where a list of %s belongs is told, and nothing is thrown',
  (language) => {
    const { folder } = openFolder(ROOT, language);
    const untold: string[] = [];
    for (const file of FILES) {
      const value = folder.file(file)?.value;
      for (const path of placesIn(value))
        for (const [what, change] of WRONG) {
          const told = (CHECKS[file] ?? checkLists)(withFile(folder, file, damaged(value, path, change)));
          if (!told.some((one) => one.file === `${language}/${file}` && one.message.includes(path.join('.'))))
            untold.push(`${what} at ${file} ${path.join('.')}`);
        }
    }
    expect(untold).toEqual([]);
  },
);

type Planted = readonly [file: string, what: string, change: (value: Json) => void, message: string];
const at = (value: Json, ...path: readonly string[]) => path.reduce((node, step) => node[step] as Json, value);
const list = (value: Json, ...path: readonly string[]) => at(value, ...path) as unknown as unknown[];

test.each<Planted>([
  ['emergencies.json', 'no signs', (it) => delete it.signs, 'signs is missing; write a list, like "signs": ["'],
  ['emergencies.json', 'a sign nobody can read', (it) => list(it, 'signs').push('(a|b'), '"(a|b" lacks a ")"'],
  [
    'emergencies.json',
    'a list nobody has',
    (it) => list(it, 'signs').push('{gap} x'),
    '"{gap} x" uses {gap}, which names no list',
  ],
  [
    'emergencies.json',
    'a list in itself',
    (it) => Object.assign(it, { lists: { a: ['{a} b'] }, signs: ['{a}'] }),
    '"{a} b" uses {a}, a list that holds itself',
  ],
  [
    'words.json',
    'no wishes',
    (it) => delete at(it, 'order').wishes,
    'order.wishes is missing; write a list, like "wishes": [',
  ],
  [
    'words.json',
    'empty wishes',
    (it) => Object.assign(at(it, 'order'), { wishes: [] }),
    'order.wishes has no words, or an empty one; like "',
  ],
  ['words.json', 'a lost month', (it) => list(it, 'months').pop(), 'months must be 12 lists, as in en; it is 11'],
  [
    'words.json',
    'an empty month',
    (it) => list(it, 'months').splice(3, 1, []),
    'months.3 has no words, or an empty one; like "april"',
  ],
  [
    'words.json',
    'a lost week',
    (it) => delete at(it, 'periods', 'week')['0'],
    'periods.week.0 is missing; write a list, like "0": ["',
  ],
  ['words.json', 'no spans', (it) => Object.assign(it, { spans: {} }), 'spans.'],
  ['words.json', 'no rules', (it) => Object.assign(at(it, 'wonders'), { rules: [] }), 'wonders.rules has no words'],
  ['words.json', 'no people', (it) => Object.assign(at(it, 'others'), { people: [] }), 'others.people has no words'],
  [
    'words.json',
    'nothing that tells it',
    (it) => Object.assign(at(it, 'telling'), { words: [] }),
    'telling.words has no words',
  ],
  [
    'words.json',
    'no signs of a yes',
    (it) => Object.assign(at(it, 'consent'), { signs: {} }),
    'consent.signs.yes is missing; write a text, like "yes": "',
  ],
  ['words.json', 'no refusals', (it) => delete at(it, 'negation').refusals, 'negation.refusals is missing'],
  [
    'words.json',
    'a text for values',
    (it) => Object.assign(at(it, 'values'), { Unit: 'x' }),
    'values.Unit must hold keys in braces',
  ],
  [
    'words.json',
    'no decimal sign',
    (it) => Object.assign(at(it, 'order'), { decimal: ';' }),
    'order.decimal must be "." or ","',
  ],
  [
    'words.json',
    'a choice where none is read',
    (it) => list(it, 'launch').push('(start|open) {{invocation}}'),
    'has signs of a choice, which launch does not read',
  ],
  ['words.json', 'a misspelt list', (it) => Object.assign(it, { hedge: it.hedges }), 'hedge is not known'],
  [
    'digits.json',
    'a text for a number',
    (it) => Object.assign(at(it, 'repeats'), { zweifach: '2' }),
    'repeats.zweifach must be a number',
  ],
  ['digits.json', 'no digits', (it) => Object.assign(at(it, 'words'), { vier: 'IV' }), '"vier" must stand for digits'],
  ['digits.json', 'capitals', (it) => Object.assign(at(it, 'words'), { Vier: '4' }), '"Vier" must be written "vier"'],
  ['digits.json', 'accents', (it) => list(it, 'fillers').push('né'), '"né" must be written "ne"'],
  [
    'numbers.json',
    'capitals',
    (it) => list(it, 'things').push('Bestellung'),
    '"Bestellung" must be written "bestellung"',
  ],
  [
    'goods.json',
    'a kind nobody has',
    (it) => Object.assign(at(it, 'kinds'), { 'gemalen-koffie': ['koffie'] }),
    'kinds.gemalen-koffie is not known',
  ],
  ['goods.json', 'no noise', (it) => Object.assign(it, { noise: [] }), 'noise has no words, or an empty one; like "'],
  ['listing.json', 'no summary', (it) => delete it.summary, 'summary is missing; write a text, like "summary": "'],
  [
    'listing.json',
    'a text for keywords',
    (it) => Object.assign(it, { keywords: 'x' }),
    'keywords must be a list of texts',
  ],
])('%s with %s is told at its place', (file, _what, change, message) => {
  const { folder } = openFolder(ROOT, 'de');
  const value = structuredClone(folder.file(file)?.value) as Json;
  change(value);
  const told = checked(withFile(folder, file, value));
  expect(told).toContainEqual(
    expect.objectContaining({ file: `de/${file}`, message: expect.stringContaining(message) }),
  );
});

/** The findings of a language that was changed, without those of its examples. */
async function toldOf(language: string, changes: Readonly<Record<string, (value: Json) => void>>) {
  const { root } = localesCopy();
  if (language === 'nl') add({ root }, { code: 'nl', name: 'Nederlands' });
  for (const [file, change] of Object.entries(changes)) editCopy(root, `${language}/${file}`, change);
  const { findings } = await check({ root }, { language, saidOfEach: 0 });
  return findings.filter(({ file }) => !file.endsWith('examples.yaml') && !file.includes('skill-package'));
}

test.each<readonly [string, string, string, (value: Json) => void, string]>([
  [
    'de',
    'sentences.json',
    'a text for sentences',
    (it) => Object.assign(it, { Stop: 'stop' }),
    'Stop must be a list of texts',
  ],
  [
    'de',
    'sentences.json',
    'no bare answers',
    (it) => Object.assign(it, { 'Reorder.product': [] }),
    'Reorder.product has no words, or an empty one; like "',
  ],
  [
    'de',
    'sentences.json',
    'a lost intent',
    (it) => delete it.Stop,
    'Stop has no sentences; write a list, like "Stop": ["',
  ],
  [
    'nl',
    'language.json',
    'no status',
    (it) => Object.assign(it, { status: 'klaar' }),
    '"status" must be "draft" or "complete"',
  ],
  [
    'nl',
    'sentences.json',
    'a yes that no question takes',
    (it) => Object.assign(it, { Yes: ['ja'] }),
    '"ja" is a yes here, and not under consent.yes in words.json',
  ],
])('%s/%s with %s is told at its line', async (language, file, _what, change, message) => {
  const told = await toldOf(language, { [file]: change });
  const one = told.find((finding) => finding.message.includes(message));
  expect(one?.file).toBe(`${language}/${file}`);
  if (file === 'language.json') expect(one?.line).toBeGreaterThan(1);
});

test('a yes that the lists of consent take is right', async () => {
  const yes = (words: Json) => Object.assign(words.consent as Json, { yes: ['(ja|jawel)'] });
  expect(
    await toldOf('nl', { 'sentences.json': (it) => Object.assign(it, { Yes: ['ja', 'jawel'] }), 'words.json': yes }),
  ).toEqual([]);
});

test('a language that names formal words has the texts that do without them', () => {
  const { root } = localesCopy();
  rmSync(join(root, 'locales/de/familiar.json'));
  const [told, ...more] = checkFamiliar(openFolder({ root }, 'de').folder);
  expect([told?.file, told?.message, more]).toEqual([
    'de/language.json',
    expect.stringContaining('familiar.json, which does without them, is missing'),
    [],
  ]);
  expect(told?.line).toBeGreaterThan(1);
  writeFileSync(join(root, 'locales/de/familiar.json'), JSON.stringify({ speech: { format: 3 } }));
  expect(checkFamiliar(openFolder({ root }, 'de').folder)).toContainEqual({
    file: 'de/familiar.json',
    line: 1,
    message: 'speech.format must be a text',
  });
});

test('how far a draft is counts what it does not have', async () => {
  const { root } = localesCopy();
  add({ root }, { code: 'nl', name: 'Nederlands' });
  const total = async () =>
    Number(/of (\d+) texts/.exec((await check({ root }, { language: 'nl', saidOfEach: 0 })).summary.join())?.[1]);
  const before = await total();
  const { Thanks } = readCopy(root, 'nl/speech.json');
  for (const language of ['nl', 'en']) editCopy(root, `${language}/speech.json`, (it) => delete it.Thanks);
  expect(Object.keys(Thanks as Json).length).toBeGreaterThan(0);
  expect(await total()).toBeGreaterThan(before - JSON.stringify(Thanks).split('TODO').length);
});
