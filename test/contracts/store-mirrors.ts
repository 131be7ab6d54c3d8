/** How every store keeps what the shop tells of a shopper's orders: the newest of it, for each of their conversations. */

import type { Fresh } from './store';
import { commitOf, NOW } from './store-samples';

export function mirrorContract(fresh: Fresh): void {
  it('keep what the shop told last, until the shopper has something changed or is forgotten', async () => {
    const { store, second } = await fresh();
    const { mirrors } = store;
    const noted = (isChanged: boolean, at = NOW) => ({ mirror: { shopperId: 'ana', isChanged, at, seen: null } });
    const seen = async (id = 'c') => (await second.mirrors.get(id))?.orders ?? null;
    await store.conversations.commit(commitOf('c', 0, noted(false)));
    await store.conversations.commit(commitOf('c/luca', 0, noted(false)));
    await store.conversations.commit(commitOf('other', 0));
    expect(await mirrors.of('ana')).toEqual(['c', 'c/luca']);
    await mirrors.put('c', { orders: 'one', at: NOW + 1 });
    await mirrors.put('other', { orders: 'nobody asked', at: NOW + 1 });
    expect([await seen(), await seen('c/luca'), await seen('other')]).toEqual(['one', null, null]);
    await mirrors.put('c', { orders: 'older', at: NOW });
    await store.conversations.commit(commitOf('c', 1, noted(false)));
    expect(await seen()).toBe('one');
    // What was asked for before it was changed says nothing of it.
    await store.conversations.commit(commitOf('c', 2, noted(true, NOW + 5)));
    await mirrors.put('c', { orders: 'from before', at: NOW + 4 });
    expect(await seen()).toBeNull();
    await mirrors.put('c', { orders: 'two', at: NOW + 6 });
    expect(await seen()).toBe('two');
    const limits = { history: NOW + 9, handOffs: 0, deliveries: 0, received: 0, contacts: 0 };
    await store.privacy.purge({ ...limits, words: 0, record: 0, conversations: 0 });
    expect([await seen(), await mirrors.of('ana')]).toEqual([null, ['c', 'c/luca']]);
    await mirrors.put('c', { orders: 'three', at: NOW + 10 });
    expect((await store.privacy.export(['c'], 'ana')).order_mirror).toHaveLength(1);
    await store.privacy.erase(['c', 'c/luca'], 'ana');
    expect([await seen(), await mirrors.of('ana')]).toEqual([null, []]);
  });

  it('keep what the shop said when it was asked as what was not told of itself, the newest of both', async () => {
    const { store, second } = await fresh();
    const saw = (orders: string, at: number, isChanged = false) => ({
      mirror: { shopperId: 'ana', isChanged, at: at + 1, seen: { orders, at } },
    });
    const seen = () => second.mirrors.get('c');
    await store.conversations.commit(commitOf('c', 0, saw('one', NOW)));
    expect(await seen()).toEqual({ orders: 'one', at: NOW, isTold: false });
    await store.mirrors.put('c', { orders: 'two', at: NOW + 5 });
    await store.conversations.commit(commitOf('c', 1, saw('asked for before', NOW + 4)));
    expect(await seen()).toEqual({ orders: 'two', at: NOW + 5, isTold: true });
    await store.conversations.commit(commitOf('c', 2, saw('three', NOW + 6)));
    expect(await seen()).toEqual({ orders: 'three', at: NOW + 6, isTold: false });
    await store.conversations.commit(commitOf('c', 3, saw('after the change', NOW + 8, true)));
    expect(await seen()).toMatchObject({ orders: 'after the change' });
    // In one batch: seen, changed, seen.
    await Promise.all([
      store.conversations.commit(commitOf('c', 4, saw('void', NOW + 20))),
      store.conversations.commit(
        commitOf('c', 5, { mirror: { shopperId: 'ana', isChanged: true, at: NOW + 22, seen: null } }),
      ),
      store.conversations.commit(commitOf('d', 0, saw('of another', NOW + 20))),
    ]);
    expect([await seen(), (await second.mirrors.get('d'))?.orders]).toEqual([null, 'of another']);
    await Promise.all([
      store.conversations.commit(
        commitOf('c', 6, { mirror: { shopperId: 'ana', isChanged: true, at: NOW + 30, seen: null } }),
      ),
      store.conversations.commit(commitOf('c', 7, saw('four', NOW + 31))),
    ]);
    expect(await seen()).toMatchObject({ orders: 'four' });
  });

  it('take the last word of turns that are written together', async () => {
    const { store } = await fresh();
    const note = (isChanged: boolean) => ({ mirror: { shopperId: 'ana', isChanged, at: NOW, seen: null } });
    await Promise.all([
      store.conversations.commit(commitOf('a', 0, note(false))),
      store.conversations.commit(commitOf('a', 1, note(true))),
      store.conversations.commit(commitOf('b', 0, note(true))),
    ]);
    await store.mirrors.put('a', { orders: 'from before', at: NOW - 1 });
    await store.mirrors.put('b', { orders: 'from before', at: NOW - 1 });
    expect([await store.mirrors.get('a'), await store.mirrors.get('b')]).toEqual([null, null]);
  });
}
