/** A change in `locales/` is spoken and heard without a restart; a broken file changes nothing and is named. */

import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ConsoleState } from '../../lambda/console/protocol';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';

let root: string;
let server: ConsoleServer;
let events: Awaited<ReturnType<ConsoleServer['events']>>;
let closings: readonly (() => unknown)[] = [];
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'earshot-locales-'));
  cpSync(LOCALES, join(root, 'locales'), { recursive: true });
  cpSync(join(dirname(LOCALES), 'shop'), join(root, 'shop'), { recursive: true });
  server = await serveConsole({ locales: join(root, 'locales') });
  events = await server.events();
});
afterEach(async () => {
  for (const close of closings) await close();
  closings = [];
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

/** As editors and tools save: in place, over a file of another name, by a safe copy that is kept, anew, with its whole folder. */
const WAYS: Readonly<Record<string, (file: string, text: string) => void>> = {
  'in place': writeFileSync,
  'by a file that takes the name'(file, text) {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  },
  'beside the old one': (file, text) => {
    renameSync(file, `${file}~`);
    writeFileSync(file, text);
  },
  'removed and made anew'(file, text) {
    rmSync(file);
    writeFileSync(file, text);
  },
  'in a folder that takes the name'(file, text) {
    const folder = dirname(file);
    cpSync(folder, `${folder}-next`, { recursive: true });
    writeFileSync(file.replace(folder, `${folder}-next`), text);
    rmSync(folder, { recursive: true });
    renameSync(`${folder}-next`, folder);
  },
};

/** Until it is said: a way may take several steps, each of which is told. */
async function saysSoon(text: string): Promise<void> {
  for (;;) {
    await events.next('reloaded');
    const told = await server.say('help');
    if (told.answer?.said?.speech.plain.includes(text)) return;
  }
}

test.each(Object.keys(WAYS))(
  'a file is heard anew, however often it is written %s, and in place after that',
  async (way) => {
    const words = JSON.parse(source('en/speech.json')) as Words;
    const said = (general: string) => JSON.stringify({ ...words, Help: { ...words.Help, general } });
    for (const general of ['Ask me for tea.', 'Ask me for rice.', 'Ask me for milk.']) {
      WAYS[way]?.(path('en/speech.json'), said(general));
      await saysSoon(general);
    }
    writeFileSync(path('en/speech.json'), said('Ask me for salt.'));
    await saysSoon('Ask me for salt.');
  },
);

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

test('words that nobody has heard yet are kept, too, when a list of them is broken', async () => {
  const learned = await serveConsole({ locales: join(root, 'locales'), learning: 'at once' });
  const [sound, told] = [source('it/words.json'), await learned.events()];
  closings = [told.close, learned.close];
  writeFileSync(path('it/words.json'), `${sound}\n`);
  for (const one of [events, told]) await one.next('reloaded');
  writeFileSync(path('it/words.json'), sound.replace('"hedges"', '"hedge"'));
  for (const one of [events, told]) await one.next('problems');
  for (const speaker of [server, learned]) {
    const { why, answer } = await speaker.say('ordina il caffè', { locale: 'it-IT' });
    expect([why.intent, answer?.replies]).toEqual(['Reorder', expect.not.arrayContaining(['Trouble.unexpected'])]);
  }
});

test('what is broken in one language is not forgotten by a change of another', async () => {
  const sound = source('it/words.json');
  writeFileSync(path('it/words.json'), sound.replace('"hedges"', '"hedge"'));
  await events.next('problems');
  edit('en/sentences.json', ({ Reorder }) => Reorder.push('abracadabra fills the cupboard'));
  const { problems } = (await events.next('problems')) as ConsoleState;
  expect(problems).toMatchObject([{ message: expect.stringContaining('hedges') }]);
  writeFileSync(path('it/words.json'), sound);
  expect(await events.next('reloaded')).toMatchObject({
    files: ['locales/en/sentences.json', 'locales/it/words.json'],
  });
  expect((await server.say('abracadabra fills the cupboard')).why.intent).toBe('Reorder');
});

test('a language that is called complete and cannot be spoken is told to be just that', async () => {
  writeFileSync(path('pl/speech.json'), source('pl/speech.json').replace(/("and": )"i"/, '$1"TODO: and"'));
  await events.next('reloaded');
  await expect(server.say('kawa', { locale: 'pl' })).rejects.toThrow('npm run locales check pl');
  await expect(server.say('kawa', { locale: 'xx' })).rejects.toThrow('Nobody');
});
