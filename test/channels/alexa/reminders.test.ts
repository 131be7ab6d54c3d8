/** Reminders before a server that answers as Amazon's does, and as none should. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createReminders } from '../../../lambda/channels/alexa/reminders';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const WISH = {
  day: '2026-12-13',
  minute: 9 * 60 + 5,
  timeZone: 'Europe/Rome',
  text: 'Time for "coffee" & more?',
} as const;
const AT = { endpoint: 'https://api.eu.amazonalexa.com', token: 'token' };
const forever = () => new AbortController().signal;

async function before(answer: RequestListener, signal = forever()) {
  const asked: { readonly request: IncomingMessage; body: string }[] = [];
  const server = createServer(async (req, res) => {
    const one = { request: req, body: '' };
    asked.push(one);
    for await (const chunk of req) one.body += chunk;
    answer(req, res);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const made = await createReminders({ base, now: () => NOW })(WISH, AT, { locale: 'en-GB', signal });
    return { made, asked };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
const says =
  (status: number, body: unknown): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'content-type': 'application/json' });
    res.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

test('is asked for once, as Amazon describes it, at the clock time of the shopper', async () => {
  const { made, asked } = await before(says(201, { alertToken: 'a', status: 'ON', version: '1' }));
  expect(made).toEqual({ kind: 'set' });
  const [one, ...others] = asked;
  expect(others).toEqual([]);
  expect([one?.request.method, one?.request.url]).toEqual(['POST', '/v1/alerts/reminders']);
  expect(one?.request.headers).toMatchObject({ authorization: 'Bearer token', 'content-type': 'application/json' });
  expect(JSON.parse(one?.body ?? '')).toEqual({
    requestTime: '2026-11-22T10:00:00.000Z',
    trigger: { type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-12-13T09:05:00.000', timeZoneId: 'Europe/Rome' },
    alertInfo: { spokenInfo: { content: [{ locale: 'en-GB', text: WISH.text }] } },
    pushNotification: { status: 'ENABLED' },
  });
});

test.each([
  ['set', 200, {}],
  ['consent-needed', 401, { code: 'INVALID_BEARER_TOKEN' }],
  ['consent-needed', 403, { code: 'UNAUTHORIZED' }],
  ['full', 403, { code: 'MAX_REMINDERS_EXCEEDED' }],
  ['unsupported', 403, { code: 'DEVICE_NOT_SUPPORTED' }],
  ['unavailable', 400, { code: 'INVALID_TRIGGER_SCHEDULED_TIME_FORMAT' }],
  ['unavailable', 429, 'too many'],
  ['unavailable', 500, '<html></html>'],
  ['unavailable', 503, ''],
] as const)('is %s where Amazon answers %s %j', async (kind, status, body) => {
  expect((await before(says(status, body))).made).toEqual({ kind });
});

const BEHAVES: Readonly<Record<string, RequestListener>> = {
  'closes the line': ({ socket }) => socket.destroy(),
  'leads elsewhere': (_req, res) => res.writeHead(307, { location: 'http://127.0.0.1:1/' }).end(),
  'stops in the middle': (_req, res) => {
    res.writeHead(201, { 'content-length': '100' });
    res.write('{"alertToken":');
    setImmediate(() => res.destroy());
  },
};

test.each(Object.keys(BEHAVES))('is not there where Amazon %s', async (how) => {
  expect((await before(BEHAVES[how] as RequestListener)).made).toEqual({ kind: 'unavailable' });
});

test('is given up with the turn, however long the answer', async () => {
  const cut = new AbortController();
  const { made } = await before(() => cut.abort(), cut.signal);
  expect(made).toEqual({ kind: 'unavailable' });
});

test('an answer without an end is read no further than it needs', async () => {
  const { made } = await before((req, res) => {
    const go = () => {
      while (!req.socket.destroyed && res.write('a'.repeat(16_384)));
    };
    res.writeHead(403).on('drain', go);
    go();
  });
  expect(made).toEqual({ kind: 'consent-needed' });
});

test('the token goes to Amazon alone', async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response('{}', { status: 201 });
  };
  const set = createReminders({ fetch });
  for (const endpoint of [
    'http://api.amazonalexa.com',
    'https://amazonalexa.com.evil.example',
    'https://evil.example',
    '',
  ])
    expect(await set(WISH, { ...AT, endpoint }, { locale: 'en-GB', signal: forever() })).toEqual({
      kind: 'unavailable',
    });
  expect(asked).toEqual([]);
});
