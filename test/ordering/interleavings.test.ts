import fc from 'fast-check';
import { mass } from '../kit/masses';
import { told } from './rush';
import { type Happened, happen, type Scene, scene } from './rush-scene';
import { count, holdsTrue } from './rush-truths';

const RUNS = mass(150, 10_000);

test(`${RUNS} interleavings lose no order and double none`, async () => {
  const seen = { placed: 0, latePlaced: 0, lateRefused: 0, unknown: 0 };
  const check = async (one: Scene) => {
    const happened = await happen(one);
    await holdsTrue(happened).catch((error) => Promise.reject(new Error(`${story(happened)}\n${error}`)));
    for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += count(happened, `Purchase.${key}`);
  };
  await fc.assert(fc.asyncProperty(scene, check), { numRuns: RUNS });
  // All of it was lived through, and often.
  for (const often of Object.values(seen)) expect(often).toBeGreaterThan(RUNS / 200);
});

function story({ rush, actions, answers, later }: Happened): string {
  const said = [...answers, ...later].map((answer, at) => `${actions[at] ?? 'visit'}: ${JSON.stringify(told(answer))}`);
  return [rush.lanes.trace.join(', '), ...said].join('\n');
}
