/** What do two servers on one PostgreSQL carry beside one? Throughput, and the processor time of a turn. */

import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Server, startServer } from './kit/child';
import { median, type Round, runRound } from './kit/load';
import { machine } from './kit/machine';
import { ledgerOf, onPostgres, openCluster } from './kit/postgres-house';
import { fail, print, range, run } from './kit/print';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    turns: { type: 'string', default: '3000' },
    connections: { type: 'string', default: '32' },
  },
});
const [ROUNDS, TURNS, CONNECTIONS] = [Number(values.rounds), Number(values.turns), Number(values.connections)];
const AIM = 1.7;

type Measured = {
  readonly perSecond: number;
  readonly processor: number;
  readonly generator: number;
  readonly done: number;
};

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-servers-'));
  const cluster = await openCluster(print);
  if (!cluster) return;
  const servers: Server[] = [];
  try {
    const database = await cluster.freshDatabase();
    // The demo shop is one shop: both have its file.
    const env = { EARSHOT_DATA: folder, ...onPostgres(cluster, database) };
    for (let at = 0; at < 2; at += 1) servers.push(await startServer({ program: 'lambda/server.ts', env }));
    print(`${machine(folder)}\n${ROUNDS} rounds of ${TURNS} turns on ${CONNECTIONS} connections, by turns.\n`);
    const rounds: { readonly one: Measured; readonly two: Measured }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const one = await measure(servers.slice(round % 2, (round % 2) + 1), `one-${round}`);
      const two = await measure(servers, `two-${round}`);
      rounds.push({ one, two });
      print(`${round === 0 ? 'warm-up' : `round ${round}`}  one ${figures(one)}\n         two ${figures(two)}`);
    }
    tell(rounds.slice(1));
    const done = rounds.reduce((sum, { one, two }) => sum + one.done + two.done, 0);
    const { facts, troubled } = await ledgerOf(cluster, database);
    print(`${done} turns answered, ${facts} committed, ${troubled} in trouble.`);
    if (facts !== done || troubled > 0) fail('the counts do not agree');
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The connections and the turns are shared among the servers. */
async function measure(servers: readonly Server[], name: string): Promise<Measured> {
  const before = await used(servers);
  const generator = process.cpuUsage();
  const share = { connections: CONNECTIONS / servers.length, turns: TURNS / servers.length };
  const from = performance.now();
  const rounds = await Promise.all(servers.map(({ url }, at) => runRound({ url, ...share, name: `${name}-${at}` })));
  const seconds = (performance.now() - from) / 1_000;
  const { user, system } = process.cpuUsage(generator);
  const done = answered(rounds);
  return {
    perSecond: done / seconds,
    processor: ((await used(servers)) - before) / done,
    generator: (user + system) / 1_000 / done,
    done,
  };
}

function answered(rounds: readonly Round[]): number {
  for (const { wrong } of rounds) if (wrong.length > 0) fail(wrong.join('\n'));
  return rounds.reduce((sum, round) => sum + round.answered, 0);
}

async function used(servers: readonly Server[]): Promise<number> {
  return (await Promise.all(servers.map((server) => server.used()))).reduce((sum, one) => sum + one, 0);
}

function figures({ perSecond, processor, generator }: Measured): string {
  return `${perSecond.toFixed(0).padStart(5)} turns/s   processor ${processor.toFixed(2)} ms a turn, of the load ${generator.toFixed(2)}`;
}

function tell(rounds: readonly { readonly one: Measured; readonly two: Measured }[]): void {
  const ratios = rounds.map(({ one, two }) => two.perSecond / one.perSecond);
  const costs = rounds.map(({ one, two }) => two.processor / one.processor);
  print(`\nTwo servers carry ${median(ratios).toFixed(2)} of what one does (${range(ratios)}); aim: at least ${AIM}.`);
  print(
    `A turn takes ${median(costs).toFixed(2)} of the processor time (${range(costs)}): what a second server adds to a turn.`,
  );
  if (cpus().length < 4) {
    print(
      `This computer has ${cpus().length} processors for two servers, PostgreSQL and the load, so the second server has none of its ` +
        'own: the throughput says little here, the processor time much.',
    );
  }
}

run(main);
