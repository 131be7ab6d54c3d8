/** The embedded store under kill -9 and under a second process: what was acknowledged is there, once and whole. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import type { Store } from '../../../lambda/services/store';
import { mass } from '../../kit/masses';
import { bundledChild, type Start } from './child-process';
import { CONTENDED, VISITS } from './crash-child';

const KILLS = mass(6, 30);
const SEED = Math.trunc(Math.random() * 2 ** 31);

const folder = mkdtempSync(join(tmpdir(), 'earshot-crash-'));
let start: Start;

beforeAll(async () => {
  start = await bundledChild();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
describe('kill -9 in a stream of turns and orders', () => {
  it(`loses nothing acknowledged and leaves a sound file, ${KILLS} times`, async () => {
    const kills = killPoints(KILLS);
    const lanes = [0, 1, 2].map((lane) =>
      kills.map((killAfter, round) => ({ killAfter, round })).filter(({ round }) => round % 3 === lane),
    );
    const results = await Promise.all(lanes.map((lane, index) => rounds(join(folder, `stream-${index}.db`), lane)));
    const losses = results.flat().filter(({ lost, sound }) => lost.length > 0 || !sound);
    expect({ seed: SEED, losses }).toEqual({ seed: SEED, losses: [] });
    // The harness is not blind: there was something to lose every time.
    expect(results.flat().filter(({ acknowledged }) => acknowledged > 0)).toHaveLength(KILLS);
  });

  it('catches a store that acknowledges before its COMMIT', async () => {
    // Whether a kill comes between is chance: one that was caught is enough.
    let caught = false;
    for (const [round, killAfter] of killPoints(25).entries()) {
      if (caught) break;
      const file = join(folder, `early-${round}.db`);
      const child = await start({ place: file, task: 'too-early', name: 'e', killAfter });
      caught = (await lostOf(file, child)).length > 0;
    }
    expect({ seed: SEED, caught }).toEqual({ seed: SEED, caught: true });
  });
});

describe('processes on one file', () => {
  it('open it and leave it as they please, and lose and harm nothing', async () => {
    const file = join(folder, 'visited.db');
    const names = ['left', 'middle', 'right'];
    const visits = await Promise.all(names.map((name) => start({ place: file, task: 'visit', name })));
    const ids = names.flatMap((name) => Array.from({ length: VISITS }, (_, at) => `${name}-${at}`));
    expect(visits.flat()).toEqual(ids.map((id) => `visit ${id} committed`));
    const versions = await withStore(file, (store) =>
      Promise.all(ids.map(async (id) => (await store.conversations.load(id))?.version)),
    );
    expect(new Set(versions)).toEqual(new Set([1]));
    expect(isSound(file)).toBe(true);
  });

  it('open a new file at once, share it, and begin each order once', async () => {
    const file = join(folder, 'shared.db');
    const [left = [], right = []] = await Promise.all(
      ['left', 'right'].map((name) => start({ place: file, task: 'contend', name })),
    );
    const all = [...left, ...right];
    expect(all.filter((line) => line === 'done')).toHaveLength(2);
    expect(all.filter((line) => line === 'own committed')).toHaveLength(2 * CONTENDED);
    const begun = all.filter((line) => line.startsWith('begun '));
    expect(begun).toHaveLength(CONTENDED);
    expect(new Set(begun).size).toBe(CONTENDED);
    const shared = all.filter((line) => line.startsWith('shared ')).map((line) => Number(line.slice('shared '.length)));
    expect(shared.sort((a, b) => a - b)).toEqual(Array.from({ length: 2 * CONTENDED }, (_, index) => index + 1));
    expect(await withStore(file, (store) => store.conversations.load('shared'))).toMatchObject({
      version: 2 * CONTENDED,
    });
    expect(isSound(file)).toBe(true);
  });
});

type Round = { readonly round: number; readonly killAfter: number };

/** One after the other, each going on in the file the last one left. */
async function rounds(file: string, kills: readonly Round[]) {
  const results = [];
  for (const { round, killAfter } of kills) {
    const lines = await start({ place: file, task: 'stream', name: `r${round}`, killAfter });
    const lost = await lostOf(file, lines);
    results.push({ round, killAfter, lost, sound: isSound(file), acknowledged: lines.length - 1 });
  }
  return results;
}

/** After how many acknowledgements to kill; from the seed, so that a failure can be seen again. */
function killPoints(count: number): readonly number[] {
  let state = SEED;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return 2 + (state % 400);
  });
}

async function withStore<T>(file: string, run: (store: Store) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ file, now: () => 0 });
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}

/** The acknowledged lines the file knows nothing of. */
function lostOf(file: string, lines: readonly string[]): Promise<readonly string[]> {
  return withStore(file, async (store) => {
    const lost: string[] = [];
    for (const line of lines) if (!(await isKept(store, line))) lost.push(line);
    return lost;
  });
}

async function isKept({ conversations, attempts }: Store, line: string): Promise<boolean> {
  const [kind, id = '', version = ''] = line.split(' ');
  if (kind === 'begun') return (await attempts.get(id)) !== null;
  if (kind === 'placed') return (await attempts.get(id))?.state === 'placed';
  if (kind !== 'turn') return line === 'open';
  const stored = await conversations.load(id);
  const answer = await conversations.answerOf('alexa', `${id}/${Number(version) - 1}`);
  return (stored?.version ?? 0) >= Number(version) && answer !== null;
}

/** Intact, and every turn whole: as many answers, facts and pairs of lines as versions. */
function isSound(file: string): boolean {
  const db = new Database(file);
  const number = (sql: string) => Object.values(db.prepare(sql).all([])[0] as Record<string, number>)[0];
  const integrity = db.prepare('PRAGMA integrity_check').all([]) as { integrity_check: string }[];
  const turns = number('select sum(version) from conversation');
  const parts = ['select count(*) from answer', 'select count(*) from fact', 'select count(*) / 2.0 from history'].map(
    number,
  );
  db.close();
  return integrity[0]?.integrity_check === 'ok' && parts.every((part) => part === (turns ?? 0));
}
