/** Everything of one day that is not a person: servers, store, shop, phones, the clock they go by, and what this machine does. */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../lambda/house/config';
import { openersOf } from '../../lambda/house/contents';
import { hashPassword } from '../../lambda/services/sign-in/passwords';
import { newAgent } from '../../lambda/services/sign-in/sign-in';
import { openSampleShop, type SampleShop } from '../../scripts/sample-shop';
import { type FakeVendor, openVendor, type Scripted } from '../kit/fake-vendor';
import { learn, type Program, type ServerProcess } from '../servers/server-process';
import { type Base, type BaseKind, openBase } from './bases';
import { createKnocks, type Knocks } from './knocks';
import { type Machine, watchMachine } from './machine';
import { PEOPLE } from './people';
import { openShopWay, type ShopWay } from './slow-shop';

/** Somebody sits at the desk, and on this day they are there. */
const MONDAY = Date.parse('2026-11-23T10:00:00Z');
export const KEY = 'the key of whoever develops on this street';
export const SECRET = 'the-secret-of-the-street';
export const LOGIN = { login: 'marta', password: 'correct horse battery' };
/** What Telegram does with a message: `unheard` takes it, and the line breaks before it says so. */
export type PhoneMood = 'well' | 'broken' | 'unheard' | 'busy';

export type Town = {
  readonly base: Base & { readonly folder: string };
  readonly servers: readonly ServerProcess[];
  readonly shop: SampleShop;
  /** Orders that were in its books before the day. */
  readonly ordersBefore: number;
  readonly way: ShopWay;
  readonly phones: { readonly arrived: readonly Arrived[]; feel(mood: PhoneMood): void };
  readonly machine: Machine;
  readonly knocks: Knocks;
  readonly env: Readonly<Record<string, string>>;
  /** Sets the clock of all servers, by seconds from the real one; null: it cannot be set here. */
  readonly setClock: ((seconds: number) => void) | null;
  /** What is under way makes lines break: a server or its database is away. */
  away(isAway: boolean): void;
  now(): number;
  close(): Promise<void>;
};

export type Arrived = { readonly to: number; readonly text: string };

/** Of room on the disk: a turn is 2 kB, and the rest is what the servers keep beside. */
const megabytesFor = (minutes: number) => 96 + 8 * Math.ceil(minutes);
const AWAY_LASTS_MS = 1_500;

type TownWish = { readonly minutes: number; readonly program: Program };

export async function openTown(kind: BaseKind, { minutes, program }: TownWish): Promise<Town> {
  const base = await openBase(kind, { megabytes: megabytesFor(minutes), newFolder: program.folder });
  try {
    return await builtOn(base, program);
  } catch (error) {
    await base.remove();
    throw error;
  }
}

async function builtOn(base: Town['base'], program: Program): Promise<Town> {
  const began = Date.now();
  const now = () => MONDAY + Date.now() - began;
  program.furnish(base.folder);
  const shop = await openSampleShop({ people: PEOPLE, now });
  for (const good of shop.books.goods.values()) good.stock = 1_000_000;
  const way = await openShopWay(shop.url);
  const phones = await openPhones();
  const clock = join(base.folder, 'clock');
  const env = {
    ...{ EARSHOT_DATA: base.folder, EARSHOT_SECRET: 'the secret that all servers of the street have' },
    ...(base.url ? { DATABASE_URL: base.url } : {}),
    ...{ ...shop.env, REST_SHOP_URL: way.url },
    ...{ TELEGRAM_TOKEN: '1:test', TELEGRAM_SECRET: SECRET, TELEGRAM_BOT: 'street', TELEGRAM_BASE: phones.vendor.base },
    ...{ TRUSTED_PROXIES: 'loopback', NODE_OPTIONS: '' },
  };
  writeFileSync(join(base.folder, 'console-key'), KEY);
  await learn(openersOf(readConfig({ ...env, LOG_LEVEL: 'warn' })));
  await employ(base);
  const life = () => ({ ...env, ...clockSet(clock), EARSHOT_NOW: new Date(now()).toISOString() });
  if (CLOCK) writeFileSync(clock, '+0');
  const servers = await Promise.all(Array.from({ length: base.servers }, () => program.server(life)));
  await Promise.all(servers.map((server) => server.start()));
  for (const { url } of servers) if (!(await becomesReady(url))) throw new Error(`${url} did not become ready`);
  const machine = watchMachine(() => servers.flatMap((server) => server.pid() ?? []));
  let awayUntil = 0;
  return {
    ...{ base, servers, shop, way, phones, machine, env, now },
    ordersBefore: shop.books.orders.size,
    knocks: createKnocks(machine, () => performance.now() < awayUntil),
    setClock: CLOCK ? (seconds) => writeFileSync(clock, `${seconds < 0 ? '' : '+'}${seconds}`) : null,
    away(isAway) {
      awayUntil = isAway ? Number.POSITIVE_INFINITY : performance.now() + AWAY_LASTS_MS;
    },
    async close() {
      machine.stop();
      await Promise.all(servers.map((server) => server.kill()));
      await Promise.all([way.close(), phones.vendor.close()]);
      shop.close();
      await base.remove();
    },
  };
}

const CLOCK = ['x86_64', 'aarch64']
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketimeMT.so.1`)
  .find((path) => existsSync(path));

/** Read again every second, as every look at the clock would be dear. */
function clockSet(file: string): Readonly<Record<string, string>> {
  if (!CLOCK) return {};
  return {
    LD_PRELOAD: CLOCK,
    FAKETIME_TIMESTAMP_FILE: file,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}

async function employ({ open, folder }: Base & { readonly folder: string }): Promise<void> {
  const store = await open(folder);
  const { login, password } = LOGIN;
  await store.agents.add(newAgent({ login, name: 'Marta', role: 'agent', hash: await hashPassword(password) }));
  await store.close();
}

async function openPhones() {
  let mood: PhoneMood = 'well';
  const arrived: Arrived[] = [];
  const vendor: FakeVendor = await openVendor(({ path, body }) => {
    if (!path.endsWith('/sendMessage')) return { status: 200, json: { ok: true, result: true } };
    const { chat_id: to, text } = body as { readonly chat_id: number; readonly text: string };
    if (mood === 'well' || mood === 'unheard') arrived.push({ to, text });
    return ANSWERS[mood](arrived.length);
  });
  return {
    vendor,
    arrived,
    feel(next: PhoneMood) {
      mood = next;
    },
  };
}

const ANSWERS: Readonly<Record<PhoneMood, (id: number) => Scripted>> = {
  well: (message_id) => ({ status: 200, json: { ok: true, result: { message_id } } }),
  broken: () => ({ status: 500, json: { ok: false, error_code: 500, description: 'Internal Server Error' } }),
  unheard: () => 'hang-up',
  busy: () => ({
    status: 429,
    json: { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 1 } },
  }),
};

const READY_WITHIN_MS = 60_000;

/** False: not within a minute. */
export async function becomesReady(url: string): Promise<boolean> {
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until) {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return true;
    await sleep(200);
  }
  return false;
}
