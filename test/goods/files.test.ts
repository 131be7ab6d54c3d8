/** What a merchant corrects: shop/goods.csv and shop/kinds.csv, read whole or not at all. */

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCorrections } from '../../lambda/house/goods-files';
import { createGoodsSayer } from '../../lambda/language/goods/goods-sayer';
import { isKind, KINDS } from '../../lambda/vocabulary/kinds';
import { LOCALES } from '../kit/house';

const COFFEE = {
  id: 'P-1',
  title: 'BELLA VALLE Ground Coffee Moka 250g x2 SPECIAL OFFER',
  brand: 'Bella Valle',
  categories: ['Food', 'Coffee'],
  options: [],
  codes: [],
} as const;

/** What is wrong with these files, a line each, without the folder. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'goods-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function problems(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = folderOf(files);
  try {
    readCorrections(folder);
    return [];
  } catch (error) {
    return String(error)
      .replace(/^ConfigError: /, '')
      .replaceAll(`${folder}/`, '')
      .split('\n');
  }
}

const HEAD = 'id,language,voice title,words,hide';

test('without the files nothing is corrected', () => {
  const none = readCorrections(folderOf({}));
  expect([none.good('P-1', 'en'), none.kind(['Coffee'])]).toEqual([undefined, undefined]);
});

test('a title, words, a kind and what is not sold by voice are the merchant’s own', () => {
  const folder = folderOf({
    'goods.csv': `\uFEFFid;language;voice title;words;hide\r\nP-1;it;il caffè della casa;"miscela | ""della casa""";\r\nP-1;;house coffee;;no\r\nP-2;;;;yes\r\n`,
    'kinds.csv': 'category,kind\n"Food > Coffee",decaf-coffee\nFood,biscuits\n',
  });
  const sayGood = createGoodsSayer(LOCALES, readCorrections(folder));
  const italian = sayGood(COFFEE, 'it-IT');
  const english = sayGood(COFFEE, 'en-GB');
  expect([italian?.name.voiceTitle, english?.name.voiceTitle]).toEqual(['il caffè della casa', 'house coffee']);
  expect(italian?.words.slice(0, 2)).toEqual(['miscela', '"della casa"']);
  expect(english?.kind).toBe('decaf-coffee');
  expect(english?.name.pack).toEqual({ kind: 'pack', pieces: 2, size: { amount: 250, unit: 'gram' } });
  expect(sayGood({ ...COFFEE, id: 'P-2' }, 'en-GB')).toBeNull();
  expect(sayGood({ ...COFFEE, id: 'P-3', categories: ['Food'] }, 'en-GB')?.kind).toBe('biscuits');
});

test('every bad line is told with its place and with what is allowed', () => {
  const goods = [
    HEAD,
    'P-1,en,Bella Valle coffee,,',
    ',en,Nameless,,',
    'P-2,english,Bella Valle coffee,,',
    'P-3,en,one two three four five six seven eight,,',
    'P-4,en,,,maybe',
    'P-1,en,Twice,,',
    'P-5,en,,,',
    'P-6,en,Coffee, ground,coffee,yes,more',
  ];
  const kinds = ['category,kind', 'Coffee,ground-cofee', ',rice', 'Rice,rice', 'rice,pasta'];
  expect(problems({ 'goods.csv': goods.join('\n'), 'kinds.csv': kinds.join('\n') })).toEqual([
    'goods.csv:3: id: is empty; write the id the platform gives the goods',
    'goods.csv:4: language: "english" is no language; write one like it, or nothing for all',
    'goods.csv:5: voice title: has 8 words; write at most 7',
    'goods.csv:6: hide: "maybe" is neither; write yes, no or nothing',
    'goods.csv:7: id: "P-1" is corrected above already; write one line for each language',
    'goods.csv:8: voice title: nothing is corrected; write a title, words (with | between them) or hide',
    'goods.csv:9: the last column: there are more texts than the first line names; put quotes around one with a comma',
    'kinds.csv:2: kind: there is no kind "ground-cofee"; docs/goods.md lists them; is it "ground-coffee"?',
    "kinds.csv:3: category: is empty; write the platform's category, like Drinks > Coffee",
    'kinds.csv:5: category: "rice" has a kind above already',
  ]);
});

test('a file that is no such table is told, and never half read', () => {
  expect(problems({ 'goods.csv': 'id,langauge,words\nP-1,en,coffee' })).toEqual([
    'goods.csv:1: "langauge": there is no such column; write id, language, voice title, words or hide; is it "language"?',
  ]);
  expect(problems({ 'goods.csv': 'language\nen' })).toEqual(['goods.csv:1: id: the first line must name this column']);
  expect(problems({ 'goods.csv': `${HEAD}\nP-1,en,"coffee,,\nP-2,en,tea,,` })).toEqual([
    'goods.csv:3: a quote is opened and not closed',
  ]);
  expect(problems({ 'goods.csv': '' })).toEqual([]);
});

test('the page for merchants lists every kind there is', () => {
  const page = readFileSync(join(LOCALES, '..', 'docs', 'goods.md'), 'utf8');
  const listed = [...(page.split('## Kinds')[1] ?? '').matchAll(/`([a-z0-9-]+)`/g)].map(([, kind]) => kind);
  expect(listed.filter((kind) => kind !== undefined && isKind(kind))).toEqual([...KINDS]);
});
