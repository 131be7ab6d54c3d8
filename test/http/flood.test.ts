/** A flood of requests that never become whole: everybody else is answered as if it were not there. */

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { alexaDoor } from '../../lambda/channels/alexa/door';
import { computedHere } from '../../lambda/house/beside';
import { openChat } from '../../lambda/house/chat';
import { readShopFile } from '../../lambda/house/shop-file';
import type { ArrivalBounds } from '../../lambda/http/arrivals';
import { boundedServer, newApp } from '../../lambda/http/listening';
import { createShedding } from '../../lambda/operations/shedding';
import { openPage } from '../kit/chat-server';
import { LOCALES } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';

const at = useHouse();
const warned: object[] = [];
const QUICK = 300;

/** What `lambda/server.ts` opens, on a port of its own. */
async function serve(arrivals?: ArrivalBounds, most?: Parameters<typeof boundedServer>[1]) {
  const { house } = at;
  const log = { warn: (what: object) => void warned.push(what), error: (what: object) => void house.errors.push(what) };
  const app = newApp({ proxies: ['loopback'], log, ...(arrivals ? { arrivals } : {}) });
  const shedding = createShedding({ most: 8, lag: () => 0, busy: () => Promise.reject(new Error('busy')) as never });
  const answer = shedding.around(house.app.answer);
  const local = { admits: () => true };
  const { now } = house.clock;
  app.use(alexaDoor({ answer, now, applicationId: null, speaks: house.voice.supports, log, local }));
  const chat = openChat(
    { ...house, app: { ...house.app, answer } },
    { shop: readShopFile(), locales: LOCALES, pages: '/nowhere', log, now, beside: computedHere },
  );
  app.use(chat.router);
  const server = boundedServer(app, most);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    counts: shedding.counts,
    close() {
      chat.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** As much of a request as the flood sends. */
async function unfinished(port: number, path: string, from: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  const headers = `Host: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\nX-Forwarded-For: ${from}`;
  socket.write(`POST ${path} HTTP/1.1\r\n${headers}\r\n\r\n{`);
  return socket.resume();
}

const gone = (socket: Socket) => (socket.closed ? Promise.resolve() : once(socket, 'close'));

test('520 unfinished requests make nobody wait, and every one is closed within its seconds', async () => {
  const server = await serve({ perSource: 64, inAll: 100, patience: QUICK });
  const paths = ['/alexa', '/chat/session', '/chat/messages', '/chat/own-file'];
  const flood = await Promise.all(
    Array.from({ length: 520 }, (_, nth) =>
      unfinished(server.port, paths[nth % paths.length] ?? '', `203.0.113.${nth % 20}`),
    ),
  );
  expect(server.counts()).toEqual({ underWay: 0, shed: 0 });
  const page = await openPage(server);
  expect(await page.says('hello')).toBe(202);
  const envelope = createSpeaker(at.house).envelope({ type: 'LaunchRequest' });
  const spoken = await fetch(`${server.url}/alexa`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(envelope),
  });
  expect([spoken.status, await spoken.text()]).toEqual([200, expect.stringContaining('outputSpeech')]);
  await Promise.all(flood.map(gone));
  server.close();
});

test('of a source the one that dawdles longest gives way, and nobody elsewhere does', async () => {
  const server = await serve({ perSource: 2, inAll: 3, patience: 60_000 });
  const from = (source: string) => unfinished(server.port, '/chat/session', source);
  const [first, ...rest] = [await from('203.0.113.1'), await from('203.0.113.1'), await from('203.0.113.1')];
  await gone(first);
  // One more than all may: the source that has most gives way again, not the newcomers.
  const others = [await from('203.0.113.2'), await from('203.0.113.3')];
  await gone(rest[0] ?? first);
  expect([...rest.slice(1), ...others].map(({ closed }) => closed)).toEqual([false, false, false]);
  server.close();
});

test('a body that is cut is told so, and a large one has more time than a small one', async () => {
  const server = await serve({ perSource: 9, inAll: 9, patience: QUICK });
  const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
  let told = '';
  socket.on('data', (chunk) => {
    told += chunk;
  });
  socket.write('POST /alexa HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{');
  const page = await openPage(server);
  const photo = fetch(`${server.url}/chat/files?id=slow`, {
    method: 'POST',
    headers: { authorization: `Bearer ${page.visitor}`, 'content-length': String(1024 * 1024) },
    body: new ReadableStream({
      async start(pieces) {
        await gone(socket);
        pieces.enqueue(new Uint8Array(1024 * 1024));
        pieces.close();
      },
    }),
    duplex: 'half',
  } as RequestInit);
  await gone(socket);
  expect(told).toMatch(/^HTTP\/1.1 408 /);
  // Whole, and no picture.
  expect((await photo).status).toBe(400);
  server.close();
});

test('who waits for the store and not for their body is told to come again', async () => {
  const server = await serve({ perSource: 9, inAll: 9, patience: QUICK });
  const page = await openPage(server);
  const byToken = jest.spyOn(at.house.store.visitors, 'byToken').mockReturnValue(new Promise(() => {}));
  const id = randomUUID();
  const { status, headers } = await page.post({ id, text: 'hello' });
  expect([status, headers.get('retry-after')]).toEqual([503, '2']);
  byToken.mockRestore();
  expect(await page.says('hello', id)).toBe(202);
  server.close();
});

test('nobody sends a body who is nobody, or asks too often', async () => {
  const server = await serve();
  for (const path of ['/chat/messages', '/chat/files']) {
    const socket = connect(server.port, '127.0.0.1').on('error', () => undefined);
    let told = '';
    socket.on('data', (chunk) => {
      told += chunk;
    });
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 5000000\r\n\r\n`);
    await once(socket, 'data');
    expect([path, told]).toEqual([path, expect.stringMatching(/^HTTP\/1.1 401 /)]);
    socket.destroy();
  }
  server.close();
});

test('one sender has not all connections', async () => {
  const app = newApp({ proxies: [], log: { warn: () => undefined } });
  app.get('/', (_req, res) => void res.send('here'));
  const bounded = boundedServer(app, { perSource: 3, inAll: 9 });
  await once(bounded.listen(0, '127.0.0.1'), 'listening');
  const { port } = bounded.address() as AddressInfo;
  const silent = Array.from({ length: 3 }, () => connect(port, '127.0.0.1'));
  await Promise.all(silent.map((socket) => once(socket, 'connect')));
  const fourth = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(fourth, 'close');
  silent[0]?.destroy();
  await once(silent[0] as Socket, 'close');
  const answered = async (): Promise<string> =>
    fetch(`http://127.0.0.1:${port}`).then(
      (got) => got.text(),
      () => answered(),
    );
  expect(await answered()).toBe('here');
  for (const socket of silent) socket.destroy();
  bounded.closeAllConnections();
  bounded.close();
});
