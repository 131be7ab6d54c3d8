/** Texts on the localiser's page as they are said: where a text changes something, and the words for friends beside it. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlacedText, TriedText, WithBroken, WrittenWords } from '../../lambda/console/localiser-protocol';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';

const root = mkdtempSync(join(tmpdir(), 'earshot-localised-'));
const locales = join(root, 'locales');
let server: ConsoleServer;

beforeAll(async () => {
  for (const folder of ['locales', 'shop'])
    cpSync(join(LOCALES, '..', folder), join(root, folder), { recursive: true });
  server = await serveConsole({ locales });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});
beforeEach(() => {
  for (const file of ['de/speech.json', 'de/familiar.json']) cpSync(join(LOCALES, file), join(locales, file));
});

const read = (file: string) => readFileSync(join(locales, file), 'utf8');
const post = async <T>(path: string, body: object): Promise<T> =>
  (await (await server.ask(`/words${path}`, body)).json()) as T;

type Text = Pick<PlacedText, 'file' | 'path'>;
const spoken = (key: string): Text => ({ file: 'speech.json', path: key.split('.') });
const forFriends = (key: string): Text => ({ file: 'familiar.json', path: ['speech', ...key.split('.')] });
const tried = (where: Text, text: string) => post<TriedText>('/texts/try', { language: 'de', ...where, text });
const saved = (where: Text, text: string, before: string | null) =>
  post<WithBroken<WrittenWords<TriedText, string | null>>>('/texts', { language: 'de', ...where, text, before });
const german = () => server.get<readonly PlacedText[]>('/words/texts?language=de');
const named = (texts: readonly PlacedText[], { file, path }: Text) =>
  texts.find((one) => one.file === file && one.path.join('.') === path.join('.'));

const words = (told: TriedText) => told.ways.map(({ heard }) => heard?.words);

test('a text is heard where it changes something, and nowhere else', async () => {
  // One wording of several, the fewest words of a summary, and a text that stands inside others.
  expect(words(await tried(spoken('Thanks.welcome.c'), 'Aber bitte.'))).toEqual(['Aber bitte.']);
  const brief = words(await tried(spoken('Purchase.summary_brief'), '{{items}}. Aus: {{shop}}, {{place}}, {{day}}.'));
  expect(brief.length).toBeGreaterThan(2);
  for (const one of brief) expect(one).toContain('. Aus: Willow Market, ');
  const named = words(await tried(spoken('Welcome.backName'), 'Da sind Sie wieder, {{name}}.'));
  expect(named).toEqual([...new Set(named)]);
  const inside = words(await tried(spoken('format.money_EUR_one'), '{{count}} Eurone'));
  expect(inside.length).toBeGreaterThan(5);
  for (const one of inside) expect(one).toContain('1 Eurone');
});

test('what is only read has no length, and what is read as it is heard is told once', async () => {
  const where: Text = { file: 'text.json', path: ['Resume', 'goOn', 'guide'] };
  const { ways } = await tried(where, 'Schreiben Sie ja oder nein. Machen wir da weiter?');
  expect(ways).toEqual([{ heard: null, read: 'Schreiben Sie ja oder nein. Machen wir da weiter?' }]);
  const same = await tried(spoken('Thanks.welcome.a'), 'Aber gern.');
  expect(same.ways).toEqual([{ heard: { words: 'Aber gern.', seconds: expect.any(Number) }, read: null }]);
});

test('what Alexa asks is heard as it is written, and what stands on a page is not heard', async () => {
  const { ways } = await tried({ file: 'words.json', path: ['prompts', 'Reorder.product'] }, 'Was darf es sein?');
  expect(ways).toEqual([{ heard: { words: 'Was darf es sein?', seconds: expect.any(Number) }, read: null }]);
  expect((await tried({ file: 'pages.json', path: ['chat', 'write'] }, 'Nachricht')).ways).toEqual([]);
});

test('a text that is read otherwise in this language alone has the English that is heard', async () => {
  const texts = (await german()).filter(({ file }) => file !== 'listing.json');
  expect(texts.filter(({ source, text }) => source === text && / Sie /.test(source))).toEqual([]);
});

test('words for friends stand where what they stand for does, are heard with their own seconds, and saved', async () => {
  const texts = await german();
  const where = forFriends('Resume.goOn.guide');
  const [friends, usual] = [where, spoken('Resume.goOn.guide')].map((one) => named(texts, one));
  expect(friends).toMatchObject({ at: usual?.at, source: usual?.source });
  const formal = await tried(where, 'Sag ja oder nein. Machen Sie da weiter?');
  expect(formal.wrong).toEqual([expect.stringContaining('"Sie"')]);
  const text = 'Sag ja oder nein. Machst du da weiter?';
  const heard = { words: text, seconds: expect.any(Number) };
  expect(await tried(where, text)).toEqual({ wrong: [], besides: [], ways: [{ heard, read: null }] });
  const before = friends?.text ?? '';
  expect((await saved(where, text, before)).kind).toBe('saved');
  expect(read('de/familiar.json')).toBe(
    readFileSync(join(LOCALES, 'de/familiar.json'), 'utf8').replace(JSON.stringify(before), JSON.stringify(text)),
  );
  expect((await saved(where, 'Sag ja. Machst du weiter?', before)).kind).toBe('changed');
});

test('a text that becomes formal is told to lack words for friends; they are written where none were', async () => {
  const [usual, friends] = [spoken('Thanks.welcome.a'), forFriends('Thanks.welcome.a')];
  expect(named(await german(), friends)).toBeUndefined();
  const told = await saved(usual, 'Für Sie immer gern.', 'Gern geschehen.');
  expect(told).toMatchObject({ kind: 'saved', told: { wrong: [], besides: [expect.stringContaining('missing')] } });
  expect(named(await german(), friends)).toMatchObject({ text: null, at: expect.anything() });
  expect(await saved(friends, 'Für dich immer gern.', null)).toMatchObject({ kind: 'saved' });
  expect(JSON.parse(read('de/familiar.json')).speech.Thanks).toEqual({ welcome: { a: 'Für dich immer gern.' } });
  expect(named(await german(), friends)?.text).toBe('Für dich immer gern.');
  // Nobody is addressed in what no text says.
  const { wrong } = await tried(forFriends('Thanks.nothing'), 'Für dich.');
  expect(wrong).toEqual([expect.stringContaining('no such text')]);
});

test('a text that gets other variables is told which words for friends must follow', async () => {
  const key = 'Resume.goOnWith.guide';
  const { besides } = await tried(spoken(key), 'Sagen Sie ja oder nein. Möchten Sie das noch?');
  expect(besides).toEqual([expect.stringContaining('variables')]);
});

test('words for friends that are emptied are taken away where what everybody is told does without them, and kept where not', async () => {
  const [usual, friends] = [spoken('Thanks.welcome.a'), forFriends('Thanks.welcome.a')];
  const original = read('de/familiar.json');
  await saved(friends, 'Gern für dich geschehen.', null);
  const told = await tried(friends, ' ');
  expect(told).toEqual({
    ...{ wrong: [], besides: [] },
    ways: [{ heard: { words: named(await german(), usual)?.text, seconds: expect.any(Number) }, read: null }],
  });
  // Somebody else wrote something else meanwhile.
  expect(await saved(friends, '', 'Gern.')).toEqual({ kind: 'changed', now: 'Gern für dich geschehen.', broken: [] });
  expect((await saved(friends, '', 'Gern für dich geschehen.')).kind).toBe('saved');
  expect(read('de/familiar.json')).toBe(original);
  const needed = forFriends('Resume.goOn.guide');
  const before = named(await german(), needed)?.text ?? '';
  const kept = await saved(needed, '', before);
  expect(kept).toMatchObject({
    kind: 'wrong',
    told: { wrong: [expect.stringContaining('is missing; it is said formally')] },
  });
  expect(read('de/familiar.json')).toBe(original);
  // Nothing else is taken away: it has no words.
  expect((await saved(usual, '', named(await german(), usual)?.text ?? '')).kind).toBe('wrong');
});
