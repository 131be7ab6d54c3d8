/** What befalls the town: one thing after the other, in an order chance decides, each kind before one comes again. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from '../servers/server-process';
import type { Chance } from './chance';
import { flood } from './flood';
import { SHOP_MOODS } from './slow-shop';
import type { Street } from './street';
import { becomesReady } from './town';

type Trouble = {
  readonly name: string;
  /** A server begins anew. */
  readonly isRestart?: true;
  /** Resolves when it is over. */
  happens(street: Street, chance: Chance): Promise<void>;
};

const PEACE_MS = [1_500, 3_500] as const;
const STOPS_WITHIN_MS = 12_000;

/** Until the street says it is over, and without a kill from `calmFrom` on. Answers how often each befell. */
type Befalling = { readonly calmFrom: number; readonly tell: (what: string) => void };

export async function befall(street: Street, { calmFrom, tell }: Befalling): Promise<ReadonlyMap<string, number>> {
  const chance = street.chance('troubles');
  const befallen = new Map<string, number>();
  const all = troublesOf(street);
  let deck: readonly Trouble[] = [];
  while (!street.isOver()) {
    await sleep(chance.between(...PEACE_MS));
    if (street.isOver()) break;
    if (deck.length === 0) deck = chance.shuffled(all);
    const isCalm = performance.now() >= calmFrom;
    const trouble = deck.find(({ isRestart }) => !isCalm || !isRestart);
    deck = deck.filter((one) => one !== trouble);
    if (!trouble) {
      deck = [];
      continue;
    }
    tell(trouble.name);
    await trouble.happens(street, chance);
    befallen.set(trouble.name, (befallen.get(trouble.name) ?? 0) + 1);
    await untilReady(street, trouble.name);
  }
  return befallen;
}

function troublesOf({ town }: Street): readonly Trouble[] {
  const { disk, cluster } = town.base;
  return [
    ...[KILL, STOP, FLOOD, ...SHOP_MOODS.filter((mood) => mood !== 'well').map(shopFeels)],
    ...PHONES,
    ...(disk ? [fullDisk(disk, cluster)] : []),
    ...(town.setClock ? [3_600, -3_600].map((by) => clockIsSet(by, town.setClock)) : []),
    ...(cluster ? [databaseIsKilled(cluster), databaseStandsStill(cluster)] : []),
  ];
}

/** What this machine does not let us try. */
export function notTried({ base, setClock }: Street['town']): readonly string[] {
  return [
    ...(base.disk ? [] : ['a full disk, as none can be mounted here']),
    ...(setClock ? [] : ['a clock that is set, as libfaketime is not here']),
  ];
}

const during = async ({ town }: Street, work: () => Promise<void>) => {
  town.away(true);
  await work().finally(() => town.away(false));
};

const anyOf = ({ town }: Street, chance: Chance): ServerProcess => {
  const server = town.servers[chance.below(town.servers.length)];
  if (!server) throw new Error('there is no server');
  return server;
};

const KILL: Trouble = {
  name: 'kill -9 of a server',
  isRestart: true,
  happens: (street, chance) =>
    during(street, async () => {
      const server = anyOf(street, chance);
      await server.kill();
      await sleep(chance.between(0, 500));
      await server.start();
    }),
};

const STOP: Trouble = {
  name: 'a server stopped and started',
  isRestart: true,
  happens: (street, chance) =>
    during(street, async () => {
      const server = anyOf(street, chance);
      const from = performance.now();
      const code = await server.stop();
      const ms = performance.now() - from;
      street.told.seen.stops += 1;
      if (code !== 0 || ms > STOPS_WITHIN_MS)
        street.told.faults.stops.push(`stopped with ${code} after ${Math.round(ms)} ms`);
      await server.start();
    }),
};

const FLOOD: Trouble = {
  name: 'a flood',
  async happens(street, chance) {
    const { end } = flood(street, chance);
    await sleep(chance.between(3_000, 6_000));
    end();
  },
};

const shopFeels = (mood: (typeof SHOP_MOODS)[number]): Trouble => ({
  name: `the shop is ${mood}`,
  async happens({ town }, chance) {
    town.way.feels(mood);
    await sleep(chance.between(3_000, 8_000));
    town.way.feels('well');
  },
});

const PHONES: readonly Trouble[] = (['broken', 'unheard', 'busy'] as const).map((mood) => ({
  name: `Telegram is ${mood}`,
  async happens({ town }, chance) {
    town.phones.feel(mood);
    await sleep(chance.between(1_000, 4_000));
    town.phones.feel('well');
  },
}));

/** By a program of its own, as this one must go on. A database on it may have ended itself by then: somebody starts it again. */
const fullDisk = (disk: { readonly folder: string }, cluster: Pick<Killable, 'start'> | null): Trouble => ({
  name: 'a full disk',
  async happens(_street, chance) {
    const ballast = join(disk.folder, 'ballast');
    const filling = spawn('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=1M'], { stdio: 'ignore' });
    await once(filling, 'exit');
    await sleep(chance.between(3_000, 7_000));
    rmSync(ballast);
    await cluster?.start();
  },
});

const clockIsSet = (seconds: number, setClock: Street['town']['setClock']): Trouble => ({
  name: `the clock is set ${seconds > 0 ? 'forward' : 'back'} by an hour`,
  async happens(_street, chance) {
    setClock?.(seconds);
    await sleep(chance.between(3_000, 6_000));
    setClock?.(0);
    await sleep(1_100);
  },
});

type Killable = { kill(): Promise<void>; start(): Promise<void>; freeze(): void; thaw(): void };

const databaseIsKilled = (cluster: Killable): Trouble => ({
  name: 'kill -9 of the database',
  async happens(_street, chance) {
    await cluster.kill();
    await sleep(chance.between(0, 2_000));
    await cluster.start();
  },
});

const databaseStandsStill = (cluster: Killable): Trouble => ({
  name: 'a database that stands still',
  async happens(_street, chance) {
    cluster.freeze();
    await sleep(chance.between(3_000, 9_000));
    cluster.thaw();
  },
});

async function untilReady({ town, told }: Street, after: string): Promise<void> {
  for (const { url } of town.servers) {
    told.seen.ready += 1;
    if (!(await becomesReady(url))) told.faults.ready.push(`${url} was not ready again a minute after ${after}`);
  }
}
