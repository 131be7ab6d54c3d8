/** However saying, changing, taking back and delivering follow each other, the shopper ends up with what stands, and nothing else. */

import fc from 'fast-check';
import { MONDAY } from '../kit/house';
import { createChangingBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';
import { createWriter, settle } from '../kit/writer';

const telegram = createChangingBox();
const at = useHouse({ at: MONDAY, staffed: true, channels: [telegram] });

type Step =
  | { readonly kind: 'says' }
  | { readonly kind: 'changes' | 'takesBack'; readonly which: number }
  | { readonly kind: 'delivers'; readonly fails: boolean }
  | { readonly kind: 'writes' };

const which = fc.nat({ max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'says' }) },
  { weight: 3, arbitrary: which.map((one): Step => ({ kind: 'changes', which: one })) },
  { weight: 2, arbitrary: which.map((one): Step => ({ kind: 'takesBack', which: one })) },
  { weight: 3, arbitrary: fc.boolean().map((fails): Step => ({ kind: 'delivers', fails })) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'writes' }) },
);

/** What stands in the shopper's app: what was sent, as it was changed since, without what was taken away. */
function shown(): readonly string[] {
  const there = new Map<string, string>();
  for (const { id, text, by } of telegram.sent) if (by === 'person') there.set(`ref-${id}`, text);
  for (const { ref, to } of telegram.changes) {
    if (to === null) there.delete(ref);
    else there.set(ref, to);
  }
  return [...there.values()];
}

let shoppers = 0;

async function anyWay(steps: readonly Step[]): Promise<void> {
  for (const list of [telegram.sent, telegram.changes, telegram.fates]) list.splice(0);
  shoppers += 1;
  const writer = createWriter(at.house, telegram, `7041${shoppers}`);
  await writer.writes('I want to talk to a person');
  const marta = at.agent();
  const about = await marta.newest();
  const stands = new Map<string, string | null>();
  let count = 0;
  const change = async (one: number, to: string | null) => {
    const of = [...stands.keys()][one];
    if (of === undefined || stands.get(of) === null) return;
    await marta.changes(to, about, of);
    stands.set(of, to);
  };
  /** Nothing leaves that does not stand at that moment. */
  async function delivered(run: () => Promise<unknown>): Promise<void> {
    const [sent, changes] = [telegram.sent.length, telegram.changes.length];
    await run();
    const left = telegram.sent.slice(sent).filter(({ by }) => by === 'person');
    for (const { text } of left) expect([...stands.values()]).toContain(text);
    for (const { to } of telegram.changes.slice(changes)) expect([...stands.values()]).toContain(to);
  }
  for (const one of steps) {
    count += 1;
    if (one.kind === 'says') {
      await marta.says(`words ${count}`, about);
      stands.set(marta.said(), `words ${count}`);
    } else if (one.kind === 'changes') await change(one.which, `other words ${count}`);
    else if (one.kind === 'takesBack') await change(one.which, null);
    else if (one.kind === 'writes') await writer.posts('still there?');
    else if (one.kind === 'delivers') {
      if (one.fails) telegram.fates.push({ kind: 'later', why: 'busy' });
      await delivered(() => at.house.outgoing.round());
    }
  }
  telegram.fates.splice(0);
  at.house.clock.advance(3_600_000);
  await delivered(() => settle(at.house));
  const left = [...stands.values()].filter((text) => text !== null);
  expect([...shown()].sort()).toEqual([...left].sort());
  const { memory } = (await at.house.store.conversations.load(writer.conversationId)) ?? {};
  for (const { text } of memory?.unread ?? []) expect(left).toContain(text);
  const lines = await at.house.store.conversations.since(writer.conversationId, null, 100);
  const told = lines.filter(({ by, show }) => by === 'person' && show?.of === undefined && show?.changed !== 'deleted');
  expect(told.map(({ text }) => text).sort()).toEqual([...left].sort());
}

test('what stands is what is shown, wherever it was when it was changed', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), anyWay), { numRuns: 25 });
});
