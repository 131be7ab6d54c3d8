/** What no webhook brought, or brought late and in the wrong order, is found all the same, once. */

import { openedOf } from '../../contracts/desk-samples';
import { useBenches } from '../../fixtures/chatwoot-use';

const { opened: withOne } = useBenches();
const kinds = (events: readonly { readonly kind: string }[]) => events.map(({ kind }) => kind);

test('a message whose webhook came while we were away is found by the poller', async () => {
  const { bench, found, marta, door, server } = await withOne();
  door.state.down = true;
  const message = marta.say(found, 'Ciao!');
  await server.told();
  expect(message.status).toBe('failed');
  door.state.down = false;
  await bench.desk.poll?.();
  expect(await bench.events()).toMatchObject([{ kind: 'accepted' }, { kind: 'said', text: 'Ciao!' }]);
});

test('what webhook and poller both bring is one thing', async () => {
  const { bench, found, marta } = await withOne();
  marta.say(found, 'one');
  marta.say(found, 'two');
  await bench.server.told();
  for (let times = 0; times < 3; times += 1) await bench.desk.poll?.();
  expect(kinds(await bench.events())).toEqual(['accepted', 'said', 'said']);
});

test('the poller goes on where it stood, and looks again only at what is young', async () => {
  const { bench, found, marta, server, clock, inbox, ref } = await withOne();
  server.hooks.length = 0;
  for (let at = 0; at < 230; at += 1) marta.say(found, `line ${at}`);
  await bench.desk.poll?.();
  expect(Number(inbox.cursors.get(`desk:chatwoot:${ref}`))).toBeLessThan(found.messages[1]?.id ?? 0);
  clock.at += 3 * 60_000;
  await bench.desk.poll?.();
  expect(inbox.cursors.get(`desk:chatwoot:${ref}`)).toBe(String(found.messages.at(-1)?.id));
  server.requests.length = 0;
  await bench.desk.poll?.();
  expect(server.requests.filter(({ path }) => path.endsWith('/messages'))).toHaveLength(1);
  const said = (await bench.events()).flatMap((event) => (event.kind === 'said' ? [event.text] : []));
  expect(said).toEqual(Array.from({ length: 230 }, (_, at) => `line ${at}`));
});

test('a message that shows up after a younger one is not passed over', async () => {
  const { bench, found, marta, door, clock } = await withOne();
  door.state.down = true;
  const slow = marta.say(found, 'slow');
  marta.say(found, 'quick');
  found.messages.splice(found.messages.indexOf(slow), 1);
  await bench.desk.poll?.();
  found.messages.splice(1, 0, slow);
  clock.at += 60_000;
  await bench.desk.poll?.();
  const texts = (await bench.events()).flatMap((event) => (event.kind === 'said' ? [event.text] : []));
  expect(texts.sort()).toEqual(['quick', 'slow']);
});

test.each(['resolved', 'pending'])(
  'a last message is said before a conversation is %s, although only that was told',
  async (status) => {
    const { bench, found, marta, door, server } = await withOne();
    door.state.down = true;
    marta.say(found, 'Goodbye!');
    await server.told();
    door.state.down = false;
    marta.set(found, status);
    const end = status === 'resolved' ? 'closed' : 'returned';
    expect(await bench.events()).toMatchObject([{ kind: 'said', text: 'Goodbye!' }, { kind: end }]);
  },
);

test('who took it is told by any event, when the one that should is lost', async () => {
  const { bench, found, marta, door, server } = await withOne();
  door.state.down = true;
  marta.accept(found);
  await server.told();
  door.state.down = false;
  server.other(found, { private: true, sender: { id: 1, name: 'Luca', type: 'user' } });
  expect(await bench.events()).toMatchObject([{ kind: 'accepted', agent: { name: 'Marta' } }]);
});

test('a bot that is assigned has not taken it', async () => {
  const { bench, found } = await withOne();
  found.assigneeBot = true;
  await bench.desk.poll?.();
  expect(await bench.events()).toEqual([]);
});

test('old news that it was pending or resolved do not end what is open again', async () => {
  const { bench, found, marta, server, opened } = await withOne();
  marta.set(found, 'pending');
  marta.set(found, 'open');
  marta.set(found, 'resolved');
  marta.set(found, 'open');
  await server.told();
  expect(await bench.events()).toEqual([]);
  marta.set(found, 'resolved');
  expect(await bench.events()).toMatchObject([{ kind: 'closed', handOffId: opened.handOff.id }]);
});

