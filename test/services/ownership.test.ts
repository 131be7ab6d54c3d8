/** Whose conversation it is after each event of a desk. */

import { freshMemory } from '../../lambda/services/conversation/memory';
import type { HandOff } from '../../lambda/services/hand-off/hand-offs';
import { after, type OwnedBefore, type OwningEvent } from '../../lambda/services/hand-off/ownership';
import type { Memory, OpenQuestion } from '../../lambda/vocabulary/memory';

const CREATED = 1_000;
const NOW = 9_000;
const MARTA = { id: 'marta', name: 'Marta' };
const BEA = { id: 'bea', name: 'Bea' };

const handOff = (over: Partial<HandOff> = {}): HandOff => ({
  ...{ id: 'h', conversationId: 'c', reference: '12345678', reason: 'asked', wish: 'answer', locale: 'en-GB' },
  ...{
    state: 'pending',
    agent: null,
    createdAt: CREATED,
    acceptedAt: null,
    endedAt: null,
    done: null,
    topic: null,
    rating: null,
    call: null,
  },
  waitingSince: CREATED,
  ...over,
});
const waiting: Memory = {
  ...freshMemory(),
  owner: 'human',
  handOff: { id: 'h', reference: '12345678', since: CREATED },
};
const question = (id: `${string}.${string}`, ifLeft: 'wait' | 'drop' = 'wait'): OpenQuestion => ({
  question: { id, with: {}, expects: ['yesno'], state: null, ifLeft },
  ...{ session: 's', person: null, at: CREATED, offered: true },
});

type Happening = Partial<Omit<OwnedBefore, 'clean' | 'isComplaint'>>;
function happens(what: object, over: Happening = {}) {
  const event = { id: 'e', handOffId: 'h', at: NOW, ...what } as OwningEvent;
  const before = { handOff: handOff(), memory: waiting, resumePoint: null, now: NOW, ...over };
  return after(event, { ...before, clean: (text) => text.replace('secret', '[card]'), isComplaint: () => false });
}
const accepted = { kind: 'accepted', agent: MARTA };
const said = { kind: 'said', agent: MARTA, text: 'Hello, secret.' };
const returned = { kind: 'returned', agent: MARTA };
const over = handOff({ state: 'completed', agent: MARTA, acceptedAt: 2_000, endedAt: 3_000, waitingSince: null });
const withBot: Memory = { ...waiting, owner: 'bot' };

test('who takes it has it, from then on', () => {
  expect(happens(accepted)).toMatchObject({
    handOff: { state: 'accepted', agent: MARTA, acceptedAt: NOW, waitingSince: CREATED },
    memory: { owner: 'human', handOff: { agent: 'Marta', takenAt: NOW } },
  });
});

test('taking what one has, or what is over, changes nothing', () => {
  expect(happens(accepted, { handOff: handOff({ state: 'accepted', agent: MARTA }) })).toBeNull();
  expect(happens(accepted, { handOff: over, memory: withBot })).toBeNull();
});

test('a colleague takes it over, and the first moment stays', () => {
  const taken = handOff({ state: 'accepted', agent: MARTA, acceptedAt: 2_000 });
  expect(happens({ kind: 'accepted', agent: BEA }, { handOff: taken })).toMatchObject({
    handOff: { agent: BEA, acceptedAt: 2_000 },
    memory: { handOff: { agent: 'Bea' } },
  });
});

test('a word takes it, waits unread without personal data, and it is the shopper’s turn', () => {
  expect(happens(said)).toMatchObject({
    handOff: { state: 'accepted', agent: MARTA, waitingSince: null },
    memory: { owner: 'human', unread: [{ id: 'e', by: 'Marta', at: NOW, text: 'Hello, [card].' }] },
  });
});

test.each([
  ['long', 3_000, 10],
  ['short', 10, 74],
])('of %s words that wait unread so many are remembered, the latest', (_how, signs, most) => {
  const unread = Array.from({ length: 100 }, (_, at) => ({ id: `${at}`, by: 'Marta', at, text: 'a'.repeat(signs) }));
  const { memory } = happens(said, { memory: { ...waiting, unread } }) ?? {};
  expect(memory?.unread).toHaveLength(most);
  expect(memory?.unread.slice(-3).map(({ id }) => id)).toEqual(['98', '99', 'e']);
});

