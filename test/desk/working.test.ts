/** Working at the desk: the queue, taking, answering, giving back, and two people who want the same. */

import { randomUUID } from 'node:crypto';
import { anyCall } from '../kit/call';
import { queued } from '../kit/queued';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';
import { askForPerson, type DeskServer, deskOf, knock, type Sitting } from './desk-server';

const at = useHouse();
let server: DeskServer;
let marta: Sitting;
let luca: Sitting;

beforeEach(async () => {
  ({ server, marta, luca } = await deskOf(at.house, { marta: 'agent', luca: 'agent' }));
});
afterEach(() => server.close());

const handOff = async (id: string) => {
  const found = await at.house.store.handOffs.get(id);
  if (!found) throw new Error('there is no such hand-off');
  return found;
};
const ownerOf = async (id: string) =>
  (await at.house.store.conversations.load((await handOff(id)).conversationId))?.memory.owner;
const personLines = async (id: string) => (await marta.detail(id)).lines.filter(({ by }) => by === 'person');

describe('the queue', () => {
  test('shows who waits since when, why, and what it is about', async () => {
    const { id, packet } = await askForPerson(at.house);
    at.house.clock.advance(60_000);
    const other = await askForPerson(at.house, 'bruno');
    const queue = await marta.queue();
    expect(queue.map((entry) => entry.id)).toEqual([id, other.id]);
    expect(queue[0]).toMatchObject({
      reference: packet.reference,
      reason: 'asked',
      wish: 'answer',
      locale: 'en-GB',
      agent: null,
      waitingSince: packet.createdAt,
      shopper: 'Ana',
    });
    expect(JSON.stringify(queue)).not.toContain('conversationId');
  });

  test('tells what was said last, what the bot had understood, and where', async () => {
    const texter = createTexter(at.house, { shopper: 'ana' });
    await texter.says('my parcel arrived broken');
    await texter.says('I want to talk to a person');
    const [asked] = await marta.queue();
    const last = { by: 'shopper', text: 'I want to talk to a person', channel: 'web' };
    expect(asked).toMatchObject({ matter: 'DeliveryProblem', channel: 'web', hasPhoto: false, last });
    await marta.takes(asked?.id ?? '');
    await marta.says(asked?.id ?? '', 'I see.');
    expect((await marta.queue())[0]?.last).toMatchObject({ by: 'person', name: 'Marta', text: 'I see.' });
  });

  test.each([
    ['says', (id: string) => marta.says(id, 'I see.')],
    ['closes it', (id: string) => marta.act(id, 'close', { done: 'answered', topic: null })],
  ] as const)('whoever takes it and %s in one go has it already', async (_what, next) => {
    const { id } = await askForPerson(at.house);
    const free = await at.house.store.handOffs.get(id);
    await marta.takes(id);
    // It was looked at before the taking was written.
    jest.spyOn(at.house.store.handOffs, 'get').mockResolvedValueOnce(free);
    expect((await next(id)).status).toBe(200);
  });

  test('says when a shopper was last heard', async () => {
    const { id, texter } = await askForPerson(at.house);
    at.house.clock.advance(60_000);
    await texter.says('are you there?');
    expect((await marta.queue())[0]).toMatchObject({ id, heardAt: at.house.clock.now() });
  });

  test('keeps what ended for a day', async () => {
    const { id } = await askForPerson(at.house);
    await marta.takes(id);
    await marta.act(id, 'close', { done: 'answered', topic: 'coffee' });
    expect((await marta.queue())[0]).toMatchObject({ id, state: 'completed', done: 'answered', topic: 'coffee' });
    at.house.clock.advance(24 * 3_600_000 + 1);
    expect(await queued(at.house.store, at.house.clock.now() - 24 * 3_600_000)).toEqual([]);
  });
});

