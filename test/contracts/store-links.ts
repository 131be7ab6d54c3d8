/** What every store must do with the links of accounts. */

import type { LinkRecord } from '../../lambda/services/sign-in/link-records';
import type { Fresh } from './store';
import { NOW } from './store-samples';

const grant: LinkRecord = {
  ...{ kind: 'Grant', id: 'g', body: '{}', grant: 'g', shopperId: 'ana', expiresAt: NOW + 1000 },
};
const token: LinkRecord = { ...grant, kind: 'AccessToken', id: 't' };

export function linkContract(fresh: Fresh): void {
  describe('links', () => {
    it('are found until they are over, used by exactly one, and stay used', async () => {
      const { store, second } = await fresh();
      await store.links.put(token);
      expect(await second.links.find('AccessToken', 't', NOW)).toEqual({ ...token, isUsed: false });
      expect(await store.links.find('RefreshToken', 't', NOW)).toBeNull();
      expect(await store.links.find('AccessToken', 't', NOW + 1000)).toBeNull();
      const used = await Promise.all([store, second, store].map(({ links }) => links.use('AccessToken', 't', NOW)));
      expect(used.filter(Boolean)).toHaveLength(1);
      await store.links.put({ ...token, body: '{"more":1}' });
      expect(await store.links.find('AccessToken', 't', NOW)).toEqual({ ...token, body: '{"more":1}', isUsed: true });
    });

    it('are told a shopper while a token of theirs is good, the latest first', async () => {
      const { store } = await fresh();
      for (const id of ['g', 'later', 'unused']) {
        const expiresAt = NOW + (id === 'later' ? 2_000 : 1_000);
        await store.links.put({ ...grant, id, grant: id, expiresAt, body: `{"id":"${id}"}` });
        const kind = id === 'later' ? 'RefreshToken' : 'AccessToken';
        if (id !== 'unused') await store.links.put({ ...grant, kind, id: `token of ${id}`, grant: id });
      }
      await store.links.put({ ...grant, id: 'hers', grant: 'hers', shopperId: 'bruno' });
      await store.links.put({ ...grant, kind: 'AccessToken', id: 'token of hers', grant: 'hers', shopperId: 'bruno' });
      const live = await store.links.live('ana', NOW);
      expect(live).toEqual(['later', 'g'].map((id) => ({ id, body: `{"id":"${id}"}` })));
      await store.links.use('RefreshToken', 'token of later', NOW);
      expect((await store.links.live('ana', NOW)).map(({ id }) => id)).toEqual(['g']);
      expect(await store.links.live('ana', NOW + 1_000)).toEqual([]);
    });

    it('end by grant, by shopper and by account, and no others with them', async () => {
      const { store } = await fresh();
      const there = async () => {
        const all = await Promise.all(['t', 't2'].map((id) => store.links.find('AccessToken', id, NOW)));
        return all.map((one) => one !== null);
      };
      const give = async () => {
        for (const one of [grant, token]) await store.links.put(one);
        for (const [kind, id] of [
          ['Grant', 'g2'],
          ['AccessToken', 't2'],
        ] as const) {
          await store.links.put({ ...grant, kind, id, grant: 'g2', shopperId: 'bruno' });
        }
      };
      await give();
      await store.links.revoke('g');
      expect(await there()).toEqual([false, true]);
      await give();
      expect(await store.links.claim('g2', 'account')).toBe('account');
      expect(await store.links.claim('g2', 'another')).toBe('account');
      expect(await store.links.claim('nothing', 'account')).toBeNull();
      await store.links.revokeAt('account');
      expect(await there()).toEqual([true, false]);
      await store.privacy.erase([], 'ana');
      expect(await there()).toEqual([false, false]);
    });
  });
}
