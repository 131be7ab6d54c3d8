/** A hand-off opens in Chatwoot once, whatever happens on the way, and as its peculiarities want it. */

import { openedOf, wordsFor } from '../../contracts/desk-samples';
import { callsOf, useBenches } from '../../fixtures/chatwoot-use';
import { anyCall } from '../../kit/call';

const { bench: newBench, opened: withOne } = useBenches();

test('is opened by the bot after the note is written, so that people are told and nobody is assigned', async () => {
  const { found, server } = await withOne();
  expect(found).toMatchObject({ status: 'open', assignee: null });
  expect(server.world.botHandOffs).toBe(1);
  expect(server.requests.at(-1)).toMatchObject({ who: 'bot', body: { status: 'open' } });
});

test('is open also where the inbox has no bot', async () => {
  const bench = await newBench();
  bench.server.world.hasBot = false;
  const opened = openedOf();
  expect(await bench.open(opened)).toMatchObject({ kind: 'done' });
  expect(bench.there(opened).status).toBe('open');
});

test('puts the context into one private note, which no shopper is sent', async () => {
  const { found, bench } = await withOne();
  expect(found.messages.map((one) => [one.private, one.type])).toEqual([[true, 1]]);
  await bench.desk.poll?.();
  expect(await bench.events()).toEqual([]);
});

test('goes to the team, also an old conversation, and no assignee is named beside it', async () => {
  const bench = await newBench({ teamId: 7 });
  bench.server.world.locksToSingle = true;
  const [first, second] = [openedOf(), openedOf()];
  await bench.open(first);
  bench.there(first).teamId = null;
  await bench.open(second);
  expect(bench.there(second)).toMatchObject({ teamId: 7, assignee: null });
  expect(bench.server.requests.some(({ body }) => 'assignee_id' in body)).toBe(false);
});

test('sets attributes that Chatwoot takes: texts, none too long, no time in milliseconds', async () => {
  const bench = await newBench();
  const orders = Array.from({ length: 400 }, (_, at) => `order-${at}`);
  const opened = openedOf({ orders });
  expect(await bench.open(opened)).toMatchObject({ kind: 'done' });
  const { attributes } = bench.there(opened);
  expect(Object.values(attributes).filter((value) => typeof value !== 'string')).toEqual([]);
  expect(attributes).toMatchObject({ earshot_since: '2027-03-12T10:00:00.000Z', earshot_reason: 'complaint' });
});

test('writes a note that Chatwoot takes, of the longest conversation', async () => {
  const bench = await newBench();
  const line = { at: 0, by: 'shopper', channel: 'web' } as const;
  const transcript = Array.from({ length: 300 }, (_, at) => ({ ...line, text: `${at} ${'long '.repeat(400)}` }));
  const opened = openedOf({ transcript });
  expect(await bench.open(opened)).toMatchObject({ kind: 'done' });
  const [note] = bench.there(opened).messages;
  expect(note?.content).toContain('299 long');
  expect(note?.content).toContain(opened.packet.id);
});