describe('a hand-off', () => {
  test('comes with the shopper’s other ones, their result and notes', async () => {
    const { id } = await askForPerson(at.house);
    await marta.takes(id);
    await marta.act(id, 'note', { text: 'A regular.' });
    await marta.act(id, 'close', { done: 'refunded', topic: 'torn bag' });
    const second = await askForPerson(at.house);
    await askForPerson(at.house, 'bruno');
    const { others } = await marta.detail(second.id);
    expect(others).toMatchObject([
      { handOff: { id, done: 'refunded', topic: 'torn bag' }, notes: [{ by: 'Marta', text: 'A regular.' }] },
    ]);
    expect((await marta.detail(id)).others.map(({ handOff: { id: other } }) => other)).toEqual([second.id]);
  });

  test('is shown with packet, transcript and notes', async () => {
    const { id, packet } = await askForPerson(at.house);
    await marta.act(id, 'note', { text: 'A regular.' });
    const detail = await marta.detail(id);
    expect(detail.packet).toMatchObject({ summary: packet.summary, reference: packet.reference });
    expect(detail.lines.map(({ by }) => by)).toEqual(['shopper', 'bot']);
    expect(detail.notes).toMatchObject([{ by: 'Marta', text: 'A regular.' }]);
    expect(JSON.stringify(detail)).not.toMatch(/conversationId|resumePoint/);
  });

  test('is taken by exactly one of two who want it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await askForPerson(at.house, ['ana', 'bruno', 'chiara', 'daniel', 'emma'][round] ?? null);
      const tries = await Promise.all([marta.takes(id), luca.takes(id)]);
      expect(tries.map(({ status }) => status).sort()).toEqual([200, 409]);
      const winner = tries[0]?.status === 200 ? marta.me : luca.me;
      expect((await handOff(id)).agent).toEqual({ id: winner.id, name: winner.name });
      const lost = tries.find(({ status }) => status === 409);
      expect(await lost?.json()).toMatchObject({ error: 'taken', handOff: { agent: { id: winner.id } } });
    }
  });

  test('is taken over from a colleague only by whoever says so', async () => {
    const { id } = await askForPerson(at.house);
    await marta.takes(id);
    expect((await luca.takes(id)).status).toBe(409);
    expect((await luca.says(id, 'Hello')).status).toBe(409);
    expect((await luca.act(id, 'return')).status).toBe(409);
    expect((await luca.act(id, 'close', { done: 'nothing' })).status).toBe(409);
    expect((await luca.takes(id, marta.me.id)).status).toBe(200);
    expect((await marta.says(id, 'Hello')).status).toBe(409);
    expect((await luca.says(id, 'Hello')).status).toBe(200);
    expect(await personLines(id)).toMatchObject([{ name: 'Luca', text: 'Hello' }]);
    // And back again, as often as they like.
    expect((await marta.takes(id, luca.me.id)).status).toBe(200);
    expect((await luca.takes(id, marta.me.id)).status).toBe(200);
    expect((await handOff(id)).agent?.name).toBe('Luca');
  });

  test('is answered, and the shopper reads it under the name of the person', async () => {
    const { id, texter } = await askForPerson(at.house);
    await marta.takes(id);
    expect((await marta.says(id, 'Hi Ana, Marta here.')).status).toBe(200);
    expect(await ownerOf(id)).toBe('human');
    expect((await handOff(id)).waitingSince).toBeNull();
    expect(await personLines(id)).toMatchObject([
      { name: 'Marta', text: 'Hi Ana, Marta here.', sent: { fate: 'kept', to: null } },
    ]);
    await texter.says('thank you');
    expect(await personLines(id)).toMatchObject([{ sent: { fate: 'read' } }]);
    expect((await handOff(id)).waitingSince).toBe(at.house.clock.now());
  });

  test('goes back to the bot, which answers again', async () => {
    const { id, texter } = await askForPerson(at.house);
    await marta.takes(id);
    await marta.says(id, 'All done.');
    expect((await marta.act(id, 'return')).status).toBe(200);
    expect(await ownerOf(id)).toBe('bot');
    expect((await texter.says('what does shipping cost')).replies).not.toEqual([]);
    expect((await marta.act(id, 'return')).status).toBe(409);
  });

  test('begins anew when a person writes after it ended', async () => {
    const { id } = await askForPerson(at.house);
    await marta.takes(id);
    await marta.act(id, 'close', { done: 'nothing' });
    expect((await luca.takes(id)).status).toBe(409);
    expect((await luca.says(id, 'One more thing.')).status).toBe(200);
    expect(await handOff(id)).toMatchObject({ state: 'accepted', agent: { name: 'Luca' } });
  });

  test.each(['say', 'note'])('takes one click to %s once, however often it arrives', async (what) => {
    const { id } = await askForPerson(at.house);
    await marta.takes(id);
    const click = { id: randomUUID(), text: 'Only once.' };
    const tries = await Promise.all([1, 2, 3, 4].map(() => marta.ask(`/hand-offs/${id}/${what}`, click)));
    const late = await marta.ask(`/hand-offs/${id}/${what}`, { ...click, id: click.id.toUpperCase() });
    expect([...tries, late].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { notes } = await marta.detail(id);
    expect([...(await personLines(id)), ...notes].filter(({ text }) => text === 'Only once.')).toHaveLength(1);
  });

  test('takes a repeated close as the same, and a new one as too late', async () => {
    const { id } = await askForPerson(at.house);
    await marta.takes(id);
    const click = { id: randomUUID(), done: 'refunded', topic: 'torn bag' };
    for (let tries = 0; tries < 2; tries += 1)
      expect((await marta.ask(`/hand-offs/${id}/close`, click)).status).toBe(200);
    const late = await marta.act(id, 'close', { done: 'nothing' });
    expect([late.status, await late.json()]).toMatchObject([409, { error: 'over' }]);
    expect(await handOff(id)).toMatchObject({ done: 'refunded', topic: 'torn bag' });
  });

  test('nobody knows is not found', async () => {
    for (const what of ['take', 'say', 'note', 'return', 'close', 'again']) {
      const body = { from: null, text: 'x', done: 'nothing', delivery: 'x' };
      expect([what, (await marta.act('nobody', what, body)).status]).toEqual([what, 404]);
    }
    expect((await marta.ask('/hand-offs/nobody')).status).toBe(404);
    at.house.errors.splice(0);
  });
});

