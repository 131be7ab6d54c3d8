/** What every store must tell a desk of its queue: a page at a time in one order, counted, and what moved in it. */

import type { HandOff } from '../../lambda/services/hand-off/hand-offs';
import type { QueueGroup, QueuePlace } from '../../lambda/services/hand-off/queue';
import type { Store } from '../../lambda/services/store';
import type { Fresh, StoreUnderTest } from './store';
import { handOffOf, keep } from './store-hand-offs';
import { commitOf, NOW, packetOf } from './store-samples';

const HOUR = 3_600_000;
const MARTA = { id: 'marta', name: 'Marta' };
const LUCA = { id: 'luca', name: 'Luca' };
const VIEW = { agentId: 'marta', endedSince: NOW - 1 };
const OVER = { state: 'completed', waitingSince: null } as const;

/** Answers the page after the one that ended there. */
async function pageOf({ queue }: Store, group: QueueGroup, limit: number, after: QueuePlace | null = null) {
  const { items, next } = await queue.page({ ...VIEW, group, after, limit });
  return { ids: items.map(({ handOff }) => handOff.id), next };
}

async function allOf(store: Store, group: QueueGroup, size: number): Promise<readonly string[]> {
  const all: string[] = [];
  for (let after: QueuePlace | null = null; ; ) {
    const { ids, next } = await pageOf(store, group, size, after);
    all.push(...ids);
    if (!next) return all;
    after = next;
  }
}

async function keepAll(under: StoreUnderTest, all: readonly HandOff[]): Promise<void> {
  for (const one of all) await keep(under, one);
}

export function queueContract(fresh: Fresh): void {
  describe('the queue', () => {
    orderContract(fresh);
    pageContract(fresh);
    itemContract(fresh);
    changeContract(fresh);
    asideContract(fresh);
  });
}

function asideContract(fresh: Fresh): void {
  it('tells what is set aside until something happens in it, and which calls are still to be made', async () => {
    const under = await fresh();
    const { store, second } = under;
    const call = handOffOf('call', { wish: 'call-back', createdAt: NOW + 1 });
    await keepAll(under, [call, handOffOf('rest'), handOffOf('other'), handOffOf('over', { ...OVER, endedAt: NOW })]);
    expect(await store.marks.snooze('rest', NOW + HOUR)).toBe(true);
    expect(await store.marks.snooze('over', NOW + HOUR)).toBe(false);
    expect(await store.marks.called('gone', NOW)).toBe(false);
    expect(await second.marks.aside(NOW, 9)).toEqual(['rest', 'call']);
    expect(await second.marks.aside(NOW + HOUR, 9)).toEqual(['call']);
    expect((await second.marks.of(['rest', 'call'])).get('rest')).toMatchObject({ snoozedUntil: NOW + HOUR });
    await keep(under, handOffOf('rest'));
    expect(await store.marks.called('call', NOW + 5)).toBe(true);
    await keep(under, { ...call, agent: MARTA });
    expect(await second.marks.aside(NOW, 9)).toEqual([]);
    expect((await second.marks.of(['call', 'rest'])).get('call')).toMatchObject({ calledAt: NOW + 5 });
  });
}

const MIXED: readonly HandOff[] = [
  handOffOf('answered', { state: 'accepted', agent: MARTA, waitingSince: null }),
  handOffOf('mine', { state: 'accepted', agent: MARTA, waitingSince: NOW + 30 }),
  handOffOf('new', { state: 'pending', waitingSince: NOW + 20 }),
  handOffOf('theirs', { state: 'accepted', agent: LUCA, waitingSince: NOW + 5 }),
  handOffOf('quiet', { waitingSince: null }),
  handOffOf('over', { ...OVER, agent: MARTA, endedAt: NOW }),
  handOffOf('failed', { state: 'failed', endedAt: NOW + 1, waitingSince: NOW }),
  handOffOf('long over', { ...OVER, endedAt: NOW - HOUR }),
  handOffOf('oldest', { waitingSince: NOW + 10 }),
];

function orderContract(fresh: Fresh): void {
  it('is by who has it, with who waits longest first, and those that ended lately', async () => {
    const under = await fresh();
    await keepAll(under, MIXED);
    const { second } = under;
    expect(await allOf(second, 'mine', 9)).toEqual(['mine', 'answered']);
    expect(await allOf(second, 'free', 9)).toEqual(['oldest', 'new', 'quiet']);
    expect(await allOf(second, 'others', 9)).toEqual(['theirs']);
    expect(await allOf(second, 'ended', 9)).toEqual(['failed', 'over']);
    expect(await second.queue.counts(VIEW)).toEqual({ mine: 2, mineWaiting: 1, free: 3, others: 1, ended: 2 });
    expect(await second.queue.waiting()).toBe(4);
  });

  it('is empty where nothing was handed over', async () => {
    const { store } = await fresh();
    expect(await allOf(store, 'free', 9)).toEqual([]);
    expect(await store.queue.counts(VIEW)).toEqual({ mine: 0, mineWaiting: 0, free: 0, others: 0, ended: 0 });
    expect(await store.queue.waiting()).toBe(0);
  });
}

