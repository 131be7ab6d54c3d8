/** A server that is told to stop: it says so, finishes what is under way, and hands back what it had taken. */

import { once } from 'node:events';
import { Agent, createServer, get, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { healthRouter } from '../../lambda/operations/doors';
import { stopGracefully } from '../../lambda/operations/graceful-stop';
import { createReadiness, type Readiness } from '../../lambda/operations/readiness';
import { type House, openHouse } from '../kit/house';

let house: House;
let server: Server;
let readiness: Readiness;
let underWay: ServerResponse[] = [];

beforeEach(async () => {
  house = await openHouse();
  underWay = [];
  readiness = createReadiness({ store: house.store, now: house.clock.now, patience: 50 });
  const health = healthRouter(readiness);
  server = createServer((req, res) => health(req, res, () => void underWay.push(res)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await house.close();
});

type Got = { readonly status: number; readonly body: string; readonly connection: string | undefined };

function ask(path: string, agent?: Agent): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, agent }, (res) => {
      let body = '';
      res.on('data', (chunk) => {
        body += chunk;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, body, connection: res.headers.connection }));
    }).once('error', reject);
  });
}

/** Wrapped, because a promise in a promise would be waited for. */
async function aTurn(agent?: Agent): Promise<{ readonly answered: Promise<Got> }> {
  const answered = ask('/turn', agent);
  answered.catch(() => undefined);
  while (underWay.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  return { answered };
}

it('is alive before it is ready, and ready once its languages are read', async () => {
  expect(await ask('/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' });
  expect(await ask('/readyz')).toMatchObject({ status: 503, body: '{"ready":false,"missing":["languages"]}' });
  readiness.learned();
  expect(await ask('/readyz')).toMatchObject({ status: 200, body: '{"ready":true,"missing":[]}' });
});

it.each([
  ['fails', () => Promise.reject(new Error('away'))],
  ['hangs', () => new Promise<never>(() => undefined)],
])('is not ready while its store %s', async (_how, usable) => {
  const store = { usable };
  const other = createReadiness({ store, now: house.clock.now, patience: 20 });
  other.learned();
  expect(await other.missing()).toEqual(['store']);
});

it('asks a store that does well every five seconds, and one that does not every second', async () => {
  let isWell = true;
  const usable = jest.fn(async () => {
    if (!isWell) throw new Error('full');
  });
  const other = createReadiness({ store: { usable }, now: house.clock.now });
  const after = async (ms: number) => {
    house.clock.advance(ms);
    await Promise.all([other.missing(), other.missing()]);
    return usable.mock.calls.length;
  };
  expect([await after(0), await after(4_999), await after(1)]).toEqual([1, 1, 2]);
  isWell = false;
  expect([await after(5_000), await after(999), await after(1)]).toEqual([3, 3, 4]);
});

it('finishes the turn under way before it closes its store', async () => {
  const { answered } = await aTurn();
  const order: string[] = [];
  const stopped = stopGracefully({
    server,
    readiness,
    endStreams: () => order.push('streams'),
    close: async () => void order.push('store'),
  });
  expect(await readiness.missing()).toContain('stopping');
  order.push('answer');
  underWay[0]?.end('answered');
  expect((await answered).body).toBe('answered');
  expect(await stopped).toBe('finished');
  expect(order).toEqual(['streams', 'answer', 'store']);
});

it('answers what follows at once through a connection that a proxy keeps, and lets nothing follow that', async () => {
  const proxy = new Agent({ keepAlive: true, maxSockets: 1 });
  const { answered } = await aTurn(proxy);
  const next = ask('/healthz', proxy);
  const stopped = stopGracefully({ server, close: async () => undefined });
  underWay[0]?.end('answered');
  expect((await answered).body).toBe('answered');
  expect(await next).toMatchObject({ status: 200, connection: 'close' });
  expect(await stopped).toBe('finished');
});

it('cuts what does not end in time, and closes its store all the same', async () => {
  const { answered } = await aTurn();
  const close = jest.fn(async () => undefined);
  expect(await stopGracefully({ server, close, within: 100 })).toBe('cut');
  expect(close).toHaveBeenCalledTimes(1);
  await expect(answered).rejects.toThrow();
});

it('does not wait for a store that does not close', async () => {
  expect(await stopGracefully({ server, close: () => new Promise(() => undefined), within: 100 })).toBe('cut');
});

it('hands back what its workers had taken', async () => {
  const received = { source: 'desk:gone', key: 'k', lane: 'l', body: '{}' };
  await house.store.inbox.put(received);
  const handBack = jest.spyOn(house.store.inbox, 'handBack');
  house.incoming.start();
  await stopGracefully({
    server,
    close: () => Promise.all([house.outgoing.stop(), house.incoming.stop()]).then(() => undefined),
  });
  expect(handBack).toHaveBeenCalledTimes(1);
});
