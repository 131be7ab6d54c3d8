/** Keys of sealed words in any store: one a conversation, gone when they are destroyed; and the sealed words beside a line. */

import type { Fresh } from './store';
import { commitOf, NOW } from './store-samples';

export function wordKeyContract(fresh: Fresh): void {
  describe('keys of words', () => {
    const key = (conversationId: string, usedAt = NOW) => ({
      conversationId,
      wrapped: `key of ${conversationId}`,
      usedAt,
    });

    it('are one a conversation, whoever made it first, for every server', async () => {
      const { store, second } = await fresh();
      expect(await store.wordKeys.get('a')).toBeNull();
      expect(await store.wordKeys.put(key('a'))).toEqual(key('a'));
      expect(await second.wordKeys.put({ ...key('a'), wrapped: 'another' })).toEqual(key('a'));
      await second.wordKeys.used('a', NOW + 1);
      expect(await store.wordKeys.get('a')).toEqual(key('a', NOW + 1));
    });

    it('are found by age, page by page, and are destroyed for good', async () => {
      const { store } = await fresh();
      const ids = ['a', 'b', 'c', 'd'];
      for (const [at, id] of ids.entries()) await store.wordKeys.put(key(id, NOW + at));
      const idle = async (after: string, limit = 2) =>
        (await store.wordKeys.idle(NOW + 3, after, limit)).map(({ conversationId }) => conversationId);
      expect(await idle('')).toEqual(['a', 'b']);
      expect(await idle('b')).toEqual(['c']);
      await store.wordKeys.destroy([]);
      await store.wordKeys.destroy(['a', 'c', 'nobody']);
      expect(await idle('', 9)).toEqual(['b']);
      expect(await store.wordKeys.get('a')).toBeNull();
    });

    it('are no business of the words: what was sealed lies beside its line, what was not is not kept', async () => {
      const { store } = await fresh();
      const line = { at: NOW, by: 'shopper', channel: 'web', text: '[phone]' } as const;
      const history = [
        { ...line, asWritten: { kind: 'sealed', text: 'xyz' } } as const,
        { ...line, asWritten: { kind: 'whole', text: '0612345678' } } as const,
        line,
      ];
      await store.conversations.commit(commitOf('c', 0, { history }));
      const lines = await store.conversations.since('c', null, 10);
      expect(lines.map(({ asWritten }) => asWritten)).toEqual([{ kind: 'sealed', text: 'xyz' }, undefined, undefined]);
      expect(JSON.stringify(await store.conversations.history('c', 10))).not.toMatch(/xyz|0612/);
    });
  });
}
