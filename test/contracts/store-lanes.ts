/** What must hold of the outbox whatever fails: each item is done once, in the order of its lane. */

import fc from 'fast-check';
import type { Fresh, StoreUnderTest } from './store';
import { item, MINUTE, send } from './store-outbox';
import { NOW } from './store-samples';

/** `crash`: the worker is gone before it marks. `slow`: it marks when its lease is over. */
type Fate = 'done' | 'later' | 'dead' | 'crash' | 'slow' | 'handBack';
const FATES: readonly Fate[] = ['done', 'later', 'dead', 'crash', 'slow', 'handBack'];

const RUNS = 8;
const LANES = 3;
const PER_LANE = 4;
const MOST_ROUNDS = 200;

export function laneContract(fresh: Fresh): void {
  describe('lanes', () => {
    it('stay in order under any failures, with two workers, and nothing is lost or done twice', async () => {
      const under = await fresh();
      let run = 0;
      const property = fc.asyncProperty(fc.infiniteStream(fc.constantFrom(...FATES)), async (fates) => {
        const name = `run${++run}`;
        const done = await deliver(under, name, fates);
        const expected = Array.from({ length: LANES }, (_, lane) =>
          Array.from({ length: PER_LANE }, (_, at) => `${name}-${lane}-${at}`),
        );
        const byLane = expected.map((_, lane) => done.filter((id) => id.startsWith(`${name}-${lane}-`)));
        expect(byLane).toEqual(expected);
      });
      await fc.assert(property, { numRuns: RUNS });
    });
  });
}

/** Answers what was settled, in the order it was. */
async function deliver(under: StoreUnderTest, name: string, fates: Iterator<Fate>): Promise<string[]> {
  const { store, second } = under;
  for (let at = 0; at < PER_LANE; at += 1) {
    const turns = Array.from({ length: LANES }, (_, lane) =>
      send(store, `${name}-${lane}`, [item(`${name}-${lane}-${at}`)]),
    );
    await Promise.all(turns);
  }
  const settled: string[] = [];
  const late: (() => Promise<void>)[] = [];
  let now = NOW;
  for (let round = 0; settled.length < LANES * PER_LANE; round += 1) {
    if (round === MOST_ROUNDS) throw new Error('it never ends');
    now += MINUTE;
    const { clock } = under;
    clock.now = now;
    for (const mark of late.splice(0)) await mark();
    // So that every run ends: after a while all goes well.
    const fateOf = (): Fate => (round < 30 ? (fates.next().value as Fate) : 'done');
    await Promise.all(
      [store, second].map((handle, at) => work(handle, { owner: `w${at}.${round}`, now, fateOf, settled, late })),
    );
  }
  return settled;
}

type Working = {
  readonly owner: string;
  readonly now: number;
  readonly fateOf: () => Fate;
  readonly settled: string[];
  readonly late: (() => Promise<void>)[];
};

async function work(
  { outbox }: StoreUnderTest['store'],
  { owner, now, fateOf, settled, late }: Working,
): Promise<void> {
  const items = await outbox.lease({ owner, now, until: now + MINUTE, limit: 2 });
  for (const { id } of items) {
    const fate = fateOf();
    const settle = async (kind: 'done' | 'dead') => {
      if (await outbox.mark(id, owner, kind === 'done' ? { kind } : { kind, why: 'so' }, now)) settled.push(id);
    };
    if (fate === 'done' || fate === 'dead') await settle(fate);
    else if (fate === 'later') await outbox.mark(id, owner, { kind: 'later', why: 'so' }, now + 2 * MINUTE);
    else if (fate === 'handBack') await outbox.handBack(owner);
    else if (fate === 'slow') late.push(() => settle('done'));
  }
}
