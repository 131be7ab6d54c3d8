/** A day on the street: the town is opened, everybody comes, things go wrong, everybody leaves, and it is counted. */

import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../../lambda/house/config';
import { openersOf } from '../../lambda/house/contents';
import { hearTheRest, type News } from '../servers/late-news';
import type { Program } from '../servers/server-process';
import type { BaseKind } from './bases';
import { type Count, countGrowth, type Grown } from './counts';
import { sitAllDay } from './desk';
import { type Held, heldBy } from './machine';
import { PHONES, textAllDay } from './phones';
import { reckon } from './reckoning';
import { SPEAKERS, speakAllDay } from './speakers';
import { openStreet, type Street } from './street';
import { openTown, type Town } from './town';
import { befall, notTried } from './troubles';
import { readTruth, waitingIn } from './truth';
import { ASKERS, askAllDay, LEAVERS, leaveAllDay, TALKERS, talkAllDay } from './writers';

export type DayWish = {
  readonly kind: BaseKind;
  readonly minutes: number;
  readonly seed: number;
  readonly program: Program;
  /** Everything that befalls is said. */
  readonly isVerbose: boolean;
  say(line: string): void;
  /** How what was opened is ended by somebody who cannot wait. */
  opened(close: () => Promise<void>): void;
};

export type DayTold = {
  readonly counts: readonly Count[];
  readonly befallen: ReadonlyMap<string, number>;
  readonly notTried: readonly string[];
  /** What the servers logged, and how often. */
  readonly logged: ReadonlyMap<string, number>;
};

/** Of the day: from then on no server begins anew, so that its memory can be followed. */
const CALM = 0.65;
/** In the calm, until everything a server keeps at hand is there. */
const WARM = 0.25;
/** Connections that are kept open for a moment are closed by then. */
const QUIET_MS = 12_000;
/** A page looks every second for what another server wrote. */
const SHOWN_WITHIN_MS = 4_000;
const LEFT_WITHIN_MS = 120_000;

export async function spendDay(wish: DayWish): Promise<DayTold> {
  const town = await openTown(wish.kind, wish);
  wish.opened(town.close);
  try {
    return await live(town, wish);
  } finally {
    await town.close();
  }
}

async function live(town: Town, { minutes, seed, say, isVerbose }: DayWish): Promise<DayTold> {
  const length = minutes * 60_000;
  const began = performance.now();
  const fresh = heldByAll(town);
  const street = openStreet(town, { seed, until: began + length });
  const since = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const tell = (what: string) =>
    isVerbose &&
    say(
      `${since()} ${what}; ${heldByAll(town)
        .map(({ megabytes }) => `${megabytes} MB`)
        .join(', ')}`,
    );
  const people = everybody(street);
  const failed: string[] = [];
  const lives = people.map((life) => life.catch((error: unknown) => void failed.push(`${error}`)));
  const calmFrom = began + CALM * length;
  const warm = later(calmFrom + WARM * (1 - CALM) * length, () => heldByAll(town));
  const befallen = await befall(street, { calmFrom, tell });
  const atWarm = await warm;
  tell('everybody goes home');
  await Promise.all(lives);
  tell('everybody is at home');
  await untilDelivered(town);
  tell('everything is delivered');
  await sleep(SHOWN_WITHIN_MS);
  for (const page of street.told.pages) page.close();
  await sleep(QUIET_MS);
  const last = heldByAll(town);
  await stopAll(street);
  tell('stopped');
  const news = await comeByLate(street);
  tell('everybody has come by');
  const counts = await reckon(street, await readTruth(town), news);
  tell('counted');
  const logged = loggedBy(town);
  return {
    counts: [...counts, ...heldCounts({ fresh, atWarm, last }), lost(failed, people.length)],
    befallen,
    notTried: notTried(town),
    logged,
  };
}

function everybody(street: Street): readonly Promise<void>[] {
  const each = (count: number, life: (nth: number, on: Street) => Promise<void>) =>
    Array.from({ length: count }, (_, nth) => life(nth, street));
  return [
    ...each(SPEAKERS, speakAllDay),
    ...each(TALKERS, talkAllDay),
    ...each(ASKERS, askAllDay),
    ...each(LEAVERS, leaveAllDay),
    ...each(PHONES, textAllDay),
    sitAllDay(street),
  ];
}

const heldByAll = ({ servers }: Town): readonly Held[] => servers.map((server) => heldBy(server.pid() ?? 0));

async function later<T>(at: number, what: () => T): Promise<T> {
  await sleep(Math.max(0, at - performance.now()));
  return what();
}

async function untilDelivered(town: Town): Promise<void> {
  const until = performance.now() + LEFT_WITHIN_MS;
  while ((await waitingIn(town).catch(() => 1)) > 0 && performance.now() < until) await sleep(500);
}

async function stopAll({ town, told }: Street): Promise<void> {
  for (const server of town.servers) {
    const code = await server.stop();
    told.seen.stops += 1;
    if (code !== 0) told.faults.stops.push(`the last stop ended with ${code}`);
  }
}

/** Whoever said yes and never heard what became of it. */
function comeByLate({ town, told }: Street): Promise<News> {
  const { env, base } = town;
  const shoppers = new Map(told.spoken.map(({ person, token }) => [person, { person, token }]));
  const opens = { ...openersOf(readConfig({ ...env, LOG_LEVEL: 'warn' })), secret: env.EARSHOT_SECRET ?? '' };
  return hearTheRest([...shoppers.values()], { folder: base.folder, database: base.url, opens });
}

type Holdings = { readonly fresh: readonly Held[]; readonly atWarm: readonly Held[]; readonly last: readonly Held[] };

function heldCounts({ fresh, atWarm, last }: Holdings): readonly Count[] {
  const grown = (from: readonly Held[], of: (held: Held) => number): readonly Grown[] =>
    last.map((held, at) => ({ whose: `server ${at + 1}`, from: of(from[at] ?? held), to: of(held) }));
  return [
    countGrowth(
      grown(atWarm, ({ megabytes }) => megabytes),
      { what: 'memory', times: 1.4, more: 48, unit: 'MB' },
    ),
    countGrowth(
      grown(fresh, ({ descriptors }) => descriptors),
      { what: 'descriptors', times: 1, more: 16, unit: 'open' },
    ),
  ];
}

function lost(failed: readonly string[], counted: number): Count {
  return { what: 'people who came through the day', counted, wrong: failed };
}

function loggedBy({ servers }: Town): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const lines = servers.flatMap((server) => server.log().split('\n')).filter((line) => line.startsWith('{'));
  for (const line of lines) {
    const { msg = line } = JSON.parse(line) as { readonly msg?: string };
    times.set(msg, (times.get(msg) ?? 0) + 1);
  }
  return times;
}
