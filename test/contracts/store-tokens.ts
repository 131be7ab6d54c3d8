/** What every store must do with links, codes and wrong guesses. */

import type { NewToken } from '../../lambda/services/reach/tokens';
import type { Fresh, StoreUnderTest } from './store';
import { commitOf, NOW, own } from './store-samples';

const link: NewToken = { hash: 'h', kind: 'link', conversationId: 'c', expiresAt: NOW + 1000, proof: null };

const give = ({ store }: StoreUnderTest, conversation: string, ...tokens: readonly Partial<NewToken>[]) =>
  store.conversations.commit(
    commitOf(conversation, 0, { tokens: tokens.map((token) => ({ ...link, conversationId: conversation, ...token })) }),
  );

export function tokenContract(fresh: Fresh): void {
  describe('tokens', () => {
    it('are given out with a turn and found until they are over', async () => {
      const under = await fresh();
      const { store, second } = under;
      await give(under, 'c', {}, { hash: 'code', kind: 'code', proof: 'p' });
      expect(await second.tokens.find('h', NOW)).toEqual(link);
      expect(await second.tokens.find('code', NOW)).toEqual({ ...link, hash: 'code', kind: 'code', proof: 'p' });
      expect(await store.tokens.find('h', NOW + 1000)).toBeNull();
      expect(await store.tokens.use('h', NOW + 1000)).toBe(false);
      expect(await store.tokens.find('x', NOW)).toBeNull();
    });

    it('are not given out by a turn that lost', async () => {
      const under = await fresh();
      await give(under, 'c');
      const lost = commitOf('c', 0, { ...own('late'), tokens: [link] });
      expect(await under.store.conversations.commit(lost)).toBe('conflict');
      expect(await under.store.tokens.find('h', NOW)).toBeNull();
    });

    it('are used by exactly one', async () => {
      const under = await fresh();
      await give(under, 'c', {});
      const used = await Promise.all(
        [under.store, under.second, under.store].map(({ tokens }) => tokens.use('h', NOW)),
      );
      expect(used.filter(Boolean)).toHaveLength(1);
      expect(await under.store.tokens.find('h', NOW)).toBeNull();
    });

    it('that are the same for two conversations open neither, and an old one gives way', async () => {
      const under = await fresh();
      const { store, clock } = under;
      await give(under, 'c', {});
      await give(under, 'd', {});
      expect(await store.tokens.find('h', NOW)).toBeNull();
      expect(await store.tokens.use('h', NOW)).toBe(false);
      clock.now += 1000;
      await give(under, 'e', { expiresAt: NOW + 2000 });
      expect(await store.tokens.find('h', NOW + 1000)).toMatchObject({ conversationId: 'e' });
    });

    it('count wrong guesses of each who guesses, from a moment on', async () => {
      const { store, second } = await fresh();
      expect(await store.tokens.guesses('eve', NOW)).toBe(0);
      expect(await store.tokens.guessed('eve', NOW, NOW - 10)).toBe(1);
      expect(await second.tokens.guessed('eve', NOW + 5, NOW - 5)).toBe(2);
      expect(await second.tokens.guessed('ben', NOW + 5, NOW - 5)).toBe(1);
      expect(await store.tokens.guesses('eve', NOW + 1)).toBe(1);
      expect(await store.tokens.guessed('eve', NOW + 20, NOW + 10)).toBe(1);
      const many = await Promise.all(
        Array.from({ length: 10 }, (_, i) => (i % 2 ? store : second).tokens.guessed('mal', NOW, NOW)),
      );
      expect(Math.max(...many)).toBe(10);
    });
  });
}
