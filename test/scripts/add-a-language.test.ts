/** docs/add-a-language.md, followed as it is printed with a made-up language: the folder of another tongue, full of English words. */

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PO from 'pofile';
import { stringify } from 'yaml';
import { check } from '../../scripts/locales/check';
import { readExamples } from '../../scripts/locales/examples';
import { mass } from '../kit/masses';
import { type Copy, copyOfProject } from '../recipes-copy';

const DOC = readFileSync(join(__dirname, '../../docs/add-a-language.md'), 'utf8');
const COMMANDS = [...DOC.matchAll(/^```sh\n(.*?)^```$/gms)].flatMap(([, text = '']) => text.trim().split('\n'));
/** These learn the language several times, or hold hundreds of dialogues: in the full mass only. */
const isWhole = mass(0, 1) > 0;
const LONG = /locales (score|report) /;

let copy: Copy;
beforeAll(() => {
  copy = copyOfProject();
});
afterAll(() => copy.remove());

/** What is typed while a command runs. */
const TYPED: Readonly<Record<string, string>> = {
  'npm run talk': '\n',
  'locales try': 'Welcome.\n\n.\n',
  'npm run shop': 'willow market\nGB\nnowhere\nhttps://shop.example/eo/privacy\nhttps://shop.example/eo/terms\n',
};

/** The words of a translator, and the lists of somebody who speaks the language. */
function translate(folder: string): void {
  const file = join(folder, '../../eo.po');
  const po = PO.parse(readFileSync(file, 'utf8'));
  for (const item of po.items) if (item.msgstr[0] === '') item.msgstr = [item.msgid];
  writeFileSync(file, po.toString());
  for (const list of ['sentences', 'words', 'goods', 'emergencies', 'digits', 'numbers', 'mail'])
    cpSync(join(folder, `../en/${list}.json`), join(folder, `${list}.json`));
  const { dialogues } = readExamples(join(folder, '../en/examples.yaml'), 'en/examples.yaml');
  const said = dialogues.map(({ name, turns }) => ({
    name,
    turns: turns.map(({ said: text, choice, silence, launch, intent }) => ({
      said: text,
      choice,
      silence,
      launch,
      intent,
    })),
  }));
  writeFileSync(join(folder, 'examples.yaml'), stringify(said, { keepUndefined: false }));
}

/** What the last check tells but that the words are English, as they are: "Ireland" is no country in Esperanto. */
function wrongIn(run: () => string): readonly string[] {
  try {
    run();
    return [];
  } catch (error) {
    const lines = error instanceof Error ? error.message.split('\n') : [];
    const isEnglish = / sounds like "en": |: a guest who asks everything: /;
    return lines.filter((line) => line.startsWith('eo/') && !isEnglish.test(line));
  }
}

test('leads from nothing to a finished language, and changes its folder and shop.json only', async () => {
  const folder = join(copy.root, 'locales/eo');
  const told = new Map<string, string>();
  for (const [at, command] of COMMANDS.entries()) {
    if (command.includes(' import ')) translate(folder);
    if (at === COMMANDS.length - 1) {
      const draft = readFileSync(join(folder, 'language.json'), 'utf8');
      writeFileSync(join(folder, 'language.json'), draft.replace('"draft"', '"complete"'));
    }
    const typed = Object.entries(TYPED).find(([part]) => command.includes(part))?.[1];
    const isLast = at === COMMANDS.length - 1;
    const silent = command.replace('npm run', 'npm run --silent');
    if (isLast && isWhole) expect(wrongIn(() => copy.run(silent))).toEqual([]);
    else if (isWhole || !(isLast || LONG.test(command))) told.set(`${at}`, copy.run(silent, typed));
  }
  const toldBy = (part: string) => told.get(`${COMMANDS.findIndex((command) => command.includes(part))}`);
  expect(toldBy('check')).toMatch(/^eo: 0 errors \(a draft, offered to nobody: 0 of \d+ texts, 0 %/);
  expect(toldBy('talk')).toContain('[Welcome.first]');
  expect(toldBy(' try ')).toContain('1 text written');
  expect(toldBy(' import ')).toMatch(/^\d{4} texts were changed/);
  expect(toldBy(' say ')).toContain('Тётя Зинаида');
  expect(toldBy(' hear ')).toContain('OrderStatus');
  const { findings, summary } = await check({ root: copy.root }, { language: 'eo', saidOfEach: 1 });
  // Its words are English, which is told of it, and nothing else is.
  const wrong = findings.filter(({ message }) => !message.includes(' sounds like "en": '));
  expect(wrong.filter(({ file }) => file.startsWith('eo/'))).toEqual([]);
  expect(summary[0]).toMatch(/^eo: \d+ errors \(complete; \d{3} example turns\)/);
  rmSync(join(copy.root, 'eo.po'));
  expect(copy.changed().filter((path) => !path.startsWith('locales/eo/'))).toEqual(['shop/shop.json']);
});
