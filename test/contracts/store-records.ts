/** What every store must keep beside the memory: answers for a day, the history in order. */

import type { Fresh } from './store';
import { commitOf, NOW, ticks } from './store-samples';

export function answerContract(fresh: Fresh): void {
  describe('answers', () => {
    it('keeps the answer to each delivery', async () => {
      const { store, second } = await fresh();
      await store.conversations.commit(
        commitOf('c', 0, { answer: { channel: 'alexa', requestId: 'r', body: 'Ciao – 🐶' } }),
      );
      expect(await second.conversations.answerOf('alexa', 'r')).toBe('Ciao – 🐶');
      expect(await second.conversations.answerOf('web', 'r')).toBeNull();
      expect(await second.conversations.answerOf('alexa', 'R')).toBeNull();
    });

    it('takes one answer a delivery, also within one tick and for another conversation', async () => {
      const { store, second } = await fresh();
      const answer = { channel: 'alexa', requestId: 'r', body: 'first' } as const;
      const same = await Promise.all(
        ['a', 'b', 'c'].map((id) => store.conversations.commit(commitOf(id, 0, { answer }))),
      );
      expect(same).toEqual(['committed', 'conflict', 'conflict']);
      expect(await second.conversations.commit(commitOf('d', 0, { answer: { ...answer, body: 'again' } }))).toBe(
        'conflict',
      );
      expect(await second.conversations.commit(commitOf('e', 0, { answer: { ...answer, channel: 'web' } }))).toBe(
        'committed',
      );
      expect(await store.conversations.answerOf('alexa', 'r')).toBe('first');
      expect(await store.conversations.load('b')).toBeNull();
    });

    it('forgets answers older than a day, however many, and no younger ones', async () => {
      const { store, clock } = await fresh();
      await Promise.all(Array.from({ length: 700 }, (_, i) => store.conversations.commit(commitOf(`old${i}`, 0))));
      clock.now += 2 * HOUR;
      await store.conversations.commit(commitOf('young', 0));
      clock.now += 23 * HOUR;
      await store.conversations.commit(commitOf('now', 0));
      const left = async () => {
        const ids = Array.from({ length: 700 }, (_, i) => `old${i}/0`);
        const bodies = await Promise.all(ids.map((id) => store.conversations.answerOf('alexa', id)));
        return bodies.filter((body) => body !== null);
      };
      // It goes on behind the turns, so it is waited for; at the last try it must be done.
      for (let tries = 0; tries < 50 && (await left()).length > 0; tries++) await ticks(3);
      expect(await left()).toEqual([]);
      expect(await store.conversations.answerOf('alexa', 'young/0')).toBe('body of young/0');
      expect(await store.conversations.load('old0')).toMatchObject({ version: 1 });
    });
  });
}

const HOUR = 60 * 60 * 1000;

export function historyContract(fresh: Fresh): void {
  describe('history', () => {
    it('is in the order it was said, newest last, whatever the clock says', async () => {
      const { store } = await fresh();
      for (let version = 0; version < 12; version++) {
        const texts = ['x', 'y', 'z'].map(
          (text, i) => ({ at: NOW - version * 1000 - i, by: 'bot', channel: 'web', text: text + version }) as const,
        );
        await store.conversations.commit(commitOf('c', version, { history: texts }));
      }
      await store.conversations.commit(commitOf('other', 0));
      const lines = await store.conversations.history('c', 5);
      expect(lines.map(({ text }) => text)).toEqual(['y10', 'z10', 'x11', 'y11', 'z11']);
      expect(lines.at(-1)).toEqual({ at: NOW - 11 * 1000 - 2, by: 'bot', channel: 'web', text: 'z11' });
      expect(await store.conversations.history('c', 100)).toHaveLength(36);
      expect(await store.conversations.history('c', 0)).toEqual([]);
      expect(await store.conversations.history('c', -1)).toEqual([]);
    });

    it('names the person who wrote a line', async () => {
      const { store, second } = await fresh();
      const line = { at: NOW, by: 'person', channel: 'desk', text: 'A new bag is on its way.', name: 'Marta' } as const;
      await store.conversations.commit(commitOf('c', 0, { history: [line] }));
      expect(await second.conversations.history('c', 1)).toEqual([line]);
      expect(await second.conversations.since('c', null, 1)).toEqual([{ ...line, version: 1, line: 0 }]);
    });
  });
}
