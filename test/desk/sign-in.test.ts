/** Who gets in at the desk, for how long, and from where. */

import { anyCall } from '../kit/call';
import { useHouse } from '../kit/use-house';
import { cookieIn, type DeskServer, employ, knock, PASSWORD, serveDesk, signIn, sitDown } from './desk-server';

const at = useHouse();
const MINUTE = 60_000;
let server: DeskServer;

beforeEach(async () => {
  server = await serveDesk(at.house);
  await employ(server, 'marta');
});
afterEach(() => server.close());

const lineOf = (response: Response) => response.headers.getSetCookie()[0] ?? '';

describe('signing in', () => {
  test('answers who it is, with a cookie no script can read', async () => {
    const entered = await signIn(server, 'Marta');
    expect(entered.status).toBe(201);
    expect(await entered.json()).toMatchObject({ login: 'marta', name: 'Marta', role: 'agent', isAvailable: true });
    expect(lineOf(entered)).toMatch(/^earshot-desk=[\w-]{43}; Max-Age=43200; Path=\/;.*HttpOnly; SameSite=Strict$/);
    expect(lineOf(entered)).not.toContain('Secure');
  });

  test('binds its cookies to TLS and to the very host where people reach it by https, whatever a request looks like', async () => {
    const { house } = at;
    const outside = await serveDesk({ ...house, reach: { ...house.reach, publicUrl: 'https://desk.shop.example' } });
    const lines = (await signIn(outside, 'marta')).headers.getSetCookie();
    expect(lines.map((line) => line.replace(/=.*?;/, '=…;').replace(/Expires=.*?;/, 'Expires=…;'))).toEqual([
      '__Host-earshot-desk=…; Max-Age=43200; Path=/; Expires=…; HttpOnly; Secure; SameSite=Strict',
      '__Host-earshot-desk-browser=…; Max-Age=15552000; Path=/; Expires=…; HttpOnly; Secure; SameSite=Strict',
    ]);
    const [cookie = ''] = (lines[0] ?? '').split(';');
    expect((await knock(outside, '/me', undefined, { cookie })).status).toBe(200);
    // Another host of the same domain could set that one.
    expect((await knock(outside, '/me', undefined, { cookie: cookie.replace('__Host-', '') })).status).toBe(401);
    await outside.close();
    const pretended = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.shop.example' };
    expect(lineOf(await signIn(server, 'marta', PASSWORD, pretended))).not.toContain('Secure');
  });

  test('keeps neither password nor token in clear', async () => {
    const entered = await signIn(server, 'marta');
    const { password } = (await at.house.store.agents.byLogin('marta')) ?? { password: '' };
    expect(password).toMatch(/^scrypt\$/);
    expect(password).not.toContain(PASSWORD);
    const token = cookieIn(entered).split('=')[1] ?? '';
    expect(await at.house.store.agents.session(token, at.house.clock.now())).toBeNull();
  });

  test.each([
    ['a wrong password', 'marta', 'correct horse batterY'],
    ['a login nobody has', 'nobody', PASSWORD],
    ['no login at all', '\u0000', PASSWORD],
  ])('refuses %s in the same words', async (_what, login, password) => {
    const refused = await signIn(server, login, password);
    expect([refused.status, await refused.json()]).toEqual([401, { error: 'wrong' }]);
    expect(refused.headers.getSetCookie()).toEqual([]);
  });

  test('refuses what is not a login and a password', async () => {
    for (const body of [{}, { login: 'marta' }, { login: ['marta'], password: PASSWORD }, [], '"x"', '{'])
      expect((await knock(server, '/session', body)).status).toBe(400);
    expect((await signIn(server, 'marta', 'x'.repeat(201))).status).toBe(400);
    expect((await signIn(server, 'marta', 'x'.repeat(40_000))).status).toBe(413);
  });
});