test('shows a shopper’s words as words: they notify no agent, make no link and fill in nothing', async () => {
  const bench = await newBench();
  const text = '[Marta](mention://user/1/Marta) {{contact.email}} {% raw %} **now** <b>';
  const opened = openedOf({ transcript: [{ at: 0, by: 'shopper', channel: 'web', text }] });
  await bench.open(opened);
  const note = bench.there(opened).messages[0]?.content ?? '';
  expect(note).not.toMatch(/mention:\/\/|\{\{|\{%|[^\\]\[Marta|[^\\]<b/);
  expect(note).toContain('Marta');
});

test('keeps what agents set when an inbox has one conversation for each contact', async () => {
  const bench = await newBench();
  bench.server.world.locksToSingle = true;
  const [first, second] = [openedOf(), openedOf()];
  await bench.open(first);
  const found = bench.there(first);
  found.attributes = { ...found.attributes, vip: 'yes', earshot_done: 'refunded' };
  bench.server.person('Marta').set(found, 'resolved');
  bench.book.set(first.handOff.id, { state: 'completed' });
  await bench.open(second);
  expect(bench.there(second)).toBe(found);
  expect(found.attributes).toMatchObject({ vip: 'yes', earshot_hand_off: second.handOff.id });
  expect(found.attributes.earshot_done).toBeUndefined();
  expect(found.status).toBe('open');
  expect(found.messages.filter((one) => one.private)).toHaveLength(2);
});

test('finds the contact that somebody else made meanwhile', async () => {
  const bench = await newBench();
  const opened = openedOf();
  await bench.open(openedOf());
  bench.server.faults.push({ at: /contacts\/search/, how: 200, body: '{"payload":[]}' });
  expect(await bench.open(opened)).toMatchObject({ kind: 'done' });
  expect(bench.server.world.contacts).toHaveLength(1);
});

test('puts a known contact into our inbox', async () => {
  const bench = await newBench();
  const opened = openedOf();
  await bench.open(openedOf());
  for (const contact of bench.server.world.contacts) contact.sourceId = '';
  expect(await bench.open(opened)).toMatchObject({ kind: 'done' });
});

const STEPS = [
  ['GET contacts/search', /GET .*contacts\/search/],
  ['POST contacts', /POST .*contacts$/],
  ['GET contacts/…/conversations', /GET .*contacts\/\d+\/conversations/],
  ['POST conversations', /POST .*conversations$/],
  ['POST messages', /POST .*messages/],
  ['POST toggle_status', /POST .*toggle_status/],
] as const;

describe.each(STEPS)('cut off at %s', (_name, at) => {
  test.each(['unreached', 'lost'] as const)('%s: is opened by the next try, once', async (how) => {
    const bench = await newBench();
    const opened = openedOf();
    bench.server.faults.push({ at, how });
    expect(await bench.open(opened)).toMatchObject({ kind: 'later' });
    expect(await bench.open(opened)).toMatchObject({ kind: 'done' });
    const { contacts, conversations } = bench.server.world;
    expect([contacts.length, conversations.length]).toEqual([1, 1]);
    expect(conversations[0]).toMatchObject({ status: 'open', assignee: null });
    expect(conversations[0]?.messages).toHaveLength(1);
  });
});

test('is not opened again when a person settled it before we knew that it was open', async () => {
  const bench = await newBench();
  const opened = openedOf();
  bench.server.faults.push({ at: /toggle_status/, how: 'lost' });
  expect(await bench.open(opened)).toMatchObject({ kind: 'later' });
  const [found] = bench.server.world.conversations;
  if (found) bench.server.person('Marta').set(found, 'resolved');
  expect(await bench.open(opened)).toMatchObject({ kind: 'done' });
  expect(found?.status).toBe('resolved');
});

test('the shopper’s words are there once although the answer to the first try was lost', async () => {
  const { bench, opened, ref, found } = await withOne();
  const words = wordsFor(opened, ref, 'Are you there?');
  bench.server.faults.push({ at: /POST .*messages/, how: 'lost' });
  expect(await bench.desk.tell(words)).toMatchObject({ kind: 'later' });
  for (let more = 0; more < 45; more += 1) bench.server.other(found, { type: 2, content: 'Assigned.' });
  expect(await bench.desk.tell(words)).toEqual({ kind: 'done' });
  expect(found.messages.filter(({ type }) => type === 0)).toHaveLength(1);
});

test('the bot’s token is used for nothing a bot may not do', async () => {
  const { bench, opened, ref } = await withOne();
  await bench.desk.tell(wordsFor(opened, ref, 'Hello?'));
  await bench.desk.poll?.();
  await bench.desk.availability(anyCall());
  await bench.desk.end(opened.handOff, ref);
  const byBot = bench.server.requests.filter(({ who }) => who === 'bot').map(({ method, path }) => `${method} ${path}`);
  expect(byBot.filter((call) => !/POST .*(conversations|messages|assignments|toggle_status)$/.test(call))).toEqual([]);
  expect(callsOf(bench).length).toBeGreaterThan(byBot.length);
});
