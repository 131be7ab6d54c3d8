/** How every store keeps who is at a hand-off: as long as they say so, and no longer than there is one. */

import { newAgent } from '../../lambda/services/sign-in/sign-in';
import type { Fresh } from './store';
import { handOffOf } from './store-hand-offs';
import { commitOf, NOW } from './store-samples';

export function presenceContract(fresh: Fresh): void {
  it('know who looks and who writes, on every server', async () => {
    const { store, second } = await fresh();
    await store.conversations.commit(commitOf('h', 0, { handOff: handOffOf('h') }));
    const people = ['Marta', 'Luca'].map((name) => newAgent({ login: name, name, role: 'agent', hash: 'hash' }));
    const [marta = '', luca = ''] = await Promise.all(
      people.map(async (one) => (await store.agents.add(one)) && one.id),
    );
    const others = () => second.presences.othersAt('h', String(marta), NOW);
    await store.presences.here({ agentId: String(luca), handOffId: 'h', isWriting: true });
    await store.presences.here({ agentId: String(marta), handOffId: 'h', isWriting: false });
    await store.presences.here({ agentId: String(luca), handOffId: 'gone', isWriting: true });
    expect((await others()).map(({ name }) => name)).toEqual(['Luca']);
    await second.presences.leave(String(luca), 'h');
    expect(await others()).toEqual([]);
    await store.privacy.erase(['h'], null);
    expect(await second.presences.othersAt('h', String(luca), NOW)).toEqual([]);
  });
}
