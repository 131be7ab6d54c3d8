/** Whoever does not show the console's key gets nothing of it, whatever the address they come from looks like. */

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Router } from 'express';
import { keepKey, keyOf } from '../../lambda/console/key';
import { type ConsoleServer, serveConsole } from '../kit/console-server';

let server: ConsoleServer;
beforeAll(async () => {
  server = await serveConsole();
});
afterEach(() => expect(server.house.errors).toEqual([]));
afterAll(() => server.close());

type Route = { readonly method: string; readonly path: string };
/** What Express keeps of a router. */
type Layer = {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle: { readonly stack?: readonly Layer[] };
};

/** Every route there is, as the router itself lists them. Where a router is mounted it does not tell. */
function routesOf(router: Router, mounted: string, pages: readonly string[]): readonly Route[] {
  const walk = (layers: readonly Layer[]): readonly Route[] =>
    layers.flatMap(({ route, handle }) => {
      if (!route) return walk(handle.stack ?? []);
      const path = pages.includes(route.path) || route.path.startsWith(mounted) ? route.path : mounted + route.path;
      return Object.keys(route.methods).map((method) => ({ method: method.toUpperCase(), path }));
    });
  return walk(router.stack as unknown as readonly Layer[]);
}

function knock({ method, path }: Route, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const address = `${server.url}${path.replace(/:\w+/g, 'x')}`;
  const body = method === 'POST' ? { body: '{}' } : {};
  const type = method === 'POST' ? { 'content-type': 'application/json' } : {};
  return fetch(address, { method, redirect: 'manual', headers: { ...type, ...headers }, ...body });
}

describe('without the key', () => {
  const pages = ['/', '/console'];
  const routes = () => routesOf(server.routers.console, '/console/api', pages);

  test('the routes of the console are listed by its router', () => {
    const paths = routes().map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([...pages, '/console/api/state', '/console/api/desk']));
  });

  test.each([
    ['nothing', {}],
    ['a wrong key', { 'x-earshot-key': 'the key of the console in the testz' }],
    ['a cookie of somebody', { cookie: 'earshot-console=x; earshot-console-00000000=x' }],
    ['the key where it does not belong', { authorization: 'the key of the console in the tests' }],
  ])('every route is closed to whoever shows %s', async (_what, headers: Record<string, string>) => {
    for (const route of routes()) {
      const response = await knock(route, headers);
      expect([route, response.status]).toEqual([route, 401]);
      expect(response.headers.getSetCookie()).toEqual([]);
      if (!pages.includes(route.path)) expect(await response.json()).toMatchObject({ error: 'key' });
    }
  });

  test('the page says where the link is printed, and no more', async () => {
    for (const path of ['/', '/console', '/console?key=', '/console?key=x&key=y', '/console?key[x]=y']) {
      const response = await knock({ method: 'GET', path });
      expect([path, response.status]).toEqual([path, 401]);
      const words = await response.text();
      expect(words).toContain('npm start');
      expect(words).not.toContain('<script');
    }
  });

  test('every route of the desk but its page, its words and coming and going wants a session', async () => {
    // Whoever asks who they are hears: nobody.
    const open = ['GET /desk', 'GET /desk/words', 'GET /desk/session', 'POST /desk/session', 'POST /desk/session/end'];
    const routes = routesOf(server.routers.desk, '/desk', []);
    const closed = routes.filter(({ method, path }) => !open.includes(`${method} ${path}`));
    expect(closed.length).toBeGreaterThan(10);
    for (const route of closed) {
      const response = await knock(route);
      expect([route, response.status]).toEqual([route, 401]);
    }
  });
});

describe('with the key', () => {
  const enter = () => fetch(server.link, { redirect: 'manual' });
  const cookieIn = (response: Response) => response.headers.getSetCookie()[0] ?? '';

  test('the link gives a cookie that lasts, and leaves the address', async () => {
    const response = await enter();
    expect([response.status, response.headers.get('location')]).toEqual([303, '/']);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const cookie = cookieIn(response);
    expect(cookie).toContain('; HttpOnly; SameSite=Strict');
    expect(cookie).toContain('; Path=/;');
    expect(Number(/Max-Age=(\d+)/.exec(cookie)?.[1])).toBeGreaterThan(300 * 24 * 60 * 60);
    expect(cookie).not.toContain(encodeURIComponent('the key'));
  });

  test('another key has another cookie, for a browser knows no ports', async () => {
    const other = await serveConsole({ key: 'another key of the console in tests' });
    const names = await Promise.all(
      [server, other].map(async ({ link }) => cookieIn(await fetch(link, { redirect: 'manual' })).split('=')[0]),
    );
    expect(new Set(names).size).toBe(2);
    await other.close();
  });

  test('the cookie opens the page and the desk', async () => {
    const cookie = cookieIn(await enter()).split(';')[0] ?? '';
    expect((await knock({ method: 'GET', path: '/console/api/state' }, { cookie })).status).toBe(200);
    const sat = await knock({ method: 'POST', path: '/console/api/desk' }, { cookie });
    expect([sat.status, cookieIn(sat)]).toEqual([
      201,
      expect.stringMatching(/^earshot-desk=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect((await knock({ method: 'GET', path: '/console' }, { cookie })).status).toBe(303);
  });
});

describe('what is kept', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = () => join(folder, 'data', 'console-key');

  test('is made once, and only its owner may read it', () => {
    const first = keepKey(join(folder, 'data'));
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    const again = keepKey(join(folder, 'data'));
    expect(again.text).toBe(first.text);
    expect(first.text).toMatch(/^[\w-]{43}$/);
  });

  test('is closed to others where somebody opened it', () => {
    const { text } = keepKey(join(folder, 'data'));
    writeFileSync(join(folder, 'open'), text, { mode: 0o644 });
    rmSync(file());
    writeFileSync(file(), readFileSync(join(folder, 'open')), { mode: 0o644 });
    expect(keepKey(join(folder, 'data')).text).toBe(text);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  test('is refused where it is no key', () => {
    expect(() => keyOf('')).toThrow(/console-key/);
  });
});
