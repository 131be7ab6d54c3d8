/** What the tools tell a localiser: everything that is left, with totals that agree; each manner a reply has; what the numbers mean. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add } from '../../scripts/locales/add';
import { check, leftOf } from '../../scripts/locales/check';
import { exported } from '../../scripts/locales/exchange';
import { exportedInLines } from '../../scripts/locales/exchange-lines';
import { heardInLines } from '../../scripts/locales/heard-lines';
import { leftInLines } from '../../scripts/locales/left';
import { inLines, sayReplies } from '../../scripts/locales/say';
import { scoreTable } from '../../scripts/locales/score-table';
import { putTexts } from '../../scripts/locales/texts';
import { requireRead, requireThere } from '../../scripts/locales/there';
import { weakIn, weakInLines } from '../../scripts/locales/weak';

const ROOT = join(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'earshot-told-'));
const place = { root };

beforeAll(() => {
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  add(place, { code: 'nl', name: 'Nederlands' });
});
afterAll(() => rmSync(root, { recursive: true }));

test('totals of a draft agree, and all that is left can be seen, by file and by part', async () => {
  const { summary } = await check(place, { language: 'nl', saidOfEach: 0 });
  const [, total, left, texts] = /0 of (\d+) texts.*left to write: (\d+), which are (\d+) texts/s.exec(
    summary[0] ?? '',
  ) as RegExpExecArray;
  expect(texts).toBe(total);
  const all = leftOf(place, 'nl');
  expect(`${all.length}`).toBe(left);
  const lines = leftInLines(all, '');
  expect(lines.filter((line) => line.startsWith('  '))).toHaveLength(all.length);
  const [, parts = ''] = /which are (.*)/.exec(summary[0] ?? '') ?? [];
  const counts = [...parts.matchAll(/(\d+) [a-z]/g)].map(([, count]) => Number(count));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(all.length);
  // What goes out is what is counted, and the store's page.
  const out = exportedInLines(exported(place, 'nl', join(root, 'nl.po')), 'nl.po');
  const [, sent = '', store = ''] =
    /^(\d+) texts .*listing\.json: (\d+), needed only where/s.exec(out.join('\n')) ?? [];
  expect(+sent - +store).toBe(Number(total));
  expect(leftInLines(all, 'Thanks').join('\n')).toMatch(/^sentences\.json: 1\n.*Thanks has 0.*\nspeech\.json: \d\n/s);
  expect(leftInLines(all, 'pages.json')[0]).toMatch(/^pages\.json: \d{3}$/);
  expect(leftInLines(all, 'Tanks')).toEqual(['nothing is left to write of Tanks']);
  expect(leftOf(place, 'it')).toEqual([]);
});

test('the dialogues it takes are among what is left, and an example of a list is a word and no template', () => {
  const told = leftOf(place, 'nl').map(({ message }) => message);
  expect(told).toContain('Reorder has 0 examples; 5 different ones are needed');
  expect(told.find((one) => one.startsWith('consent.yes '))).toMatch(/like "yes", "sure" in en$/);
});

test('as many errors are counted as are told', async () => {
  const file = join(root, 'locales/nl/language.json');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('"draft"', '"complete"'));
  const { findings, summary } = await check(place, { language: 'nl', saidOfEach: 0 });
  writeFileSync(file, before);
  expect(summary[0]).toMatch(new RegExp(`^nl: ${findings.length} errors \\(complete; `));
  // What is told to be left is what is wrong with a language that is called complete.
  const left = new Set(leftOf(place, 'nl').map(({ file: name, line }) => `${name}:${line}`));
  const more = findings.filter(({ file: name, line }) => name.startsWith('nl/') && !left.has(`${name}:${line}`));
  expect(more).toEqual([]);
});

test('what nobody has begun is not called weak, and what was begun is', () => {
  const samely = () => weakIn(place, 'nl').samely;
  expect(samely()).toEqual([]);
  putTexts(place, 'nl', [{ file: 'speech.json', path: ['Refused', 'buys', 'a'], text: 'Goed, ik koop niets.' }]);
  expect(samely().every((key) => key === 'Refused.buys')).toBe(true);
});

test('what is weak is told with what to do about it, the worst ten or all of it', () => {
  const long = Array.from({ length: 12 }, (_, at) => ({ key: `Part.${at}`, seconds: 11 }));
  const weak = { long, samely: ['Refused.buys'], misheard: null };
  expect(weakInLines(weak)).toEqual(
    expect.arrayContaining([
      'replies of more than 10 seconds with long values, of 15 at most (say less in them): 12',
      '  and 2 more; "report <language> all" tells them',
    ]),
  );
  expect(weakInLines(weak, 'all').filter((line) => line.startsWith('  Part.'))).toHaveLength(12);
});

test('a reply is said in full, cut short, formally and to a friend, where there are words for it', () => {
  const told = (language: string, key: string) => sayReplies(place, language, key).flatMap(inLines).join('\n');
  expect(told('it', 'Purchase.summary')).toMatch(/Allora.*\(_brief\):\n.*\(_short\):\n/s);
  expect(told('it', 'Welcome.first')).toMatch(/Ciao.*\(_formal\):\n {2}Buongiorno/s);
  expect(told('de', 'Welcome.first')).toMatch(/Sagen Sie.*\(familiar\.json\):\n.*Sag zum/s);
  // A key as it stands in the file will do.
  expect(told('it', 'Welcome.first_formal')).toBe(told('it', 'Welcome.first'));
  expect(told('de', 'Stop.nothing')).not.toContain('too long');
});

test('numbers of what is heard are told with what they mean', () => {
  const table = scoreTable([
    { intent: 'Reorder', said: 4, right: 3, wrong: [{ text: 'again please', intent: 'Repeat' }] },
  ]);
  expect(table.join('\n')).toMatch(
    /every 5th sentence was kept back.*understood +mistaken\nReorder +3 of 4 +75 % +1 +25 %/s,
  );
  expect(table.join('\n')).toContain('"again please" as Repeat');
  const heard = { text: 'x', intent: 'Reorder', score: 0.1279, rivals: [], slots: {}, accepted: false };
  expect(heardInLines(heard)).toEqual([
    'not understood, so the shopper is asked again; the nearest is Reorder 0.13 (how sure, from 0 to 1)',
  ]);
  expect(heardInLines({ ...heard, accepted: true, score: 1 })).toEqual(['understood as Reorder 1: as it was taught']);
});

test('what cannot be read is told with its line before any tool says or writes something', () => {
  expect(() => requireThere(place, 'xx')).toThrow(
    'there is no locales/xx/, only cs, de, en, it, nl, pl; npm run locales add xx',
  );
  expect(() => requireRead(place, 'it')).not.toThrow();
  for (const name of ['speech.json', 'words.json', 'sentences.json']) {
    const file = join(root, 'locales/it', name);
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/\n}\s*$/, ',\n}\n'));
    expect(() => requireRead(place, 'it')).toThrow(
      new RegExp(`^it/${name}:\\d+: a comma too many.*\nmend this first; nothing was done$`),
    );
    writeFileSync(file, before);
  }
});
