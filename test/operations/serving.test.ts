/** What production runs: stopped in the middle of everything it finishes it, and nothing of it compiles, writes or stays. */

import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'libsql';
import sharp from 'sharp';
import { DRAWING } from '../../lambda/house/drawers';
import { modelsFolder } from '../../lambda/house/ears';
import { openPage, type TestPage } from '../kit/chat-server';
import { JPEG, PNG } from '../kit/files';
import { endOf, processesOf, processOf } from '../kit/processes';
import { buildServer, ROOT, type Serving, serving } from '../kit/serving';
import { SET_CLOCK, settableClock } from '../kit/set-clock';

beforeAll(buildServer);

let server: Serving | null = null;
afterEach(async () => {
  await server?.remove();
  server = null;
});

/** A shop and a Telegram that keep whoever asks waiting. */
async function slowWorld() {
  const held: { readonly about: string; readonly res: ServerResponse }[] = [];
  let isHolding = false;
  const world = createServer(async (req, res) => {
    let body = '';
    for await (const piece of req) body += piece;
    if (isHolding && HELD.test(`${req.url} ${body}`)) held.push({ about: `${req.url} ${body}`, res });
    else answer(res);
  });
  await new Promise<void>((resolve) => world.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(world.address() as AddressInfo).port}`,
    hold() {
      isHolding = true;
    },
    /** Somebody waits for an answer to this. */
    async asked(about: RegExp) {
      while (!held.some((one) => about.test(one.about))) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    letGo() {
      isHolding = false;
      for (const { res } of held.splice(0)) answer(res);
    },
    close() {
      world.closeAllConnections();
      world.close();
    },
  };
}

/** What a turn about delivery asks of a shop, and a delivery of Telegram. */
const ASKED = { shop: /^\/(?:shop|admin)-api.*hipping/s, telegram: /sendMessage/ };
const HELD = new RegExp(`${ASKED.shop.source}|${ASKED.telegram.source}`, 's');

/** Good news for Telegram, and of a shop that one is let in and nothing else. */
function answer(res: ServerResponse): void {
  const result = { message_id: 1, date: 1, chat: { id: 7, type: 'private' } };
  const headers = { 'content-type': 'application/json', 'vendure-auth-token': 'a-session' };
  const data = { login: { __typename: 'CurrentUser' } };
  res.writeHead(200, headers).end(JSON.stringify({ ok: true, result, data }));
}

const SECRET = 'agreed-with-telegram';

function settingsOf(base: string): Readonly<Record<string, string>> {
  return {
    ...{ SHOP: 'vendure', VENDURE_URL: base, VENDURE_USER: 'voice', VENDURE_PASSWORD: 'of-tests' },
    ...{ VENDURE_PAYMENT: 'on-account', VENDURE_STANDARD: 'standard:2-3' },
    ...{ TELEGRAM_TOKEN: '1:token', TELEGRAM_SECRET: SECRET, TELEGRAM_BOT: 'willow_bot', TELEGRAM_BASE: base },
  };
}

function telegramSays(url: string, text: string): Promise<Response> {
  const from = { id: 7, is_bot: false, first_name: 'Ana', language_code: 'en' };
  const message = { message_id: 1, date: Math.trunc(Date.now() / 1_000), chat: { id: 7, type: 'private' }, from, text };
  return fetch(`${url}/channels/telegram`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET },
    body: JSON.stringify({ update_id: 1, message }),
  });
}

function stored<T>(folder: string, sql: string): readonly T[] {
  const db = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  try {
    return db.prepare(sql).all() as T[];
  } finally {
    db.close();
  }
}

test('`kill -TERM` of `npm run serve` ends it: turn, stream and delivery are finished, and one whole file is left', async () => {
  const world = await slowWorld();
  server = await serving({ env: settingsOf(world.base) });
  const { url, folder } = server;
  const page = await openPage({ url });
  const stream = await page.stream();
  expect(stream.status).toBe(200);
  await server.ready();
  world.hold();
  await telegramSays(url, '/start');
  await world.asked(ASKED.telegram);
  const turn = page.says('how much is shipping to Italy');
  await world.asked(ASKED.shop);

  server.started.kill('SIGTERM');
  // Nobody new is let in: the turn under way is what it waits for.
  while (await letsIn(url)) await new Promise((resolve) => setTimeout(resolve, 10));
  world.letGo();
  expect(await turn).toBe(202);
  await stream.text();
  expect(await server.exited()).toBe(0);
  world.close();

  expect(stored(folder, 'select state from outbox')).toEqual([{ state: 'done' }]);
  expect(stored(folder, "select 1 as said from conversation where id like 'web:%'")).toEqual([{ said: 1 }]);
  expect(readdirSync(folder).filter((name) => name.startsWith('earshot.sqlite'))).toEqual(['earshot.sqlite']);
  expect(server.said()).not.toMatch(/"level":50/);
});

/** What makes each thread of a program say so. */
function tellingThreads(home: string): string {
  const tell = join(home, 'tell.js');
  writeFileSync(tell, "if (!require('node:worker_threads').isMainThread) console.error('a thread begins');");
  return `--require=${tell}`;
}

test('it is ready when a language nobody has learned before is learned, in a thread of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-learns-'));
  const others = (name: string) => !name.startsWith('cs-');
  const models = modelsFolder(null);
  mkdirSync(models, { recursive: true, mode: 0o700 });
  cpSync(realpathSync(models), join(folder, 'models'), { recursive: true, filter: (path) => others(basename(path)) });
  server = await serving({ folder, env: { NODE_OPTIONS: tellingThreads(folder) } });
  await server.ready();
  expect(readdirSync(join(folder, 'models')).filter((name) => !others(name))).not.toEqual([]);
  expect(server.said()).toContain('a thread begins');
  server.started.kill('SIGTERM');
  expect(await server.exited()).toBe(0);
});

test('what was built parses mail in a thread of its own', async () => {
  const home = mkdtempSync(join(tmpdir(), 'earshot-thread-'));
  const env = {
    ...{ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'care@shop.example', MAIL_DOMAIN: 'reply.shop.example' },
    ...{ MAIL_SECRET: SECRET, NODE_OPTIONS: tellingThreads(home) },
  };
  server = await serving({ env });
  await server.ready();
  const headers = { 'content-type': 'message/rfc822', authorization: `Bearer ${SECRET}` };
  const body = 'To: somebody@shop.example\r\n\r\nHello.';
  const given = await fetch(`${server.url}/channels/email`, { method: 'POST', headers, body });
  expect([given.status, await given.text()]).toEqual([202, '{"kept":false}']);
  while (!server.said().includes('a thread begins')) await new Promise((resolve) => setTimeout(resolve, 10));
  server.started.kill('SIGTERM');
  expect(await server.exited()).toBe(0);
  rmSync(home, { recursive: true });
});

const sends = (url: string, page: TestPage, picture: Buffer) =>
  fetch(`${url}/chat/files?id=${randomUUID()}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${page.visitor}` },
    body: picture,
  });

/** What stands beside each of them: a photo that is shown, or a file that is saved. */
const kindsOf = async (page: TestPage) =>
  (await page.lines()).flatMap(
    ({ show }) => (show as { attached?: { kind: string } } | undefined)?.attached?.kind ?? [],
  );

test('a picture that ends what draws it ends no server: it is kept to be saved, those that wait are shown, and no process is left', async () => {
  server = await serving();
  const { url, started } = server;
  const drawing = () => processesOf(started.pid ?? 0, DRAWING);
  const page = await openPage({ url });
  await server.ready();
  expect(drawing()).toEqual([]);
  // Seconds of work, and still one that was drawn before anybody could end it is another try.
  const dots = { width: 10_900, height: 10_900, channels: 3, background: 'red' } as const;
  const large = await sharp({ create: dots }).png().toBuffer();
  for (let nth = 0; !server.said().includes('a picture ended twice what drew it'); nth += 1) {
    const crashes = sends(url, page, Buffer.concat([large, Buffer.from(String(nth))]));
    const first = await processOf(started.pid ?? 0, DRAWING);
    process.kill(first, 'SIGSEGV');
    const waiting = [JPEG, PNG, JPEG].map((picture) => sends(url, page, picture));
    process.kill(await processOf(started.pid ?? 0, DRAWING, [first]), 'SIGKILL');
    const all = await Promise.all([crashes, ...waiting]);
    expect(all.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
  }
  expect((await page.lines()).map(({ text }) => text)).toContainEqual(expect.stringMatching(/kept your file/));
  expect((await kindsOf(page)).slice(-4).sort()).toEqual(['file', 'photo', 'photo', 'photo']);
  const [left] = drawing();
  expect(left).toBeDefined();
  server.started.kill('SIGTERM');
  expect(await server.exited()).toBe(0);
  await endOf(left ?? 0);
});

test('a server that is killed leaves no process that draws', async () => {
  const command: readonly [string, string] = [process.execPath, join(ROOT, 'scripts', 'serve.js')];
  server = await serving({ command });
  const page = await openPage(server);
  await server.ready();
  expect((await sends(server.url, page, JPEG)).status).toBe(202);
  const child = await processOf(server.started.pid ?? 0, DRAWING);
  server.started.kill('SIGKILL');
  await server.exited();
  await endOf(child);
});

/** Whether a new connection is taken. */
function letsIn(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    const say = (isOpen: boolean) => {
      socket.destroy();
      resolve(isOpen);
    };
    socket.once('connect', () => say(true)).once('error', () => say(false));
  });
}

/** What the image holds, and what it starts, as the Dockerfile says it. */
function image() {
  const lines = readFileSync(join(ROOT, 'Dockerfile'), 'utf8').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const told = (word: string) =>
    last
      .find((line) => line.startsWith(word))
      ?.slice(word.length)
      .trim() ?? '';
  const copied = last
    .filter((line) => line.startsWith('COPY --from=build '))
    .flatMap((line) => line.split(' ').filter((part) => part.startsWith('/app/')))
    .map((path) => path.slice('/app/'.length));
  const health: string[] = JSON.parse(told('HEALTHCHECK').replace(/^.*CMD /, ''));
  return { copied, entry: JSON.parse(told('ENTRYPOINT')) as string[], health };
}

/** Somebody without any rights, as the image's own user. */
const NOBODY = 65_534;

/** As PID 1 of its own world, whose only place to write is the data. */
function contained(tree: string, data: string, entry: readonly string[]): [string, ...string[]] {
  const as = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --no-new-privs`;
  const script = `mount --bind ${data} ${data} && mount -o remount,ro,bind / && cd ${tree} && exec ${as} ${entry.join(' ')}`;
  return ['unshare', '--pid', '--fork', '--kill-child', '--mount', '--mount-proc', 'sh', '-c', script];
}

