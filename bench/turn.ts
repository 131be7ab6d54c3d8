/** What does a whole turn cost beside the SDK's bare hello-world? Throughput, 99th percentile, processor time. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Server, startServer } from './kit/child';
import { type Contestant, contest, p99, perSecond, ratios, typical } from './kit/contest';
import { type Ledger, readLedger } from './kit/ledger';
import { median } from './kit/load';
import { machine } from './kit/machine';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    turns: { type: 'string', default: '4000' },
    connections: { type: 'string', default: '32' },
    /** A folder for the house's CPU profile. */
    profile: { type: 'string' },
  },
});
const PLAN = {
  rounds: Number(values.rounds),
  turns: Number(values.turns),
  connections: Number(values.connections),
};

/** At least this share of the hello-world's throughput, and this 99th percentile where the hello-world's is `helloP99`. */
const AIM = { ratio: 0.5, p99: 40, helloP99: 15 } as const;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const servers: Record<string, Server> = {};
  try {
    const nodeArgs = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
    servers.earshot = await startServer({ program: 'lambda/server.ts', env: { EARSHOT_DATA: folder }, nodeArgs });
    servers['hello-world'] = await startServer({ program: 'bench/kit/hello-world.ts' });
    const { rounds, turns, connections } = PLAN;
    print(
      `${machine(folder)}\n${rounds} rounds of ${turns} turns on ${connections} connections, and one to warm up.\n`,
    );
    const [house, hello] = await contest(servers, PLAN, print);
    if (house && hello) report(house, hello, readLedger(folder));
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(house: Contestant, hello: Contestant, ledger: Ledger): void {
  print('\nMedians of the rounds:');
  for (const one of [house, hello]) {
    const speed = typical(one, perSecond).toFixed(0).padStart(5);
    const processor = typical(one, ({ processor }) => processor).toFixed(2);
    print(
      `  ${one.name.padEnd(11)} ${speed} turns/s   p99 ${typical(one, p99).toFixed(1)} ms   processor ${processor} ms`,
    );
  }
  const speeds = ratios(house, hello, perSecond);
  const [ratio, ours, theirs] = [median(speeds), typical(house, p99), typical(hello, p99)];
  print(`  throughput  ${ratio.toFixed(2)} of hello-world's (${range(speeds)}); aim: at least ${AIM.ratio}`);
  // On a slower machine both are slower: the aim goes with the yardstick.
  const most = AIM.p99 * (theirs / AIM.helloP99);
  print(
    `  p99         ${ours.toFixed(1)} ms beside ${theirs.toFixed(1)} ms; aim in proportion: at most ${most.toFixed(1)} ms\n`,
  );
  check(house, hello, ledger);
  print(ratio >= AIM.ratio && ours <= most ? 'The aim is met.' : 'The aim is missed.');
}

/** Figures of wrong answers are worth nothing: then the program fails. */
function check(house: Contestant, hello: Contestant, ledger: Ledger): void {
  const asked = PLAN.turns * (PLAN.rounds + 1);
  const answered = house.rounds.reduce((sum, round) => sum + round.answered, 0);
  print(`${answered} of ${asked} turns answered aloud; ${ledger.facts} facts and ${ledger.answers} answers committed,`);
  print(`${ledger.conversations} conversations, ${ledger.placed} orders placed, ${ledger.troubled} turns in trouble.`);
  const logged = house.server.log().split('\n').filter(Boolean);
  const worst = logged.find((line) => line.includes('"level":50')) ?? logged[0];
  if (worst) print(`${logged.length} lines logged, the worst: ${worst}`);
  const wrong = [house, hello].flatMap(({ name, rounds }) =>
    rounds.flatMap((round) => round.wrong.map((what) => `${name}: ${what}`)),
  );
  const agrees = [answered, ledger.facts, ledger.answers].every((count) => count === asked);
  if (wrong.length === 0 && agrees && ledger.troubled === 0) return;
  print(`WRONG: ${wrong.join('\n') || 'the counts do not agree'}`);
  process.exitCode = 1;
}

function range(numbers: readonly number[]): string {
  return `${Math.min(...numbers).toFixed(2)} to ${Math.max(...numbers).toFixed(2)}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exitCode = 1;
});
