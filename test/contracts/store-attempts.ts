/** What every store must do with order attempts: one begins each, and a final result stays. */

import type { Attempt, Attempts } from '../../lambda/services/commerce/attempts';
import type { Fresh } from './store';
import { attemptOf, commitOf, NOW } from './store-samples';

const MINUTE = 60 * 1000;

export function attemptContract(fresh: Fresh): void {
  describe('order attempts', () => {
    it('lets the first one begin and tells everybody else what was begun', async () => {
      const { store, second } = await fresh();
      expect(await store.attempts.get('p')).toBeNull();
      expect(await store.attempts.begin(attemptOf('p'))).toBe('begun');
      const other = await second.attempts.begin(
        attemptOf('p', { shopperId: 'ben', proposal: 'other', startedAt: NOW + 1 }),
      );
      expect(other).toEqual({ ...attemptOf('p'), state: 'in-flight', result: null, told: false });
      expect(await second.attempts.get('p')).toEqual(other);
    });

    it('lets exactly one of many begin', async () => {
      const { store, second } = await fresh();
      const begun = await Promise.all(
        Array.from({ length: 400 }, (_, i) => (i % 2 ? store : second).attempts.begin(attemptOf(`p${i % 40}`))),
      );
      expect(begun.filter((outcome) => outcome === 'begun')).toHaveLength(40);
    });

    it('lets an attempt be over as it begins, for good', async () => {
      const { store, second } = await fresh();
      const given = { state: 'refused', result: '"given up"', told: true } as const;
      expect(await store.attempts.begin({ ...attemptOf('p'), ...given })).toBe('begun');
      expect(await second.attempts.begin(attemptOf('p'))).toMatchObject(given);
      await second.attempts.finish('p', 'placed', '{}', false);
      expect(await store.attempts.get('p')).toMatchObject(given);
      expect(await store.attempts.open('ana', NOW)).toEqual([]);
    });

    it('finishes an attempt, also one that was unknown before', async () => {
      const { store, second } = await fresh();
      await store.attempts.begin(attemptOf('p'));
      await store.attempts.finish('p', 'unknown', '{"why":"timeout"}', true);
      expect(await second.attempts.get('p')).toMatchObject({
        state: 'unknown',
        result: '{"why":"timeout"}',
        told: true,
      });
      await second.attempts.finish('p', 'placed', '{"order":1}', false);
      expect(await store.attempts.get('p')).toMatchObject({ state: 'placed', result: '{"order":1}', told: false });
    });

    it.each(['placed', 'refused'] as const)('never changes an attempt that is %s', async (state) => {
      const { store, second } = await fresh();
      await store.attempts.begin(attemptOf('p'));
      await store.attempts.finish('p', state, 'first', true);
      for (const later of ['placed', 'refused', 'unknown'] as const) {
        await second.attempts.finish('p', later, 'later', false);
        expect(await store.attempts.get('p')).toMatchObject({ state, result: 'first', told: true });
      }
      expect(await store.attempts.begin(attemptOf('p'))).toMatchObject({ state, result: 'first' });
    });

    it('ignores the end of what never began', async () => {
      const { store } = await fresh();
      await store.attempts.finish('p', 'placed', '{}', true);
      await store.attempts.told('p');
      expect(await store.attempts.get('p')).toBeNull();
    });

    it('remembers that a late result was told', async () => {
      const { store } = await fresh();
      await store.attempts.begin(attemptOf('p'));
      await store.attempts.finish('p', 'placed', '{}', false);
      expect(ids(await store.attempts.open('ana', NOW))).toEqual(['p']);
      await store.attempts.told('p');
      expect(ids(await store.attempts.open('ana', NOW))).toEqual([]);
      expect(await store.attempts.get('p')).toMatchObject({ state: 'placed', told: true });
    });
  });

  describe('an outcome told in a turn', () => {
    it('is told when the turn is committed, and not when it lost', async () => {
      const { store, second } = await fresh();
      for (const id of ['p', 'q']) {
        await store.attempts.begin(attemptOf(id));
        await store.attempts.finish(id, 'placed', '{}', false);
      }
      await store.conversations.commit(commitOf('c', 0, { told: ['p', 'never begun'] }));
      const lost = { told: ['q'], answer: { channel: 'alexa', requestId: 'late', body: 'late' } } as const;
      expect(await second.conversations.commit(commitOf('c', 0, lost))).toBe('conflict');
      expect(await second.attempts.get('p')).toMatchObject({ state: 'placed', told: true });
      expect(await second.attempts.get('q')).toMatchObject({ state: 'placed', told: false });
    });
  });

  describe('lists of order attempts', () => {
    it('has what is open of one shopper, oldest first', async () => {
      const { store } = await fresh();
      await all(store.attempts);
      expect(ids(await store.attempts.open('ana', NOW))).toEqual([
        'unknown-told',
        'unknown',
        'stuck',
        'late-refused',
        'late',
      ]);
      expect(ids(await store.attempts.open('ana', NOW + MINUTE))).toContain('in-flight');
      expect(await store.attempts.open('nobody', NOW)).toEqual([]);
    });

    it('has what is unresolved of all shoppers, at most so many', async () => {
      const { store } = await fresh();
      await all(store.attempts);
      expect(ids(await store.attempts.unresolved(NOW, 10))).toEqual(['unknown-told', 'unknown', 'bens', 'stuck']);
      expect(ids(await store.attempts.unresolved(NOW, 2))).toEqual(['unknown-told', 'unknown']);
      expect(await store.attempts.unresolved(NOW, -1)).toEqual([]);
    });

    it('has what was placed since then, newest first', async () => {
      const { store } = await fresh();
      await all(store.attempts);
      expect(ids(await store.attempts.placedSince('ana', NOW - 2 * MINUTE))).toEqual(['late', 'done']);
      expect(ids(await store.attempts.placedSince('ana', NOW - MINUTE))).toEqual(['late']);
    });
  });
}

function ids(attempts: readonly Attempt[]): readonly string[] {
  return attempts.map(({ proposalId }) => proposalId);
}

/** One attempt of every kind; the number is how many minutes ago it began. */
async function all(attempts: Attempts): Promise<void> {
  const kinds: readonly (readonly [string, number, Parameters<Attempts['finish']>[1] | null, boolean])[] = [
    ['unknown-told', 9, 'unknown', true],
    ['unknown', 8, 'unknown', false],
    ['stuck', 6, null, false],
    ['late-refused', 5, 'refused', false],
    ['refused', 4, 'refused', true],
    ['done', 2, 'placed', true],
    ['late', 1, 'placed', false],
    ['in-flight', 0, null, false],
  ];
  await attempts.begin(attemptOf('bens', { shopperId: 'ben', startedAt: NOW - 7 * MINUTE }));
  for (const [id, minutes, state, told] of [...kinds].reverse()) {
    await attempts.begin(attemptOf(id, { startedAt: NOW - minutes * MINUTE }));
    if (state) await attempts.finish(id, state, '{}', told);
  }
}
