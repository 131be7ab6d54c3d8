/** What does a turn cost with a million stored conversations beside one with ten? Throughput and processor time, on SQLite. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Server, startServer } from './kit/child';
import { type Contestant, contest, perSecond, ratios } from './kit/contest';
import { fill } from './kit/fill';
import { median, runRound } from './kit/load';
import { machine } from './kit/machine';
import { fail, print, range, run } from './kit/print';

const { values } = parseArgs({
  options: {
    conversations: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    turns: { type: 'string', default: '3000' },
  },
});
const PLAN = { rounds: Number(values.rounds), turns: Number(values.turns), connections: 32 };
const FEW = 10;
const AIM = 1.2;

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'earshot-size-'));
  const servers: Record<string, Server> = {};
  try {
    print(machine(home));
    for (const [name, count] of [
      ['few', FEW],
      ['many', Number(values.conversations)],
    ] as const) {
      const folder = join(home, name);
      await begin(folder);
      const { seconds, bytes } = fill(folder, count);
      print(`${name}: ${count} conversations written in ${seconds.toFixed(0)} s, ${(bytes / 1e6).toFixed(0)} MB`);
      servers[name] = await startServer({ program: 'lambda/server.ts', env: { EARSHOT_DATA: folder } });
    }
    const [few, many] = await contest(servers, PLAN, print);
    if (few && many) tell(few, many);
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    rmSync(home, { recursive: true, force: true });
  }
}

/** The schema, and a conversation to be the pattern of the others. */
async function begin(folder: string): Promise<void> {
  const server = await startServer({ program: 'lambda/server.ts', env: { EARSHOT_DATA: folder } });
  const { wrong } = await runRound({ url: server.url, connections: 1, turns: 5, name: 'pattern' });
  await server.stop();
  if (wrong.length > 0) fail(wrong.join('\n'));
}

function tell(few: Contestant, many: Contestant): void {
  const cost = ratios(many, few, ({ processor }) => processor);
  const time = ratios(few, many, perSecond);
  print(
    `\nWith ${values.conversations} conversations a turn takes ${median(time).toFixed(2)} of the time (${range(time)})`,
  );
  print(
    `and ${median(cost).toFixed(2)} of the processor time (${range(cost)}) it takes with ${FEW}; aim: at most ${AIM}.`,
  );
  for (const { wrong } of [...few.rounds, ...many.rounds]) if (wrong.length > 0) fail(wrong.join('\n'));
}

run(main);
