/** What every store must tell a turn before it is begun, in one read. */

import { freshMemory } from '../../lambda/services/conversation/memory';
import type { Fresh } from './store';
import { attemptOf, commitOf, NOW, own } from './store-samples';

const KEY = { channel: 'whatsapp', requestId: 'r', conversationId: 'whatsapp:guest' } as const;
const NOTHING = {
  ...{ answer: null, conversationId: 'whatsapp:guest', stored: null, aside: null },
  ...{ hasAside: false, hasOpenAttempts: false },
};

export function startContract(fresh: Fresh): void {
  describe('the start of a turn', () => {
    it('knows nothing of somebody never met', async () => {
      const { store } = await fresh();
      expect(await store.conversations.open(KEY)).toEqual(NOTHING);
      expect(
        await store.conversations.open({ ...KEY, contactId: 'guest', shopper: { id: 'ana', aside: 'whatsapp:aside' } }),
      ).toEqual(NOTHING);
    });

    it('knows the memory with its version, and the answer to this very delivery alone', async () => {
      const { store, second } = await fresh();
      const answer = { channel: 'whatsapp', requestId: 'r', whose: KEY.conversationId, body: 'said before' } as const;
      await store.conversations.commit(commitOf(KEY.conversationId, 0, { answer }));
      const stored = { version: 1, memory: { ...freshMemory(), visits: 1 } };
      expect(await second.conversations.open(KEY)).toEqual({ ...NOTHING, stored, answer: 'said before' });
      expect(await second.conversations.open({ ...KEY, channel: 'web' })).toEqual({ ...NOTHING, stored });
      expect(await second.conversations.open({ ...KEY, requestId: 's' })).toEqual({ ...NOTHING, stored });
    });

    it('finds that a hand-off began aside, however long ago, and none that began otherwise', async () => {
      const { store, second } = await fresh();
      const handOff = { id: 'h', reference: '12345678', since: NOW };
      const begun = { ...handOff, aside: { whose: 'somebody', from: NOW } };
      const memories = { 'web:a': { ...freshMemory(), handOff: begun }, 'web:b': { ...freshMemory(), handOff } };
      for (const [id, memory] of Object.entries(memories))
        await store.conversations.commit({ ...commitOf(id, 0), memory });
      await store.conversations.commit(commitOf(KEY.conversationId, 0));
      const has = async (aside: string) =>
        (await second.conversations.open({ ...KEY, shopper: { id: 'ana', aside } })).hasAside;
      expect([await has('web:a'), await has('web:b'), await has('web:c')]).toEqual([true, false, false]);
    });

    it('keeps an answer for whoever sent the request, also where somebody else has sent the same id', async () => {
      const { store, second } = await fresh();
      const { channel, requestId } = KEY;
      const kept = (whose: string) =>
        commitOf(whose, 0, { answer: { channel, requestId, whose, body: `of ${whose}` } });
      const all = ['a', 'b'].map((whose) => store.conversations.commit(kept(whose)));
      expect(await Promise.all(all)).toEqual(['committed', 'committed']);
      const answers = ['a', 'b', 'c'].map(async (conversationId) => {
        const { answer } = await second.conversations.open({ ...KEY, conversationId });
        return [answer, await second.conversations.answerOf(channel, requestId, conversationId)];
      });
      expect(await Promise.all(answers)).toEqual([
        ['of a', 'of a'],
        ['of b', 'of b'],
        [null, null],
      ]);
      expect(await second.conversations.answerOf(channel, requestId)).toBeNull();
    });

    it('finds an answer that names nobody where it was given, also from a contact that joined there, and nowhere else', async () => {
      const { store, second } = await fresh();
      const { channel, requestId } = KEY;
      await store.conversations.commit(commitOf('c', 0, { answer: { channel, requestId, body: 'of before' } }));
      const open = async (conversationId: string, contactId = '') =>
        (await second.conversations.open({ ...KEY, conversationId, contactId })).answer;
      await store.contacts.meet({ id: 'guest', channel, address: 'guest', locale: 'en-GB', heardAt: NOW });
      expect([await open('c'), await open('d'), await open('d', 'guest')]).toEqual(['of before', null, null]);
      await store.contacts.join('guest', 'c');
      expect(await open('d', 'guest')).toBe('of before');
    });

    it('opens the conversation a contact has joined, whether it was ever held or not', async () => {
      const { store, second } = await fresh();
      const met = { channel: 'whatsapp', address: 'guest', locale: 'en-GB', heardAt: NOW } as const;
      await store.contacts.meet({ id: 'guest', ...met });
      await store.conversations.commit(commitOf('shopper:ana', 0));
      const open = (contactId?: string) => second.conversations.open({ ...KEY, ...(contactId ? { contactId } : {}) });
      expect(await open('guest')).toEqual(NOTHING);
      await store.contacts.join('guest', 'shopper:ana');
      expect(await open('guest')).toMatchObject({ conversationId: 'shopper:ana', stored: { version: 1 } });
      expect(await open()).toEqual(NOTHING);
      await store.contacts.join('guest', 'shopper:bruno');
      expect(await open('guest')).toEqual({ ...NOTHING, conversationId: 'shopper:bruno' });
    });

    it('knows what was said aside, as long as that is the later one', async () => {
      const { store, second, clock } = await fresh();
      const { conversationId } = KEY;
      const shopper = { id: 'ana', aside: 'whatsapp:aside' };
      const aside = async () => (await second.conversations.open({ ...KEY, shopper })).aside;
      const memory = { ...freshMemory(), session: 'one' };
      await store.conversations.commit(commitOf(shopper.aside, 0, { memory }));
      expect(await aside()).toEqual(memory);
      expect((await second.conversations.open(KEY)).aside).toBeNull();
      await store.conversations.commit(commitOf(conversationId, 0, own('a')));
      expect(await aside()).toBeNull();
      clock.now += 1;
      await store.conversations.commit(commitOf(shopper.aside, 1, { ...own('b'), memory }));
      expect(await aside()).toEqual(memory);
      clock.now += 1;
      await store.conversations.commit(commitOf(conversationId, 1, own('c')));
      expect(await aside()).toBeNull();
    });

    it('knows whether attempts of the shopper are open', async () => {
      const { store, second } = await fresh();
      const isOpen = async (id = 'ana') =>
        (await second.conversations.open({ ...KEY, shopper: { id, aside: '' } })).hasOpenAttempts;
      await store.attempts.begin(attemptOf('p'));
      expect([await isOpen(), await isOpen('ben')]).toEqual([true, false]);
      await store.attempts.finish('p', 'unknown', '{}', true);
      expect(await isOpen()).toBe(true);
      await store.attempts.finish('p', 'placed', '{}', false);
      expect(await isOpen()).toBe(true);
      await store.attempts.told('p');
      expect(await isOpen()).toBe(false);
      expect((await second.conversations.open(KEY)).hasOpenAttempts).toBe(false);
    });
  });
}
