/** What every store must do with what waits to be delivered. */

import type { OutboxItem } from '../../lambda/services/queue/item';
import type { Leased } from '../../lambda/services/queue/queues';
import type { Store } from '../../lambda/services/store';
import type { Fresh } from './store';
import { commitOf, NOW } from './store-samples';

export const MINUTE = 60_000;

export function item(id: string, over: Partial<OutboxItem> = {}): OutboxItem {
  return { id, kind: 'message', destination: 'email', body: `{"text":"${id}"}`, ...over };
}

/** Commits one turn after another, each with its items. */
export async function send(store: Store, conversation: string, ...turns: readonly (readonly OutboxItem[])[]) {
  const met = (await store.conversations.load(conversation))?.version ?? 0;
  for (const [at, outbox] of turns.entries()) {
    expect(await store.conversations.commit(commitOf(conversation, met + at, { outbox }))).toBe('committed');
  }
}

export const wish = (owner: string, now = NOW, limit = 10) => ({ owner, now, until: now + MINUTE, limit });
export const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).sort();

export function outboxContract(fresh: Fresh): void {
  describe('the outbox', () => {
    leaseContract(fresh);
    markContract(fresh);
    orderContract(fresh);
    watchContract(fresh);
  });
}

function leaseContract(fresh: Fresh): void {
  it('gives out what a turn committed, with all that is needed to deliver it', async () => {
    const { store, second } = await fresh();
    await send(store, 'c', [item('a', { kind: 'hand-off', destination: 'desk' })]);
    expect(await second.outbox.lease(wish('w'))).toEqual([
      {
        id: 'a',
        lane: expect.any(String),
        conversationId: 'c',
        destination: 'desk',
        kind: 'hand-off',
        body: '{"text":"a"}',
        createdAt: NOW,
        tries: 1,
        mayBeDone: false,
      },
    ]);
  });

  it('gives an item to one worker only, until the lease runs out', async () => {
    const { store, second } = await fresh();
    await send(store, 'c', [item('a')]);
    expect(await store.outbox.lease(wish('w'))).toHaveLength(1);
    expect(await second.outbox.lease(wish('v'))).toEqual([]);
    expect(await second.outbox.lease(wish('v', NOW + MINUTE - 1))).toEqual([]);
    expect(await second.outbox.lease(wish('v', NOW + MINUTE))).toMatchObject([{ id: 'a', tries: 2, mayBeDone: true }]);
  });

  it('never gives one item to two workers who ask at once', async () => {
    const { store, second } = await fresh();
    const turns = Array.from({ length: 40 }, (_, i) => send(store, `c${i}`, [item(`i${i}`)]));
    await Promise.all(turns);
    const leased = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? store : second).outbox.lease(wish(`w${i}`, NOW, 5))),
    );
    const ids = idsOf(leased.flat());
    expect(new Set(ids).size).toBe(ids.length);
    const rest: Leased[] = [];
    for (let more = await store.outbox.lease(wish('r')); more.length > 0; more = await store.outbox.lease(wish('r'))) {
      rest.push(...more);
    }
    expect(new Set([...ids, ...idsOf(rest)]).size).toBe(40);
    expect(ids.length + rest.length).toBe(40);
  });

  it('gives no more than is wished for', async () => {
    const { store } = await fresh();
    await Promise.all(['a', 'b', 'c'].map((id) => send(store, id, [item(id)])));
    expect(await store.outbox.lease(wish('w', NOW, 2))).toHaveLength(2);
    expect(await store.outbox.lease(wish('w', NOW, 0))).toEqual([]);
    expect(await store.outbox.lease(wish('w', NOW, -1))).toEqual([]);
  });

  it('takes back what was not tried, as if it had never been leased', async () => {
    const { store, second } = await fresh();
    await send(store, 'c', [item('a')]);
    await send(store, 'd', [item('b')]);
    await store.outbox.lease(wish('w', NOW, 1));
    await second.outbox.lease(wish('v'));
    await store.outbox.handBack('w');
    const again = await second.outbox.lease(wish('u'));
    expect(again).toMatchObject([{ tries: 1, mayBeDone: false }]);
    expect(again).toHaveLength(1);
  });

  it('remembers a doubt until it is settled', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a')]);
    await store.outbox.lease(wish('w'));
    const later = NOW + MINUTE;
    await store.outbox.lease(wish('v', later));
    await store.outbox.handBack('v');
    expect(await store.outbox.lease(wish('u', later))).toMatchObject([{ mayBeDone: true }]);
    await store.outbox.mark('a', 'u', { kind: 'later', why: 'busy' }, later);
    expect(await store.outbox.lease(wish('t', later))).toMatchObject([{ mayBeDone: true }]);
  });
}