function mayUnshare(): boolean {
  try {
    execFileSync('unshare', ['--pid', '--fork', '--mount', '--mount-proc', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

(mayUnshare() ? test : test.skip)(
  'the entry of the image runs as PID 1, without rights, on a read-only system, and stops when it is told (skipped: needs unshare)',
  async () => {
    const { copied, entry, health } = image();
    const home = mkdtempSync(join(tmpdir(), 'earshot-image-'));
    const [tree, data] = [join(home, 'app'), join(home, 'data')];
    mkdirSync(data);
    chmodSync(home, 0o755);
    chownSync(data, NOBODY, NOBODY);
    for (const path of copied) cpSync(join(ROOT, path), join(tree, path), { recursive: true });
    expect(existsSync(join(tree, 'node_modules', 'esbuild'))).toBe(false);
    server = await serving({ folder: data, command: contained(tree, data, entry) });
    const { started } = server;
    const port = new URL(server.url).port;
    execFileSync(health[0] ?? '', health.slice(1), { cwd: tree, env: { ...process.env, PORT: port } });
    const [first] = readFileSync(`/proc/${started.pid}/task/${started.pid}/children`, 'utf8').trim().split(' ');
    process.kill(Number(first), 'SIGTERM');
    expect(await server.exited()).toBe(0);
    expect(readdirSync(data)).toContain('earshot.sqlite');
    rmSync(home, { recursive: true });
  },
);

const ANALYZE = ['/usr/bin/systemd-analyze', '/bin/systemd-analyze'].find((path) => existsSync(path));

(ANALYZE ? test : test.skip)('systemd accepts the unit (skipped: no systemd-analyze here)', () => {
  const unit = join(ROOT, 'infrastructure', 'earshot.service');
  expect(() => execFileSync(ANALYZE ?? '', ['verify', unit], { stdio: 'pipe' })).not.toThrow();
});

(SET_CLOCK ? test : test.skip)(
  'a clock that is set while it runs neither ends a lock nor lengthens a wait, now and after a restart (skipped: no libfaketime here)',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'earshot-clock-'));
    const { env, set: clock } = settableClock(home);
    const command: readonly [string, string] = [process.execPath, join(ROOT, 'scripts', 'serve.js')];
    server = await serving({ env, command });
    const { folder } = server;
    const enter = async () => {
      const headers = { 'content-type': 'application/json', origin: server?.url ?? '' };
      const body = JSON.stringify({ login: 'marta', password: 'none of theirs' });
      return (await fetch(`${server?.url}/desk/session`, { method: 'POST', headers, body })).status;
    };
    for (let wrong = 0; wrong < 5; wrong += 1) expect(await enter()).toBe(401);
    for (const by of ['+0', '+2h', '-2h']) {
      clock(by);
      expect([by, await enter()]).toEqual([by, 429]);
    }
    // Somebody asks all the time whether it is well: that is written down, too.
    server.started.kill('SIGTERM');
    await server.exited();
    clock('-1h');
    server = await serving({ env, command, folder });
    expect(await enter()).toBe(429);
    expect(server.said()).toContain('the clock of this machine was set');
    rmSync(home, { recursive: true });
  },
);
