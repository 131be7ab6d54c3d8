/** `npm run desk`: who may sign in, as it is set from a terminal. */

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import { createSignIn, type SignedIn } from '../../lambda/services/sign-in/sign-in';
import { bundled } from '../kit/bundle';
import { forget, npmStart } from '../kit/npm-start';

// Each command is a process of its own, with a password as dear as in earnest.
const ROOT = join(__dirname, '..', '..');
let folder: string;
let script: string;

beforeAll(async () => {
  script = await bundled({ entry: join(ROOT, 'scripts', 'desk.ts'), houseAt: join(ROOT, 'lambda', 'house') });
  folder = mkdtempSync(join(tmpdir(), 'earshot-desk-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Ran = { readonly code: number; readonly said: string };

function run(args: readonly string[], { typed = '', in: data = folder } = {}): Promise<Ran> {
  const { DATABASE_URL, ...rest } = process.env;
  const env = { ...rest, EARSHOT_DATA: data, NODE_PATH: join(ROOT, 'node_modules') };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...args], { cwd: ROOT, env }, (error, out, problems) =>
      resolve({ code: error ? Number(error.code) : 0, said: out + problems }),
    );
    child.stdin?.end(typed);
  });
}

async function enter(login: string, password: string): Promise<SignedIn['kind']> {
  const store = await openSqliteStore({ file: join(folder, 'earshot.sqlite'), now: Date.now });
  const { kind } = await createSignIn({ ...store, seconds: { check: async () => false }, now: Date.now }).enter({
    login,
    password,
    source: 'here',
  });
  await store.close();
  return kind;
}

const passwordIn = ({ said }: Ran) => /^ {2}([a-z2-9-]{23})$/m.exec(said)?.[1] ?? '';

test('adds people, lists them, gives passwords, and shuts out', async () => {
  const added = await run(['add', 'marta', '--name', 'Marta', '--role', 'admin']);
  expect([added.code, await enter('marta', passwordIn(added))]).toEqual([0, 'in']);
  expect(await run(['add', 'marta', '--name', 'Marta'])).toMatchObject({
    code: 1,
    said: 'There is a marta already; "npm run desk -- password marta" makes a new password.\n',
  });
  expect((await run(['list'])).said).toMatch(/^marta {2}Marta {2}admin {2}seen 20/);
  expect((await run(['password', 'marta', '--ask'], { typed: 'too short\n' })).said).toContain('12 to 200');
  const chosen = await run(['password', 'marta', '--ask'], { typed: 'a password of my own\n' });
  expect([chosen.code, await enter('marta', 'a password of my own')]).toEqual([0, 'in']);
  expect(chosen.said).not.toContain('of my own');
  await run(['disable', 'marta']);
  expect(await enter('marta', 'a password of my own')).toBe('wrong');
  expect((await run(['add', 'lena'])).said).toContain('Lena may sign in at /desk as lena');
});

test('lets the Marta of npm start in, who had no password', async () => {
  const program = await npmStart({});
  const post = (path: string, body: object, headers = {}) =>
    fetch(`http://127.0.0.1:${program.port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const key = new URL(program.link).searchParams.get('key') ?? '';
  expect((await post('/console/api/desk', {}, { 'x-earshot-key': key })).status).toBe(201);
  const added = await run(['add', 'marta'], { in: program.folder });
  const signedIn = await post('/desk/session', { login: 'marta', password: passwordIn(added) });
  expect([added.code, signedIn.status, await signedIn.json()]).toMatchObject([
    0,
    201,
    { name: 'Marta', role: 'admin' },
  ]);
  expect((await post('/console/api/desk', {}, { 'x-earshot-key': key })).status).toBe(201);
  await program.stop();
  forget(program);
});

test.each([
  ['one nobody knows', ['toString'], 'npm run desk -- <command>'],
  ['no name', ['add', 'e.ross'], 'Say what shoppers read: add e.ross --name NAME'],
  ['a role nobody has', ['add', 'eve', '--name', 'Eve', '--role', 'owner'], '--role is agent or admin'],
  ['somebody nobody knows', ['disable', 'eve'], 'Nobody signs in'],
])('refuses %s in one line', async (_what, args, words) => {
  const { code, said } = await run(args);
  expect([code, said.includes(words)]).toEqual([1, true]);
});
