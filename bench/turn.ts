/** What does a whole turn cost beside the SDK's bare hello-world? Throughput and 99th percentile, both servers by turns. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Server, startServer } from './kit/child';
import { type Ledger, readLedger } from './kit/ledger';
import { median, quantile, type Round, runRound } from './kit/load';
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
const ROUNDS = Number(values.rounds);
const TURNS = Number(values.turns);
const CONNECTIONS = Number(values.connections);

/** What issue 2 asks for. */
const AIM = { ratio: 0.5, p99: 40, helloP99: 15 } as const;

type Contestant = { readonly name: string; readonly server: Server; readonly rounds: Round[] };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'));
  const contestants: Contestant[] = [];
  try {
    const profile = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : [];
    const house = await startServer({ program: 'lambda/server.ts', env: { EARSHOT_DATA: folder }, nodeArgs: profile });
    contestants.push({ name: 'earshot', server: house, rounds: [] });
    const hello = await startServer({ program: 'bench/kit/hello-world.ts' });
    contestants.push({ name: 'hello-world', server: hello, rounds: [] });
    print(
      `${machine(folder)}\n${ROUNDS} rounds of ${TURNS} turns on ${CONNECTIONS} connections, and one to warm up.\n`,
    );
    await measure(contestants);
    report(contestants, readLedger(folder));
  } finally {
    await Promise.all(contestants.map(({ server }) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** By turns, so that whatever else the machine does meets both. */
async function measure(contestants: readonly Contestant[]): Promise<void> {
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { name, server, rounds } of contestants) {
      const done = await runRound({
        url: server.url,
        connections: CONNECTIONS,
        turns: TURNS,
        name: `${name}-${round}`,
      });
      rounds.push(done);
      print(`${round === 0 ? 'warm-up' : `round ${round}`}  ${name.padEnd(11)} ${figures(done)}`);
    }
  }
}

function report([house, hello]: readonly Contestant[], ledger: Ledger): void {
  if (!house || !hello) return;
  const pairs = house.rounds.slice(1).map((round, at) => perSecond(round) / perSecond(hello.rounds[at + 1] ?? round));
  const [ratio, ours, theirs] = [median(pairs), p99(house), p99(hello)];
  print('\nMedians of the rounds:');
  for (const one of [house, hello]) {
    const speed = median(one.rounds.slice(1).map(perSecond));
    print(`  ${one.name.padEnd(11)} ${speed.toFixed(0).padStart(5)} turns/s   p99 ${p99(one).toFixed(1)} ms`);
  }
  const range = `${Math.min(...pairs).toFixed(2)} to ${Math.max(...pairs).toFixed(2)}`;
  print(`  throughput ratio ${ratio.toFixed(2)} (${range}; aim: at least ${AIM.ratio})`);
  // The aim is stated for a machine on which the hello-world has 15 ms.
  const scaled = AIM.p99 * (theirs / AIM.helloP99);
  print(
    `  p99 ${ours.toFixed(1)} ms where hello-world has ${theirs.toFixed(1)} (aim, in proportion: ${scaled.toFixed(1)})\n`,
  );
  check(house, hello, ledger);
  print(ratio >= AIM.ratio && ours <= scaled ? 'The aim is met.' : 'The aim is missed.');
}

/** Figures of wrong answers are worth nothing: the program fails on the first that is. */
function check(house: Contestant, hello: Contestant, ledger: Ledger): void {
  const wrong = [house, hello].flatMap(({ name, rounds }) =>
    rounds.flatMap((one) => one.wrong.map((w) => `${name}: ${w}`)),
  );
  const answered = house.rounds.reduce((sum, round) => sum + round.answered, 0);
  const asked = TURNS * (ROUNDS + 1);
  print(`${answered} of ${asked} turns answered aloud; ${ledger.facts} facts and ${ledger.answers} answers committed,`);
  print(`${ledger.conversations} conversations, ${ledger.placed} orders placed, ${ledger.troubled} turns in trouble.`);
  const logged = house.server.log().split('\n').filter(Boolean);
  if (logged.length > 0) print(`${logged.length} warnings logged, the first: ${logged[0]}`);
  const agrees = ledger.facts === asked && ledger.answers === asked && answered === asked;
  if (wrong.length === 0 && agrees && ledger.troubled === 0) return;
  print(`WRONG: ${wrong.join('\n') || 'the counts do not agree'}`);
  process.exitCode = 1;
}

function perSecond({ latencies, milliseconds }: Round): number {
  return (latencies.length / milliseconds) * 1_000;
}

/** The median of the rounds' own, so that one disturbed round does not decide. */
function p99({ rounds }: Contestant): number {
  return median(rounds.slice(1).map(({ latencies }) => quantile(latencies, 0.99)));
}

function figures(round: Round): string {
  const at = (share: number) => quantile(round.latencies, share).toFixed(1).padStart(5);
  return `${perSecond(round).toFixed(0).padStart(5)} turns/s   p50 ${at(0.5)}  p99 ${at(0.99)}  max ${at(1)} ms`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`);
  process.exitCode = 1;
});
