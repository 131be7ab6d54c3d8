/** The real program behind real proxies, set up as the manual has it and as they are first written: nobody becomes more than they are. */

import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import { ROLES, type Role } from '../../lambda/services/sign-in/agents';
import { hashPassword } from '../../lambda/services/sign-in/passwords';
import { newAgent } from '../../lambda/services/sign-in/sign-in';
import { createVisitors } from '../../lambda/services/sign-in/visitors';
import { forget, newFolder, npmStart, type Running, type Started, served } from '../kit/npm-start';
import { type InFront, PROXIES } from '../kit/proxies';

const README = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
/** The request README tells to post. */
const ORDER = /curl -s localhost:3000\/alexa[^\n]*-d '(\{[\s\S]*?\})'\n/.exec(README)?.[1] ?? '';
const OUTSIDE = { EARSHOT_URL: 'https://talk.shop.example', TRUSTED_PROXIES: '127.0.0.1' };
const PASSWORD = 'correct horse battery';
const CHEAP = { N: 1_024, r: 8, p: 1 };
const TOKEN = 'the token of whoever reads metrics';

const JSON_TYPE = { 'content-type': 'application/json' };
type Headers = Readonly<Record<string, string>>;
const post = (url: string, body: string, headers: Headers = {}) =>
  fetch(url, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body });

type Front = { readonly name: string; readonly tells: boolean; readonly inFront: InFront };

/** Those that can be tried here, open before the program; the others say why they are not. */
async function allBefore({ port }: Running): Promise<readonly Front[]> {
  const here = PROXIES.filter(({ missing }) => missing === null);
  return Promise.all(here.map(async ({ name, tells, open }) => ({ name, tells, inFront: await open(port) })));
}

async function closeAll(fronts: readonly Front[], program: Running): Promise<void> {
  await Promise.all(fronts.map(({ inFront }) => inFront.close()));
  await program.stop();
  forget(program);
}

for (const { name, missing } of PROXIES) if (missing) test.skip(`${name}: ${missing}`, () => undefined);

