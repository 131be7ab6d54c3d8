/** A conversation saved from the console: a file that `npm test` can hold, answered by a fresh shop. */

import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { SavedTest } from '../../lambda/console/protocol';
import { slugOf } from '../../lambda/console/save';
import { createAnswerer } from '../../scripts/locales/answer';
import { type Dialogue, readExamples } from '../../scripts/locales/examples';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';

let root: string;
let tests: string;
let server: ConsoleServer;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'earshot-conversations-'));
  tests = join(root, 'test', 'conversations');
  server = await serveConsole({ tests });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});
beforeEach(() => server.ask('/settings', { fault: null, now: null }));

const ORDER = [{ said: 'riordina il mio caffè' }, { said: 'fanne tre' }, { silence: true }, { said: 'sì' }];
const wish = (name: string, more: object = {}) => ({ name, locale: 'it-IT', shopper: 'ana', turns: ORDER, ...more });
const saved = async (body: object) => (await (await server.ask('/tests', body)).json()) as SavedTest;

async function dialogueIn(file: string): Promise<Dialogue> {
  const { dialogues, findings } = readExamples(join(tests, file), file);
  expect(findings).toEqual([]);
  const [dialogue] = dialogues;
  if (!dialogue) throw new Error('no dialogue');
  return dialogue;
}

async function differences(dialogue: Dialogue) {
  const answer = await createAnswerer({ root: dirname(LOCALES) });
  return answer(dialogue, dialogue.given?.locale?.split('-')[0] ?? 'en');
}

test('writes a dialogue that the runner reads and finds true', async () => {
  expect(await saved(wish('Tre sacchetti, per favore!'))).toEqual({
    file: 'test/conversations/tre-sacchetti-per-favore.yaml',
    differs: [],
  });
  const dialogue = await dialogueIn('tre-sacchetti-per-favore.yaml');
  expect(dialogue.given).toEqual({ locale: 'it-IT', shopper: 'ana', now: '2026-11-22T10:00' });
  expect(dialogue.turns.map(({ intent, asks }) => [intent, asks])).toEqual([
    ['Reorder', 'Purchase.confirm'],
    ['Reorder', 'Purchase.confirm'],
    [undefined, 'Purchase.confirm'],
    ['Yes', null],
  ]);
  expect(dialogue.turns[1]).toMatchObject({
    slots: { quantity: 3 },
    answered: expect.stringContaining('tre sacchetti'),
  });
  expect(await differences(dialogue)).toEqual([]);
});

test('makes a test that fails when an answer differs', async () => {
  await saved(wish('will differ'));
  const dialogue = await dialogueIn('will-differ.yaml');
  const [first, ...others] = dialogue.turns;
  if (!first) throw new Error('no turn');
  const wrong = (change: object) => differences({ ...dialogue, turns: [{ ...first, ...change }, ...others] });
  expect(await wrong({ answered: 'Ciao.' })).toEqual([{ turn: 0, message: expect.stringContaining('Ciao.') }]);
  expect(await wrong({ asks: null })).toEqual([{ turn: 0, message: expect.stringContaining('Purchase.confirm') }]);
  expect(await wrong({ intent: 'OrderStatus' })).toEqual([{ turn: 0, message: expect.stringContaining('Reorder') }]);
});

test('keeps the fault and the day the conversation was held under', async () => {
  await server.ask('/settings', { fault: 'sold-out', now: '2026-12-24T18:00' });
  await saved({ ...wish('sold out'), turns: [{ said: 'riordina il mio caffè' }, { said: 'sì' }] });
  const dialogue = await dialogueIn('sold-out.yaml');
  expect(dialogue.given).toMatchObject({ fault: 'sold-out', now: '2026-12-24T17:00' });
  expect(dialogue.turns[0]?.asks).toBe('Purchase.instead');
  expect(await differences(dialogue)).toEqual([]);
});

test('tells where a fresh shop answers otherwise than the console did', async () => {
  const turns = [{ said: 'riordina il mio caffè', answered: 'Hai appena ordinato il caffè. Lo vuoi di nuovo?' }];
  const { differs } = await saved({ ...wish('heard otherwise'), turns });
  expect(differs).toEqual([{ turn: 1, here: turns[0]?.answered, fresh: expect.stringContaining('due sacchetti') }]);
});

test('takes another wording of the same for no difference, but another figure for one', async () => {
  const turns = [{ said: 'riordina il mio caffè' }];
  const dialogue = await dialogueIn((await saved({ ...wish('once'), turns })).file.split('/').at(-1) ?? '');
  const { answered = '', replies = [] } = dialogue.turns[0] ?? {};
  const said = 'riordina il mio caffè';
  const differs = async (answered: string, keys: readonly string[]) =>
    (await saved({ ...wish('once', { replace: true }), turns: [{ said, answered, replies: keys }] })).differs.length;
  expect(await differs(`Bene. ${answered}`, replies)).toBe(0);
  expect(await differs(`Bene. ${answered.replace('80', '90')}`, replies)).toBe(1);
  expect(await differs(`Bene. ${answered}`, ['Reorder.which'])).toBe(1);
});

test('writes over a test only when told to', async () => {
  await saved(wish('twice'));
  const again = await server.ask('/tests', wish('twice', { turns: [{ launch: true }] }));
  expect(again.status).toBe(409);
  expect((await dialogueIn('twice.yaml')).turns).toHaveLength(ORDER.length);
  expect((await server.ask('/tests', wish('twice', { turns: [{ launch: true }], replace: true }))).status).toBe(201);
  expect((await dialogueIn('twice.yaml')).turns).toHaveLength(1);
});

test.each(['../../../etc/passwd', 'C:\\windows', '..', '/', 'con: [yaml]\n- x'])(
  'writes into its folder whatever a test is called: %j',
  async (name) => {
    const { file } = await saved(wish(name, { turns: [{ launch: true }], replace: true }));
    expect(file).toMatch(/^test\/conversations\/[a-z-]+\.yaml$/);
    expect((await dialogueIn(file.split('/').at(-1) ?? '')).name).toBe(name);
    const written = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(written.every(({ parentPath }) => parentPath === tests)).toBe(true);
  },
);

test('makes a file name of any name', () => {
  expect(slugOf('È già finito?')).toBe('e-gia-finito');
  expect(slugOf('!!!')).toBe('conversation');
  expect(slugOf(`${'long '.repeat(40)}`).length).toBeLessThanOrEqual(60);
});
