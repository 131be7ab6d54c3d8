/** Working a queue off: how it pauses, gives up, lets go and stops. */

import type { LeaseWish, Tried } from '../../lambda/services/queue/queues';
import type { WorkerNeeds } from '../../lambda/services/queue/rounds';
import { createWorker } from '../../lambda/services/queue/worker';

type Item = { readonly id: string; readonly tries: number };

const NOW = 1_000_000;
const SECOND = 1_000;
const LONGEST = 600 * SECOND;

/** A queue that notes what is asked of it. */
function queueOf(...items: readonly Item[]) {
  const waiting = [...items];
  const marks: { readonly id: string; readonly kind: Tried['kind']; readonly inMs: number }[] = [];
  const wishes: LeaseWish[] = [];
  const calls: string[] = [];
  return {
    ...{ marks, wishes, calls },
    queue: {
      async lease(wish: LeaseWish) {
        wishes.push(wish);
        return waiting.splice(0, wish.limit);
      },
      async mark(id: string, _owner: string, tried: Tried, dueAt: number) {
        calls.push(`mark ${id}`);
        marks.push({ id, kind: tried.kind, inMs: dueAt - NOW });
        return true;
      },
      async handBack(owner: string) {
        calls.push(`hand back ${owner}`);
      },
    },
  };
}

function worker(queue: ReturnType<typeof queueOf>, over: Partial<WorkerNeeds<Item>> = {}) {
  const errors: object[] = [];
  const log = { error: (what: object) => void errors.push(what) };
  const needs = { owner: 'w', now: () => NOW, chance: () => 1, log, handle: async () => ({ kind: 'done' }) as const };
  return { errors, ...createWorker<Item>({ ...needs, queue: queue.queue, ...over }) };
}
const later = (after?: number): Tried => ({ kind: 'later', why: 'busy', ...(after === undefined ? {} : { after }) });

test.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [9, 256],
  [10, 512],
  [11, 600],
  [120, 600],
])('after try %i it waits at most %i seconds', async (tries, seconds) => {
  const queue = queueOf({ id: 'a', tries });
  await worker(queue, { handle: async () => later() }).round();
  expect(queue.marks).toEqual([{ id: 'a', kind: 'later', inMs: seconds * SECOND }]);
});

test.each([0, 0.25, 0.999])('it waits any part of that, by chance: %d', async (chance) => {
  const queue = queueOf({ id: 'a', tries: 40 });
  await worker(queue, { handle: async () => later(), chance: () => chance }).round();
  expect(queue.marks[0]?.inMs).toBe(Math.round(LONGEST * chance));
});

test('it waits as long as the receiver wants, also beyond its own longest pause', async () => {
  const queue = queueOf({ id: 'a', tries: 1 }, { id: 'b', tries: 1 });
  const handle = async ({ id }: Item) => later(id === 'a' ? 5 : 3_600 * SECOND);
  await worker(queue, { handle }).round();
  expect(queue.marks.map(({ inMs }) => inMs)).toEqual([SECOND, 3_600 * SECOND]);
});

test('it gives up after about a day of trying, and tells of it', async () => {
  const queue = queueOf({ id: 'a', tries: 149 }, { id: 'b', tries: 150 });
  const told: string[] = [];
  const onTrouble = ({ id }: Item, { kind }: Tried) => void told.push(`${id} ${kind}`);
  await worker(queue, { handle: async () => later(), onTrouble }).round();
  expect(queue.marks.map(({ kind }) => kind)).toEqual(['later', 'dead']);
  expect(told).toEqual(['b dead']);
});

test('what breaks is tried again, and logged', async () => {
  const queue = queueOf({ id: 'a', tries: 1 });
  const broken = async () => {
    throw new Error('a mistake of ours');
  };
  const { round, errors } = worker(queue, { handle: broken });
  await round();
  expect(queue.marks).toMatchObject([{ kind: 'later' }]);
  expect(errors).toHaveLength(1);
});

test('trouble is told before it is marked, so that an end in between tells it again and never not at all', async () => {
  const queue = queueOf({ id: 'a', tries: 1 });
  const onTrouble = () => void queue.calls.push('told');
  await worker(queue, { handle: async () => ({ kind: 'dead', why: 'so' }), onTrouble }).round();
  expect(queue.calls).toEqual(['told', 'mark a']);
});