describe('npm start, with EARSHOT_URL set', () => {
  let program: Started;
  let fronts: readonly Front[];
  beforeAll(async () => {
    program = await npmStart(OUTSIDE);
    fronts = await allBefore(program);
  });
  afterAll(() => closeAll(fronts, program));

  test('the server is there for a stranger, and nothing of the developer’s is', async () => {
    for (const { name, tells, inFront } of fronts) {
      expect([name, (await fetch(`${inFront.url}/healthz`)).status]).toEqual([name, 200]);
      for (const path of ['/console', '/console?key=guessed', '/console/api/state', '/console/api/visits'])
        expect([name, path, (await fetch(inFront.url + path)).status]).toEqual([name, path, tells ? 404 : 401]);
      const sat = await post(`${inFront.url}/console/api/desk`, '{}');
      expect([name, sat.status, sat.headers.getSetCookie()]).toEqual([name, tells ? 404 : 401, []]);
      for (const path of ['/desk/me', '/desk/agents']) expect((await fetch(inFront.url + path)).status).toBe(401);
      expect([name, (await fetch(`${inFront.url}/metrics`)).status]).toEqual([name, 403]);
    }
  });

  test('no stranger orders unsigned, by a proxy or beside it', async () => {
    const urls = [...fronts.map(({ inFront }) => inFront.url), `http://127.0.0.1:${program.port}`];
    for (const url of urls) {
      for (const headers of [{}, { 'x-earshot-key': 'guessed' }]) {
        const answer = await post(`${url}/alexa`, ORDER, headers);
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
    for (const path of ['/console/api/state', '/metrics'])
      expect([path, (await fetch(here + path, { headers: { cookie } })).status]).toEqual([path, 200]);
  });
});

type Identity = 'nobody' | 'visitor' | Role;
type Row = readonly [route: string, nobody: number, visitor: number, agent: number, admin: number];

/** What each may, by any way in. */
const MATRIX: readonly Row[] = [
  ['GET /', 200, 200, 200, 200],
  ['GET /healthz', 200, 200, 200, 200],
  ['GET /readyz', 200, 200, 200, 200],
  ['GET /metrics', 403, 403, 403, 403],
  ['GET /console', 404, 404, 404, 404],
  ['GET /console/api/state', 404, 404, 404, 404],
  ['POST /console/api/desk', 404, 404, 404, 404],
  ['POST /alexa', 400, 400, 400, 400],
  ['GET /alexa', 405, 405, 405, 405],
  ['POST /channels/whatsapp', 404, 404, 404, 404],
  ['POST /chat/session', 400, 400, 400, 400],
  ['POST /chat/messages', 401, 400, 401, 401],
  ['POST /chat/files', 401, 400, 401, 401],
  ['GET /chat/files/x', 401, 404, 401, 401],
  ['GET /chat/stream', 401, 200, 401, 401],
  ['GET /chat/words', 200, 200, 200, 200],
  ['GET /desk/session', 200, 200, 200, 200],
  ['GET /desk/me', 401, 401, 200, 200],
  ['POST /desk/me', 401, 401, 400, 400],
  ['POST /desk/me/password', 401, 401, 400, 400],
  ['GET /desk/queue', 401, 401, 200, 200],
  ['GET /desk/hand-offs/x', 401, 401, 404, 404],
  ['POST /desk/hand-offs/x/take', 401, 401, 400, 400],
  ['POST /desk/hand-offs/x/say', 401, 401, 400, 400],
  ['GET /desk/stream', 401, 401, 200, 200],
  ['GET /desk/agents', 401, 401, 403, 200],
  ['POST /desk/agents', 401, 401, 403, 400],
  ['GET /desk/deliveries', 401, 401, 403, 200],
];

describe('npm run serve', () => {
  let program: Running;
  let fronts: readonly Front[];
  const cookies = new Map<Role, string>();
  let visitor = '';

  const signIn = (
    url: string,
    login: string,
    { password = PASSWORD, from = '127.0.0.1', headers = {} as Headers } = {},
  ) => knock(url, { method: 'POST', path: '/desk/session', from, headers, body: JSON.stringify({ login, password }) });

  beforeAll(async () => {
    const folder = newFolder();
    const store = await openSqliteStore({ file: join(folder, 'earshot.sqlite'), now: Date.now });
    const hash = await hashPassword(PASSWORD, CHEAP);
    const logins = [...ROLES, ...PROXIES.map((_, at) => `marta${at}`)];
    for (const login of logins) {
      const role = ROLES.find((one) => one === login) ?? 'agent';
      await store.agents.add(newAgent({ login, name: login, role, hash }));
    }
    visitor = (await createVisitors(store.visitors, Date.now).greet('en-GB')).token;
    await store.close();
    program = await served({ ...OUTSIDE, METRICS_TOKEN: TOKEN, ALEXA_SKILL: 'any' }, folder);
    fronts = await allBefore(program);
    await program.ready();
    for (const role of ROLES) {
      const { cookie } = await signIn(`http://127.0.0.1:${program.port}`, role);
      cookies.set(role, cookie);
    }
  });
  afterAll(() => closeAll(fronts, program));

  const shown = (who: Identity): Headers => {
    if (who === 'nobody') return {};
    return who === 'visitor' ? { authorization: `Bearer ${visitor}` } : { cookie: cookies.get(who) ?? '' };
  };

  test('everybody may the same by every way in, and no more', async () => {
    const ways = [...fronts.map(({ inFront }) => inFront.url), `http://127.0.0.1:${program.port}`];
    for (const url of ways) {
      const seen = await Promise.all(
        MATRIX.map(async ([route]): Promise<Row> => {
          const [method = '', path = ''] = route.split(' ');
          const status = async (who: Identity) => (await knock(url, { method, path, headers: shown(who) })).status;
          const nobody = await status('nobody');
          return [route, nobody, await status('visitor'), await status('agent'), await status('admin')];
        }),
      );
      expect([url, ...seen]).toEqual([url, ...MATRIX]);
      const metrics = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } });
      expect([url, metrics.status]).toEqual([url, 200]);
    }
  });

  test('a stream reaches its page through each of them', async () => {
    for (const { name, inFront } of fronts) {
      const leave = new AbortController();
      const stream = await fetch(`${inFront.url}/chat/stream`, { headers: shown('visitor'), signal: leave.signal });
      const { value } = (await stream.body?.getReader().read()) ?? {};
      expect([name, Buffer.from(value ?? []).toString()]).toEqual([name, expect.stringContaining('retry:')]);
      leave.abort();
    }
  });

  test('a session’s cookies are bound to TLS and to the host, whatever the proxy says', async () => {
    for (const { name, inFront } of fronts) {
      const { set } = await signIn(inFront.url, 'agent');
      expect([name, ...set.map((line) => /^__Host-[\w-]+=.*; Path=\/;.*; Secure/.test(line))]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });

  test('guesses lock out who guesses; where the proxy tells who that is, nobody else, and no made-up address helps', async () => {
    for (const [at, { name, tells, inFront }] of fronts.entries()) {
      const login = `marta${at}`;
      const { set } = await signIn(inFront.url, login, { from: '127.0.0.3' });
      const browser = (set[1] ?? '').split(';')[0] ?? '';
      for (let guess = 0; guess < 5; guess += 1) {
        // Whoever sets the header throws away what a client made up; the others would pass it on.
        const headers: Headers = tells ? { 'x-forwarded-for': `203.0.113.${guess}` } : {};
        await signIn(inFront.url, login, { password: 'a wrong password', from: '127.0.0.2', headers });
      }
      const locked = await signIn(inFront.url, login, { from: '127.0.0.2' });
      const elsewhere = await signIn(inFront.url, login, { from: '127.0.0.3' });
      const known = await signIn(inFront.url, login, { from: '127.0.0.2', headers: { cookie: browser } });
      expect([name, locked.status, elsewhere.status, known.status]).toEqual([name, 429, tells ? 201 : 429, 201]);
    }
  });

  test('a proxy that names nobody is told in the log, once', () => {
    const told = program.logged().match(/looks like one sender/g) ?? [];
    expect(told.length).toBe(1);
  });
});

type Knock = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Headers;
  readonly body?: string;
  /** An address of this machine: to a proxy each is another client. */
  readonly from?: string;
};
type Got = { readonly status: number; readonly set: readonly string[]; readonly cookie: string };

/** A stream is left as soon as it has begun. */
function knock(url: string, { method, path, headers = {}, body = '{}', from = '127.0.0.1' }: Knock): Promise<Got> {
  const isPost = method === 'POST';
  const all = { ...(isPost ? { ...JSON_TYPE, 'content-length': Buffer.byteLength(body) } : {}), ...headers };
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, localAddress: from, headers: all }, (res) => {
      const set = res.headers['set-cookie'] ?? [];
      resolve({ status: res.statusCode ?? 0, set, cookie: (set[0] ?? '').split(';')[0] ?? '' });
      res.destroy();
    });
    sent.once('error', reject).end(isPost ? body : undefined);
  });
}

test('README’s request is answered on a fresh start, and a bookmark outlives the next one', async () => {
  const first = await npmStart({});
  const here = `http://127.0.0.1:${first.port}`;
  const answer = await post(`${here}/alexa`, ORDER);
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('outputSpeech')]);
  expect((await fetch(`${here}/console/api/state`)).status).toBe(401);
  expect((await fetch(`${here}/metrics`)).status).toBe(200);
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
