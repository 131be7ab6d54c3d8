/** What a text has to say: each form of it what the same form says elsewhere, and each that is missing is named with an example. */

import { checkPages } from '../../scripts/locales/check-pages';
import { checkSpeech } from '../../scripts/locales/check-speech';
import { type Folder, openFolder } from '../../scripts/locales/folder';
import type { Finding } from '../../scripts/locales/lines';
import { leavesOf } from '../../scripts/locales/texts';
import { editCopy, type Json, localesCopy } from '../kit/locales-copy';
import { mass } from '../kit/masses';

const LANGUAGES = ['it', 'en', 'de', 'pl', 'cs'].slice(0, mass(1, 5));
const ROOT = { root: `${__dirname}/../..` };

/** The folder as it would be with another file. */
function withFile({ folder }: { readonly folder: Folder }, name: string, value: unknown): Folder {
  const lined = { value, lineOf: () => 1 };
  return {
    ...folder,
    file: (file, of = folder.language) => (file === name && of === folder.language ? lined : folder.file(file, of)),
  };
}

function checked(folder: Folder): readonly Finding[] {
  return [...checkSpeech(folder), ...checkPages(folder)];
}

type Leaf = ReturnType<typeof leavesOf>[number];

function put(value: unknown, { path }: Leaf, text: string | undefined): void {
  const group = path.slice(0, -1).reduce((node, step) => node[step] as Json, value as Json);
  const key = path.at(-1) as string;
  if (text === undefined) delete group[key];
  else group[key] = text;
}

/** The number of one thing may go unsaid; and what only one language cuts short may leave out when, how many and which order. */
const MAY_GO =
  /_one (?:count|number)$|_(?:brief|short)(?:_\w+)? (?:day|order|count|since|promised)$|\.(?:day|from|to|by|placed)_date_\d+ |^format\.(?:unit_|(?:timeAt|window\w*) (?:from|to)?[pP]art$)/;

test.each(LANGUAGES)('no form of a text of %s loses what it is given', (language) => {
  const opened = openFolder(ROOT, language);
  const lost: string[] = [];
  for (const file of ['speech.json', 'text.json', 'pages.json']) {
    const leaves = leavesOf(opened.folder.file(file)?.value).map((leaf) => ({
      ...leaf,
      names: [...new Set([...leaf.text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name as string))].filter(
        (name) => name !== 'shop' && name !== 'pause',
      ),
    }));
    // One of each text at a time.
    for (let at = 0; leaves.some(({ names }) => names.length > at); at += 1) {
      const value = structuredClone(opened.folder.file(file)?.value);
      const cut = leaves.filter(({ names }) => names.length > at);
      for (const leaf of cut) put(value, leaf, leaf.text.replaceAll(`{{${leaf.names[at]}}}`, 'x'));
      const told = checked(withFile(opened, file, value)).map(({ message }) => message);
      for (const { path, names } of cut) {
        const [key, name] = [path.join('.'), names[at] as string];
        if (!told.some((one) => one.startsWith(`${key} does not say `) && one.includes(`{{${name}}}`)))
          lost.push(`${key} ${name}`);
      }
    }
  }
  expect(lost.filter((one) => !MAY_GO.test(one))).toEqual([]);
});

test.each(LANGUAGES)('no text of %s may be missing, and each is told with how it looks elsewhere', (language) => {
  const opened = openFolder(ROOT, language);
  for (const file of ['speech.json', 'pages.json']) {
    const own = opened.folder.file(file)?.value as Json;
    for (const group of Object.keys(own)) {
      const told = checked(
        withFile(opened, file, { ...own, [group]: undefined, ...(file === 'speech.json' ? {} : { [group]: {} }) }),
      );
      const named = told.filter(({ message }) => message.includes(' is missing'));
      expect([group, named.length > 0]).toEqual([group, true]);
      expect(
        named.filter(
          ({ message }) => !/is missing.*; write (?:a text|wordings|a list|keys in braces), like "/.test(message),
        ),
      ).toEqual([]);
    }
  }
});

type Planted = readonly [language: string, file: string, path: string, text: string, message: string | RegExp];

