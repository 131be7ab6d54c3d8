/** The way from the servers to the shop, on which its answers come late, drop by drop, or not at all, and its orders are made unheard. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** `unheard`: the shop does what it is asked, and the line breaks before its answer. */
export const SHOP_MOODS = ['well', 'slow', 'drips', 'unheard', 'away', 'busy', 'silent'] as const;
export type ShopMood = (typeof SHOP_MOODS)[number];

export type ShopWay = { readonly url: string; feels(mood: ShopMood): void; close(): Promise<void> };

const SLOW_MS = 4_500;
const DROP_MS = 150;
const NOT_OURS = /^(content-(length|encoding)|transfer-encoding|connection)$/;

type Answering = (res: ServerResponse, real: () => Promise<Response>) => Promise<unknown>;

const passOn: Answering = async (res, real) => {
  const answer = await real();
  const text = await answer.text();
  res.writeHead(answer.status, headersOf(answer)).end(text);
};

const ANSWERS: Readonly<Record<ShopMood, Answering>> = {
  well: passOn,
  async slow(res, real) {
    await sleep(SLOW_MS);
    await passOn(res, real);
  },
  async drips(res, real) {
    const answer = await real();
    const text = await answer.text();
    res.writeHead(answer.status, headersOf(answer));
    for (const drop of text.match(/.{1,40}/gs) ?? []) {
      if (res.destroyed) return;
      res.write(drop);
      await sleep(DROP_MS);
    }
    res.end();
  },
  async unheard(res, real) {
    await real();
    res.destroy();
  },
  away: async (res) => res.destroy(),
  busy: async (res) => res.writeHead(503, { 'retry-after': '2' }).end('later'),
  silent: async () => undefined,
};

/** `shop`: the address of the shop itself. */
export async function openShopWay(shop: string): Promise<ShopWay> {
  let mood: ShopMood = 'well';
  const server = createServer(async (req, res) => {
    const body = await bodyOf(req);
    const real = () => {
      const { host: _host, connection: _connection, 'content-length': _length, ...headers } = req.headers;
      const { method = 'GET' } = req;
      const sent = method === 'GET' ? {} : { body };
      return fetch(shop + req.url, { method, headers: headers as Record<string, string>, ...sent });
    };
    await ANSWERS[mood](res, real).catch(() => res.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    feels(next) {
      mood = next;
      // Who was answered nothing hears so at last.
      if (next === 'well') server.closeIdleConnections();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function headersOf({ headers }: Response): Readonly<Record<string, string>> {
  return Object.fromEntries([...headers].filter(([name]) => !NOT_OURS.test(name)));
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}
