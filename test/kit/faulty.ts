/** A way to a shop over real HTTP on which anything can go wrong: thirty-six ways back ends fail, each for as long as it is on. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

type Answering = (res: ServerResponse, real: () => Promise<string>) => unknown;

const JSON_TYPE = { 'content-type': 'application/json' };
const says =
  (body: string | Buffer, status = 200, headers: Readonly<Record<string, string>> = JSON_TYPE): Answering =>
  (res) =>
    res.writeHead(status, headers).end(body);
const raw =
  (text: string, then: 'end' | 'wait' | 'destroy' = 'end'): Answering =>
  ({ socket }) => {
    const line = socket as Socket;
    line.write(text, 'latin1', () => (then === 'end' ? line.end() : then === 'destroy' && line.destroy()));
  };
const PAGE = '<!doctype html><title>502</title><h1>Bad gateway: upstream connect error at 10.0.0.7:8080</h1>';
const html = (status: number): Answering => says(PAGE, status, { 'content-type': 'text/html' });
const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

/** Sends the same again until nobody listens any more. */
const endless =
  (part: string, everyMs: number): Answering =>
  (res) => {
    res.writeHead(200, JSON_TYPE);
    const go = () => {
      if (res.destroyed) return;
      const isTaken = res.write(part);
      if (everyMs > 0) setTimeout(go, everyMs);
      else if (isTaken) setImmediate(go);
      else res.once('drain', go);
    };
    go();
  };

/** What the server does with a request. */
const ANSWERS = {
  'nothing at all': () => undefined,
  'headers and nothing more': (res) => res.writeHead(200, { ...JSON_TYPE, 'content-length': '100' }).flushHeaders(),
  'one letter at a time': endless(' ', 20),
  'a closed line': ({ socket }) => socket?.destroy(),
  'a line closed in the headers': raw('HTTP/1.1 200 OK\r\ncontent-ty', 'destroy'),
  'another protocol': raw('SSH-2.0-OpenSSH_9.2\r\n'),
  'half a body': raw(`${HEAD}content-length: 1000\r\n\r\n{"id":"p1","fir`, 'destroy'),
  'a length that is too short': raw(`${HEAD}content-length: 4\r\n\r\n{"id":"p1","first":"Ada"}`),
  'two lengths': raw(`${HEAD}content-length: 2\r\ncontent-length: 7\r\n\r\n{}`),
  'broken chunks': raw(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n`),
  'headers without end': raw(`${HEAD}${`x-debug: ${'a'.repeat(999)}\r\n`.repeat(90)}\r\n{}`),
  'half of some JSON': says('{"id":"p1","first":"Ad'),
  'nothing in it': says(''),
  'no content': says('', 204),
  null: says('null'),
  'a text': says('"OK"'),
  'wrong types': says('{"id":7,"first":null,"data":"many","orders":{},"lines":[null]}'),
  'a number that is none': says('[{"id":"p1","cents":1e999,"placedAt":"soon"}]'),
  'a list in a list without end': says('['.repeat(200_000)),
  'an error that is called well': says('{"error":"NullPointerException at com.shop.Orders.java:118"}'),
  'a page to sign in': says('<html><form action="/login">Password</form></html>', 200, { 'content-type': 'text/html' }),
  'a way to the page to sign in': says('', 302, { location: '/login' }),
  'a way in a circle': says('', 307, { location: '' }),
  'a way to somewhere else': says('', 308, { location: 'http://127.0.0.1:9/' }),
  'other letters than it says': async (res, real) =>
    says(Buffer.from((await real()).replace(/":"(\w+)/g, '":"$1\u00e8'), 'latin1'))(res, real),
  'letters nobody knows': says('{}', 200, { 'content-type': 'application/json; charset=klingon' }),
  'something packed that is not': says('{"id":"p1"}', 200, { ...JSON_TYPE, 'content-encoding': 'gzip' }),
  'a bomb': says(gzipSync(Buffer.alloc(10_000_000, ' ')), 200, { ...JSON_TYPE, 'content-encoding': 'gzip' }),
  'a body without end': endless(' '.repeat(262_144), 0),
  'that it may not': html(403),
  'a page that is not there': html(404),
  'that it took too long': html(408),
  'that it was asked too often': says('slow down', 429, { 'retry-after': '120' }),
  'that it broke': html(500),
  'that what is behind it broke': html(502),
  'that it is being mended': html(503),
} as const satisfies Readonly<Record<string, Answering>>;

/** And where no server is met at all: another address. */
const WAYS = {
  'a closed door': () => 'http://127.0.0.1:1',
  'a name of nobody': () => 'http://shop.invalid',
  'no security where there should be': (base: string) => base.replace('http:', 'https:'),
} as const;

export type FaultName = keyof typeof ANSWERS | keyof typeof WAYS;
export const FAULT_NAMES = [...Object.keys(ANSWERS), ...Object.keys(WAYS)] as readonly FaultName[];

function isWay(name: FaultName): name is keyof typeof WAYS {
  return name in WAYS;
}

export type FaultyWay = {
  /** Requests that reached it. */
  readonly asked: number;
  /** What the provider is told. */
  readonly base: string;
  /** Where its request goes. */
  route(url: string): string;
  fails(name: FaultName | null): void;
  /** Of so many requests from now on, the line of each is closed: they come over one that was kept from before. */
  letsGo(lines: number): void;
  close(): Promise<void>;
};

/** `shop`: the address of the real one. */
export async function openFaultyWay(shop: string): Promise<FaultyWay> {
  let fault: FaultName | null = null;
  let asked = 0;
  let over = 0;
  const server = createServer({ keepAlive: false }, async (req, res) => {
    asked += 1;
    const body = await bodyOf(req);
    if (over > 0) {
      over -= 1;
      return req.socket.destroy();
    }
    const real = async () => {
      const { method = 'GET' } = req;
      const { host, connection, 'content-length': _length, ...headers } = req.headers;
      const sent = method === 'GET' ? {} : { body };
      return fetch(shop + req.url, { method, headers: headers as Record<string, string>, ...sent });
    };
    if (fault !== null && !isWay(fault)) {
      const answering: Answering = ANSWERS[fault];
      return answering(res, async () => (await real()).text());
    }
    const answer = await real();
    const kept = [...answer.headers].filter(
      ([name]) => !/^(content-(length|encoding)|transfer-encoding|connection)$/.test(name),
    );
    res.writeHead(answer.status, Object.fromEntries(kept)).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    get asked() {
      return asked;
    },
    route(url) {
      return fault !== null && isWay(fault) ? url.replace(base, WAYS[fault](base)) : url;
    },
    fails(name) {
      fault = name;
    },
    letsGo(lines) {
      over = lines;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}
