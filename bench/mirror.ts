/** How soon does a shopper hear where an order is while the shop's platform is slow, or hangs? */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';
import { askForChanges } from '../lambda/house/chores';
import type { Earshot } from '../lambda/house/earshot';
import { openEarshot } from '../lambda/house/open';
import { readShop } from '../lambda/house/settings';
import { readShopFile } from '../lambda/house/shop-file';
import { shopOpener } from '../lambda/house/shops';
import { CHAT_CLIENT, linkIdOf } from '../lambda/services/sign-in/link-tokens';
import { openSampleShop, type SampleShop } from '../scripts/sample-shop';
import { LOCALES } from '../test/kit/house';
import { createTexter, type Texter } from '../test/kit/texter';
import { median } from './kit/load';
import { machine } from './kit/machine';
import { fail, print, run } from './kit/print';

const { values } = parseArgs({ options: { turns: { type: 'string', default: '25' } } });
const TURNS = Number(values.turns);
/** Milliseconds, at the 95th of a hundred. */
const AIM = 300;
/** Longer than anybody waits where something is known; sooner than a call is given up. */
const SLOW = 1_000;
const MINUTE = 60_000;
const SECRET = 'the secret of a measurement, and no other';

type Platform = { readonly url: string; delay: number; close(): void };

async function main(): Promise<void> {
  print(
    `${machine(tmpdir())}\n${TURNS} turns of each, one after the other, "where is my dog food" typed by the same shopper.\n`,
  );
  const sample = await openSampleShop();
  const platform = await slowed(sample);
  let shift = 0;
  const now = () => Date.now() + shift;
  const house = await openHouse({ ...sample.env, REST_SHOP_URL: platform.url }, now);
  await house.ready('en');
  const clock = { now, advance: () => undefined };
  const texter = createTexter({ ...house, clock }, { token: await linked(house, now) });
  await asked(texter);
  await tell(house, sample);
  print('| the platform | median | p95 | longest |');
  print('| --- | --- | --- | --- |');
  const cases = [
    ['answers at once', 0, 0],
    [`takes ${SLOW} ms for every answer`, SLOW, 0],
    ['the same, and the shopper was last recognised more than a minute ago', SLOW, MINUTE + 1],
    ['hangs', Number.POSITIVE_INFINITY, 0],
    ['hangs, and the shopper was last recognised more than a minute ago', Number.POSITIVE_INFINITY, MINUTE + 1],
  ] as const;
  for (const [what, delay, apart] of cases) {
    platform.delay = 0;
    await asked(texter);
    platform.delay = delay;
    const all: number[] = [];
    for (let left = TURNS; left > 0; left -= 1) {
      shift += apart;
      all.push(await asked(texter));
    }
    report(what, all, delay > 0);
  }
  platform.close();
  await house.close();
  sample.close();
}

function report(what: string, all: readonly number[], isSlow: boolean): void {
  const times = all.toSorted((a, b) => a - b);
  const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0;
  print(`| ${what} | ${median(times).toFixed(0)} ms | ${p95.toFixed(0)} ms | ${(times.at(-1) ?? 0).toFixed(0)} ms |`);
  if (isSlow && p95 > AIM) fail(`${what}: over ${AIM} ms`);
}

async function asked(texter: Texter): Promise<number> {
  const from = performance.now();
  const { replies } = await texter.says('where is my dog food');
  const ms = performance.now() - from;
  if (!replies.some((key) => key.startsWith('OrderStatus.'))) fail(`it answered ${replies.join(', ')}`);
  return ms;
}

/** As the linking server writes it down when somebody has signed in. */
async function linked({ store }: Earshot, now: () => number): Promise<string> {
  const [token, idOf] = ['l'.repeat(43), linkIdOf(SECRET)];
  const [grant, expiresAt] = [idOf('Grant', 'a grant'), now() + 24 * 3_600_000];
  const body = JSON.stringify({ accountId: 'p1', clientId: CHAT_CLIENT });
  await store.links.put({ kind: 'Grant', id: grant, body: '{}', grant, shopperId: 'p1', expiresAt });
  const access = { kind: 'AccessToken', id: idOf('AccessToken', token), body } as const;
  await store.links.put({ ...access, grant, shopperId: 'p1', expiresAt });
  return token;
}

/** The shop itself has said that something has changed, so that it is known however old. */
async function tell(house: Earshot, { books, move }: SampleShop): Promise<void> {
  await askForChanges(house);
  const id = [...books.orders].find(([, { state }]) => state === 'shipped')?.[0] ?? '';
  move(id, {});
  await askForChanges(house);
  while ((await house.incoming.round()) > 0);
}

/** Before the sample shop: holds back every answer. */
async function slowed(sample: SampleShop): Promise<Platform> {
  const platform = { url: '', delay: 0, close: () => close(server) };
  const server = createServer(async (request, response) => {
    if (platform.delay === Number.POSITIVE_INFINITY) return;
    await new Promise((done) => setTimeout(done, platform.delay));
    const { method = 'GET', url = '', headers } = request;
    const shown = {
      authorization: headers.authorization ?? '',
      'shopper-token': String(headers['shopper-token'] ?? ''),
    };
    const answer = await fetch(sample.url + url, { method, headers: shown });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return platform;
}

function close(server: Server): void {
  server.close();
  server.closeAllConnections();
}

function openHouse(env: Readonly<Record<string, string>>, now: () => number): Promise<Earshot> {
  const log = { error: () => undefined, warn: () => undefined };
  const options = { folder: null, shop: readShopFile(), locales: LOCALES, strict: false, log, now, calendar: now };
  const linking = { linksAccounts: true, secret: SECRET };
  return openEarshot({
    ...options,
    ...linking,
    provider: shopOpener(readShop(env, { secret: 'any', shopName: 'any' })),
  });
}

run(main);
