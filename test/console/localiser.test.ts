/** The localiser's page by what it asks: texts and sentences are tried as they are typed, and written only when nothing is wrong. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  HeardSentence,
  PlacedText,
  Proposed,
  Taught,
  TriedText,
  WithBroken,
  WrittenWords,
} from '../../lambda/console/localiser-protocol';
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
const WRITTEN = ['it/speech.json', 'it/sentences.json', 'it/words.json', 'pl/language.json', 'pl/examples.yaml'];
let untouched: readonly string[] = [];
beforeEach(() => {
  if (untouched.length === 0) untouched = WRITTEN.map(read);
  for (const [at, file] of WRITTEN.entries())
    if (read(file) !== untouched[at]) writeFileSync(join(locales, file), untouched[at] ?? '');
});

const read = (file: string) => readFileSync(join(locales, file), 'utf8');
const post = async <T>(path: string, body: object): Promise<T> =>
  (await (await server.ask(`/words${path}`, body)).json()) as T;
const path = ['Reorder', 'which', 'reprompt'];
const edited = (text: string) => ({ language: 'it', file: 'speech.json', path, text });
const saved = (text: string, before: string | null) =>
  post<WithBroken<WrittenWords<TriedText, string | null>>>('/texts', { ...edited(text), before });
type Sentences = Readonly<Record<string, readonly string[]>>;
const listed = async (intent: string) => (await server.get<Sentences>('/words/sentences?language=it'))[intent] ?? [];
const tried = (intent: string, sentences: readonly string[]) =>
  post<readonly HeardSentence[]>('/sentences/try', { language: 'it', intent, sentences });
const savedList = (intent: string, sentences: readonly string[], before: readonly string[]) =>
  post<WithBroken<WrittenWords<readonly HeardSentence[], readonly string[]>>>('/sentences', {
    ...{ language: 'it', intent, sentences, before },
  });

test('gives every text its place in a conversation', async () => {
  const texts = await server.get<readonly PlacedText[]>('/words/texts?language=it');
  const placed = (key: string) => texts.find((one) => one.file === 'speech.json' && one.path.join('.') === key)?.at;
  expect(placed('Reorder.which.reprompt')).toMatchObject({ asked: expect.any(String), heard: { kind: 'silence' } });
  expect(placed('Reorder.which.help')).toMatchObject({ heard: { kind: 'help' } });
  expect(placed('OrderStatus.which.ask_zero')).toMatchObject({ heard: { kind: 'said' } });
  expect(texts.find((one) => one.file === 'pages.json')?.at).toBeNull();
});

test('every text that is said has its place: when, after which question, and what is said to it, as the language says it', async () => {
  for (const language of ['en', 'de', 'cs']) {
    const texts = await server.get<readonly PlacedText[]>(`/words/texts?language=${language}`);
    const placed = (key: string) =>
      texts.find((one) => one.file === 'speech.json' && one.path.join('.') === key)?.at ?? null;
    expect(placed('Welcome.first')?.heard).toEqual({ kind: 'launch' });
    expect(placed('Purchase.codeWrong')).toMatchObject({ when: expect.stringMatching(/code/) });
    expect(placed('Purchase.placed')?.asked).toContain('{{total}}');
    const said = texts.filter(({ file, path }) => /^(speech|text)\.json$/.test(file) && path[0] !== 'format');
    expect(said.length).toBeGreaterThan(900);
    expect(said.filter(({ at }) => !at?.when).map(({ path }) => path.join('.'))).toEqual([]);
    const own = said.filter(({ path }) => path[0] === 'OrderStatus');
    expect(new Set(own.map(({ at }) => at?.when)).size).toBeGreaterThan(40);
    expect(new Set(own.flatMap(({ at }) => (at?.heard.kind === 'said' ? [at.heard.said] : []))).size).toBeGreaterThan(
      5,
    );
  }
});

test('a complete language has none of another in a place, and only a draft is told the English one', async () => {
  const of = (language: string) => server.get<readonly PlacedText[]>(`/words/texts?language=${language}`);
  const english = (texts: readonly PlacedText[]) => texts.filter(({ at }) => at?.heard.kind === 'said-in-english');
  expect(english(await of('it'))).toEqual([]);
  const info = JSON.parse(read('pl/language.json'));
  writeFileSync(join(locales, 'pl/language.json'), asJsonText({ ...info, status: 'draft' }));
  writeFileSync(join(locales, 'pl/examples.yaml'), '[]\n');
  expect(english(await of('pl')).length).toBeGreaterThan(100);
});

test('a text is heard with awkward values and told what is wrong before anything is written', async () => {
  const before = read('it/speech.json');
  const good = await post<TriedText>('/texts/try', edited('Quale ti mando?'));
  const heard = { words: 'Quale ti mando?', seconds: expect.any(Number) };
  expect(good).toMatchObject({ wrong: [], ways: [{ heard, read: null }] });
  for (const text of [
    '',
    'Vedi https://shop.example?',
    'Quale, {{nobody}}?',
    `${'Quale ti mando, e quando e come e dove? '.repeat(9)}`,
  ])
    expect((await saved(text, 'Quale ti ordino?')).kind).toBe('wrong');
  expect(read('it/speech.json')).toBe(before);
  expect(await saved('Quale ti mando?', 'Quale ti ordino?')).toMatchObject({ kind: 'saved', broken: [] });
  expect(read('it/speech.json')).toBe(before.replace('"Quale ti ordino?"', '"Quale ti mando?"'));
});

test('what somebody else wrote meanwhile is told, and not written over', async () => {
  const now = 'Quale vuoi?';
  writeFileSync(join(locales, 'it/speech.json'), read('it/speech.json').replace('"Quale ti ordino?"', `"${now}"`));
  expect(await saved('Quale ti porto?', 'Quale ti ordino?')).toMatchObject({ kind: 'changed', now });
  expect(read('it/speech.json')).toContain(`"${now}"`);
  expect(await saved('Quale ti porto?', now)).toMatchObject({ kind: 'saved' });
  const first = await listed('ShippingCost');
  expect(await savedList('ShippingCost', [...first, 'quanto vuole il corriere per me'], first)).toMatchObject({
    kind: 'saved',
  });
  const then = [...first, 'quanto vuole il corriere per me'];
  expect(await savedList('ShippingCost', [...first, 'il corriere quanto mi prende'], first)).toMatchObject({
    kind: 'changed',
    now: then,
  });
  expect(await listed('ShippingCost')).toEqual(then);
  // Who wrote the very same has nothing to be asked.
  expect(await savedList('ShippingCost', then, first)).toMatchObject({ kind: 'saved' });
});

test('what is saved while something is broken is told to be unheard, and into a broken file nothing is written', async () => {
  const sound = read('it/words.json');
  writeFileSync(join(locales, 'it/words.json'), sound.replace('"hedges"', '"hedge"'));
  const told = await saved('Quale ti mando?', 'Quale ti ordino?');
  expect(told).toMatchObject({ kind: 'saved', broken: [{ message: expect.stringContaining('hedges') }] });
  writeFileSync(join(locales, 'it/words.json'), sound);
  expect(await saved('Quale ti porto?', 'Quale ti mando?')).toMatchObject({ kind: 'saved', broken: [] });
  for (const file of ['it/speech.json', 'it/sentences.json']) {
    const before = read(file);
    const broken = before.replace(/,\n/, '\n');
    writeFileSync(join(locales, file), broken);
    const refused = file.includes('speech')
      ? await saved('Quale ti ordino?', 'Quale ti porto?')
      : await savedList('Thanks', ['grazie mille volte'], []);
    expect(refused).toEqual({ error: 'files', message: expect.stringContaining(`${file}:`) });
    expect(read(file)).toBe(broken);
    writeFileSync(join(locales, file), before);
  }
});

test('how a friend is addressed is tried and saved like all other texts, and what is formal is refused', async () => {
  const du = (text: string) => ({
    ...{ language: 'de', file: 'familiar.json', text },
    path: ['speech', 'format', 'missingAsk'],
  });
  expect(await post<TriedText>('/texts/try', du('Sagen Sie das anders.'))).toMatchObject({
    wrong: [expect.stringContaining('formal')],
  });
  const before: string = JSON.parse(read('de/familiar.json')).speech.format.missingAsk;
  expect(await post('/texts', { ...du('Sag das bitte anders.'), before })).toMatchObject({ kind: 'saved' });
  expect(read('de/familiar.json')).toContain('"Sag das bitte anders."');
});

test('all sentences of an intent are heard at once; one that another intent has is written nowhere', async () => {
  const before = read('it/sentences.json');
  const own = await listed('Thanks');
  for (const added of ['(grazie', "dov'è il mio ordine", '']) {
    expect((await tried('Thanks', [...own, added])).at(-1)?.wrong).not.toEqual([]);
    expect((await savedList('Thanks', [...own, added], own)).kind).toBe('wrong');
    expect(read('it/sentences.json')).toBe(before);
  }
  const heard = await tried('Thanks', [...own, 'mille volte (grazie|obbligato)']);
  expect(heard.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(heard.at(-1)?.heard.map(({ intent }) => intent)).toEqual(['Thanks', 'Thanks']);
  await savedList('Thanks', [...own, 'mille volte (grazie|obbligato)'], own);
  expect(read('it/sentences.json')).toContain('"mille volte (grazie|obbligato)"');
});

test('a sentence of any other intent is told, wherever in the file that stands', async () => {
  const order = Object.keys(JSON.parse(read('it/sentences.json')));
  const others = ['Stop', 'ShippingCost', 'CancelOrder', 'Help'];
  expect(others.some((one) => order.indexOf(one) > order.indexOf('OrderStatus'))).toBe(true);
  const own = await listed('OrderStatus');
  for (const other of others) {
    const theirs = (await listed(other)).find((one) => !one.includes('{')) ?? '';
    const [told] = (await tried('OrderStatus', [...own, theirs])).slice(-1);
    expect([told?.wrong.join(), told?.template]).toEqual([expect.stringContaining(other), theirs]);
  }
});

test('each sentence is told what is wrong with it alone, however the list is written', async () => {
  const all = JSON.parse(read('it/sentences.json'));
  writeFileSync(join(locales, 'it/sentences.json'), asJsonText({ ...all, Thanks: ['grazie', 'grazie mille'] }));
  const told = await tried('Thanks', ['grazie', 'dove sta {x}', '(a|b']);
  expect(told.map(({ wrong }) => wrong.length)).toEqual([0, 1, 1]);
  expect(told[1]?.wrong[0]).toContain('{x}');
  expect(told[2]?.wrong[0]).toContain('(a|b');
});

test('what a turn should have been becomes a sentence, once, and is heard so', async () => {
  const what = (text: string, intent: string) => ({ locale: 'it-IT', text, intent });
  const teach = (text: string, intent: string) => post<WithBroken<Taught>>('/taught', what(text, intent));
  const propose = async (text: string, intent: string) =>
    (await post<Proposed>('/taught/proposed', what(text, intent))).sentence;
  const { slots } = await post<Proposed>('/taught/proposed', what('Grazie', 'Reorder'));
  expect(slots).toContain('quantity');
  expect(await propose('Che fine ha fatto la mia robina?', 'OrderStatus')).toBe('che fine ha fatto la mia robina');
  expect(await propose('Mi rimandi un po’ di caffè macinato, dai!', 'Reorder')).toBe(
    'mi rimandi un po’ di {product} dai',
  );
  expect(await propose('Grazie del caffè', 'Thanks')).toBe('grazie del caffè');
  const written = await teach('che fine ha fatto la mia robina', 'OrderStatus');
  expect(written).toMatchObject({
    kind: 'written',
    sentence: 'che fine ha fatto la mia robina',
    file: 'locales/it/sentences.json',
    broken: [],
  });
  const line = written.kind === 'refused' ? 0 : written.line;
  expect(read('it/sentences.json').split('\n')[line - 1]).toContain('che fine ha fatto la mia robina');
  expect(await teach('che fine ha fatto la mia robina', 'OrderStatus')).toMatchObject({ kind: 'known', line });
  expect(await teach('che fine ha fatto la mia robina', 'CancelOrder')).toMatchObject({ kind: 'refused' });
  expect(await teach('boh', 'Nobody')).toMatchObject({ kind: 'refused' });
  await teach('mi rimandi un po’ di {product} dai', 'Reorder');
  expect(read('it/sentences.json')).toContain('mi rimandi un po’ di {product} dai');
});

test('nobody without the key, and nothing outside the languages', async () => {
  expect((await server.ask('/words/texts?language=it', undefined, { 'x-earshot-key': 'x' })).status).toBe(401);
  for (const body of [{ ...edited('x'), language: '../it' }, { ...edited('x'), file: 'goods.json' }, {}])
    expect((await server.ask('/words/texts', body)).status).toBe(400);
  expect((await server.ask('/words/texts?language=xx')).status).toBe(422);
});
