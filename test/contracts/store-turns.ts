/** What every store must do with turns: one winner a version, all or nothing, and a faulty one fails alone. */

import fc from 'fast-check';
import type { Commit } from '../../lambda/services/conversation/conversation';
import { freshMemory } from '../../lambda/services/conversation/memory';
import { mass } from '../kit/masses';
import type { Fresh } from './store';
import { commitOf, NOW, own, ticks } from './store-samples';

const SEED = Math.trunc(Math.random() * 2 ** 31);
const RACES = mass(100, 5_000);

export function conversationContract(fresh: Fresh): void {
  describe('conversations', () => {
    it('knows nobody at first', async () => {
      const { store } = await fresh();
      expect(await store.conversations.load('c')).toBeNull();
      expect(await store.conversations.history('c', 10)).toEqual([]);
    });

    it('gives back the memory of the last commit, to every handle', async () => {
      const { store, second } = await fresh();
      const memory = { ...freshMemory(), visits: 7, session: 'Zoë 🐶 \u0000 \ud800 "\'--' };
      expect(await store.conversations.commit(commitOf('c', 0))).toBe('committed');
      expect(await second.conversations.commit(commitOf('c', 1, { memory }))).toBe('committed');
      expect(await store.conversations.load('c')).toEqual({ memory, version: 2 });
    });

    it('refuses a version that moved on, was never there, or is not new', async () => {
      const { store, second } = await fresh();
      await store.conversations.commit(commitOf('c', 0));
      const late = { answer: { channel: 'alexa', requestId: 'late', body: 'late' } } as const;
      expect(await second.conversations.commit(commitOf('c', 0, late))).toBe('conflict');
      expect(await second.conversations.commit(commitOf('c', 2, late))).toBe('conflict');
      expect(await second.conversations.commit(commitOf('unknown', 1, late))).toBe('conflict');
      expect(await store.conversations.load('c')).toMatchObject({ version: 1 });
      expect(await store.conversations.load('unknown')).toBeNull();
      expect(await store.conversations.answerOf('alexa', 'late')).toBeNull();
      expect(await store.conversations.history('c', 10)).toHaveLength(2);
    });

    it('takes what follows on in one go, in order', async () => {
      const { store } = await fresh();
      const all = await Promise.all(
        [0, 1, 2, 1, 3].map((version, i) => store.conversations.commit(commitOf('c', version, own(i)))),
      );
      expect(all).toEqual(['committed', 'committed', 'committed', 'conflict', 'committed']);
      expect(await store.conversations.load('c')).toMatchObject({ version: 4, memory: { visits: 4 } });
    });

    it('takes hundreds of conversations at once', async () => {
      const { store, second } = await fresh();
      const ids = Array.from({ length: 600 }, (_, index) => `c${index}`);
      const all = await Promise.all(ids.map((id) => store.conversations.commit(commitOf(id, 0))));
      expect(new Set(all)).toEqual(new Set(['committed']));
      for (const id of ids) expect(await second.conversations.load(id)).toMatchObject({ version: 1 });
    });

    it('keeps ids apart that only strange characters tell apart', async () => {
      const { store } = await fresh();
      const ids = [
        '__proto__',
        'constructor',
        'a',
        'A',
        'a ',
        "a' or '1'='1",
        'a%',
        'é',
        'e\u0301',
        'a\u0000',
        'a\u0000b',
      ];
      for (const id of ids) expect(await store.conversations.commit(commitOf(id, 0))).toBe('committed');
      for (const id of ids) expect(await store.conversations.commit(commitOf(id, 0, own(id)))).toBe('conflict');
      for (const id of ids) expect(await store.conversations.history(id, 10)).toHaveLength(2);
    });

    it('reads a memory of another schema as a new one that keeps its owner, and commits on top of it', async () => {
      const { store } = await fresh();
      const handOff = { id: 'h', reference: '12345678', since: NOW };
      const foreign = { schema: 99, owner: 'human', handOff, mood: 'good' } as never;
      await store.conversations.commit(commitOf('c', 0, { memory: foreign }));
      expect(await store.conversations.load('c')).toEqual({
        version: 1,
        memory: { ...freshMemory(), owner: 'human', handOff },
      });
      expect(await store.conversations.commit(commitOf('c', 1))).toBe('committed');
    });

    it(`lets exactly one of two commits on a version win, in ${RACES} interleavings`, async () => {
      const { store, second } = await fresh();
      const wait = fc.nat({ max: 4 });
      const runs = fc.sample(fc.tuple(wait, wait, fc.boolean(), fc.integer({ min: 0, max: 1 })), {
        numRuns: RACES,
        seed: SEED,
      });
      const outcomes = await Promise.all(
        runs.map(async ([left, right, apart, before], run) => {
          const id = `race-${run}`;
          if (before) await store.conversations.commit(commitOf(id, 0, own(`${run}-0`)));
          const both = await Promise.all([
            ticks(left).then(() => store.conversations.commit(commitOf(id, before, own(`${run}-l`)))),
            ticks(right).then(() =>
              (apart ? second : store).conversations.commit(commitOf(id, before, own(`${run}-r`))),
            ),
          ]);
          const version = (await store.conversations.load(id))?.version;
          return `${[...both].sort().join(' ')} ${version === before + 1}`;
        }),
      );
      const odd = outcomes
        .map((outcome, run) => ({ outcome, run }))
        .filter(({ outcome }) => outcome !== 'committed conflict true');
      expect({ seed: SEED, odd }).toEqual({ seed: SEED, odd: [] });
    });

    it('refuses work when it is closed, and closes twice', async () => {
      const { store } = await fresh();
      const last = store.conversations.commit(commitOf('c', 0));
      await store.close();
      await store.close();
      expect(await last).toBe('committed');
      await expect(store.conversations.commit(commitOf('c', 1))).rejects.toThrow(/closed/);
      await expect(store.conversations.load('c')).rejects.toThrow(/closed/);
    });
  });
}

