import fc from 'fast-check';
import type { Mistake } from './rush';
import { happen, scene } from './rush-scene';
import { holdsTrue } from './rush-truths';

const SCENES = fc.sample(scene, { seed: 20_261_122, numRuns: 300 });

/** What is said of the first scene in which the mistake shows; null: it never did. */
async function complaintAbout(broken: Mistake): Promise<string | null> {
  for (const one of SCENES) {
    try {
      await holdsTrue(await happen(one, broken));
    } catch (error) {
      return String(error);
    }
  }
  return null;
}

const MISTAKES: Readonly<Record<string, readonly [Mistake, RegExp]>> = {
  'that begins an attempt as often as it is asked to': [
    (store) => ({
      ...store,
      attempts: {
        ...store.attempts,
        async begin(attempt) {
          await store.attempts.begin(attempt);
          return 'begun';
        },
      },
    }),
    /sent twice|toEqual|denied|voided/,
  ],
  'that lets every commit through': [
    (store) => ({
      ...store,
      conversations: {
        ...store.conversations,
        async commit(turn) {
          const now = await store.conversations.load(turn.conversationId);
          return store.conversations.commit({ ...turn, expectedVersion: now?.version ?? 0 });
        },
      },
    }),
    /toEqual|two turns|nobody had heard|never told/,
  ],
  'that forgets what an order came to': [
    (store) => ({ ...store, attempts: { ...store.attempts, finish: async () => undefined } }),
    /toEqual|told/,
  ],
  'that tells an outcome without writing it down': [
    (store) => ({
      ...store,
      conversations: {
        ...store.conversations,
        commit: (turn) => store.conversations.commit({ ...turn, told: [] }),
      },
    }),
    /toEqual|sent before/,
  ],
};

describe('interleavings show a store', () => {
  test.each(Object.entries(MISTAKES))('%s', async (_, [broken, complaint]) => {
    expect(await complaintAbout(broken)).toMatch(complaint);
  });
});
