import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readEmail } from '../../../lambda/channels/alexa/profile';

const PATH = '/v2/accounts/~current/settings/Profile.email';
const profile = { endpoint: 'https://api.eu.amazonalexa.com', token: 'token' };
const forever = () => new AbortController().signal;

type Asked = { readonly url: string; readonly init: RequestInit };

/** An Amazon that answers this. */
function amazon(answer: () => Response | Promise<Response>) {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push({ url: String(url), init: init ?? {} });
    return answer();
  };
  return { asked, read: (from = profile, signal = forever()) => readEmail(from, { fetch, signal }) };
}

const says = (body: string | null, status = 200) => amazon(() => new Response(body, { status }));

test("asks Amazon with the request's own token", async () => {
  const { asked, read } = says('"ana@example.com"');
  expect(await read()).toEqual({ kind: 'known', email: 'ana@example.com' });
  expect(asked).toHaveLength(1);
  expect(asked[0]?.url).toBe(`https://api.eu.amazonalexa.com${PATH}`);
  expect(asked[0]?.init).toMatchObject({ headers: { authorization: 'Bearer token' }, redirect: 'error' });
});

test('asks again each time', async () => {
  const answers = ['"ana@example.com"', '"ana.new@example.com"'];
  const { asked, read } = amazon(() => new Response(answers.shift()));
  await read();
  expect(await read()).toEqual({ kind: 'known', email: 'ana.new@example.com' });
  expect(asked).toHaveLength(2);
});

test.each([
  ['refuses', 'consent-needed', '{"code":"ACCESS_DENIED","message":"x"}', 403],
  ['has none', 'absent', null, 204],
  ['answers with nothing', 'absent', '', 200],
  ['answers with an empty text', 'absent', '""', 200],
  ['answers with null', 'absent', 'null', 200],
  ['does not know the token', 'unavailable', '{}', 401],
  ['is asked too often', 'unavailable', '{}', 429],
  ['is broken', 'unavailable', '"ana@example.com"', 500],
  ['answers with a page', 'unavailable', '<html></html>', 200],
  ['answers with an object', 'unavailable', '{"email":"ana@example.com"}', 200],
  ['answers with no address', 'unavailable', '"ana"', 200],
  ['answers with two addresses', 'unavailable', '"ana@example.com, eve@example.com"', 200],
  ['answers with a header', 'unavailable', '"ana@example.com\\r\\nBcc: eve@example.com"', 200],
  ['answers without an end', 'unavailable', JSON.stringify(`${'a'.repeat(250)}@example.com`), 200],
])('tells when Amazon %s: %s', async (_what, kind, body, status) => {
  expect(await says(body, status).read()).toEqual({ kind });
});

test.each([
  'http://api.amazonalexa.com',
  'https://evil.example',
  'https://amazonalexa.com.evil.example',
  'https://evilamazonalexa.com',
  'https://api.amazonalexa.com@evil.example',
  '',
])('never takes the token to "%s"', async (endpoint) => {
  const { asked, read } = says('"ana@example.com"');
  expect(await read({ ...profile, endpoint })).toEqual({ kind: 'unavailable' });
  expect(asked).toEqual([]);
});

test('keeps quiet about why Amazon could not be reached', async () => {
  const { read } = amazon(() => Promise.reject(new Error('token ana@example.com')));
  expect(await read()).toEqual({ kind: 'unavailable' });
});

/** Real requests, sent to a server on this machine instead of Amazon. */
async function throughServer(listener: RequestListener, signal: AbortSignal) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const detour: typeof fetch = (url, init) => fetch(`http://127.0.0.1:${port}${new URL(String(url)).pathname}`, init);
  const read = await readEmail(profile, { fetch: detour, signal });
  server.closeAllConnections();
  server.close();
  return read;
}

test('reads a real answer', async () => {
  const read = await throughServer((req, res) => {
    const good = req.url === PATH && req.headers.authorization === 'Bearer token';
    res.writeHead(good ? 200 : 400, { 'content-type': 'application/json' }).end('"ana@example.com"');
  }, forever());
  expect(read).toEqual({ kind: 'known', email: 'ana@example.com' });
});

test('follows nobody elsewhere', async () => {
  const read = await throughServer((req, res) => {
    if (req.url === PATH) res.writeHead(302, { location: '/elsewhere' }).end();
    else res.end('"eve@example.com"');
  }, forever());
  expect(read).toEqual({ kind: 'unavailable' });
});

test('gives up when the turn has no time left', async () => {
  const cut = new AbortController();
  const read = await throughServer(() => cut.abort(), cut.signal);
  expect(read).toEqual({ kind: 'unavailable' });
});
