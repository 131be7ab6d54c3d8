/** A text in another language than its folder's is named with file and line, whole or a clause of it; no other is. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isTree } from '../../lambda/language/locales/locales';
import { add } from '../../scripts/locales/add';
import { check } from '../../scripts/locales/check';
import { checkTongue } from '../../scripts/locales/check-tongue';
import { type Folder, openFolder } from '../../scripts/locales/folder';
import { leavesOf } from '../../scripts/locales/texts';

const ROOT = join(__dirname, '../..');
const LANGUAGES = ['en', 'it', 'de', 'pl', 'cs'];
const copies: string[] = [];
afterAll(() => {
  for (const root of copies) rmSync(root, { recursive: true });
});

function copy() {
  const root = mkdtempSync(join(tmpdir(), 'earshot-tongue-'));
  copies.push(root);
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  return { root };
}

type Texts = Readonly<Record<string, string>>;

/** Writes texts over those of a file, by their keys. */
function put(root: string, file: string, texts: Texts): void {
  const path = join(root, 'locales', file);
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(withTexts(value, texts), null, 2));
}

function withTexts(value: unknown, texts: Texts): unknown {
  const copied = structuredClone(value);
  for (const [key, text] of Object.entries(texts)) {
    const path = key.split('.');
    const parent = path.slice(0, -1).reduce<unknown>((node, step) => (isTree(node) ? node[step] : {}), copied);
    Object.assign(Object(parent), { [path.at(-1) ?? '']: text });
  }
  return copied;
}

const lettersIn = (text: string) => text.replace(/\{\{.*?\}\}/g, ' ');
const lengthOf = (text: string) => lettersIn(text).match(/\p{L}+/gu)?.length ?? 0;

/** Of four words or more, with a full stop. */
function sentencesIn(folder: Folder, language: string) {
  return leavesOf(folder.file('speech.json', language)?.value).filter(
    ({ path, text }) => path[0] !== 'format' && /[.?!]$/.test(text) && lengthOf(text) >= 4,
  );
}

const clauseOf = (text: string) =>
  lettersIn(text)
    .split(/[.!?…;:,()]+\s*/)
    .find((clause) => lengthOf(clause) >= 4);

/** Six sentences of every other language under keys of this one: whole, or a clause of each behind its own words. */
function planted(folder: Folder, language: string, way: 'whole' | 'clause'): Texts {
  const own = sentencesIn(folder, language);
  const others = LANGUAGES.filter((one) => one !== language).flatMap((one) => {
    const theirs = sentencesIn(folder, one).filter(({ text }) => way === 'whole' || clauseOf(text));
    return [...Array(6).keys()].map((nth) => theirs[(nth * 37 + 5) % theirs.length]?.text ?? '');
  });
  return Object.fromEntries(
    others.map((text, nth) => {
      const mine = own[(nth * 11 + 3) % own.length];
      return [mine?.path.join('.') ?? '', way === 'whole' ? text : `${mine?.text} ${clauseOf(text)}.`];
    }),
  );
}

function withSpeech(folder: Folder, language: string, texts: Texts): Folder {
  const speech = folder.file('speech.json');
  const lined = { value: withTexts(speech?.value, texts), lineOf: speech?.lineOf ?? (() => 1) };
  return {
    ...folder,
    file: (name, of = language) => (name === 'speech.json' && of === language ? lined : folder.file(name, of)),
  };
}

describe.each(LANGUAGES)('in the folder of %s', (language) => {
  const { folder } = openFolder({ root: ROOT }, language);

  test('no text is named', () => {
    expect(checkTongue(folder)).toEqual([]);
  });

  test.each(['whole', 'clause'] as const)('sentences of all others are named with their lines: %s', (way) => {
    const texts = planted(folder, language, way);
    const found = checkTongue(withSpeech(folder, language, texts));
    const lineOf = (key: string) => folder.file('speech.json')?.lineOf(key.split('.'));
    expect(found.map(({ file, line }) => `${file}:${line}`).sort()).toEqual(
      Object.keys(texts)
        .map((key) => `${language}/speech.json:${lineOf(key)}`)
        .sort(),
    );
  });
});

test('sentences nobody has said before are named, in whatever file', () => {
  const place = copy();
  put(place.root, 'cs/speech.json', {
    'Trouble.busy.a': 'Leider haben gerade sehr viele Leute Fragen, und wir kommen nicht gleich dazu.',
  });
  put(place.root, 'pl/speech.json', { 'Feedback.quiet': 'Va bene, da adesso non ti chiedo più come è andata.' });
  put(place.root, 'pl/text.json', { 'MyData.closing': 'You can have this deleted whenever you want.' });
  put(place.root, 'it/pages.json', { 'chat.intro': 'Zde se můžete zeptat na svou objednávku.' });
  const found = ['cs', 'pl', 'it'].flatMap((language) => checkTongue(openFolder(place, language).folder));
  expect(found.map(({ file, message }) => `${file} ${message.split(':')[0]}`)).toEqual([
    'cs/speech.json Trouble.busy.a sounds like "de"',
    'pl/speech.json Feedback.quiet sounds like "it"',
    'pl/text.json MyData.closing sounds like "en"',
    'it/pages.json chat.intro sounds like "cs"',
  ]);
});

/** Much of it is like German or English. */
const DUTCH: Texts = {
  'Welcome.first': 'Welkom bij {{shop}}. Wat wil je bestellen?',
  'Trouble.busy.a': 'Het is nu erg druk. Probeer het over een week nog een keer.',
  'OrderStatus.shipped': 'Je bestelling {{order}} is onderweg.',
  'OrderStatus.delivered': 'De order is in je huis.',
  'MyData.closing': 'Dat was alles wat we hebben.',
  'Feedback.quiet': 'Goed, ik vraag er niet meer naar.',
  'Stop.bye': 'Tot ziens en een prettige dag.',
};

test('a draft with few words is not told that it is another language, and what is one is told', async () => {
  const place = copy();
  expect(add(place, { code: 'nl', name: 'Nederlands' })).toBeNull();
  put(place.root, 'nl/speech.json', DUTCH);
  const told = async () =>
    (await check(place, { language: 'nl' })).findings.filter(({ message }) => message.includes('sounds like'));
  expect(await told()).toEqual([]);
  put(place.root, 'nl/speech.json', { 'Feedback.quiet': 'Gut, ich frage nicht mehr danach.' });
  expect((await told()).map(({ file, message }) => `${file} ${message}`)).toEqual([
    'nl/speech.json Feedback.quiet sounds like "de": "Gut, ich frage nicht mehr danach."',
  ]);
});
