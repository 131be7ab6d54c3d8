/** What every store must know of the people at the desk. */

import type { Agent } from '../../lambda/services/sign-in/agents';
import type { Fresh } from './store';
import { NOW } from './store-samples';

const marta: Agent = {
  id: 'a1',
  login: 'marta',
  name: 'Marta',
  role: 'agent',
  password: 'hash',
  isAvailable: false,
  seenAt: 0,
  isDisabled: false,
  second: null,
};

export function agentContract(fresh: Fresh): void {
  describe('agents', () => {
    it('are added once a login, whoever is first', async () => {
      const { store, second } = await fresh();
      const added = await Promise.all([
        store.agents.add(marta),
        second.agents.add({ ...marta, id: 'a2' }),
        store.agents.add({ ...marta, id: 'a3' }),
      ]);
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await second.agents.list()).toHaveLength(1);
      expect(await second.agents.byLogin('marta')).toMatchObject({ name: 'Marta', isAvailable: false });
      expect(await second.agents.byLogin('nobody')).toBeNull();
    });

    it('change only what is changed', async () => {
      const { store, second } = await fresh();
      await store.agents.add(marta);
      await store.agents.add({ ...marta, id: 'a2', login: 'ben', name: 'Ben' });
      await store.agents.change('a1', { isAvailable: true });
      await store.agents.change('a1', { role: 'admin', isDisabled: true });
      await store.agents.change('a1', { isDisabled: false });
      await store.agents.seen('a1', NOW);
      await store.agents.seen('a1', NOW - 1);
      const changed = { ...marta, isAvailable: true, role: 'admin', seenAt: NOW };
      expect(await second.agents.list()).toEqual([{ ...marta, id: 'a2', login: 'ben', name: 'Ben' }, changed]);
    });

    it('have a second factor each of whose steps opens once, whoever is first, until it goes', async () => {
      const { store, second } = await fresh();
      await store.agents.add(marta);
      expect(await store.agents.useCode('nobody', 5)).toBe(false);
      await store.agents.setSecond('a1', 'sealed');
      expect(await second.agents.byLogin('marta')).toMatchObject({ second: 'sealed' });
      const used = await Promise.all([store, second, store].map(({ agents }) => agents.useCode('a1', 5)));
      expect(used.filter(Boolean)).toHaveLength(1);
      expect([await store.agents.useCode('a1', 4), await second.agents.useCode('a1', 6)]).toEqual([false, true]);
      await second.agents.setSecond('a1', null);
      expect(await store.agents.byLogin('marta')).toMatchObject({ second: null });
    });

    it('are signed in until the session is over, ended, or they are disabled', async () => {
      const { store, second } = await fresh();
      await store.agents.add(marta);
      const open = async (...hashes: readonly string[]) => {
        for (const hash of hashes) await store.agents.openSession(hash, 'a1', NOW + 100);
      };
      const isIn = async (hash: string, now = NOW) => (await second.agents.session(hash, now)) !== null;
      await open('s1', 's2', 's3');
      expect(await second.agents.session('s1', NOW)).toEqual({ agent: marta, expiresAt: NOW + 100 });
      expect(await isIn('s1', NOW + 100)).toBe(false);
      expect(await isIn('x')).toBe(false);
      await store.agents.endSession('s1');
      expect([await isIn('s1'), await isIn('s2')]).toEqual([false, true]);
      await store.agents.change('a1', { isDisabled: true });
      expect(await isIn('s2')).toBe(false);
      await store.agents.change('a1', { isDisabled: false });
      await store.agents.endSessionsOf('a1');
      expect([await isIn('s2'), await isIn('s3')]).toEqual([false, false]);
    });
  });
}