test.each<Planted>([
  [
    'pl',
    'speech.json',
    'Purchase.confirm.ask',
    'Zamówić?',
    'Purchase.confirm.ask does not say {{total}}, as en does: "{{total}} in all',
  ],
  [
    'en',
    'speech.json',
    'Purchase.confirm.ask',
    'Shall I?',
    'Purchase.confirm.ask does not say {{total}}, as every other language does',
  ],
  [
    'de',
    'speech.json',
    'Purchase.confirm.ask_short',
    'Bestellen?',
    'Purchase.confirm.ask_short does not say {{total}}, as en does',
  ],
  [
    'pl',
    'speech.json',
    'Purchase.summaryMany_few',
    '{{count}} produkty.',
    'Purchase.summaryMany_few does not say {{items}}, {{place}}, {{day}}, as en does',
  ],
  [
    'cs',
    'speech.json',
    'format.orderMore_few',
    'nákup',
    'format.orderMore_few does not say {{placed}}, {{product}}, {{count}}, as en does',
  ],
  ['it', 'speech.json', 'format.money_EUR_other', 'euro', 'format.money_EUR_other does not say {{count}}, as en does'],
  [
    'it',
    'speech.json',
    'format.between',
    'tra {from} e {{to}}',
    'format.between has "{from}"; a variable is written {{name}}',
  ],
  ['pl', 'pages.json', 'desk.found', 'Znaleziono: {{cout}}', 'desk.found uses {{cout}}, which it does not get'],
  ['pl', 'pages.json', 'desk.found', 'Znaleziono', 'desk.found does not say {{count}}, as en does'],
  ['pl', 'pages.json', 'chat.intro', 'Witamy', 'chat.intro does not say {{shop}}, as en does'],
  ['en', 'pages.json', 'chat.intro', 'Hello', 'chat.intro does not say {{shop}}, as every other language does'],
])('%s/%s: %s may not become “%s”', (language, file, path, text, message) => {
  const { root } = localesCopy();
  editCopy(root, `${language}/${file}`, (value) => put(value, { path: path.split('.'), text }, text));
  const { folder } = openFolder({ root }, language);
  const told = checked(folder);
  expect(told).toContainEqual({
    file: `${language}/${file}`,
    line: folder.file(file)?.lineOf(path.split('.')),
    message: expect.stringContaining(message as string),
  });
  expect(told.every((one) => one.file === `${language}/${file}`)).toBe(true);
});

test('a draft is told what is wrong in the forms it has, and not of those it has not begun', () => {
  const { root } = localesCopy();
  editCopy(root, 'pl/language.json', (info) => Object.assign(info, { status: 'draft' }));
  editCopy(root, 'pl/speech.json', ({ Purchase }) =>
    Object.assign(Purchase as Json, {
      summaryMany_few: 'Trzy.',
      summaryMany_many: 'TODO: x',
      summaryMany_one: 'TODO: x',
    }),
  );
  const told = checked(openFolder({ root }, 'pl').folder).map(({ message }) => message);
  expect(told).toEqual([expect.stringMatching(/^Purchase\.summaryMany_few does not say \{\{count\}\}, /)]);
});

test('where one month has a phrase of its own, each has', () => {
  const { root } = localesCopy();
  editCopy(root, 'pl/speech.json', ({ format }) => delete (format as Json).period_month_3);
  const [first, ...more] = checked(openFolder({ root }, 'pl').folder);
  expect([first?.message, more]).toEqual([
    expect.stringMatching(/^format\.period_month_3 is missing; write a text, like "period_month/),
    [],
  ]);
});

test('a plural form that is missing is told at its sentence, with the words of another', () => {
  const { root } = localesCopy();
  editCopy(root, 'it/speech.json', ({ format }) => delete (format as Json).ageDays_many);
  const { folder } = openFolder({ root }, 'it');
  const line = folder.file('speech.json')?.lineOf(['format', 'ageDays_one']);
  expect(checked(folder)).toEqual([
    {
      file: 'it/speech.json',
      line,
      message: expect.stringMatching(
        /^format\.ageDays lacks the form for 1 000 000 \(`_many`\); write a text, like "ageDays_many": ".*days/,
      ),
    },
  ]);
});
