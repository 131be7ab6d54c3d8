/** Reading a memory back: never a throw, and who owns the conversation survives. */

import fc from 'fast-check';
import { freshMemory, readMemory } from '../../lambda/services/conversation/memory';
import { mass } from '../kit/masses';

const HAND_OFF = { id: 'h1', reference: '12345678', since: 1_700_000_000_000 };

describe('readMemory', () => {
  it('gives back what was written', () => {
    const memory = { ...freshMemory(), visits: 3, session: 's', owner: 'human' as const, handOff: HAND_OFF };
    expect(readMemory(JSON.stringify(memory))).toEqual(memory);
  });

  it.each([
    ['another schema', { ...freshMemory(), schema: 2, visits: 9, owner: 'human', handOff: HAND_OFF }],
    ['a missing part', { schema: 1, owner: 'human', handOff: HAND_OFF }],
    ['a part of another kind', { ...freshMemory(), misses: 3, owner: 'human', handOff: HAND_OFF }],
    ['a deeper part missing', { ...freshMemory(), misses: { inARow: 1 }, owner: 'human', handOff: HAND_OFF }],
  ])('keeps owner and hand-off of %s', (_, stored) => {
    expect(readMemory(JSON.stringify(stored))).toEqual({ ...freshMemory(), owner: 'human', handOff: HAND_OFF });
  });

  it('drops a hand-off and an owner it cannot read', () => {
    const stored = { ...freshMemory(), owner: 'cat', handOff: { id: 3 } };
    expect(readMemory(JSON.stringify(stored))).toEqual(freshMemory());
  });

  it('reads anything at all as some memory', () => {
    const shape = Object.keys(freshMemory()).sort();
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json(), fc.constantFrom('', '{', 'null', '[]', '{"__proto__":{"owner":"human"}}')),
        (text) => {
          const memory = readMemory(text);
          expect(Object.keys(memory).sort()).toEqual(shape);
          expect(memory.owner).toBe('bot');
        },
      ),
      { numRuns: mass(200, 1_000) },
    );
  });

  it('is a new memory each time', () => {
    expect(freshMemory()).not.toBe(freshMemory());
    expect(freshMemory()).toEqual(freshMemory());
  });
});