test('one that cannot be marked does not keep the others from being finished within the round', async () => {
  const queue = queueOf({ id: 'a', tries: 1 }, { id: 'b', tries: 1 });
  const { mark } = queue.queue;
  queue.queue.mark = async (id, ...rest) => {
    if (id === 'a') throw new Error('the store is gone');
    return mark(id, ...rest);
  };
  const handle = async ({ id }: Item): Promise<Tried> => {
    if (id === 'b') for (let turns = 0; turns < 5; turns += 1) await new Promise(setImmediate);
    return { kind: 'done' };
  };
  await expect(worker(queue, { handle }).round()).rejects.toThrow('the store is gone');
  expect(queue.marks.map(({ id }) => id)).toEqual(['b']);
});

test('its leases outlast a try and end by themselves', async () => {
  const queue = queueOf();
  await worker(queue, { rhythm: { lease: 40 * SECOND, look: 1 } }).round();
  expect(queue.wishes).toMatchObject([{ owner: 'w', now: NOW, until: NOW + 40 * SECOND }]);
});

test('told to stop, it finishes what it has begun and then hands back the rest', async () => {
  const queue = queueOf({ id: 'a', tries: 1 });
  let finish = () => {};
  const begun = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let isBegun = () => {};
  const working = new Promise<void>((resolve) => {
    isBegun = resolve;
  });
  const one = worker(queue, {
    rhythm: { lease: 30 * SECOND, look: 1 },
    handle: async () => {
      isBegun();
      await begun;
      return { kind: 'done' };
    },
  });
  one.start();
  await working;
  const stopped = one.stop();
  expect(queue.calls).toEqual([]);
  finish();
  await stopped;
  expect(queue.calls).toEqual(['mark a', 'hand back w']);
});

function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

test('what takes long keeps nothing else waiting, is not leased twice, and is finished before it stops', async () => {
  const queue = queueOf({ id: 'a', tries: 1 }, { id: 'b', tries: 1 });
  const { lease } = queue.queue;
  // Another lane's comes while the first is under way.
  queue.queue.lease = async (wish) => lease({ ...wish, limit: Math.min(wish.limit, 1) });
  const [long, other] = [gate(), gate()];
  const one = worker(queue, {
    rhythm: { lease: 30 * SECOND, look: 1 },
    async handle({ id }) {
      if (id === 'a') await long.passed;
      else other.open();
      return { kind: 'done' };
    },
  });
  one.start();
  await other.passed;
  const stopped = one.stop();
  await new Promise(setImmediate);
  expect(queue.calls).toEqual(['mark b']);
  long.open();
  await stopped;
  expect(queue.calls).toEqual(['mark b', 'mark a', 'hand back w']);
  expect(queue.wishes.slice(0, 2).map(({ limit }) => limit)).toEqual([1, 1]);
});

test('what is under way as long as its lease holds lets nothing else begin: it would be leased again', async () => {
  const queue = queueOf({ id: 'a', tries: 1 });
  let time = NOW;
  const [lookedOften, long] = [gate(), gate()];
  let looks = 0;
  const one = worker(queue, {
    now() {
      looks += 1;
      if (looks > 20) lookedOften.open();
      return time;
    },
    rhythm: { lease: 30 * SECOND, look: 1 },
    async handle() {
      time += 30 * SECOND;
      await long.passed;
      return { kind: 'done' };
    },
  });
  one.start();
  await lookedOften.passed;
  expect(queue.wishes).toHaveLength(1);
  long.open();
  await one.stop();
  expect(queue.marks).toMatchObject([{ id: 'a', kind: 'done' }]);
});

test('a queue that cannot be read is looked at again', async () => {
  const queue = queueOf({ id: 'a', tries: 1 });
  const { lease } = queue.queue;
  let fails = 1;
  queue.queue.lease = async (wish) => {
    if (fails-- > 0) throw new Error('the store is gone');
    return lease(wish);
  };
  let isDone = () => {};
  const done = new Promise<void>((resolve) => {
    isDone = resolve;
  });
  const one = worker(queue, {
    rhythm: { lease: SECOND, look: 1 },
    handle: async () => {
      isDone();
      return { kind: 'done' };
    },
  });
  one.start();
  await done;
  await one.stop();
  expect(queue.marks).toMatchObject([{ id: 'a', kind: 'done' }]);
  expect(one.errors).toHaveLength(1);
});
