/** What waits is delivered: in order, again after a while, never over a person's words, and visible when it is given up. */

import type { ForDesk } from '../../lambda/services/hand-off/desk';
import type { Tried } from '../../lambda/services/queue/queues';
import { PNG } from '../kit/files';
import { MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';
import { createWriter, settle } from '../kit/writer';

const whatsapp = createPostBox('whatsapp', 'noticed');
const email = createPostBox('email');
/** What the next tries at the desk come to, and what it got. */
const desk = { fates: [] as Tried[], opened: [] as string[], told: [] as ForDesk[] };

const at = useHouse({
  at: MONDAY,
  channels: [whatsapp, email],
  desk: () => ({
    name: 'book',
    showsFiles: true,
    availability: async () => ({ kind: 'open', waiting: 0 }),
    open: async ({ handOff }) => {
      const fate = desk.fates.shift() ?? { kind: 'done' };
      if (fate.kind === 'done') desk.opened.push(handOff.id);
      return fate;
    },
    tell: async (message) => {
      const fate = desk.fates.shift() ?? { kind: 'done' };
      if (fate.kind === 'done') desk.told.push(message);
      return fate;
    },
    end: async () => ({ kind: 'done' }),
    forget: async () => ({ kind: 'done' }),
    read: async () => [],
  }),
});

beforeEach(() => {
  for (const list of [whatsapp.sent, whatsapp.fates, email.sent, email.fates, desk.fates, desk.opened, desk.told])
    list.splice(0);
});
const writer = (address = '390612345678') => createWriter(at.house, whatsapp, address);
const later = (why = 'busy', after?: number): Tried => ({
  kind: 'later',
  why,
  ...(after === undefined ? {} : { after }),
});
const MINUTE = 60_000;
const troubled = async () => (await at.house.store.outbox.troubled(100)).map(({ id, state }) => ({ id, state }));
/** A given-up delivery is an error for whoever looks after the house. */
const expectTrouble = () => expect(at.house.errors.splice(0)).not.toEqual([]);

test('a photo from before a case, and one within it, reach the desk behind it; one that is gone is said to have been', async () => {
  const chat = at.texter();
  const sends = (id: string) => chat.sends({ kind: 'files', files: [{ id, type: 'image/png', bytes: PNG }] });
  await sends('before');
  await chat.says('I want to talk to a person');
  await sends('within');
  await sends('gone');
  const real = at.house.store.files.get;
  Object.assign(at.house.store.files, { get: async (id: string) => (id === 'gone' ? null : real(id)) });
  await settle(at.house);
  expect(desk.opened).toHaveLength(1);
  expect(desk.told.map(({ text, file }) => [text, file?.id, file && Buffer.from(file.bytes).equals(PNG)])).toEqual([
    ['The shopper sent a photo.', 'before', true],
    ['The shopper sent a photo.', 'within', true],
    ["The shopper sent a file that couldn't be passed on.", undefined, undefined],
  ]);
});

test('a shopper’s words reach the desk once, in the order in which they were written, behind the hand-off', async () => {
  desk.fates.push(later(), { kind: 'done' }, later(), later());
  const shopper = writer();
  await shopper.writes('I want to talk to a person');
  for (const words of ['one', 'two', 'three']) await shopper.writes(words);
  expect(desk.told).toEqual([]);
  for (let minutes = 0; minutes < 30; minutes += 1) {
    at.house.clock.advance(MINUTE);
    await settle(at.house);
  }
  expect(desk.opened).toHaveLength(1);
  expect(desk.told.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
});

test('what a receiver refuses keeps back its own conversation and no other', async () => {
  const stuck = writer('390611111111');
  const free = writer('390622222222');
  await stuck.writes('what does shipping to Germany cost');
  whatsapp.sent.splice(0);
  whatsapp.fates.push(later());
  await stuck.writes('what does shipping to Germany cost');
  await stuck.writes('what does shipping to Italy cost');
  expect(await free.writes('what does shipping to Germany cost')).toHaveLength(1);
  expect(whatsapp.sent.map(({ to }) => to)).toEqual(['390622222222']);
  at.house.clock.advance(MINUTE);
  await settle(at.house);
  expect(whatsapp.sent.map(({ to }) => to)).toEqual(['390622222222', '390611111111', '390611111111']);
});

test('an answer for an address that does not exist is given up, shown, and sent again when somebody says so', async () => {
  const shopper = writer();
  whatsapp.fates.push({ kind: 'dead', why: 'no such number' });
  await shopper.writes('what does shipping to Germany cost');
  const [dead] = await troubled();
  expect(dead).toMatchObject({ state: 'dead' });
  expectTrouble();
  expect(await at.house.store.outbox.again(dead?.id ?? '', at.house.clock.now())).toBe(true);
  await settle(at.house);
  expect(whatsapp.sent).toHaveLength(1);
  expect(await troubled()).toEqual([]);
});

test('a receiver says when to come back, and is not asked before', async () => {
  whatsapp.fates.push(later('slow down', 5 * MINUTE));
  await writer().writes('what does shipping to Germany cost');
  at.house.clock.advance(5 * MINUTE - 1);
  await settle(at.house);
  expect(whatsapp.sent).toEqual([]);
  at.house.clock.advance(1);
  await settle(at.house);
  expect(whatsapp.sent).toHaveLength(1);
});

test('where a second copy would be noticed, a send that may have worked is shown as unknown and not made again', async () => {
  const shopper = writer();
  await shopper.posts('what does shipping to Germany cost');
  await at.house.incoming.round();
  // A worker takes it and is gone before it can say what became of it.
  const now = at.house.clock.now();
  await at.house.store.outbox.lease({ owner: 'gone', now, until: now + 30_000, limit: 10 });
  await settle(at.house);
  expect(await troubled()).toEqual([]);
  at.house.clock.advance(30_000);
  await settle(at.house);
  expect(await troubled()).toMatchObject([{ state: 'unknown' }]);
  expect(whatsapp.sent).toEqual([]);
  expectTrouble();
});

test('where it would not, the lease of a worker that is gone runs out and another one sends', async () => {
  const shopper = createWriter(at.house, email, 'guest@example.org');
  await shopper.posts('what does shipping to Germany cost');
  await at.house.incoming.round();
  const now = at.house.clock.now();
  await at.house.store.outbox.lease({ owner: 'gone', now, until: now + 30_000, limit: 10 });
  await settle(at.house);
  expect(email.sent).toEqual([]);
  at.house.clock.advance(30_000);
  await settle(at.house);
  expect(email.sent).toHaveLength(1);
});

test('what was sent to the phone on purpose goes out although a person has taken the conversation meanwhile', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food' });
  await speaker.hears('TalkToHuman');
  const sent = await speaker.hears('SendToPhone');
  expect(sent.replies).toEqual(expect.arrayContaining([expect.stringMatching(/^SendToPhone\.(on|by)/)]));
  at.house.clock.advance(1_000);
  await at.agent().takes();
  await settle(at.house);
  expect([...email.sent, ...whatsapp.sent]).toMatchObject([{ by: 'bot', text: expect.stringContaining('you asked') }]);
  expect(await troubled()).toEqual([]);
});

test('an answer promised by e-mail goes there and nowhere else', async () => {
  const speaker = at.speaker();
  const passed = await speaker.hears('TalkToHuman');
  const promised = { 'Phone.byEmail': email, 'Phone.onWhatsapp': whatsapp }[passed.replies.at(-1) ?? ''];
  await settle(at.house);
  await at.agent().says('A new bag is on its way.');
  await settle(at.house);
  const sent = [...email.sent, ...whatsapp.sent].filter(({ by }) => by === 'person');
  expect(sent).toMatchObject([{ name: 'Marta', text: 'A new bag is on its way.' }]);
  expect(promised?.sent.filter(({ by }) => by === 'person')).toHaveLength(1);
});

test('two people of one house whose account has one number both get what they were promised', async () => {
  const marta = at.agent();
  const asks = async (person: string) => {
    const passed = await at.speaker({ person, own: 'ana' }).hears('TalkToHuman');
    expect(passed.replies.at(-1)).toBe('Phone.onWhatsapp');
    at.house.clock.advance(1_000);
    return marta.newest();
  };
  const [first, second] = [await asks('one'), await asks('two')];
  await marta.says('To the first.', first);
  await marta.says('To the second.', second);
  await settle(at.house);
  expect(whatsapp.sent.filter(({ by }) => by === 'person').map(({ text }) => text)).toEqual([
    'To the first.',
    'To the second.',
  ]);
  // Whoever writes back answers the person who wrote last.
  const [{ to = '' } = {}] = whatsapp.sent;
  await createWriter(at.house, whatsapp, to).writes('thank you');
  expect(desk.told).toMatchObject([{ handOffId: second, text: 'thank you' }]);
  await marta.says('One more thing.', first);
  await settle(at.house);
  await createWriter(at.house, whatsapp, to).brings({ kind: 'text', text: 'which one?' }, 'another-key');
  expect(desk.told.at(-1)).toMatchObject({ handOffId: first, text: 'which one?' });
});

test('a hand-off that no desk takes: the shopper is told where they write and at the speaker, and the bot is back', async () => {
  desk.fates.push({ kind: 'dead', why: 'the key was revoked' });
  const shopper = writer();
  await shopper.writes('I want to talk to a person');
  expectTrouble();
  expect(whatsapp.sent.at(-1)?.text).toMatch(/couldn't reach .*care@willow-market\.example/);
  expect(await troubled()).toMatchObject([{ state: 'dead' }]);
  expect(await shopper.writes('what does shipping to Germany cost')).toHaveLength(1);
  const [handOff] = await at.house.store.handOffs.list(1);
  expect(await at.house.store.handOffs.get(handOff?.id ?? '')).toMatchObject({ state: 'failed' });
});

test('and somebody who asked at a speaker hears of it at the next visit', async () => {
  desk.fates.push({ kind: 'dead', why: 'the key was revoked' });
  const speaker = at.speaker({ shopper: null });
  await speaker.hears('TalkToHuman');
  await settle(at.house);
  expectTrouble();
  const back = await speaker.opens();
  expect(back.replies).toContain('Person.failed');
  expect(back.answer.owner).toBe('bot');
  const again = await speaker.opens();
  expect(again.replies).not.toContain('Person.failed');
});

test('a hand-off that failed can be sent again, and whoever answers then has the conversation', async () => {
  desk.fates.push({ kind: 'dead', why: 'the key was revoked' });
  const shopper = writer();
  await shopper.writes('I want to talk to a person');
  expectTrouble();
  const [dead] = await troubled();
  await at.house.store.outbox.again(dead?.id ?? '', at.house.clock.now());
  await settle(at.house);
  expect(desk.opened).toHaveLength(1);
  await at.agent().says('Here I am after all.');
  await settle(at.house);
  expect(whatsapp.sent.at(-1)).toMatchObject({ by: 'person', text: 'Here I am after all.' });
  expect(await shopper.writes('good')).toEqual([]);
  expect(desk.told.map(({ text }) => text)).toEqual(['good']);
});