describe('guessing', () => {
  const wrong = (login: string, from = '203.0.113.1') => signIn(server, login, 'wrong', { 'x-forwarded-for': from });
  const right = (from: string, cookie = '') => signIn(server, 'marta', PASSWORD, { 'x-forwarded-for': from, cookie });
  /** What Marta's browser keeps of having been signed in. */
  const known = async () => {
    const kept = (await signIn(server, 'marta')).headers.getSetCookie().find((line) => line.includes('-browser='));
    return kept?.split(';')[0] ?? '';
  };
  const HERE = '203.0.113.1';

  test('locks a name for whoever guessed five times, even for the right one', async () => {
    for (let guess = 0; guess < 5; guess += 1) expect((await wrong('marta')).status).toBe(401);
    const locked = await right(HERE);
    expect([locked.status, await locked.json()]).toEqual([429, { error: 'locked' }]);
    expect(locked.headers.get('retry-after')).toBe('900');
    at.house.clock.advance(15 * MINUTE + 1);
    expect((await right(HERE)).status).toBe(201);
  });

  test('from everywhere does not lock a name for anybody else', async () => {
    for (let from = 0; from < 20; from += 1) await wrong('marta', `203.0.113.${from}`);
    expect((await right('198.51.100.7')).status).toBe(201);
  });

  test('many names does not lock whoever shares the address, as all do behind a proxy that tells none', async () => {
    for (const login of ['ada', 'ben', 'cem', 'dea', 'eva', 'fay']) expect((await wrong(login)).status).toBe(401);
    expect((await right(HERE)).status).toBe(201);
  });

  test('a name does not lock the browsers its owner has signed in with, from the very same address', async () => {
    const cookie = await known();
    for (let guess = 0; guess < 8; guess += 1) await wrong('marta');
    expect((await right(HERE)).status).toBe(429);
    expect((await right(HERE, cookie)).status).toBe(201);
  });

  test('in a known browser ends after five, too', async () => {
    const cookie = await known();
    const guess = () => signIn(server, 'marta', 'wrong', { cookie });
    for (let tried = 0; tried < 5; tried += 1) expect((await guess()).status).toBe(401);
    expect((await right(HERE, cookie)).status).toBe(429);
  });

  test.each([
    [
      'of another agent',
      async () => {
        await employ(server, 'omar');
        const kept = (await signIn(server, 'omar')).headers.getSetCookie()[1] ?? '';
        return kept.split(';')[0] ?? '';
      },
    ],
    ['made up', async () => `earshot-desk-browser=${'a'.repeat(22)}.${'b'.repeat(43)}`],
    ['altered', async () => (await known()).replace(/=(.)/, (_, first) => (first === 'A' ? '=B' : '=A'))],
    [
      'of before the password was changed',
      async () => {
        const cookie = await known();
        const marta = await sitDown(server, 'marta');
        await marta.ask('/me/password', { old: PASSWORD, new: 'a long new password' });
        const back = { old: 'a long new password', new: PASSWORD };
        expect((await (await sitDownWith('a long new password'))(back)).status).toBe(204);
        return cookie;
      },
    ],
  ])('is not helped by a proof %s', async (_what, make) => {
    const cookie = await make();
    for (let guess = 0; guess < 5; guess += 1) await wrong('marta');
    expect((await right(HERE, cookie)).status).toBe(429);
  });

  async function sitDownWith(password: string) {
    const cookie = cookieIn(await signIn(server, 'marta', password));
    return (body: object) => knock(server, '/me/password', body, { cookie });
  }

  test('is counted one by one, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => wrong('marta')));
    const counts = (status: number) => answers.filter((answer) => answer.status === status).length;
    expect([counts(401), counts(429)]).toEqual([5, 7]);
  });

  test('by a crowd keeps no known browser waiting, and no more wait than can be served', async () => {
    const cookie = await known();
    const done: string[] = [];
    const crowd = Array.from({ length: 120 }, async (_, from) => {
      const { status } = await wrong('marta', `198.51.100.${from}`);
      done.push(String(status));
    });
    const entered = right(HERE, cookie).then(({ status }) => done.push(`marta ${status}`));
    await Promise.all([...crowd, entered]);
    expect(done).toContain('marta 201');
    expect(done.filter((status) => status === '429').length).toBeGreaterThan(0);
  });

  test('a login nobody has is locked in the same way', async () => {
    for (let guess = 0; guess < 5; guess += 1) await wrong('nobody');
    expect((await wrong('nobody')).status).toBe(429);
  });
});

