/** The localiser's page by what it asks: texts and sentences are tried as they are typed, and written only when nothing is wrong. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HeardSentence, PlacedText, Taught, TriedText } from '../../lambda/console/localiser-protocol';
import { asJsonText } from '../../scripts/locales/json-text';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';

const root = mkdtempSync(join(tmpdir(), 'earshot-localiser-'));
const locales = join(root, 'locales');
let server: ConsoleServer;

beforeAll(async () => {
  for (const folder of ['locales', 'shop'])
    cpSync(join(LOCALES, '..', folder), join(root, folder), { recursive: true });
  // A few sentences of each intent: what is tried here does not hang on thousands more.
  const all: Record<string, readonly string[]> = JSON.parse(read('it/sentences.json'));
  const few = Object.fromEntries(Object.entries(all).map(([intent, said]) => [intent, said.slice(0, 4)]));
  writeFileSync(join(locales, 'it/sentences.json'), asJsonText({ ...few, OrderStatus: ["dov'è il mio ordine"] }));
  server = await serveConsole({ locales });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const read = (file: string) => readFileSync(join(locales, file), 'utf8');
const post = async <T>(path: string, body: object): Promise<T> =>
  (await (await server.ask(`/words${path}`, body)).json()) as T;
const path = ['Reorder', 'which', 'reprompt'];
const edited = (text: string) => ({ language: 'it', file: 'speech.json', path, text });

test('gives every text its place in a conversation', async () => {
  const texts = await server.get<readonly PlacedText[]>('/words/texts?language=it');
  const placed = (key: string) => texts.find((one) => one.file === 'speech.json' && one.path.join('.') === key)?.after;
  expect(placed('Reorder.which.reprompt')).toEqual({ kind: 'silence' });
  expect(placed('Reorder.which.help')).toEqual({ kind: 'help' });
  expect(placed('OrderStatus.which.ask_zero')).toMatchObject({ kind: 'said' });
  expect(texts.find((one) => one.file === 'pages.json')?.after).toBeNull();
});

test('a complete language has none of another in a place, and only a draft is told the English one', async () => {
  const of = (language: string) => server.get<readonly PlacedText[]>(`/words/texts?language=${language}`);
  const english = (texts: readonly PlacedText[]) => texts.filter(({ after }) => after?.kind === 'said-in-english');
  expect(english(await of('it'))).toEqual([]);
  const info = JSON.parse(read('pl/language.json'));
  writeFileSync(join(locales, 'pl/language.json'), asJsonText({ ...info, status: 'draft' }));
  writeFileSync(join(locales, 'pl/examples.yaml'), '[]\n');
  expect(english(await of('pl')).length).toBeGreaterThan(100);
});

test('a text is heard with awkward values and told what is wrong before anything is written', async () => {
  const before = read('it/speech.json');
  const good = await post<TriedText>('/texts/try', edited('Quale ti mando?'));
  expect(good).toMatchObject({ wrong: [], ways: [{ heard: 'Quale ti mando?', seconds: expect.any(Number) }] });
  for (const text of [
    '',
    'Vedi https://shop.example?',
    'Quale, {{nobody}}?',
    `${'Quale ti mando, e quando e come e dove? '.repeat(9)}`,
  ])
    expect((await post<TriedText>('/texts', edited(text))).wrong).not.toEqual([]);
  expect(read('it/speech.json')).toBe(before);
  expect((await post<TriedText>('/texts', edited('Quale ti mando?'))).wrong).toEqual([]);
  expect(read('it/speech.json')).toBe(before.replace('"Quale ti ordino?"', '"Quale ti mando?"'));
});

test('all sentences of an intent are heard at once; one that another intent has is written nowhere', async () => {
  const before = read('it/sentences.json');
  const { Thanks = [] } = await server.get<Readonly<Record<string, readonly string[]>>>('/words/sentences?language=it');
  const put = (path: string, added: string) =>
    post<readonly HeardSentence[]>(path, { language: 'it', intent: 'Thanks', sentences: [...Thanks, added] });
  for (const added of ['(grazie', "dov'è il mio ordine", '']) {
    expect((await put('/sentences', added)).at(-1)?.wrong).not.toEqual([]);
    expect(read('it/sentences.json')).toBe(before);
  }
  const heard = await put('/sentences', 'mille volte (grazie|obbligato)');
  expect(heard.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(heard.at(-1)?.heard.map(({ intent }) => intent)).toEqual(['Thanks', 'Thanks']);
  expect(read('it/sentences.json')).toContain('"mille volte (grazie|obbligato)"');
});

test('a text that was changed meanwhile is told, and written over only once that is known', async () => {
  const stands = JSON.parse(read('it/speech.json')).Reorder.which.reprompt as string;
  const save = (text: string, was: string) => post<TriedText>('/texts', { ...edited(text), was });
  expect((await save('Quale porto?', stands)).wrong).toEqual([]);
  const refused = await save('Quale vuoi avere?', stands);
  expect(refused).toMatchObject({ wrong: [expect.stringContaining('Quale porto?')], now: 'Quale porto?' });
  expect(read('it/speech.json')).toContain('"Quale porto?"');
  expect((await save('Quale vuoi avere?', 'Quale porto?')).wrong).toEqual([]);
  expect(read('it/speech.json')).toContain('"Quale vuoi avere?"');
});

test('sentences of two who write at once are both kept', async () => {
  const { Thanks: was = [] } = await server.get<Readonly<Record<string, string[]>>>('/words/sentences?language=it');
  const save = (added: string) =>
    post<readonly HeardSentence[]>('/sentences', { language: 'it', intent: 'Thanks', sentences: [...was, added], was });
  await save('infinite volte grazie');
  const both = await save('grazie di tutto cuore davvero');
  expect(both.map(({ template }) => template)).toContain('infinite volte grazie');
  for (const one of ['infinite volte grazie', 'grazie di tutto cuore davvero'])
    expect(read('it/sentences.json')).toContain(one);
});

test('what a turn should have been becomes a sentence, once, and is heard so', async () => {
  const teach = (text: string, intent: string) => post<Taught>('/taught', { locale: 'it-IT', text, intent });
  const written = await teach('Che fine ha fatto la mia robina?', 'OrderStatus');
  expect(written).toMatchObject({
    kind: 'written',
    sentence: 'che fine ha fatto la mia robina',
    file: 'locales/it/sentences.json',
  });
  const line = written.kind === 'refused' ? 0 : written.line;
  expect(read('it/sentences.json').split('\n')[line - 1]).toContain('che fine ha fatto la mia robina');
  expect(await teach('che fine ha fatto la mia robina', 'OrderStatus')).toMatchObject({ kind: 'known', line });
  expect(await teach('che fine ha fatto la mia robina', 'CancelOrder')).toMatchObject({ kind: 'refused' });
  expect(await teach('boh', 'Nobody')).toMatchObject({ kind: 'refused' });
});

test('nobody without the key, and nothing outside the languages', async () => {
  expect((await server.ask('/words/texts?language=it', undefined, { 'x-earshot-key': 'x' })).status).toBe(401);
  for (const body of [{ ...edited('x'), language: '../it' }, { ...edited('x'), file: 'words.json' }, {}])
    expect((await server.ask('/words/texts', body)).status).toBe(400);
  expect((await server.ask('/words/texts?language=xx')).status).toBe(422);
});
