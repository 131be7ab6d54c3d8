/** A long queue at the desk: a page at a time, nothing twice and nothing lost, and as few statements for many as for few. */

import Database from 'libsql';
import type { Queue, QueueChange, QueuePage } from '../../lambda/desk/protocol';
import type { HandOff } from '../../lambda/services/hand-off/hand-offs';
import type { QueuePlace } from '../../lambda/services/hand-off/queue';
import { handOffOf } from '../contracts/store-hand-offs';
import { commitOf, NOW, packetOf } from '../contracts/store-samples';
import { useHouse } from '../kit/use-house';
import { type DeskServer, deskOfMarta, type Sitting } from './desk-server';

const at = useHouse();
let server: DeskServer;
let marta: Sitting;

beforeEach(async () => {
  ({ server, marta } = await deskOfMarta(at.house));
});
afterEach(() => server.close());

/** So many hand-offs, each with its packet and a few lines, the oldest first. */
async function handOver(count: number, over: Partial<HandOff> = {}, name = 'h'): Promise<void> {
  const one = (n: number) => {
    const id = `${name}-${String(n).padStart(4, '0')}`;
    const handOff = handOffOf(id, { createdAt: NOW + n, waitingSince: NOW + n, ...over });
    return at.house.store.conversations.commit(commitOf(id, 0, { handOff, packet: packetOf(id, NOW + n) }));
  };
  await Promise.all(Array.from({ length: count }, (_, n) => one(n)));
}

const read = async <T>(path: string) => (await (await marta.ask(path)).json()) as T;
const nextOf = (group: string, next: QueuePlace | null) =>
  read<QueuePage>(`/queue/page?group=${group}&after=${next?.turn}.${next?.createdAt}.${next?.id}`);

/** How many statements are run meanwhile. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const statement = Object.getPrototypeOf(new Database(':memory:').prepare('select 1'));
  const spies = (['all', 'get', 'run'] as const).map((way) => jest.spyOn(statement, way));
  await work();
  const count = spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  return count;
}

test('comes a page at a time, whole and in order, however many wait', async () => {
  await handOver(130);
  const { groups, counts } = await read<Queue>('/queue');
  expect(counts).toMatchObject({ free: 130, mine: 0, others: 0, ended: 0 });
  const pages = [groups.free];
  for (let next = groups.free.next; next; next = pages.at(-1)?.next ?? null) pages.push(await nextOf('free', next));
  expect(pages.map(({ entries }) => entries.length)).toEqual([50, 50, 30]);
  const ids = pages.flatMap(({ entries }) => entries.map(({ id }) => id));
  expect(ids).toEqual(Array.from({ length: 130 }, (_, n) => `h-${String(n).padStart(4, '0')}`));
});

test('is read anew as far as it was shown, and never without an end', async () => {
  await handOver(60);
  const shown = async (free: string) => (await read<Queue>(`/queue?free=${free}`)).groups.free.entries.length;
  expect(await shown('55')).toBe(55);
  for (const odd of ['0', '-1', '100000', 'x', '']) expect(await shown(odd)).toBe(50);
});

test('takes no more statements for many than for few', async () => {
  const ended = { state: 'completed', endedAt: at.house.clock.now(), waitingSince: null } as const;
  const counts = async () => {
    const whole = await statementsOf(() => marta.ask('/queue'));
    const { free } = (await read<Queue>('/queue')).groups;
    const ids = free.entries.slice(0, 32).map(({ id }) => id);
    return {
      whole,
      next: await statementsOf(() => nextOf('free', free.next)),
      some: await statementsOf(() => marta.ask(`/queue/some?ids=${ids.join(',')}`)),
    };
  };
  await handOver(120);
  await handOver(60, ended, 'over');
  const few = await counts();
  await handOver(150, {}, 'more');
  await handOver(150, ended, 'old');
  expect(await counts()).toEqual(few);
  expect(few.whole).toBeLessThan(30);
});

test('tells what has become of some of it, and of none that has left', async () => {
  await handOver(3);
  expect((await marta.takes('h-0001')).status).toBe(200);
  await at.house.store.privacy.erase(['h-0002'], null);
  const { entries, counts } = await read<QueueChange>('/queue/some?ids=h-0001,h-0002,nobody');
  expect(entries).toMatchObject([{ id: 'h-0001', agent: { name: 'Marta' } }]);
  expect(counts).toMatchObject({ free: 1, mine: 1, mineWaiting: 1 });
  expect(JSON.stringify(entries)).not.toContain('conversationId');
});

test('is for whoever works here, and for questions that make sense', async () => {
  const many = Array.from({ length: 101 }, (_, n) => n).join(',');
  for (const path of ['/queue/page?group=free&after=x', '/queue/page?group=all&after=1.1.h', `/queue/some?ids=${many}`])
    expect((await marta.ask(path)).status).toBe(400);
  for (const path of ['/queue/some', '/queue/some?ids=', '/queue/page?group=free&after=1&after=2'])
    expect((await marta.ask(path)).status).toBe(400);
  for (const path of ['/queue', '/queue/page?group=free&after=1.1.h', '/queue/some?ids=h'])
    expect((await fetch(`${server.url}/desk${path}`)).status).toBe(401);
});

test('is not read because somebody speaks: only what was spoken in is', async () => {
  await handOver(40);
  const leave = new AbortController();
  const { body } = await marta.ask('/stream', undefined, {}, leave.signal);
  const pieces = body?.[Symbol.asyncIterator]();
  const decoder = new TextDecoder();
  let heard = '';
  const until = async (what: string) => {
    while (!heard.includes(what)) heard += decoder.decode((await pieces?.next())?.value, { stream: true });
  };
  await until('ready');
  const { queue } = at.house.store;
  const pages = jest.spyOn(queue, 'page');
  const looked = jest.spyOn(queue, 'movedIn');
  await at.house.store.conversations.commit(commitOf('h-0007', 1));
  await at.house.store.conversations.commit(commitOf('somebody else', 0));
  await until('h-0007');
  expect(pages).not.toHaveBeenCalled();
  for (const [conversations] of looked.mock.calls) expect(conversations.length).toBeLessThanOrEqual(2);
  leave.abort();
});
