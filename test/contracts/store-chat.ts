/** What every store must do for a chat: lines from any place on, and visitors who come back. */

import type { PlacedLine } from '../../lambda/services/conversation/lines';
import type { Fresh } from './store';
import { commitOf, NOW } from './store-samples';

const DAY = 24 * 3_600_000;

export function chatContract(fresh: Fresh): void {
  describe('lines since a place', () => {
    const placesOf = (lines: readonly PlacedLine[]) => lines.map(({ version, line }) => `${version}.${line}`);

    it('are those after it, in order, each once, to every handle', async () => {
      const { store, second } = await fresh();
      for (let version = 0; version < 12; version += 1) await store.conversations.commit(commitOf('c', version));
      await store.conversations.commit(commitOf('other', 0));
      const all = await second.conversations.since('c', null, 100);
      expect(placesOf(all)).toEqual(Array.from({ length: 24 }, (_, at) => `${Math.floor(at / 2) + 1}.${at % 2}`));
      for (const [at, place] of all.entries()) {
        expect(placesOf(await second.conversations.since('c', place, 5))).toEqual(placesOf(all.slice(at + 1, at + 6)));
      }
      expect(placesOf(await store.conversations.since('c', { version: 0, line: 0 }, 3))).toEqual(['1.0', '1.1', '2.0']);
      for (const [at, place] of all.entries()) {
        const earlier = await second.conversations.before('c', place, 5);
        expect(placesOf(earlier)).toEqual(placesOf(all.slice(Math.max(0, at - 5), at)));
      }
      expect(await store.conversations.before('c', { version: 0, line: 0 }, 5)).toEqual([]);
    });

    it('are the last ones where no place is given, newest last', async () => {
      const { store } = await fresh();
      for (let version = 0; version < 3; version += 1) await store.conversations.commit(commitOf('c', version));
      expect(placesOf(await store.conversations.since('c', null, 3))).toEqual(['2.1', '3.0', '3.1']);
      expect(await store.conversations.since('c', null, -1)).toEqual([]);
      expect(await store.conversations.since('nobody', null, 3)).toEqual([]);
    });

    it('carry what a screen shows, which the history of words does not', async () => {
      const { store } = await fresh();
      const line = { at: NOW, by: 'bot', channel: 'web', text: 'Sure?' } as const;
      const show = { question: { id: 'Purchase.confirm', expects: ['yesno'], options: [] } } as const;
      await store.conversations.commit(commitOf('c', 0, { history: [{ ...line, show }, line] }));
      expect(await store.conversations.since('c', null, 2)).toEqual([
        { ...line, show, version: 1, line: 0 },
        { ...line, version: 1, line: 1 },
      ]);
      expect(await store.conversations.history('c', 2)).toEqual([line, line]);
    });
  });

  describe('visitors', () => {
    const visitor = { tokenHash: 'h', address: 'v', locale: 'it-IT', lastSeenAt: NOW, expiresAt: NOW + DAY };

    it('are known by the hash of their token, to every handle', async () => {
      const { store, second } = await fresh();
      await store.visitors.add(visitor, NOW);
      const { tokenHash, ...known } = visitor;
      expect(await second.visitors.byToken(tokenHash)).toEqual(known);
      expect(await second.visitors.byToken('v')).toBeNull();
      await expect(store.visitors.add(visitor, NOW)).rejects.toThrow();
    });

    it('stay longer when they are seen, and are forgotten when they are not', async () => {
      const { store } = await fresh();
      await store.visitors.add(visitor, NOW);
      await store.visitors.add({ ...visitor, tokenHash: 'h2', address: 'v2' }, NOW);
      await store.visitors.seen('v', NOW + 1, NOW + 3 * DAY);
      await store.visitors.add({ ...visitor, tokenHash: 'h3', address: 'v3' }, NOW + 2 * DAY);
      expect(await store.visitors.byToken('h')).toMatchObject({ lastSeenAt: NOW + 1, expiresAt: NOW + 3 * DAY });
      expect(await store.visitors.byToken('h2')).toBeNull();
    });

    it('begin one session with their first word and after a pause, however many words come at once', async () => {
      const { store, second } = await fresh();
      await store.visitors.add(visitor, NOW);
      const speak = (at: number) =>
        Promise.all([store, second, store].map(({ visitors }) => visitors.speak('v', at, at - 1000)));
      const isNew = (all: Awaited<ReturnType<typeof speak>>) => all.filter((one) => one.isNew).length;
      const first = await speak(NOW);
      expect(isNew(first)).toBe(1);
      expect(new Set(first.map(({ session }) => session))).toEqual(new Set([NOW]));
      expect(isNew(await speak(NOW + 1000))).toBe(0);
      // The pause counts from the last word, not from the first.
      expect(isNew(await speak(NOW + 2000))).toBe(0);
      const later = await speak(NOW + 3001);
      expect(isNew(later)).toBe(1);
      expect(new Set(later.map(({ session }) => session))).toEqual(new Set([NOW + 3001]));
    });
  });
}
