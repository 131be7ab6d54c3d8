/** What does a whole turn cost, on SQLite and PostgreSQL, beside the SDK's hello-world that keeps attributes as durably, and beside the bare one? */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Server, startServer } from './kit/child';
import { type Contestant, contest, p99, perSecond, ratios, typical } from './kit/contest';
import { type Ledger, readLedger } from './kit/ledger';
import { median } from './kit/load';
import { machine } from './kit/machine';
import { ledgerOf, onPostgres, openCluster } from './kit/postgres-house';
import { fail, print, range, run } from './kit/print';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    turns: { type: 'string', default: '4000' },
    connections: { type: 'string', default: '32' },
    /** A folder for the CPU profile of the house on SQLite. */
    profile: { type: 'string' },
  },
});
const PLAN = {
  rounds: Number(values.rounds),
  turns: Number(values.turns),
  connections: Number(values.connections),
};

/**
 * On SQLite: this share of the durable hello-world's throughput, this processor time a turn (milliseconds), and this 99th
 * percentile where the bare one's is `helloP99`. Beside the bare one the throughput is told without an aim.
 */
const AIM = { ratio: 0.65, processor: 1.35, p99: 80, helloP99: 20 } as const;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const servers: Record<string, Server> = {};
  const cluster = await openCluster(print);
  try {
    const nodeArgs = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
    const house = (data: string, env = {}) =>
      startServer({ program: 'lambda/server.ts', env: { EARSHOT_DATA: join(folder, data), ...env }, nodeArgs });
    servers.sqlite = await house('sqlite');
    const database = (await cluster?.freshDatabase()) ?? '';
    if (cluster) servers.postgresql = await house('postgresql', onPostgres(cluster, database));
    servers.durable = await startServer({
      program: 'bench/kit/hello-durable.ts',
      env: { EARSHOT_DATA: join(folder, 'durable') },
    });
    servers['hello-world'] = await startServer({ program: 'bench/kit/hello-world.ts' });
    const { rounds, turns, connections } = PLAN;
    print(
      `${machine(folder)}\n${rounds} rounds of ${turns} turns on ${connections} connections, and one to warm up.\n`,
    );
    const all = await contest(servers, PLAN, print);
    tell(all);
    for (const one of all) {
      if (one.name === 'sqlite') check(one, readLedger(join(folder, 'sqlite')));
      if (one.name === 'postgresql' && cluster) check(one, await ledgerOf(cluster, database));
    }
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    await cluster?.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

function tell(all: readonly Contestant[]): void {
  const named = (name: string) => all.find((one) => one.name === name);
  const [durable, bare] = [named('durable'), named('hello-world')];
  if (!durable || !bare) return;
  print('\nMedians of the rounds, and throughput beside both hello-worlds, round by round:');
  for (const one of all) {
    const speed = typical(one, perSecond).toFixed(0).padStart(5);
    const processor = typical(one, ({ processor }) => processor);
    const [beside, besideBare] = [ratios(one, durable, perSecond), ratios(one, bare, perSecond)];
    print(
      `  ${one.name.padEnd(11)} ${speed} turns/s   p99 ${typical(one, p99).toFixed(1).padStart(6)} ms   processor ${processor.toFixed(2)} ms   ` +
        `of the durable one's ${median(beside).toFixed(2)} (${range(beside)})   of the bare one's ${median(besideBare).toFixed(2)}`,
    );
    if (one.name === 'sqlite')
      judge({ share: median(beside), processor, p99: typical(one, p99), helloP99: typical(bare, p99) });
  }
}

type Judged = { readonly share: number; readonly processor: number; readonly p99: number; readonly helloP99: number };

function judge({ share, processor, p99, helloP99 }: Judged): void {
  // On a slower machine both are slower: the aim goes with the yardstick.
  const most = AIM.p99 * (helloP99 / AIM.helloP99);
  const verdict = (isMet: boolean) => (isMet ? 'met' : 'missed');
  print(
    `${' '.repeat(14)}aims: at least ${AIM.ratio} of the durable one's throughput: ${verdict(share >= AIM.ratio)}; processor time at most ` +
      `${AIM.processor} ms: ${verdict(processor <= AIM.processor)}; p99 at most ${most.toFixed(1)} ms: ${verdict(p99 <= most)}`,
  );
}

/** Every turn that was answered must have been committed, and only those. */
function check({ name, rounds, server }: Contestant, ledger: Ledger): void {
  const sum = (of: 'answered' | 'shed') => rounds.reduce((total, round) => total + round[of], 0);
  const [answered, shed, asked] = [sum('answered'), sum('shed'), PLAN.turns * rounds.length];
  print(
    `${name}: ${answered} of ${asked} turns answered${shed > 0 ? `, ${shed} told that it is busy` : ''}; ${ledger.facts} facts and ` +
      `${ledger.answers} answers committed, ${ledger.conversations} conversations, ${ledger.placed} orders, ${ledger.troubled} in trouble.`,
  );
  const worst = server
    .log()
    .split('\n')
    .find((line) => line.includes('"level":50'));
  if (worst) print(`The worst line logged: ${worst}`);
  const wrong = rounds.flatMap((round) => round.wrong);
  const agrees = answered + shed === asked && ledger.facts === answered && ledger.answers === answered;
  if (wrong.length > 0 || !agrees || ledger.troubled > 0) fail(wrong.join('\n') || 'the counts do not agree');
}

run(main);
