/** What every store must know of addresses: how they are written to, and which conversations they are part of. */

import type { Contact } from '../../lambda/services/reach/contacts';
import { CHANNELS } from '../../lambda/vocabulary/heard';
import type { Fresh } from './store';
import { commitOf, NOW, own } from './store-samples';

const ana = { id: 'k1', channel: 'whatsapp', address: '+39 1', locale: 'it-IT', heardAt: NOW } as const;

export function contactContract(fresh: Fresh): void {
  describe('contacts', () => {
    it('are met once, and known to every handle', async () => {
      const { store, second } = await fresh();
      const met: Contact = { ...ana, conversationId: null };
      expect(await store.contacts.meet(ana)).toEqual(met);
      expect(await second.contacts.get('k1')).toEqual(met);
      expect(await second.contacts.get('k2')).toBeNull();
    });

    it.each(CHANNELS)('are known by whatever channel they were met on: %s', async (channel) => {
      const { store } = await fresh();
      const met = await store.contacts.meet({ ...ana, channel, address: null });
      expect(met).toEqual({ ...ana, channel, address: null, conversationId: null });
    });

    it('are met again with what is new of them, and stay where they joined', async () => {
      const { store } = await fresh();
      await store.contacts.meet(ana);
      await store.contacts.join('k1', 'c');
      const next = { ...ana, address: '+39 2', locale: 'de-DE', heardAt: NOW + 1 };
      expect(await store.contacts.meet(next)).toEqual({ ...next, conversationId: 'c' });
      const late = await store.contacts.meet({ ...next, address: null, heardAt: 0 });
      expect(late).toEqual({ ...next, conversationId: 'c' });
      await store.contacts.join('k1', null);
      expect(await store.contacts.get('k1')).toMatchObject({ conversationId: null });
    });

    it('of a conversation come with the one heard last first', async () => {
      const { store } = await fresh();
      for (const [at, id] of ['a', 'b', 'c'].entries()) {
        await store.contacts.meet({ ...ana, id, heardAt: NOW + (at % 2) });
        await store.contacts.join(id, at === 2 ? 'other' : 'c');
      }
      expect((await store.contacts.of('c')).map(({ id }) => id)).toEqual(['b', 'a']);
      expect(await store.contacts.of('nobody')).toEqual([]);
    });

    it('become part of a conversation with the turn that writes to them, or not at all', async () => {
      const { store, second } = await fresh();
      await store.contacts.meet({ ...ana, heardAt: NOW + 5 });
      const ben = { ...ana, id: 'k0', address: '+39 0' };
      await store.conversations.commit(commitOf('c', 0, { joins: [ana, ben] }));
      expect(await second.contacts.get('k1')).toEqual({ ...ana, heardAt: NOW + 5, conversationId: 'c' });
      expect((await second.contacts.of('c')).map(({ id }) => id)).toEqual(['k1', 'k0']);
      expect(
        await store.conversations.commit(commitOf('c', 0, { ...own('late'), joins: [{ ...ana, id: 'k2' }] })),
      ).toBe('conflict');
      expect(await second.contacts.get('k2')).toBeNull();
    });

    it('that two conversations write to in one moment are part of one of them', async () => {
      const { store } = await fresh();
      const to = (name: string) =>
        store.conversations.commit(commitOf(name, 0, { joins: [ana, { ...ana, id: 'k0' }] }));
      expect(await Promise.all([to('c'), to('d'), to('e')])).toEqual(['committed', 'committed', 'committed']);
      expect(['c', 'd', 'e']).toContain((await store.contacts.get('k1'))?.conversationId);
    });

    it('lead to every conversation that was held from an address', async () => {
      const { store, second } = await fresh();
      const from = { channel: 'alexa', address: 'kitchen' } as const;
      await store.conversations.commit(commitOf('ana', 0, { from }));
      await store.conversations.commit(commitOf('ana', 1, { from }));
      await store.conversations.commit(commitOf('ben', 0, { from }));
      await store.conversations.commit(commitOf('ben', 1, { from: { channel: 'web', address: 'kitchen' } }));
      await store.conversations.commit(commitOf('eve', 0));
      expect(await store.conversations.commit(commitOf('eve', 0, { ...own('late'), from }))).toBe('conflict');
      expect(await second.contacts.trail('alexa', 'kitchen')).toEqual(['ana', 'ben']);
      expect(await second.contacts.trail('web', 'kitchen')).toEqual(['ben']);
      expect(await second.contacts.trail('web', 'garden')).toEqual([]);
    });
  });
}
