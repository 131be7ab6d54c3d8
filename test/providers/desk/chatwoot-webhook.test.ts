/** What comes by webhook from Chatwoot: whom it is believed, and what of it reaches a shopper. */

import { LARGEST_FILE_BYTES } from '../../../lambda/vocabulary/sent-file';
import { AT } from '../../contracts/desk-samples';
import { SECRETS } from '../../fixtures/chatwoot-desk';
import { signedHeaders } from '../../fixtures/chatwoot-server';
import { useBenches } from '../../fixtures/chatwoot-use';
import { BOT, type FakeMessage, pushed, sent } from '../../fixtures/chatwoot-world';
import { JPEG, PNG } from '../../kit/files';
import { seenInFirst, UPRIGHT } from '../../kit/seen-in';

const { bench: newBench, opened: withOne } = useBenches();

describe('the signature', () => {
  const body = '{ "event":"message_created", "content": "Ça va? 😀" }';
  const raw = Buffer.from(body);

  test.each(Object.entries(SECRETS))('of the %s secret counts only while it is set', async (name, secret) => {
    const { webhook } = await newBench();
    expect(webhook.verify(signedHeaders(body, secret, AT), raw)).toBe(name === 'old' ? 'forged' : 'good');
  });

  test('counts for both secrets while one is changed', async () => {
    const { webhook } = await newBench({ inboxSecrets: [SECRETS.old, SECRETS.inbox] });
    for (const secret of [SECRETS.old, SECRETS.inbox]) {
      expect(webhook.verify(signedHeaders(body, secret, AT), raw)).toBe('good');
    }
  });

  test('is over the bytes as they came: the same JSON written anew is refused', async () => {
    const { webhook } = await newBench();
    const anew = Buffer.from(JSON.stringify(JSON.parse(body)));
    expect(webhook.verify(signedHeaders(body, SECRETS.inbox, AT), anew)).toBe('forged');
  });

  test('is wanted, of the time too, and an empty secret signs nothing', async () => {
    const { webhook } = await newBench({ inboxSecrets: [''] });
    expect(webhook.verify({}, raw)).toBe('forged');
    expect(webhook.verify(signedHeaders(body, '', AT), raw)).toBe('forged');
    const bench = await newBench();
    const headers = signedHeaders(body, SECRETS.inbox, AT);
    const later = { ...headers, 'x-chatwoot-timestamp': String(AT / 1000 + 1) };
    expect(bench.webhook.verify(later, raw)).toBe('forged');
    expect(bench.webhook.verify({ ...headers, 'x-chatwoot-signature': 'sha256=00' }, raw)).toBe('forged');
  });

  test.each([-301, 301])('is stale at %d seconds from now', async (seconds) => {
    const { webhook } = await newBench();
    expect(webhook.verify(signedHeaders(body, SECRETS.inbox, AT + seconds * 1000), raw)).toBe('stale');
    const near = AT + Math.sign(seconds) * 299_000;
    expect(webhook.verify(signedHeaders(body, SECRETS.inbox, near), raw)).toBe('good');
  });

  test.each(['', 'null', '[]', '{}', '{"event":1}', '{"event"'])('does not make sense of %j', async (text) => {
    const { webhook } = await newBench();
    expect(webhook.verify(signedHeaders(text, SECRETS.inbox, AT), Buffer.from(text))).toBe('malformed');
    expect(webhook.receive(Buffer.from(text))).toEqual([]);
  });
});

test('a person’s message is said, and the person has it', async () => {
  const { bench, found, marta, opened } = await withOne();
  marta.say(found, 'Ciao!');
  const handOffId = opened.handOff.id;
  const agent = { id: `chatwoot:${marta.me.id}`, name: 'Marta' };
  expect(await bench.events()).toMatchObject([
    { kind: 'accepted', handOffId, agent },
    { kind: 'said', handOffId, agent, text: 'Ciao!', at: AT },
  ]);
  expect(bench.door.state.verdicts).not.toContain('forged');
});

const NOT_SAID: readonly (readonly [string, Partial<FakeMessage>])[] = [
  ['a private note', { private: true, sender: { id: 1, name: 'Marta', type: 'user' } }],
  ['a post of our own bot', { sender: BOT }],
  ['an automation’s post', { sender: null }],
  ['a status line', { type: 2, sender: { id: 1, name: 'Marta', type: 'user' } }],
  ['a survey', { type: 3, sender: { id: 1, name: 'Marta', type: 'user' } }],
  ['the echo of the shopper’s own words', { type: 0, sender: { id: 9, name: 'Ana', type: 'contact' } }],
  ['nothing at all', { content: '  ', sender: { id: 1, name: 'Marta', type: 'user' } }],
];

test.each(NOT_SAID)('%s never comes back as said, by webhook or poller', async (_name, message) => {
  const { bench, found, server } = await withOne();
  server.other(found, message);
  await bench.desk.poll?.();
  expect(await bench.events()).toEqual([]);
});

