/** What does a whole turn cost beside the SDK's bare hello-world, on SQLite and PostgreSQL? Throughput, p99, processor time. */

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

/** On SQLite: this share of the hello-world's throughput, and this 99th percentile where the hello-world's is `helloP99`. */
const AIM = { ratio: 0.6, p99: 40, helloP99: 15 } as const;

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
  const hello = all.find(({ name }) => name === 'hello-world');
  if (!hello) return;
  print('\nMedians of the rounds, and beside the hello-world, round by round:');
  for (const one of all) {
    const speed = typical(one, perSecond).toFixed(0).padStart(5);
    const processor = typical(one, ({ processor }) => processor).toFixed(2);
    const shares = ratios(one, hello, perSecond);
    print(
      `  ${one.name.padEnd(11)} ${speed} turns/s   p99 ${typical(one, p99).toFixed(1).padStart(6)} ms   processor ${processor} ms   ` +
        `throughput ${median(shares).toFixed(2)} (${range(shares)})`,
    );
    if (one.name === 'sqlite') judge(median(shares), typical(one, p99), typical(hello, p99));
  }
}

function judge(share: number, ours: number, theirs: number): void {
  // On a slower machine both are slower: the aim goes with the yardstick.
  const most = AIM.p99 * (theirs / AIM.helloP99);
  const isMet = share >= AIM.ratio && ours <= most;
  print(
    `${' '.repeat(14)}aim: at least ${AIM.ratio} of the throughput, p99 at most ${most.toFixed(1)} ms: ${isMet ? 'met' : 'missed'}`,
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