function pageContract(fresh: Fresh): void {
  it.each([1, 2, 5])('comes whole in pages of %d, also where many have waited equally long', async (size) => {
    const under = await fresh();
    const names = ['e', 'b', 'd', 'a', 'c'];
    await keepAll(
      under,
      names.flatMap((name) => [
        handOffOf(`free ${name}`),
        handOffOf(`quiet ${name}`, { waitingSince: null }),
        handOffOf(`over ${name}`, { ...OVER, endedAt: NOW }),
      ]),
    );
    const inOrder = (what: string) => [...names].sort().map((name) => `${what} ${name}`);
    expect(await allOf(under.second, 'free', size)).toEqual([...inOrder('free'), ...inOrder('quiet')]);
    expect(await allOf(under.second, 'ended', size)).toEqual(inOrder('over').reverse());
  });

  it('goes on where it was, whatever became of the one it ended with', async () => {
    const under = await fresh();
    const { store } = under;
    const all = [1, 2, 3, 4, 5].map((n) => handOffOf(`h${n}`, { waitingSince: NOW + n }));
    await keepAll(under, all);
    const first = await pageOf(store, 'free', 2);
    expect(first.ids).toEqual(['h1', 'h2']);
    await keep(under, handOffOf('h2', { state: 'accepted', agent: LUCA, waitingSince: NOW + 2 }));
    await keep(under, handOffOf('h0', { waitingSince: NOW }));
    const second = await pageOf(store, 'free', 2, first.next);
    expect(second.ids).toEqual(['h3', 'h4']);
    await store.privacy.erase(['h4'], null);
    expect(await pageOf(store, 'free', 2, second.next)).toEqual({ ids: ['h5'], next: null });
  });

  it('has no page of nothing', async () => {
    const under = await fresh();
    await keepAll(under, MIXED);
    expect((await pageOf(under.store, 'free', 0)).ids).toEqual([]);
    expect((await pageOf(under.store, 'free', -1)).ids).toEqual([]);
  });
}

function itemContract(fresh: Fresh): void {
  it('shows with each its packet, and when the shopper was last heard', async () => {
    const under = await fresh();
    const { store, second } = under;
    await store.conversations.commit(
      commitOf('h', 0, { handOff: handOffOf('h'), packet: packetOf('h', NOW), history: lines('shopper', 'bot') }),
    );
    await store.conversations.commit(commitOf('h', 1, { history: lines('shopper', 'person', 'bot') }));
    await store.conversations.commit(commitOf('h', 2, { history: lines('person') }));
    await keep(under, handOffOf('bare', { waitingSince: NOW + 1, createdAt: NOW + 50 }));
    const { items } = await second.queue.page({ ...VIEW, group: 'free', after: null, limit: 9 });
    const spoken = { at: NOW + 200, by: 'person', channel: 'web', text: 'x', version: 3, line: 0 };
    const asked = { at: NOW, by: 'shopper', channel: 'alexa', text: 'asks 1', version: 1, line: 0 };
    expect(items).toEqual([
      { handOff: handOffOf('h'), packet: packetOf('h', NOW), heardAt: NOW + 100, hasPhoto: false, last: spoken },
      {
        handOff: handOffOf('bare', { waitingSince: NOW + 1, createdAt: NOW + 50 }),
        packet: null,
        heardAt: NOW + 50,
        hasPhoto: false,
        last: asked,
      },
    ]);
    expect(await second.queue.items(['h', 'nobody'], NOW)).toEqual([items[0]]);
  });

  it('has no item of what was over before', async () => {
    const under = await fresh();
    await keepAll(under, MIXED);
    const items = await under.second.queue.items(
      MIXED.map(({ id }) => id),
      NOW - 1,
    );
    const ids = items.map(({ handOff }) => handOff.id).sort();
    expect(ids).toEqual(
      MIXED.map(({ id }) => id)
        .filter((id) => id !== 'long over')
        .sort(),
    );
    expect(await under.second.queue.items([], NOW)).toEqual([]);
  });
}

/** Said one after the other; the version is in none of them, so the last `shopper` is at NOW + 100. */
function lines(...by: readonly ('shopper' | 'bot' | 'person')[]) {
  return by.map((one) => ({ at: NOW + (one === 'shopper' ? 100 : 200), by: one, channel: 'web', text: 'x' }) as const);
}

function changeContract(fresh: Fresh): void {
  it('tells which were written to since, by whichever server, and which there still are', async () => {
    const under = await fresh();
    const { store, second, clock } = under;
    await keepAll(under, [handOffOf('h1'), handOffOf('h2')]);
    await store.conversations.commit(commitOf('without', 0));
    clock.now += HOUR;
    expect(await second.queue.movedSince(clock.now)).toEqual([]);
    await store.conversations.commit(commitOf('h1', 1));
    await store.conversations.commit(commitOf('h1', 2));
    await store.conversations.commit(commitOf('without', 1));
    expect(await second.queue.movedSince(clock.now)).toEqual([{ id: 'h1', version: 3 }]);
    expect(await second.queue.movedIn(['h2', 'without', 'nobody'])).toEqual([{ id: 'h2', version: 1 }]);
    expect(await second.queue.movedIn([])).toEqual([]);
    await store.privacy.erase(['h1'], null);
    expect(await second.queue.known(['h1', 'h2'])).toEqual(['h2']);
    expect(await second.queue.movedSince(clock.now)).toEqual([]);
  });
}