function markContract(fresh: Fresh): void {
  it('forgets the words of what was delivered, and keeps that it was', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a')]);
    await store.outbox.lease(wish('w'));
    expect(await store.outbox.mark('a', 'w', { kind: 'done', ref: 'r' }, NOW)).toBe(true);
    expect(await store.outbox.lease(wish('w', NOW + 9 * MINUTE))).toEqual([]);
    expect(await store.outbox.ofConversation('c', 9)).toMatchObject([{ id: 'a', state: 'done', why: null }]);
    const { outbox = [] } = await store.privacy.export(['c'], null);
    expect(outbox).toEqual([expect.objectContaining({ id: 'a', body: '', ref: 'r' })]);
    await expect(send(store, 'c', [item('a')])).rejects.toThrow();
  });

  it('marks only for who has the lease', async () => {
    const { store, second } = await fresh();
    await send(store, 'c', [item('a')]);
    await store.outbox.lease(wish('w'));
    expect(await second.outbox.mark('a', 'v', { kind: 'done' }, NOW)).toBe(false);
    await second.outbox.lease(wish('v', NOW + MINUTE));
    expect(await store.outbox.mark('a', 'w', { kind: 'done' }, NOW)).toBe(false);
    expect(await second.outbox.mark('a', 'v', { kind: 'done' }, NOW)).toBe(true);
    expect(await second.outbox.mark('a', 'v', { kind: 'dead', why: '' }, NOW)).toBe(false);
    expect(await store.outbox.mark('b', 'w', { kind: 'done' }, NOW)).toBe(false);
  });

  it('gives out what failed when it is due again', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a')]);
    await store.outbox.lease(wish('w'));
    await store.outbox.mark('a', 'w', { kind: 'later', why: 'busy' }, NOW + 5 * MINUTE);
    expect(await store.outbox.lease(wish('w', NOW + 5 * MINUTE - 1))).toEqual([]);
    expect(await store.outbox.ofConversation('c', 1)).toMatchObject([
      { state: 'waiting', why: 'busy', dueAt: NOW + 5 * MINUTE },
    ]);
    expect(await store.outbox.lease(wish('w', NOW + 5 * MINUTE))).toMatchObject([{ tries: 2, mayBeDone: false }]);
  });

  it.each(['dead', 'unknown'] as const)('gives out what is %s only when somebody wants it again', async (kind) => {
    const { store } = await fresh();
    await send(store, 'c', [item('a')]);
    await store.outbox.lease(wish('w'));
    await store.outbox.mark('a', 'w', { kind, why: 'no such address' }, NOW);
    expect(await store.outbox.lease(wish('w', NOW + MINUTE))).toEqual([]);
    expect(await store.outbox.again('a', NOW + MINUTE)).toBe(true);
    expect(await store.outbox.again('a', NOW + MINUTE)).toBe(false);
    expect(await store.outbox.lease(wish('w', NOW + MINUTE))).toMatchObject([
      { id: 'a', body: '{"text":"a"}', tries: 1, mayBeDone: false },
    ]);
  });

  it('holds what only a notice went out of, until its shopper has written', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a')], [item('b')]);
    for (const id of ['a', 'b']) {
      await store.outbox.lease(wish('w'));
      await store.outbox.mark(id, 'w', { kind: 'held', why: 'a template' }, NOW);
    }
    expect(idsOf(await store.outbox.troubled(9))).toEqual(['a', 'b']);
    await store.outbox.release('c', 'whatsapp', NOW);
    await store.outbox.release('d', 'email', NOW);
    expect(await store.outbox.lease(wish('w'))).toEqual([]);
    await store.outbox.release('c', 'email', NOW);
    expect(await store.outbox.lease(wish('w'))).toMatchObject([{ id: 'a', body: '{"text":"a"}', tries: 1 }]);
  });

  it('keeps what is held, shows it, and releases it when its shopper writes on that channel', async () => {
    const { store, second } = await fresh();
    const chat = (id: string) => item(id, { destination: 'whatsapp' });
    await send(store, 'c', [chat('a'), item('mail')]);
    await send(store, 'd', [chat('other')]);
    await store.outbox.lease(wish('w'));
    for (const id of ['a', 'mail', 'other'])
      await store.outbox.mark(id, 'w', { kind: 'held', why: 'the day is over' }, NOW);
    expect(await store.outbox.lease(wish('w', NOW + 9 * MINUTE))).toEqual([]);
    expect(await store.outbox.again('a', NOW)).toBe(false);
    expect(await store.outbox.troubled(9, 'c')).toMatchObject([
      { state: 'held', why: 'the day is over' },
      { state: 'held', why: 'the day is over' },
    ]);
    await second.outbox.release('c', 'whatsapp', NOW + MINUTE);
    expect(await store.outbox.lease(wish('w', NOW + MINUTE - 1))).toEqual([]);
    expect(await store.outbox.lease(wish('w', NOW + MINUTE))).toMatchObject([
      { id: 'a', body: '{"text":"a"}', tries: 1, mayBeDone: false },
    ]);
    expect(idsOf(await store.outbox.troubled(9))).toEqual(['mail', 'other']);
  });

  it('releases what was held in the order in which it was said, and before what came later', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a')], [item('b')]);
    for (const id of ['a', 'b']) {
      await store.outbox.lease(wish('w'));
      await store.outbox.mark(id, 'w', { kind: 'held', why: 'the day is over' }, NOW);
    }
    await store.outbox.release('c', 'email', NOW + MINUTE);
    await send(store, 'c', [item('c')]);
    const order: string[] = [];
    for (let left = 3; left > 0; left -= 1) {
      for (const { id } of await store.outbox.lease(wish('w', NOW + MINUTE))) {
        order.push(id);
        await store.outbox.mark(id, 'w', { kind: 'done' }, NOW + MINUTE);
      }
    }
    expect(order).toEqual(['a', 'b', 'c']);
  });

  it('releases nothing that is dead, unknown or overtaken, and nothing twice', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a'), item('b'), item('d')]);
    for (const [id, kind] of [
      ['a', 'dead'],
      ['b', 'unknown'],
      ['d', 'overtaken'],
    ] as const) {
      await store.outbox.lease(wish('w'));
      await store.outbox.mark(id, 'w', { kind, why: 'so' }, NOW);
    }
    await store.outbox.release('c', 'email', NOW);
    await store.outbox.release('c', 'email', NOW);
    expect(await store.outbox.lease(wish('w'))).toEqual([]);
    expect(await store.outbox.troubled(9)).toHaveLength(3);
  });

  it('gives nothing out again that is done, overtaken or unknown to it', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a')], [item('b')]);
    await store.outbox.lease(wish('w'));
    expect(await store.outbox.again('a', NOW)).toBe(false);
    await store.outbox.mark('a', 'w', { kind: 'done' }, NOW);
    await store.outbox.lease(wish('w'));
    await store.outbox.mark('b', 'w', { kind: 'overtaken' }, NOW);
    for (const id of ['a', 'b', 'x']) expect(await store.outbox.again(id, NOW)).toBe(false);
  });
}

