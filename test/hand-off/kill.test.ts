/** Hand-offs under kill -9: whatever the process was doing, nothing acknowledged is lost, shown twice or out of order. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { bundled } from '../kit/bundle';
import { mass } from '../kit/masses';
import { type Arrival, type Life, MOMENTS, type Task } from './kill-child';
import { type Told, wrongWith } from './kill-truths';

const ROOT = join(__dirname, '..', '..');
const SEED = Math.trunc(Math.random() * 2 ** 31);
const LIVES = mass(4, 10);
/** Houses in one process, which are killed together, each at a moment of its own; and processes at a time. */
const HOUSES = 5;
const PROCESSES = mass(1, 2);
const KILLS = LIVES * HOUSES * PROCESSES;
/** No moment is later in a life than this. */
const LATEST = 5;
const START = Date.parse('2026-11-23T10:00:00Z');
/** Between two lives: what a dead worker had leased is free again. */
const BETWEEN_MS = 600_000;

const folder = mkdtempSync(join(tmpdir(), 'earshot-hand-off-kill-'));
let script = '';
const arrivals = new Map<string, Arrival[]>();
let parent: Server;

beforeAll(async () => {
  script = await bundled({ entry: join(__dirname, 'kill-child.ts') });
  parent = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const lane = arrivals.get(request.url ?? '') ?? [];
    lane.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as Arrival);
    arrivals.set(request.url ?? '', lane);
    response.end('{}');
  });
  parent.listen(0, '127.0.0.1');
  await once(parent, 'listening');
});
afterAll(() => {
  parent.closeAllConnections();
  parent.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A small generator, so that the printed seed repeats the same kills. */
function random(at: number, below: number): number {
  const mixed = Math.imul(SEED ^ Math.imul(at + 1, 0x9e3779b1), 0x85ebca6b);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % below;
}

type Kill = NonNullable<Life['killAt']>;

/** What children said before they were killed or ended, by house. */
async function lived(task: Task): Promise<readonly (readonly string[])[]> {
  const child = spawn(process.execPath, [script, JSON.stringify(task)], {
    env: { ...process.env, NODE_PATH: join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = task.lives.map((): string[] => []);
  createInterface({ input: child.stdout }).on('line', (line) => {
    const at = line.indexOf(' ');
    lines[Number(line.slice(0, at))]?.push(line.slice(at + 1));
  });
  const [code, signal] = await once(child, 'close');
  if (task.lives[0]?.killAt ? signal !== 'SIGKILL' : code !== 0) throw new Error(`ended with ${code ?? signal}`);
  return lines;
}

/** One life after the other on the same files, each going on where the one before was killed; then one that ends well. */
async function generations(name: string, kills: readonly (readonly Kill[])[], isDirect = false): Promise<Told[]> {
  const { port } = parent.address() as AddressInfo;
  const houses = kills.map((_, at) => ({ path: `/${name}-${at}`, folder: join(folder, `${name}-${at}`) }));
  const lines = houses.map((): string[] => []);
  const acked = (at: number) => lines[at]?.filter((line) => line.startsWith('acked ')).length ?? 0;
  const generation = async (round: number) => {
    const lives = houses.map(({ path, folder }, at): Life => {
      const killAt = kills[at]?.[round];
      const now = START + round * BETWEEN_MS;
      return { folder, url: `http://127.0.0.1:${port}${path}`, now, from: acked(at), ...(killAt ? { killAt } : {}) };
    });
    const said = await lived({ root: ROOT, lives, isDirect });
    said.forEach((more, at) => void lines[at]?.push(...more));
  };
  for (let round = 0; round <= (kills[0]?.length ?? 0); round += 1) await generation(round);
  return houses.map(({ path }, at) => ({
    acked: acked(at),
    lines: lines[at] ?? [],
    arrived: arrivals.get(path) ?? [],
  }));
}

/** Every house sees every moment, in another order. */
function killsOf(house: number): readonly Kill[] {
  return Array.from({ length: LIVES }, (_, life) => ({
    moment: MOMENTS[(house + life) % MOMENTS.length] ?? 'after commit',
    nth: 1 + random(house * LIVES + life, LATEST),
  }));
}

test(`after ${KILLS} kills nothing acknowledged is lost, shown twice or out of order`, async () => {
  const all = Array.from({ length: PROCESSES }, (_, process) =>
    generations(
      `process-${process}`,
      Array.from({ length: HOUSES }, (_, house) => killsOf(process * HOUSES + house)),
    ),
  );
  const told = (await Promise.all(all)).flat();
  expect({ seed: SEED, wrong: told.flatMap(wrongWith) }).toEqual({ seed: SEED, wrong: [] });
  const arrived = told.flatMap((one) => one.arrived);
  const copies = arrived.length - new Set(arrived.map(({ to, id }) => `${to} ${id}`)).size;
  const unknown =
    told
      .flatMap(({ lines }) => lines)
      .join()
      .split('"unknown"').length - 1;
  // The kills were felt: some things were sent again, and the fate of others is shown as unknown.
  expect(copies).toBeGreaterThan(0);
  expect(unknown).toBeGreaterThan(0);
});

test('without the outbox the same kills lose messages: the harness would see it', async () => {
  const kills = (['after commit', 'after commit', 'after harmless send'] as const).map((moment) => [
    { moment, nth: 1 },
    { moment, nth: 2 },
  ]);
  const told = await generations('direct', kills, true);
  expect(told.flatMap(wrongWith).filter((wrong) => wrong.startsWith('lost'))).not.toEqual([]);
});
