/** What every store must do with what came in and waits to be read. */

import type { Fresh } from './store';
import { idsOf, MINUTE, wish } from './store-outbox';
import { NOW } from './store-samples';

const mail = (key: string, lane = 'ana', source = 'email') => ({ source, key, lane, body: `body of ${key}` });

export function inboxContract(fresh: Fresh): void {
  describe('the inbox', () => {
    queueContract(fresh);
    laneContract(fresh);

    it('remembers where a poller stands', async () => {
      const { store, second } = await fresh();
      expect(await store.inbox.cursor('desk')).toBeNull();
      await store.inbox.moveCursor('desk', '7');
      await store.inbox.moveCursor('desk', '8');
      await store.inbox.moveCursor('other', '1');
      expect(await second.inbox.cursor('desk')).toBe('8');
    });
  });
}

function queueContract(fresh: Fresh): void {
  it('takes a thing once, however often it comes, also when it is done', async () => {
    const { store, second } = await fresh();
    const came = await Promise.all([store, second, store].map(({ inbox }) => inbox.put(mail('a'))));
    expect(came.filter(Boolean)).toHaveLength(1);
    const [first] = await second.inbox.lease(wish('w'));
    expect(first).toEqual({ ...mail('a'), id: expect.any(String), receivedAt: NOW, tries: 1 });
    expect(await store.inbox.mark(first?.id ?? '', 'w', { kind: 'done' }, NOW)).toBe(true);
    expect(await store.inbox.put(mail('a'))).toBe(false);
    expect(await store.inbox.put(mail('a', 'ana', 'whatsapp'))).toBe(true);
    expect(await store.inbox.lease(wish('w'))).toMatchObject([{ source: 'whatsapp' }]);
  });

  it('gives a thing to one reader only, until the lease runs out', async () => {
    const { store, second } = await fresh();
    await store.inbox.put(mail('a'));
    const both = await Promise.all([store.inbox.lease(wish('w')), second.inbox.lease(wish('v'))]);
    expect(both.flat()).toHaveLength(1);
    expect(await store.inbox.lease(wish('u', NOW + MINUTE - 1))).toEqual([]);
    const [again] = await store.inbox.lease(wish('u', NOW + MINUTE));
    expect(again).toMatchObject({ key: 'a', tries: 2 });
    expect(await store.inbox.mark(again?.id ?? '', 'w', { kind: 'done' }, NOW)).toBe(false);
  });

  it('gives back, tries later, and gives up', async () => {
    const { store } = await fresh();
    await store.inbox.put(mail('a'));
    await store.inbox.lease(wish('w'));
    await store.inbox.handBack('w');
    const [item] = await store.inbox.lease(wish('w'));
    expect(item).toMatchObject({ tries: 1 });
    const id = item?.id ?? '';
    expect(await store.inbox.mark(id, 'w', { kind: 'later', why: 'busy' }, NOW + MINUTE)).toBe(true);
    expect(await store.inbox.lease(wish('w'))).toEqual([]);
    expect(await store.inbox.lease(wish('w', NOW + MINUTE))).toMatchObject([{ id, tries: 2 }]);
    expect(await store.inbox.mark(id, 'w', { kind: 'dead', why: 'not to be read' }, NOW)).toBe(true);
    expect(await store.inbox.lease(wish('w', NOW + 9 * MINUTE))).toEqual([]);
  });
}

function laneContract(fresh: Fresh): void {
  it('is read in the order it came, lane by lane, whichever clock is wrong', async () => {
    const { store, second, clock } = await fresh();
    for (const [at, key] of ['a1', 'a2', 'a3', 'a4'].entries()) {
      await (at % 2 ? store : second).inbox.put(mail(key));
      clock.now -= MINUTE;
    }
    await store.inbox.put(mail('b1', 'ben'));
    const read: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const heads = await store.inbox.lease(wish('w'));
      expect(await second.inbox.lease(wish('v'))).toEqual([]);
      read.push(idsOf(heads.map(({ key }) => ({ id: key }))).join(' '));
      if (round === 1) await store.inbox.put(mail('a5'));
      for (const { id } of heads) await store.inbox.mark(id, 'w', { kind: 'done' }, NOW);
    }
    expect(read).toEqual(['a1 b1', 'a2', 'a3', 'a4']);
    expect(await store.inbox.lease(wish('w'))).toMatchObject([{ key: 'a5' }]);
  });

  it('a thing that is tried again holds up its lane; one given up does not', async () => {
    const { store } = await fresh();
    await store.inbox.put(mail('a1'));
    await store.inbox.put(mail('a2'));
    const [first] = await store.inbox.lease(wish('w'));
    await store.inbox.mark(first?.id ?? '', 'w', { kind: 'later', why: 'busy' }, NOW + MINUTE);
    expect(await store.inbox.lease(wish('w'))).toEqual([]);
    await store.inbox.lease(wish('w', NOW + MINUTE));
    await store.inbox.mark(first?.id ?? '', 'w', { kind: 'dead', why: 'so' }, NOW);
    expect(await store.inbox.lease(wish('w', NOW + MINUTE))).toMatchObject([{ key: 'a2' }]);
  });
}