function orderContract(fresh: Fresh): void {
  it('keeps the order of a lane, and no lane waits for another', async () => {
    const { store } = await fresh();
    const desk = item('desk', { destination: 'desk' });
    await send(store, 'c', [item('c1'), desk, item('c2')], [item('c3')]);
    await send(store, 'd', [item('d1')]);
    const marked: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const heads = await store.outbox.lease(wish('w'));
      expect(await store.outbox.lease(wish('v'))).toEqual([]);
      marked.push(idsOf(heads).join(' '));
      await Promise.all(heads.map(({ id }) => store.outbox.mark(id, 'w', { kind: 'done' }, NOW)));
    }
    expect(marked).toEqual(['c1 d1 desk', 'c2', 'c3']);
  });

  it.each([
    ['later', false],
    ['dead', true],
    ['unknown', true],
    ['held', true],
    ['overtaken', true],
  ] as const)('an item that is %s lets the next one go first: %s', async (kind, passes) => {
    const { store } = await fresh();
    await send(store, 'c', [item('a'), item('b')]);
    await store.outbox.lease(wish('w'));
    await store.outbox.mark('a', 'w', { kind, why: 'so' }, NOW + MINUTE);
    expect(idsOf(await store.outbox.lease(wish('w')))).toEqual(passes ? ['b'] : []);
  });

  it('lets what is sent again wait for what is under way', async () => {
    const { store } = await fresh();
    await send(store, 'c', [item('a'), item('b')]);
    await store.outbox.lease(wish('w'));
    await store.outbox.mark('a', 'w', { kind: 'dead', why: 'so' }, NOW);
    expect(idsOf(await store.outbox.lease(wish('w')))).toEqual(['b']);
    await store.outbox.again('a', NOW);
    expect(await store.outbox.lease(wish('v'))).toEqual([]);
    await store.outbox.mark('b', 'w', { kind: 'done' }, NOW);
    expect(idsOf(await store.outbox.lease(wish('v')))).toEqual(['a']);
  });
}

