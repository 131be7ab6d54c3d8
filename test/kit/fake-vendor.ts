/** A vendor's server of our own on loopback, that answers as it is told and remembers what it was asked; and a door to knock at. */

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Router } from 'express';
import type { Received } from '../../lambda/services/queue/queues';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
};

export type Scripted =
  | { readonly status: number; readonly json: unknown; readonly headers?: Readonly<Record<string, string>> }
  /** Something that is no JSON. */
  | { readonly status: number; readonly text: string }
  | { readonly status: number; readonly bytes: Buffer }
  /** Hears everything and says nothing; or hangs up. */
  | 'silence'
  | 'hang-up';

export type FakeVendor = {
  readonly base: string;
  readonly asked: readonly Asked[];
  /** The next answers, in this order; then the usual one again. */
  next(...answers: readonly Scripted[]): void;
  close(): Promise<void>;
};

export async function openVendor(usual: (asked: Asked) => Scripted): Promise<FakeVendor> {
  const asked: Asked[] = [];
  const script: Scripted[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const { pathname } = new URL(req.url ?? '/', 'http://vendor');
    const body = bodyIn(Buffer.concat(chunks), req.headers);
    const one = { method: req.method ?? '', path: pathname, headers: req.headers, body };
    asked.push(one);
    answer(res, script.shift() ?? usual(one));
  });
  const base = await listen(server);
  return { base, asked, next: (...answers) => void script.push(...answers), close: () => stop(server) };
}

/** Fields of a form by their names; a file as what it is called, its type and its bytes. As lenient as vendors are. */
function bodyIn(bytes: Buffer, headers: IncomingHttpHeaders): unknown {
  if (bytes.length === 0) return undefined;
  if (!isForm(headers)) return JSON.parse(bytes.toString('utf8'));
  const [, boundary = ''] = /boundary="?([^";]+)/.exec(headers['content-type'] ?? '') ?? [];
  const parts = bytes.toString('latin1').split(`--${boundary}`).slice(1, -1);
  return Object.fromEntries(parts.map(fieldOf));
}

function fieldOf(part: string): readonly [string, unknown] {
  const head = part.slice(0, part.indexOf('\r\n\r\n'));
  const value = Buffer.from(part.slice(head.length + 4, -2), 'latin1');
  const read = (pattern: RegExp) => pattern.exec(head)?.[1];
  const [name = '', file] = [read(/;\s*name="?([^";\r]+)/), read(/filename="?([^";\r]+)/)];
  if (file === undefined) return [name, value.toString('utf8')];
  return [name, { name: file, type: read(/content-type:\s*(\S+)/i), bytes: value }];
}

/** No vendor's description tells of these. */
export function isForm(headers: IncomingHttpHeaders): boolean {
  return (headers['content-type'] ?? '').startsWith('multipart/');
}

function answer(res: ServerResponse, scripted: Scripted): void {
  if (scripted === 'silence') return;
  if (scripted === 'hang-up') return void res.destroy();
  if ('bytes' in scripted) return void res.writeHead(scripted.status).end(scripted.bytes);
  if ('text' in scripted)
    return void res.writeHead(scripted.status, { 'content-type': 'text/html' }).end(scripted.text);
  const headers = { 'content-type': 'application/json', ...scripted.headers };
  res.writeHead(scripted.status, headers).end(JSON.stringify(scripted.json));
}

export type OpenDoor = { readonly url: string; close(): Promise<void> };

export async function openDoor(router: Router): Promise<OpenDoor> {
  const app = express();
  app.use(router);
  const server = createServer(app);
  return { url: await listen(server), close: () => stop(server) };
}

/** Where nobody listens: a connection is refused at once. */
export async function deadAddress(): Promise<string> {
  const server = createServer();
  const base = await listen(server);
  await stop(server);
  return base;
}

/** Keeps what a door puts, each key once. */
export function openShelf() {
  const all: Received[] = [];
  let broken = false;
  return {
    all,
    async put(received: Received): Promise<boolean> {
      if (broken) throw new Error('the disk is full');
      const isNew = !all.some(({ source, key }) => source === received.source && key === received.key);
      if (isNew) all.push(received);
      return isNew;
    },
    /** While it is broken, nothing can be put. */
    set broken(is: boolean) {
      broken = is;
    },
  };
}

/** What a door said to its log. */
export function openLog() {
  const lines: string[] = [];
  const line = (level: string) => (what: object, message: string) =>
    void lines.push(`${level} ${message} ${JSON.stringify(what)}`);
  return { lines, warn: line('warn'), error: line('error') };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
