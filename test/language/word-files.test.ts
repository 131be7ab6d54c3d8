/** The files a language is heard by: whoever has one in the works is told which and where, and nothing is heard by half of it. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHearing } from '../../lambda/language/hearing/hear';
import { TemplateError } from '../../lambda/language/hearing/sentences';
import { NO_GOODS } from '../../lambda/vocabulary/goods-tables';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

const OWN = join(__dirname, '..', '..', 'locales', 'it');
let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'earshot-words-'));
  for (const name of ['words.json', 'sentences.json', 'emergencies.json', 'goods.json'])
    cpSync(join(OWN, name), join(directory, 'it', name));
});
afterEach(() => rmSync(directory, { recursive: true }));

const told = () => {
  const hearing = createHearing({ directory, intents: INTENT_SLOTS, today: () => '2026-03-02' });
  return hearing.hear('sì', { locale: 'it-IT', goods: NO_GOODS, expects: ['yesno'] }).intent;
};
const without = (json: string, key: string) => JSON.stringify({ ...JSON.parse(json), [key]: undefined });
const with3 = (json: string, key: string) => JSON.stringify({ ...JSON.parse(json), [key]: 3 });

test.each([
  [
    'words.json',
    (json: string) => without(json, 'negation'),
    /^it\/words\.json: negation is missing; npm run locales check/,
  ],
  [
    'words.json',
    (json: string) => with3(json, 'values'),
    /^it\/words\.json: values is not written as it is in English/,
  ],
  ['words.json', (json: string) => json.slice(0, 90), /^it\/words\.json: .*JSON/],
  ['sentences.json', (json: string) => with3(json, 'Reorder'), /^it\/sentences\.json: Reorder is not written/],
  ['emergencies.json', (json: string) => without(json, 'signs'), /^it\/emergencies\.json: signs is missing/],
  ['goods.json', (json: string) => with3(json, 'kinds'), /^it\/goods\.json: kinds is not written as it is in English/],
])('%s that is half done is told with its place (%#)', (name, damage, message) => {
  const path = join(directory, 'it', name);
  const whole = readFileSync(path, 'utf8');
  writeFileSync(path, damage(whole));
  expect(told).toThrow(expect.objectContaining({ message: expect.stringMatching(message) }));
  writeFileSync(path, whole);
  expect(told()).toBe('Yes');
});

test.each(['Reorder', 'Reorder.quantity'])(
  'who reads a language hears of a sentence of %s that cannot be read',
  (key) => {
    const file = join(directory, 'it', 'sentences.json');
    const sentences = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>;
    writeFileSync(file, JSON.stringify({ ...sentences, [key]: ['ordina (tè|caffè'] }));
    const hearing = createHearing({ directory, intents: INTENT_SLOTS, today: () => '2026-03-02' });
    expect(() => hearing.read('it-IT')).toThrow(TemplateError);
  },
);

test.each([
  ['words.json', (json: string) => json.slice(0, 90)],
  ['sentences.json', (json: string) => with3(json, 'Reorder')],
])('while %s is half done the words of before are heard on, with what the shop has written since', (name, damage) => {
  const written = (question: string) => [{ topic: 'gifts', names: ['regali'], questions: [question] }];
  let topics = written('come si regala un buono');
  const hearing = createHearing({
    ...{ directory, intents: INTENT_SLOTS, today: () => '2026-03-02' },
    topics: { of: () => topics, isLearned: false },
  });
  const hear = (text: string) => hearing.hear(text, { locale: 'it-IT', goods: NO_GOODS });
  expect(hear('come si regala un buono').slots.topic?.ids).toEqual(['gifts']);
  const path = join(directory, 'it', name);
  writeFileSync(path, damage(readFileSync(path, 'utf8')));
  topics = written('come si incarta un pacco');
  expect(hear('come si incarta un pacco').slots.topic?.ids).toEqual(['gifts']);
  expect(hear("dov'è il mio ordine").intent).toBe('OrderStatus');
});
