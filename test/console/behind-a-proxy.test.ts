/** `npm start` behind a reverse proxy that adds no header: a stranger looks local, and still gets nothing. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forget, npmStart, type Started } from '../kit/npm-start';
import { type InFront, PROXIES } from '../kit/plain-proxy';

const README = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
/** The request README tells to post. */
const ORDER = /curl -s localhost:3000\/alexa[^\n]*-d '(\{[\s\S]*?\})'\n/.exec(README)?.[1] ?? '';

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (url: string, body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(url, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });

describe.each(PROXIES)('behind %s, with EARSHOT_URL set', (_name, open) => {
  let program: Started;
  let proxy: InFront;
  beforeAll(async () => {
    program = await npmStart({ EARSHOT_URL: 'https://talk.shop.example' });
    proxy = await open(program.port);
  });
  afterAll(async () => {
    await proxy.close();
    await program.stop();
    forget(program);
  });

  test('the server is there for a stranger, and the console is not', async () => {
    expect((await fetch(`${proxy.url}/healthz`)).status).toBe(200);
    const state = await fetch(`${proxy.url}/console/api/state`);
    expect([state.status, await state.json()]).toEqual([401, expect.objectContaining({ error: 'key' })]);
    for (const path of ['/', '/console', '/console?key=guessed']) {
      expect([path, (await fetch(proxy.url + path)).status]).toEqual([path, 401]);
    }
  });

  test('no stranger sits down at the desk', async () => {
    const answer = await post(`${proxy.url}/console/api/desk`, '{}');
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
    expect((await fetch(`${proxy.url}/desk/me`)).status).toBe(401);
  });

  test('no stranger orders unsigned, by the proxy or beside it', async () => {
    for (const url of [proxy.url, `http://127.0.0.1:${program.port}`]) {
      for (const key of ['', 'guessed']) {
        const answer = await post(`${url}/alexa`, ORDER, key ? { 'x-earshot-key': key } : {});
        expect([url, answer.status, await answer.text()]).toEqual([url, 400, '']);
      }
    }
  });

  test('the developer has all of it, by the key of the printed link', async () => {
    const key = new URL(program.link).searchParams.get('key') ?? '';
    const here = `http://127.0.0.1:${program.port}`;
    const answer = await post(`${here}/alexa`, ORDER, { 'x-earshot-key': key });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('outputSpeech')]);
    const entered = await fetch(program.link, { redirect: 'manual' });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await fetch(`${here}/console/api/state`, { headers: { cookie } })).status).toBe(200);
  });
});

test('README’s request is answered on a fresh start, and a bookmark outlives the next one', async () => {
  const first = await npmStart({});
  const answer = await post(`http://127.0.0.1:${first.port}/alexa`, ORDER);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('outputSpeech')]);
  expect((await fetch(`http://127.0.0.1:${first.port}/console/api/state`)).status).toBe(401);
  const entered = await fetch(first.link, { redirect: 'manual' });
  await first.stop();
  const second = await npmStart({}, first.folder);
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const state = await fetch(`http://127.0.0.1:${second.port}/console/api/state`, { headers: { cookie } });
  expect(state.status).toBe(200);
  expect(new URL(second.link).search).toBe(new URL(first.link).search);
  await second.stop();
  forget(first);
});
