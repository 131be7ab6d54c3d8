/** Who is let in: whoever sits at this machine and shows the key, and no page of elsewhere in their browser. */

import { request } from 'node:http';
import { type ConsoleServer, KEY, serveConsole } from '../kit/console-server';

let server: ConsoleServer;
beforeAll(async () => {
  server = await serveConsole();
});
afterAll(() => server.close());

/** With the key. `fetch` does not let a test say these headers. */
function status(path: string, more: Readonly<Record<string, string>>, body?: string): Promise<number> {
  const headers = { 'x-earshot-key': KEY, ...more };
  return new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method: body ? 'POST' : 'GET', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const host = () => new URL(server.url).host;
const JSON_TYPE = { 'content-type': 'application/json' };
const WHO = { speaker: 'a', visit: 'v', device: 'speaker', locale: 'en-GB', shopper: 'ana' };
const FAULT = '{"fault":"down"}';

test('answers a terminal and its own page', async () => {
  expect(await status('/console/api/state', {})).toBe(200);
  const own = { origin: `http://${host()}`, 'sec-fetch-site': 'same-origin' };
  expect(await status('/console/api/settings', { ...JSON_TYPE, ...own }, '{"fault":null}')).toBe(200);
});

test.each([
  ['a proxy', { 'x-forwarded-for': '203.0.113.7' }],
  ['a tunnel', { 'cf-connecting-ip': '203.0.113.7' }],
  ['another name for this computer', { host: 'rebound.example' }],
  ['a signed request', { signature: 'x' }],
])('is not there for %s', async (_what, headers: Record<string, string>) => {
  for (const path of ['/', '/console/api/state', '/console/api/events']) expect(await status(path, headers)).toBe(404);
  expect(await status('/console/api/settings', { ...JSON_TYPE, ...headers }, FAULT)).toBe(404);
  expect((await server.get<{ settings: { fault: unknown } }>('/state')).settings.fault).toBeNull();
});

test.each([
  ['another origin', { origin: 'http://elsewhere.example' }],
  ['another port of this computer', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['what the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['what the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
])('refuses %s', async (_what, headers: Record<string, string>) => {
  expect(await status('/console/api/state', headers)).toBe(403);
  expect(await status('/console/api/settings', { ...JSON_TYPE, ...headers }, FAULT)).toBe(403);
  expect((await server.get<{ settings: { fault: unknown } }>('/state')).settings.fault).toBeNull();
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
  'refuses a body of type "%s", which a form could send',
  async (type) => {
    expect(await status('/console/api/settings', type === '' ? {} : { 'content-type': type }, FAULT)).toBe(415);
  },
);

test.each([
  ['/say', {}],
  ['/say', { ...WHO, what: { kind: 'text', text: ' ' } }],
  ['/say', { ...WHO, shopper: 'nobody', what: { kind: 'launch' } }],
  ['/say', { ...WHO, locale: 'xx-XX', what: { kind: 'launch' } }],
  ['/say', { ...WHO, device: 'toaster', what: { kind: 'launch' } }],
  ['/say', { ...WHO, what: { kind: 'request', fresh: true, request: { version: '1.0' } } }],
  ['/settings', { fault: 'on fire' }],
  ['/settings', { now: 'tomorrow' }],
  ['/settings', { colour: 'green' }],
  ['/tests', { name: 'x', locale: 'en-GB', shopper: 'ana', turns: [] }],
])('refuses at %s what makes no sense: %j', async (path, body) => {
  const response = await server.ask(path, body);
  expect(response.status).toBe(400);
  expect((await response.json()) as object).toEqual({ error: expect.any(String), message: expect.any(String) });
});

test('refuses what is no JSON, with words', async () => {
  expect(await status('/console/api/say', JSON_TYPE, '{"speaker":')).toBe(400);
  expect(await status('/console/api/nothing', {})).toBe(404);
});