test('being pending before it was opened is not being given back, in a conversation of old neither', async () => {
  const { bench, found, marta } = await withOne();
  bench.server.world.locksToSingle = true;
  marta.set(found, 'resolved');
  expect(kinds(await bench.events())).toEqual(['closed']);
  const opened = openedOf();
  bench.server.faults.push({ at: /POST .*messages/, how: 'unreached' });
  expect((await bench.open(opened)).kind).toBe('later');
  expect(found.status).toBe('pending');
  expect(await bench.events()).toEqual([]);
  expect((await bench.open(opened)).kind).toBe('done');
  expect(await bench.events()).toEqual([]);
  expect(found.status).toBe('open');
});

test('a person who writes in a conversation that was given back is heard', async () => {
  const { bench, found, marta } = await withOne();
  marta.set(found, 'pending');
  marta.say(found, 'One more thing.');
  expect(kinds(await bench.events())).toEqual(['returned', 'said']);
});

test('old news of who had it do not take it from the one who has it', async () => {
  const { bench, found, marta, server, opened, inbox } = await withOne();
  const luca = server.person('Luca');
  luca.accept(found);
  await server.told();
  const [old] = inbox.take();
  bench.clock.at += 1000;
  marta.accept(found);
  expect(await bench.events()).toMatchObject([{ kind: 'accepted', agent: { name: 'Marta' } }]);
  expect(old && (await bench.desk.read(old))).toEqual([]);
  expect((await bench.book.port.get(opened.handOff.id))?.agent?.name).toBe('Marta');
});

test('resolved stays closed when the shopper’s last word sets it going again', async () => {
  const { bench, found, marta, server } = await withOne();
  marta.set(found, 'resolved');
  server.other(found, { type: 0, content: 'Thanks!', sender: { id: 9, name: 'Ana', type: 'contact' } });
  expect(found.status).toBe('pending');
  expect(kinds(await bench.events())).toEqual(['closed']);
});

test.each([
  ['label', 'order_placed', 'order-placed'],
  ['label', 'spam', 'answered'],
  ['attribute', 'coupon', 'coupon'],
  ['attribute', 'whatever', 'answered'],
])('what was done is read from a %s: %s', async (where, word, done) => {
  const { bench, found, marta } = await withOne();
  if (where === 'label') marta.label(found, word);
  else found.attributes = { ...found.attributes, earshot_done: word, earshot_topic: 'torn bag' };
  marta.set(found, 'resolved');
  const topic = where === 'label' ? null : 'torn bag';
  expect(await bench.events()).toMatchObject([{ kind: 'closed', done, topic }]);
});

test('what happens after it is over changes nothing, but a person is still heard', async () => {
  const { bench, found, marta, opened } = await withOne();
  bench.book.set(opened.handOff.id, { state: 'completed' });
  marta.accept(found);
  marta.set(found, 'resolved');
  marta.say(found, 'PS: it left today.');
  expect(kinds(await bench.events())).toEqual(['said']);
});

test('a conversation that was deleted there comes back to the bot', async () => {
  const { bench, server } = await withOne();
  server.world.conversations = [];
  await bench.desk.poll?.();
  expect(kinds(await bench.events())).toEqual(['returned']);
});

test('one conversation that cannot be read does not keep the others waiting', async () => {
  const { bench, found, marta, door } = await withOne();
  const other = openedOf();
  await bench.open(other);
  door.state.down = true;
  marta.say(bench.there(other), 'Ciao!');
  bench.server.faults.push({ at: new RegExp(`GET .*/${found.id}/messages`), how: 422 });
  await expect(bench.desk.poll?.()).rejects.toThrow('422');
  expect(kinds(await bench.events())).toEqual(['accepted', 'said']);
});

test('an end is not read while Chatwoot is away, but later', async () => {
  const { bench, found, marta, server, inbox } = await withOne();
  marta.set(found, 'resolved');
  await server.told();
  const [item] = inbox.take();
  if (!item) throw new Error('nothing came');
  server.state.down = true;
  await expect(bench.desk.read(item)).rejects.toThrow(/no answer/);
  server.state.down = false;
  expect(kinds(await bench.desk.read(item))).toEqual(['closed']);
});