describe('what is posted', () => {
  test.each([
    ['say', { text: '' }],
    ['say', { text: ' \n ' }],
    ['say', { text: 'x'.repeat(4_001) }],
    ['say', { text: 7 }],
    ['say', { id: 'mine', text: 'x' }],
    ['note', { text: 'x'.repeat(4_001) }],
    ['take', {}],
    ['take', { from: 7 }],
    ['close', { done: 'magic' }],
    ['close', { done: 'nothing', topic: 'x'.repeat(121) }],
    ['again', {}],
  ])('is refused when it is no %s: %j', async (what, body) => {
    const { id } = await askForPerson(at.house);
    expect((await marta.act(id, what, body)).status).toBe(400);
    expect(await handOff(id)).toMatchObject({ agent: null });
  });

  test('may be long, but not without end', async () => {
    const { id } = await askForPerson(at.house);
    const long = `${'ä😀'.repeat(1_999)}ä!`;
    expect((await marta.says(id, long)).status).toBe(200);
    expect((await personLines(id))[0]?.text).toBe(long);
    const huge = await knock(server, `/hand-offs/${id}/say`, { text: 'x'.repeat(33_000) }, { cookie: marta.cookie });
    expect(huge.status).toBe(413);
  });
});

test('a note never reaches the shopper', async () => {
  const { id, texter } = await askForPerson(at.house);
  await marta.act(id, 'note', { text: 'Difficult customer, be careful.' });
  await marta.takes(id);
  await marta.says(id, 'Hello Ana.');
  await texter.says('thanks');
  await marta.act(id, 'return');
  const back = await texter.says('what does shipping cost');
  const { conversationId } = await handOff(id);
  const { store } = at.house;
  const told = [
    back.answer,
    await store.conversations.since(conversationId, null, 1_000),
    await store.conversations.load(conversationId),
    await store.outbox.ofConversation(conversationId, 1_000),
    await store.outbox.lease({ owner: 'test', now: at.house.clock.now(), until: at.house.clock.now() + 1, limit: 100 }),
    await store.handOffs.packet(id),
  ];
  expect(JSON.stringify(told)).not.toContain('Difficult');
  expect((await marta.detail(id)).notes).toHaveLength(1);
});

test('whoever is not available is not there for shoppers', async () => {
  expect((await at.house.desk.availability(anyCall())).kind).toBe('open');
  for (const one of [marta, luca]) expect((await one.ask('/me', { available: false })).status).toBe(200);
  at.house.clock.advance(3_000);
  expect((await at.house.desk.availability(anyCall())).kind).toBe('nobody');
  await marta.ask('/me', { available: true });
  at.house.clock.advance(3_000);
  expect((await at.house.desk.availability(anyCall())).kind).toBe('open');
});

describe('a call that was wished for', () => {
  test('shows the number of the shop’s own books to whoever has it, and to nobody else', async () => {
    await at.house.store.agents.change(marta.me.id, { isAvailable: false });
    await at.house.store.agents.change(luca.me.id, { isAvailable: false });
    const { id, texter } = await askForPerson(at.house, 'ana');
    const number = async (who: Sitting) => {
      const answered = await who.act(id, 'number');
      return answered.status === 200 ? ((await answered.json()) as { number: string }).number : answered.status;
    };
    await marta.takes(id);
    expect(await number(marta)).toBe(409);
    expect((await texter.says('yes')).replies).toEqual(['TalkToHuman.willCall']);
    expect([await number(luca), await number(marta)]).toEqual([409, expect.stringMatching(/^\+[\d ]{8,}$/)]);
  });
});