test('a word after the end takes it again; one that was on its way since before the end does not', () => {
  const at = { handOff: over, memory: withBot };
  expect(happens(said, at)).toMatchObject({
    handOff: { state: 'accepted', endedAt: null },
    memory: { owner: 'human' },
  });
  expect(happens({ ...said, at: 2_999 }, at)).toMatchObject({
    handOff: { state: 'completed', endedAt: 3_000 },
    memory: { owner: 'bot', unread: [{ id: 'e' }] },
  });
});

test('a word on an old hand-off takes nothing from who has another one, and is heard all the same', () => {
  const memory: Memory = { ...waiting, handOff: { id: 'other', reference: '87654321', since: 4_000, agent: 'Bea' } };
  expect(happens(said, { handOff: over, memory })).toMatchObject({
    handOff: { state: 'completed' },
    memory: { owner: 'human', handOff: { id: 'other', agent: 'Bea' }, unread: [{ id: 'e' }] },
  });
});

test('a word on an old hand-off takes the conversation where nobody has it', () => {
  const memory: Memory = { ...withBot, handOff: { id: 'other', reference: '87654321', since: 4_000 } };
  expect(happens(said, { handOff: over, memory })).toMatchObject({
    handOff: { state: 'accepted' },
    memory: { owner: 'human', handOff: { id: 'h', reference: '12345678', agent: 'Marta' } },
  });
});

test('an old hand-off that ends leaves the one that is open alone', () => {
  const memory: Memory = { ...waiting, handOff: { id: 'other', reference: '87654321', since: 4_000 } };
  expect(happens(returned, { memory })).toMatchObject({ handOff: { state: 'completed' }, memory });
});

test('given back, the bot has it again with what waited, once more and as from now', () => {
  const resumePoint = {
    questions: [question('Purchase.confirm'), question('Welcome.more', 'drop')],
    topic: { productId: 'p' },
  };
  expect(happens(returned, { resumePoint })).toMatchObject({
    handOff: { state: 'completed', endedAt: NOW, waitingSince: null },
    memory: {
      owner: 'bot',
      questions: [{ question: { id: 'Purchase.confirm' }, at: NOW, offered: false }],
      topic: { productId: 'p' },
    },
  });
});

test('what the shopper was asked meanwhile stays on top, and nothing is asked twice', () => {
  const memory = { ...waiting, questions: [question('Person.add'), question('Purchase.confirm')] };
  const resumePoint = { questions: [question('Purchase.confirm'), question('Reorder.which')], topic: {} };
  const { memory: back } = happens(returned, { memory, resumePoint }) ?? {};
  expect(back?.questions.map(({ question: { id } }) => id)).toEqual([
    'Reorder.which',
    'Person.add',
    'Purchase.confirm',
  ]);
});

test('what the person ordered is not asked again, and what was done is noted', () => {
  const resumePoint = { questions: [question('Purchase.confirm')], topic: {} };
  const closed = { kind: 'closed', agent: MARTA, done: 'order-placed', topic: 'coffee' };
  expect(happens(closed, { resumePoint })).toMatchObject({
    handOff: { state: 'completed', done: 'order-placed', topic: 'coffee' },
    memory: { owner: 'bot', questions: [] },
  });
});

test('a desk that could not be reached gives it back, and leaves something to be told', () => {
  expect(happens({ kind: 'failed' })).toMatchObject({
    handOff: { state: 'failed', endedAt: NOW },
    memory: { owner: 'bot', handOff: { failed: true } },
  });
  const failed = { handOff: handOff({ state: 'failed', endedAt: 3_000 }), memory: { ...withBot } };
  expect(happens({ kind: 'failed' }, failed)).toBeNull();
});

test('who answers one that had failed after all leaves nothing to be sorry for', () => {
  const memory: Memory = { ...withBot, handOff: { id: 'h', reference: '12345678', since: CREATED, failed: true } };
  const { memory: taken } = happens(said, { handOff: handOff({ state: 'failed', endedAt: 3_000 }), memory }) ?? {};
  expect(taken?.handOff).not.toHaveProperty('failed');
});

test.each(['returned', 'closed', 'failed'])('what is over is not %s', (kind) => {
  expect(happens({ kind, agent: MARTA, done: 'nothing', topic: null }, { handOff: over, memory: withBot })).toBeNull();
});

test('an act that counts only while somebody has it does nothing when it is another one’s', () => {
  const taken = handOff({ state: 'accepted', agent: BEA });
  expect(happens({ ...returned, heldBy: 'marta' }, { handOff: taken })).toBeNull();
  expect(happens({ ...accepted, heldBy: null }, { handOff: taken })).toBeNull();
  expect(happens({ ...returned, heldBy: 'bea' }, { handOff: taken })).not.toBeNull();
});