function watchContract(fresh: Fresh): void {
  it('keeps the highest receipt, and a failure only of what has not arrived', async () => {
    const { store, second } = await fresh();
    await send(store, 'c', [item('a')], [item('b')]);
    for (const id of ['a', 'b']) {
      await store.outbox.lease(wish('w'));
      await store.outbox.mark(id, 'w', { kind: 'done', ref: `ref-${id}` }, NOW);
    }
    const told = async (ref: string, ...receipts: readonly ('sent' | 'delivered' | 'read' | 'failed')[]) => {
      for (const receipt of receipts) await second.outbox.receipt('email', ref, receipt);
      return (await store.outbox.ofConversation('c', 9)).map(({ receipt }) => receipt);
    };
    expect(await told('ref-a', 'delivered', 'sent')).toEqual([null, 'delivered']);
    expect(await told('ref-a', 'failed')).toEqual([null, 'delivered']);
    expect(await told('ref-a', 'read', 'delivered')).toEqual([null, 'read']);
    expect(await told('ref-b', 'sent', 'failed', 'delivered')).toEqual(['failed', 'read']);
    await second.outbox.receipt('whatsapp', 'ref-a', 'failed');
    await second.outbox.receipt('email', 'nobody', 'failed');
    expect(await told('ref-x')).toEqual(['failed', 'read']);
  });

  it('shows what is in trouble and how much waits', async () => {
    const { store, clock } = await fresh();
    expect(await store.outbox.depth()).toEqual({ waiting: 0, oldest: null, dead: 0 });
    await send(store, 'c', [item('a')]);
    clock.now += 10;
    await send(store, 'd', [item('b')], [item('b2')]);
    clock.now += 10;
    await send(store, 'e', [item('e')]);
    await store.outbox.lease(wish('w', clock.now));
    await store.outbox.mark('a', 'w', { kind: 'dead', why: 'so' }, NOW);
    await store.outbox.mark('b', 'w', { kind: 'unknown', why: 'so' }, NOW);
    await store.outbox.mark('e', 'w', { kind: 'overtaken' }, NOW);
    expect((await store.outbox.troubled(9)).map(({ id, state }) => `${id} ${state}`)).toEqual([
      'e overtaken',
      'b unknown',
      'a dead',
    ]);
    expect(idsOf(await store.outbox.troubled(9, 'd'))).toEqual(['b']);
    expect(await store.outbox.troubled(1)).toHaveLength(1);
    expect((await store.outbox.ofConversation('d', 9)).map(({ id }) => id)).toEqual(['b2', 'b']);
    expect(await store.outbox.depth()).toEqual({ waiting: 1, oldest: NOW + 10, dead: 1 });
  });
}
