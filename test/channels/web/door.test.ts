/** What the door of the web chat refuses: shapes, sizes, speeds, strangers' pages. */

import { randomUUID } from 'node:crypto';
import { createLimit, sourceOf } from '../../../lambda/http/limits';
import { type ChatServer, openPage, serveChat, type TestPage } from '../../kit/chat-server';
import { useHouse } from '../../kit/use-house';

const SHOP = 'https://shop.example';
const inHouse = useHouse();
let server: ChatServer;
let guest: TestPage;

beforeEach(async () => {
  server = await serveChat(inHouse.house, { shop: { webOrigins: [SHOP] } });
  guest = await openPage(server);
});
afterEach(() => server.close());

const id = randomUUID();
const refusal = async (response: Response) => [response.status, ((await response.json()) as { error: string }).error];

describe('a message is refused', () => {
  it.each([
    ['without an id', { text: 'hi' }],
    ['with an id of another kind', { id: 'm1', text: 'hi' }],
    ['without words', { id }],
    ['of blanks', { id, text: ' \n\t ' }],
    ['with words and an option', { id, text: 'hi', option: 'x' }],
    ['of 1 001 characters', { id, text: 'a'.repeat(1001) }],
    ['with words that are no text', { id, text: { kind: 'launched' } }],
    ['that is a list', []],
    ['in a locale that is none', { id, text: 'hi', locale: '../en' }],
  ])('%s', async (_, body) => {
    expect(await refusal(await guest.post(body))).toEqual([400, 'invalid']);
    expect(await guest.lines()).toEqual([]);
  });

  it('in a language nobody speaks here', async () => {
    expect(await refusal(await guest.post({ id, text: 'hi', locale: 'xx-XX' }))).toEqual([400, 'locale']);
  });

  it('over 8 kB, however little of it is words', async () => {
    const body = { id, text: 'hi', padding: 'x'.repeat(8 * 1024) };
    expect(await refusal(await guest.post(body))).toEqual([413, 'too-large']);
  });

  it('that is no JSON', async () => {
    expect(await refusal(await guest.post('{"id":'))).toEqual([400, 'malformed']);
  });

  it.each(['text/plain', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded', 'application/jsonp'])(
    'as %s',
    async (type) => {
      expect(await refusal(await guest.post({ id, text: 'hi' }, { 'content-type': type }))).toEqual([415, 'not-json']);
    },
  );

  it('compressed', async () => {
    const [status] = await refusal(await guest.post({ id, text: 'hi' }, { 'content-encoding': 'gzip' }));
    expect(status).toBe(415);
  });

  it.each([
    {},
    { authorization: 'Bearer ' },
    { authorization: `Bearer ${'a'.repeat(43)}` },
    { authorization: 'Basic x' },
  ])('of nobody: %j', async (headers) => {
    const response = await fetch(`${server.url}/chat/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
      body: JSON.stringify({ id, text: 'hi' }),
    });
    expect(await refusal(response)).toEqual([401, 'visitor']);
  });
});

it('takes exactly 1 000 characters, of any script', async () => {
  expect(await guest.says('🐶'.repeat(1000))).toBe(202);
});

it('takes twenty messages a minute of a visitor, and says when to go on', async () => {
  const all = [];
  for (let sent = 0; sent < 21; sent += 1) all.push(await guest.post({ id: randomUUID() }));
  expect(all.map(({ status }) => status)).toEqual([...Array<number>(20).fill(400), 429]);
  expect(all.at(-1)?.headers.get('retry-after')).toBe('3');
  inHouse.house.clock.advance(3_000);
  expect(await guest.says('what does shipping cost')).toBe(202);
});

it('greets thirty visitors a minute from one place', async () => {
  const greet = () =>
    fetch(`${server.url}/chat/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"locale":"en-GB"}',
    });
  const all = [];
  // One was greeted before.
  for (let visits = 0; visits < 30; visits += 1) all.push(await greet());
  expect(all.map(({ status }) => status)).toEqual([...Array<number>(29).fill(201), 429]);
  expect(Number(all.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(0);
});

describe('another origin', () => {
  const ask = (origin: string, method = 'GET') => fetch(`${server.url}/chat/words`, { method, headers: { origin } });

  it.each(['https://evil.example', 'null', 'http://shop.example', 'https://shop.example.evil.example'])(
    'is refused: %s',
    async (origin) => {
      const response = await ask(origin);
      expect(await refusal(response)).toEqual([403, 'origin']);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('is let in when the shop named it', async () => {
    const response = await ask(SHOP);
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(SHOP);
    expect((await ask(SHOP, 'OPTIONS')).headers.get('access-control-allow-headers')).toMatch(/X-Shopper-Token/);
  });

  it('is no other when it is our own', async () => {
    expect((await ask(server.url)).status).toBe(200);
  });
});

it('gives the words of the page in the language of the reader, else in the first', async () => {
  const words = async (locale: string) => (await fetch(`${server.url}/chat/words?locale=${locale}`)).json();
  expect(await words('it-IT')).toMatchObject({ lang: 'it', locale: 'it-IT' });
  expect(await words('it-CH')).toMatchObject({ lang: 'it', locale: 'it-CH' });
  expect(await words('xx')).toMatchObject({ lang: 'en' });
});

it('says "du" on the page of a shop that does, and of no other', async () => {
  const familiar = await serveChat(inHouse.house, { shop: { familiarIn: ['de'] } });
  const intro = async ({ url }: ChatServer) =>
    ((await (await fetch(`${url}/chat/words?locale=de-DE`)).json()) as { words: { intro: string } }).words.intro;
  expect(await intro(familiar)).toMatch(/^Du schreibst/);
  expect(await intro(server)).toMatch(/^Sie schreiben/);
  await familiar.close();
});

it('tells pages what they may load and who may frame them', async () => {
  const policy = (await fetch(`${server.url}/chat`)).headers.get('content-security-policy');
  expect(policy).toMatch(/default-src 'none'; script-src 'self';/);
  expect(policy).toMatch(/frame-ancestors 'self' https:\/\/shop\.example$/);
});

it('tells of words and of files that broke before they were a turn, and of nothing else', async () => {
  const broke: unknown[] = [];
  await server.close();
  server = await serveChat(inHouse.house, { onBroke: (turn) => void broke.push(turn) });
  guest = await openPage(server);
  jest.spyOn(inHouse.house.store.visitors, 'byToken').mockRejectedValue(new Error('the store stands still'));
  const headers = { authorization: `Bearer ${guest.visitor}` };
  const file = await fetch(`${server.url}/chat/files?id=${id}`, { method: 'POST', headers, body: 'bytes' });
  const statuses = [(await guest.post({ id, text: 'hi' })).status, file.status, (await guest.stream()).status];
  expect([statuses, broke.length]).toEqual([[500, 500, 500], 2]);
  expect(inHouse.house.errors.splice(0)).toHaveLength(3);
});

it('knows nothing else', async () => {
  expect(await refusal(await fetch(`${server.url}/chat/secrets`))).toEqual([404, 'unknown']);
});

describe('a limit', () => {
  it('is full again after its time, and each key has its own', () => {
    let now = 0;
    const { take } = createLimit({ amount: 2, perMs: 1000, now: () => now });
    expect([take('a'), take('a'), take('a'), take('b')]).toEqual([0, 0, 1, 0]);
    now = 500;
    expect([take('a'), take('a')]).toEqual([0, 1]);
    now = 60_000;
    expect([take('a'), take('a'), take('a')]).toEqual([0, 0, 1]);
  });

  it('sees one household behind all its addresses', () => {
    expect(sourceOf('2001:db8:1:2:aaaa::1')).toBe(sourceOf('2001:db8:1:2:bbbb:c:d:e'));
    expect(sourceOf('2001:db8:1:2::1')).not.toBe(sourceOf('2001:db8:1:3::1'));
    expect(sourceOf('2001:db8::1')).toBe('2001:db8:0:0');
    expect(sourceOf('::ffff:10.0.0.1')).not.toBe(sourceOf('::ffff:10.0.0.2'));
    expect(sourceOf('10.0.0.1')).toBe('10.0.0.1');
  });
});

describe('what was seen', () => {
  const tell = (page: TestPage, body: unknown) => page.post(body, {}, '/chat/seen');
  const versionOf = async () => (await inHouse.house.store.conversations.load('shopper:shopper-ana'))?.version;

  it('is written down once, of the conversation it was written in alone, and not without end', async () => {
    const ana = await openPage(server, { shopper: 'demo-ana' });
    await ana.says('I want to talk to a person');
    await inHouse.agent().says('Hello.');
    const ref = (await ana.lines()).find(({ by }) => by === 'person')?.show?.ref;
    const before = await versionOf();
    expect((await tell(guest, { ref })).status).toBe(204);
    expect((await tell(ana, { ref: 'nobody wrote it' })).status).toBe(204);
    expect(await refusal(await tell(ana, { ref: '' }))).toEqual([400, 'invalid']);
    expect(await versionOf()).toBe(before);
    expect((await tell(ana, { ref })).status).toBe(204);
    const after = await versionOf();
    expect(after).toBe((before ?? 0) + 1);
    expect((await tell(ana, { ref })).status).toBe(204);
    expect(await versionOf()).toBe(after);
    const many = await Promise.all(Array.from({ length: 70 }, async () => (await tell(ana, { ref })).status));
    expect(many).toContain(429);
  });
});