export function faultContract(fresh: Fresh): void {
  describe('a faulty turn', () => {
    const outbox = [{ id: 'o1', kind: 'message', destination: 'desk', body: '{}' }] as const;
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    const faults: readonly (readonly [string, Partial<Commit>])[] = [
      ['a memory that is no JSON', { memory: circle as never }],
      ['a big integer', { memory: { n: 1n } as never }],
      ['a message sent before', { outbox }],
      ['a missing text', { answer: { channel: 'alexa', requestId: 'r', body: null as never } }],
      ['an undefined time', { history: [{ at: undefined as never, by: 'bot', channel: 'alexa', text: '' }] }],
      ['a truth where a number belongs', { history: [{ at: true as never, by: 'bot', channel: 'alexa', text: '' }] }],
      ['no number', { history: [{ at: Number.NaN, by: 'bot', channel: 'alexa', text: '' }] }],
    ];

    it.each(faults)('with %s fails alone and whole', async (_, fault) => {
      const { store } = await fresh();
      await store.conversations.commit(commitOf('first', 0, { outbox }));
      const before = Array.from({ length: 5 }, (_, i) => commitOf(`before${i}`, 0));
      const after = Array.from({ length: 5 }, (_, i) => commitOf(`after${i}`, 0));
      const all = [...before, commitOf('faulty', 0, fault), ...after];
      const settled = await Promise.allSettled(all.map((commit) => store.conversations.commit(commit)));
      expect(settled.map(({ status }) => status === 'fulfilled')).toEqual(
        all.map((commit) => commit.conversationId !== 'faulty'),
      );
      expect(await store.conversations.load('faulty')).toBeNull();
      expect(await store.conversations.answerOf('alexa', 'faulty/0')).toBeNull();
      expect(await store.conversations.history('faulty', 9)).toEqual([]);
      for (const { conversationId } of [...before, ...after]) {
        expect(await store.conversations.load(conversationId)).toMatchObject({ version: 1 });
      }
      expect(await store.conversations.commit(commitOf('faulty', 0))).toBe('committed');
    });
  });
}
