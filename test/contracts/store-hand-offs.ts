/** What every store must keep of hand-offs: packets, their states, the queue, and agents' notes. */

import type { HandOff } from '../../lambda/services/hand-off/hand-offs';
import type { Packet } from '../../lambda/services/hand-off/packet';
import type { Fresh, StoreUnderTest } from './store';
import { deskRecordContract } from './store-desk-records';
import { presenceContract } from './store-presences';
import { commitOf, NOW, own, packetOf } from './store-samples';
import { searchContract } from './store-search';

const HOUR = 3_600_000;

export function handOffOf(id: string, over: Partial<HandOff> = {}): HandOff {
  return {
    id,
    conversationId: id,
    reference: '12345678',
    reason: 'asked',
    wish: 'answer',
    locale: 'it-IT',
    state: 'initiated',
    agent: null,
    createdAt: NOW,
    acceptedAt: null,
    endedAt: null,
    done: null,
    topic: null,
    rating: null,
    call: null,
    waitingSince: NOW,
    ...over,
  };
}

export async function keep({ store }: Pick<StoreUnderTest, 'store'>, handOff: HandOff): Promise<void> {
  const version = (await store.conversations.load(handOff.conversationId))?.version ?? 0;
  const commit = commitOf(handOff.conversationId, version, { handOff });
  expect(await store.conversations.commit(commit)).toBe('committed');
}

export function handOffContract(fresh: Fresh): void {
  describe('packets', () => packetContract(fresh));
  describe('lines of the record', () => deskRecordContract(fresh));
  describe('hand-offs', () => {
    stateContract(fresh);
    deskContract(fresh);
    noteContract(fresh);
    searchContract(fresh);
    presenceContract(fresh);
  });
}

function packetContract(fresh: Fresh): void {
  it('are listed as they were written, newest first', async () => {
    const { store, second } = await fresh();
    const packets = [3, 1, 2].map((hour) => packetOf(`h${hour}`, NOW + hour * HOUR));
    await Promise.all(packets.map((packet, i) => store.conversations.commit(commitOf(`c${i}`, 0, { packet }))));
    expect((await second.handOffs.list(10)).map(({ id }) => id)).toEqual(['h3', 'h2', 'h1']);
    expect(await second.handOffs.list(1)).toEqual([packets[0]]);
    expect(await second.handOffs.list(0)).toEqual([]);
    expect(await second.handOffs.packet('h1')).toEqual(packets[1]);
    expect(await second.handOffs.packet('h9')).toBeNull();
  });

  it('are not written by a turn that lost', async () => {
    const { store } = await fresh();
    await store.conversations.commit(commitOf('c', 0));
    const late = {
      ...own('late'),
      packet: packetOf('h', NOW),
      handOff: handOffOf('h', { conversationId: 'c' }),
      outbox: [{ id: 'o', kind: 'hand-off', destination: 'desk', body: '' }] as const,
    };
    expect(await store.conversations.commit(commitOf('c', 0, late))).toBe('conflict');
    expect(await store.handOffs.list(10)).toEqual([]);
    expect(await store.handOffs.get('h')).toBeNull();
    expect(await store.conversations.commit(commitOf('c', 1, late))).toBe('committed');
  });

  it('of an earlier program are read with nothing known of what it did not write', async () => {
    const { store } = await fresh();
    const { about, wish, answerTo, shopper, ...rest } = packetOf('h', NOW);
    const { name, ...nameless } = shopper;
    const old = { ...rest, shopper: nameless } as unknown as Packet;
    await store.conversations.commit(commitOf('c', 0, { packet: old }));
    expect(await store.handOffs.packet('h')).toEqual(packetOf('h', NOW));
  });
}

