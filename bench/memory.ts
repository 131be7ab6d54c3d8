/** Does a server's memory grow? After 100 000 turns, beside a bare hello-world's. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Memory, type Server, startServer } from './kit/child';
import { runRound } from './kit/load';
import { machine } from './kit/machine';
import { fail, print, run } from './kit/print';

const { values } = parseArgs({
  options: { turns: { type: 'string', default: '100000' }, connections: { type: 'string', default: '32' } },
});
const TURNS = Number(values.turns);
const LOOKS = 10;
const MB = 1024 * 1024;

type Seen = Memory & { readonly turns: number };

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-memory-'));
  const nodeArgs = ['--expose-gc'];
  const house = await startServer({ program: 'lambda/server.ts', env: { EARSHOT_DATA: folder }, nodeArgs });
  const hello = await startServer({ program: 'bench/kit/hello-world.ts', nodeArgs });
  try {
    print(`${machine(folder)}\n${TURNS} turns on ${values.connections} connections; after a collection every tenth:\n`);
    for (const [name, server] of Object.entries({ earshot: house, 'hello-world': hello }))
      tell(name, await grow(server));
  } finally {
    await Promise.all([house.stop(), hello.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function grow(server: Server): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (let look = 1; look <= LOOKS; look += 1) {
    const load = { url: server.url, connections: Number(values.connections), turns: TURNS / LOOKS };
    const { wrong } = await runRound({ ...load, name: `memory-${look}` });
    if (wrong.length > 0) fail(wrong.join('\n'));
    seen.push({ turns: (look * TURNS) / LOOKS, ...(await server.memory()) });
  }
  return seen;
}

function tell(name: string, seen: readonly Seen[]): void {
  print(`${name}`);
  for (const { turns, rss, heap, external } of seen) {
    const parts = [
      `heap ${(heap / MB).toFixed(1)}`,
      `external ${(external / MB).toFixed(1)}`,
      `in all ${(rss / MB).toFixed(0)}`,
    ];
    print(`  after ${String(turns).padStart(7)} turns  ${parts.join('   ')} MB`);
  }
  const later = seen.slice(LOOKS / 2 - 1);
  print(`  in the second half: heap ${slope(later, 'heap')}, in all ${slope(later, 'rss')} bytes a turn\n`);
}

/** Bytes a turn, by least squares. */
function slope(seen: readonly Seen[], what: 'heap' | 'rss'): string {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(seen.map(({ turns }) => turns)), mean(seen.map((one) => one[what]))];
  const over = seen.reduce((sum, one) => sum + (one.turns - x) * (one[what] - y), 0);
  return (over / seen.reduce((sum, { turns }) => sum + (turns - x) ** 2, 0)).toFixed(1);
}

run(main);