test('a message that does not say whether it is private is kept from the shopper', async () => {
  const { found, marta, webhook, server } = await withOne();
  const { private: _, ...unsaid } = sent(found, marta.say(found, 'hm')) as { private: boolean };
  await server.told();
  expect(webhook.receive(Buffer.from(JSON.stringify({ event: 'message_created', ...unsaid })))).toEqual([]);
});

test('files are fetched and sent before the words; of what is elsewhere, gone or too large the address is sent', async () => {
  const { bench, found, marta, webhook, server } = await withOne();
  const urls = [
    server.stores('bag.png', PNG),
    server.stores('large', Buffer.alloc(LARGEST_FILE_BYTES + 1)),
    server.stores('gone', PNG).replace('gone', 'lost'),
    'https://elsewhere.example/a.pdf',
  ];
  const message = sent(found, marta.say(found, 'See:'));
  await server.told();
  bench.inbox.take();
  const attachments = urls.map((data_url) => ({ data_url }));
  const body = { event: 'message_created', ...message, id: 90_001, attachments };
  for (const item of webhook.receive(Buffer.from(JSON.stringify(body)))) await bench.inbox.put(item);
  const said = (await bench.events()).filter(({ kind }) => kind === 'said');
  expect(said).toMatchObject([
    { id: 'chatwoot:said:90001:0', text: '', file: { type: 'image/png', bytes: PNG } },
    { id: 'chatwoot:said:90001', text: ['See:', ...urls.slice(1)].join('\n') },
  ]);
});

test('a picture stands upright, and tells nobody where it was taken', async () => {
  const { bench, found, marta, webhook, server } = await withOne();
  const attachments = [{ data_url: server.stores('bag.jpg', JPEG) }];
  const message = { ...sent(found, marta.say(found, 'See:')), attachments };
  await server.told();
  const items = webhook.receive(Buffer.from(JSON.stringify({ event: 'message_created', ...message })));
  const events = await Promise.all(items.map((item) => bench.desk.read(item)));
  expect(await seenInFirst(events.flat())).toEqual(UPRIGHT);
});

test('a file that cannot be had just now is asked for again', async () => {
  const { bench, found, marta, webhook, server } = await withOne();
  const attachments = [{ data_url: server.stores('bag.png', PNG) }];
  const message = { ...sent(found, marta.say(found, 'See:')), attachments };
  await server.told();
  const [, item] = webhook.receive(Buffer.from(JSON.stringify({ event: 'message_created', ...message })));
  if (!item) throw new Error('nothing was said');
  server.state.down = true;
  await expect(bench.desk.read(item)).rejects.toThrow('just now');
  server.state.down = false;
  expect(await bench.desk.read(item)).toHaveLength(2);
});

test('the same webhook by two ways, replayed, is one thing', async () => {
  const { bench, found, marta, server, door } = await withOne();
  server.hooks.push({ url: door.url, secret: SECRETS.account });
  marta.say(found, 'Ciao!');
  marta.set(found, 'resolved');
  const kinds = (await bench.events()).map(({ kind }) => kind);
  expect(kinds).toEqual(['accepted', 'said', 'closed']);
});

test('a forged webhook leaves nothing', async () => {
  const { bench, found, marta, server } = await withOne();
  server.hooks.splice(0, 1, { url: bench.door.url, secret: 'guessed' });
  marta.say(found, 'Ciao!');
  expect(await bench.events()).toEqual([]);
  expect(bench.door.state.verdicts.at(-1)).toBe('forged');
});

test('another account, another inbox and another conversation mean nothing to us', async () => {
  const { found, marta, webhook, bench, server } = await withOne();
  const message = { event: 'message_created', ...sent(found, marta.say(found, 'Ciao!')) };
  const receive = (changed: object) => webhook.receive(Buffer.from(JSON.stringify({ ...message, ...changed })));
  expect(receive({ account: { id: 99 } })).toEqual([]);
  expect(receive({ conversation: { ...pushed(found), inbox_id: 99 } })).toEqual([]);
  await bench.events();
  const [other] = receive({ id: 1, conversation: { ...pushed(found), id: 4711, custom_attributes: {} } });
  expect(other && (await bench.desk.read(other))).toEqual([]);
  await server.told();
});

test('a conversation that lost its attributes is known by its number', async () => {
  const { bench, found, marta, opened } = await withOne();
  found.attributes = { colour: 'blue' };
  marta.say(found, 'Ciao!');
  expect((await bench.events()).at(-1)).toMatchObject({ kind: 'said', handOffId: opened.handOff.id });
});

test('a conversation that claims another’s hand-off is not believed', async () => {
  const first = await withOne();
  const { bench, opened, found, marta } = first;
  const other = { ...opened.handOff, id: 'another' };
  bench.book.add(other);
  bench.book.reached('another', '4711');
  found.attributes = { earshot_hand_off: 'another' };
  marta.say(found, 'secret of Ana');
  const owners = new Set((await bench.events()).map(({ handOffId }) => handOffId));
  expect([...owners]).toEqual([opened.handOff.id]);
});
