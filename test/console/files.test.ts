/** A change in `locales/` is spoken and heard without a restart; a broken file changes nothing and is named. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ConsoleState } from '../../lambda/console/protocol';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';

let root: string;
let server: ConsoleServer;
let events: Awaited<ReturnType<ConsoleServer['events']>>;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'earshot-locales-'));
  cpSync(LOCALES, join(root, 'locales'), { recursive: true });
  cpSync(join(dirname(LOCALES), 'shop'), join(root, 'shop'), { recursive: true });
  server = await serveConsole({ locales: join(root, 'locales') });
  events = await server.events();
});
afterEach(async () => {
  events.close();
  const { errors } = server.house;
  await server.close();
  rmSync(root, { recursive: true });
  expect(errors).toEqual([]);
});

const path = (file: string) => join(root, 'locales', file);
const source = (file: string) => readFileSync(path(file), 'utf8');
type Words = { Reorder: string[]; Help: { general: string } };
function edit(file: string, change: (words: Words) => void): void {
  const words = JSON.parse(source(file)) as Words;
  change(words);
  writeFileSync(path(file), JSON.stringify(words, null, 2));
}

test('hears a new sentence', async () => {
  const said = 'abracadabra fills the cupboard';
  expect((await server.say(said)).why.intent).toBe('Fallback');
  edit('en/sentences.json', ({ Reorder }) => Reorder.push('abracadabra fills the cupboard'));
  expect(await events.next('reloaded')).toMatchObject({ files: ['locales/en/sentences.json'] });
  expect((await server.say(said, { speaker: 'after' })).why.intent).toBe('Reorder');
});

test('says a new wording', async () => {
  edit('en/speech.json', ({ Help }) => {
    Help.general = 'Just ask me for coffee.';
  });
  await events.next('reloaded');
  const told = await server.say('help');
  expect(told.answer?.said?.speech.plain).toContain('Just ask me for coffee.');
});

test('names file and line of what is broken, keeps the words of before, and says when it is mended', async () => {
  const sound = source('en/speech.json');
  const lines = sound.split('\n');
  writeFileSync(path('en/speech.json'), [...lines.slice(0, 4), '  "half": "typed', ...lines.slice(4)].join('\n'));
  const { problems } = (await events.next('problems')) as ConsoleState;
  expect(problems).toEqual([{ file: 'locales/en/speech.json', line: 5, message: expect.any(String) }]);
  expect((await server.get<ConsoleState>('/state')).problems).toEqual(problems);
  expect((await server.say('help')).answer?.said?.speech.plain).toMatch(/\w/);
  writeFileSync(path('en/speech.json'), sound);
  expect(await events.next('problems')).toEqual({ problems: [] });
  await events.next('reloaded');
});

test('takes a file that stops in the middle for what it is', async () => {
  writeFileSync(path('it/words.json'), source('it/words.json').slice(0, 500).trimEnd());
  const { problems } = (await events.next('problems')) as ConsoleState;
  expect(problems).toMatchObject([{ file: 'locales/it/words.json' }]);
  expect(problems[0]?.line).toBe(source('it/words.json').split('\n').length);
});

test('keeps hearing by the old sentences when a new one cannot be read', async () => {
  edit('en/sentences.json', ({ Reorder }) => Reorder.push('order (tea|coffee'));
  const { problems } = (await events.next('problems')) as ConsoleState;
  const line =
    source('en/sentences.json')
      .split('\n')
      .findIndex((text) => text.includes('(tea|coffee')) + 1;
  const message = expect.stringContaining('(tea|coffee');
  expect(problems).toEqual([{ file: 'locales/en/sentences.json', line, message }]);
  expect((await server.say('reorder my coffee')).why.intent).toBe('Reorder');
});