function stateContract(fresh: Fresh): void {
  it('are kept with the turn, and are as the last turn left them', async () => {
    const { store, second } = await fresh();
    const begun = handOffOf('h', { conversationId: 'c' });
    await keep({ store }, begun);
    expect(await second.handOffs.get('h')).toEqual(begun);
    const taken: HandOff = {
      ...begun,
      state: 'accepted',
      agent: { id: 'a1', name: 'Marta' },
      acceptedAt: NOW + 1,
      waitingSince: null,
    };
    await keep({ store }, taken);
    expect(await second.handOffs.get('h')).toEqual(taken);
    const over: HandOff = { ...taken, state: 'completed', endedAt: NOW + 2, done: 'coupon', topic: 'a torn bag' };
    await keep({ store }, over);
    expect(await second.handOffs.get('h')).toEqual(over);
    await keep({ store }, { ...over, rating: 4 });
    await keep({ store }, handOffOf('h2', { state: 'completed', endedAt: NOW + 2, done: 'answered', rating: 5 }));
    expect(await second.handOffs.get('h')).toEqual({ ...over, rating: 4 });
    expect((await second.queue.figures(NOW)).rated).toEqual({ count: 2, mean: 4.5 });
    expect(await second.handOffs.get('x')).toBeNull();
  });

  it('are pending once a desk has them, and are found by its own id', async () => {
    const { store, second } = await fresh();
    await keep({ store }, handOffOf('h'));
    expect(await store.handOffs.refOf('h')).toBeNull();
    await store.handOffs.reached('h', 'chatwoot', '77');
    expect(await second.handOffs.get('h')).toMatchObject({ state: 'pending' });
    expect(await second.handOffs.refOf('h')).toBe('77');
    expect(await second.handOffs.byRef('chatwoot', '77')).toMatchObject({ id: 'h' });
    expect(await second.handOffs.byRef('other', '77')).toBeNull();
    expect(await second.handOffs.byRef('chatwoot', '78')).toBeNull();
  });

  it('never go back: not by a turn decided before the desk had them, nor by a desk that says so late', async () => {
    const { store } = await fresh();
    const begun = handOffOf('h');
    await keep({ store }, begun);
    await store.handOffs.reached('h', 'desk', 'r');
    await keep({ store }, { ...begun, waitingSince: NOW + 5 });
    expect(await store.handOffs.get('h')).toMatchObject({ state: 'pending', waitingSince: NOW + 5 });
    expect(await store.handOffs.refOf('h')).toBe('r');
    await keep({ store }, { ...begun, state: 'accepted', agent: { id: 'a1', name: 'Marta' } });
    await store.handOffs.reached('h', 'desk', 'r');
    expect(await store.handOffs.get('h')).toMatchObject({ state: 'accepted' });
  });
}

function deskContract(fresh: Fresh): void {
  it('are found by their conversations, and by the desk that has them', async () => {
    const under = await fresh();
    const { store, second } = under;
    const over = { state: 'completed', waitingSince: null } as const;
    await keep(under, handOffOf('open'));
    await keep(under, handOffOf('over', { ...over, endedAt: NOW }));
    await keep(under, handOffOf('long over', { ...over, endedAt: NOW - HOUR }));
    await keep(under, handOffOf('elsewhere'));
    expect((await second.handOffs.of(['open', 'over', 'nobody'])).map(({ id }) => id)).toEqual(['open', 'over']);
    expect(await second.handOffs.of([])).toEqual([]);
    for (const id of ['open', 'over', 'long over']) await store.handOffs.reached(id, 'chatwoot', `ref of ${id}`);
    await store.handOffs.reached('elsewhere', 'embedded', null);
    const at = await second.handOffs.at('chatwoot', NOW);
    expect([...at].sort((a, b) => (a.handOffId < b.handOffId ? -1 : 1))).toEqual([
      { handOffId: 'open', ref: 'ref of open', createdAt: NOW },
      { handOffId: 'over', ref: 'ref of over', createdAt: NOW },
    ]);
  });
}

function noteContract(fresh: Fresh): void {
  it('carry notes, each once, in order', async () => {
    const under = await fresh();
    const { store, second } = under;
    await keep(under, handOffOf('h'));
    const note = { id: 'n2', handOffId: 'h', at: NOW + 1, by: 'Marta', text: 'calls back' };
    await store.handOffs.addNote(note);
    await second.handOffs.addNote({ ...note, text: 'twice' });
    await store.handOffs.addNote({ ...note, id: 'n1', at: NOW });
    expect(await second.handOffs.notes('h')).toEqual([{ ...note, id: 'n1', at: NOW }, note]);
    expect(await second.handOffs.notes('x')).toEqual([]);
  });
}
