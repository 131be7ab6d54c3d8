/** Earlier lines of a conversation at the desk: every one that is kept, each once, a bounded page at a time, to whoever works here. */

import type { Detail } from '../../lambda/desk/protocol';
import type { EarlierLines } from '../../lambda/desk/protocol-lines';
import { handOffOf } from '../contracts/store-hand-offs';
import { commitOf, packetOf } from '../contracts/store-samples';
import { useHouse } from '../kit/use-house';
import { type DeskServer, deskOfMarta, knock, type Sitting } from './desk-server';

const at = useHouse({ isOnDisk: true });
let server: DeskServer;
let marta: Sitting;
beforeEach(async () => {
  ({ server, marta } = await deskOfMarta(at.house));
});
afterEach(() => server.close());

const LINES = 5_000;
const PER_TURN = 100;
const PHONE = '+39 347 123 4567';

async function talked(): Promise<void> {
  const { conversations } = at.house.store;
  const now = at.house.clock.now();
  const lineOf = (n: number) => {
    const words = n === 40 ? { text: 'on [phone]', asWritten: { kind: 'whole', text: `on ${PHONE}` } as const } : null;
    return { at: now + n, by: n % 2 ? 'bot' : 'shopper', channel: 'web', text: `line ${n}`, ...words } as const;
  };
  for (let version = 0; version * PER_TURN < LINES; version += 1) {
    const numbers = Array.from({ length: PER_TURN }, (_, n) => version * PER_TURN + n);
    const handOff = handOffOf('the case', { conversationId: 'c', createdAt: now, waitingSince: now });
    const begun = version === 0 ? { handOff, packet: packetOf('the case', now) } : {};
    const history = numbers.map(lineOf);
    await conversations.commit(commitOf('c', version, { history, ...begun }));
  }
}

const earlier = async (before: string) =>
  (await (await marta.ask(`/hand-offs/the%20case/lines?before=${before}`)).json()) as EarlierLines;

test('five thousand lines are reached, each once and in order, and no page reads more than its own', async () => {
  await talked();
  const { conversations } = at.house.store;
  const [before, since] = [jest.spyOn(conversations, 'before'), jest.spyOn(conversations, 'since')];
  const detail = (await (await marta.ask('/hand-offs/the%20case')).json()) as Detail;
  expect([detail.lines.length, detail.hasEarlier]).toEqual([300, true]);
  let { lines, hasEarlier } = detail as EarlierLines;
  let pages = 0;
  for (; hasEarlier; pages += 1) {
    const page = await earlier(lines[0]?.id ?? '');
    lines = [...page.lines, ...lines];
    ({ hasEarlier } = page);
  }
  expect(lines.map(({ text }) => text)).toEqual(
    Array.from({ length: LINES }, (_, n) => (n === 40 ? `on ${PHONE}` : `line ${n}`)),
  );
  expect(new Set(lines.map(({ id }) => id)).size).toBe(LINES);
  expect(pages).toBe(24);
  const limits = [...before.mock.calls, ...since.mock.calls].map(([, , limit]) => limit);
  expect(Math.max(...limits)).toBeLessThanOrEqual(301);
  expect(limits.length).toBeLessThanOrEqual(1 + 2 * pages);
});

test('a place that is none, a case that is none, and nobody who works here are refused', async () => {
  await talked();
  expect((await marta.ask('/hand-offs/the%20case/lines')).status).toBe(400);
  expect((await marta.ask("/hand-offs/the%20case/lines?before=1.0'--")).status).toBe(400);
  expect((await marta.ask('/hand-offs/another/lines?before=3.0')).status).toBe(404);
  expect((await knock(server, '/hand-offs/the%20case/lines?before=3.0')).status).toBe(401);
  expect(await earlier('1.0')).toEqual({ lines: [], hasEarlier: false });
});