describe('a session', () => {
  test('opens nothing to whoever has none, or a made-up one', async () => {
    const made = { cookie: `earshot-desk=${'a'.repeat(43)}` };
    for (const path of ['/me', '/queue', '/hand-offs/x', '/stream', '/agents', '/deliveries']) {
      expect((await knock(server, path)).status).toBe(401);
      expect((await knock(server, path, undefined, made)).status).toBe(401);
    }
    expect((await knock(server, '/hand-offs/x/say', {}, made)).status).toBe(401);
  });

  test('ends half an hour after the desk was last open', async () => {
    const marta = await sitDown(server, 'marta');
    at.house.clock.advance(29 * MINUTE);
    expect((await marta.ask('/me')).status).toBe(200);
    at.house.clock.advance(30 * MINUTE);
    expect((await marta.ask('/me')).status).toBe(401);
    // It is over, not asleep.
    await signIn(server, 'marta');
    expect((await marta.ask('/me')).status).toBe(401);
  });

  test('ends after twelve hours, however busy', async () => {
    const marta = await sitDown(server, 'marta');
    for (let half = 0; half < 35; half += 1) {
      at.house.clock.advance(20 * MINUTE);
      expect((await marta.ask('/me')).status).toBe(200);
    }
    at.house.clock.advance(20 * MINUTE);
    expect((await marta.ask('/me')).status).toBe(401);
  });

  test('ends with signing out, and its agent is not there for shoppers any more', async () => {
    const marta = await sitDown(server, 'marta');
    expect((await at.house.desk.availability(anyCall())).kind).toBe('open');
    const left = await marta.ask('/session/end', {});
    expect(left.status).toBe(204);
    expect(lineOf(left)).toMatch(/^earshot-desk=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await marta.ask('/me')).status).toBe(401);
    at.house.clock.advance(3_000);
    expect((await at.house.desk.availability(anyCall())).kind).toBe('nobody');
  });

  test('of another browser ends when the password changes', async () => {
    const [here, there] = [await sitDown(server, 'marta'), await sitDown(server, 'marta')];
    expect((await here.ask('/me/password', { old: 'wrong', new: 'a long new password' })).status).toBe(403);
    expect((await here.ask('/me/password', { old: PASSWORD, new: 'short' })).status).toBe(400);
    const changed = await here.ask('/me/password', { old: PASSWORD, new: 'a long new password' });
    expect(changed.status).toBe(204);
    expect((await there.ask('/me')).status).toBe(401);
    expect((await knock(server, '/me', undefined, { cookie: cookieIn(changed) })).status).toBe(200);
    expect((await signIn(server, 'marta', 'a long new password')).status).toBe(201);
  });

  test('can be had without a password only by the house itself', async () => {
    const line = (await server.door.signInAs('marta')) ?? '';
    expect((await knock(server, '/me', undefined, { cookie: line.split(';')[0] ?? '' })).status).toBe(200);
    expect(line).toContain('HttpOnly; SameSite=Strict');
    expect(await server.door.signInAs('nobody')).toBeNull();
  });
});

describe('other pages', () => {
  test('of another origin get and post nothing', async () => {
    const marta = await sitDown(server, 'marta');
    const foreign = { origin: 'https://evil.example' };
    for (const [path, body] of [['/queue'], ['/me', { available: false }], ['/session/end', {}]] as const) {
      const refused = await marta.ask(path, body, foreign);
      expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
    expect((await marta.ask('/me', { available: false }, { origin: server.url })).status).toBe(200);
  });

  test('cannot post what a form can', async () => {
    const marta = await sitDown(server, 'marta');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])
      expect((await marta.ask('/me', '{"available":false}', { 'content-type': type })).status).toBe(415);
  });

  test('may not frame the desk, and what it answers is not kept', async () => {
    const marta = await sitDown(server, 'marta');
    const page = await knock(server, '');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'$/);
    const queue = await marta.ask('/queue');
    expect(queue.headers.get('cache-control')).toBe('no-store');
    expect(queue.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
