/** What Chatwoot refuses: which setting is wrong, what is tried again, whether anybody is there, and what can be erased. */

import { openedOf, wordsFor } from '../../contracts/desk-samples';
import { TOKENS } from '../../fixtures/chatwoot-call';
import { callsOf, useBenches } from '../../fixtures/chatwoot-use';
import { anyCall } from '../../kit/call';

const { bench: newBench, opened: withOne } = useBenches();

test.each([
  ['botToken', { botToken: 'not-a-token' }],
  ['userToken', { userToken: 'not-a-token' }],
  ['accountId', { accountId: 99 }],
  ['inboxId', { inboxId: 99 }],
])('a wrong %s is named, and not tried again', async (name, settings) => {
  const bench = await newBench(settings);
  const tried = await bench.open(openedOf());
  expect(tried).toMatchObject({ kind: 'dead', why: expect.stringContaining(name) });
  expect(JSON.stringify(tried)).not.toContain('not-a-token');
});

test.each([
  [422, {}, 'dead', undefined],
  [400, {}, 'dead', undefined],
  [301, { location: 'http://127.0.0.1:1/' }, 'dead', undefined],
  [429, { 'retry-after': '7' }, 'later', 7000],
  [500, {}, 'later', undefined],
  [503, {}, 'later', undefined],
] as const)('%d is read as it is meant', async (how, headers, kind, after) => {
  const { bench, opened, ref } = await withOne();
  bench.server.faults.push({ at: /POST .*messages/, how, headers });
  const tried = await bench.desk.tell(wordsFor(opened, ref, 'Hello?'));
  expect(tried).toMatchObject(after === undefined ? { kind } : { kind, after });
});

test('too many messages in a minute are tried again', async () => {
  const { bench, opened, ref } = await withOne();
  bench.server.faults.push({ at: /POST .*messages/, how: 422, body: '{"message":"Too many messages"}' });
  expect((await bench.desk.tell(wordsFor(opened, ref, 'Hello?'))).kind).toBe('later');
});

test('an answer that is not Chatwoot’s is no answer', async () => {
  const bench = await newBench();
  bench.server.faults.push({ at: /contacts\/search/, how: 200, body: '<html>Sign in</html>' });
  expect((await bench.open(openedOf())).kind).toBe('later');
});

test('nothing that is said why names a shopper', async () => {
  const bench = await newBench();
  const opened = openedOf();
  bench.server.faults.push({ at: /contacts\/search/, how: 500 });
  expect(JSON.stringify(await bench.open(opened))).not.toContain(opened.packet.shopper.id);
});

test('words for a hand-off that is not there yet wait for it', async () => {
  const bench = await newBench();
  expect((await bench.desk.tell(wordsFor(openedOf(), null, 'Hello?'))).kind).toBe('later');
});

describe('somebody is there', () => {
  const hours = (day: object) => ({
    ...{ working_hours_enabled: true, timezone: 'America/Los_Angeles' },
    working_hours: [{ day_of_week: 5, closed_all_day: false, open_all_day: false, ...day }],
  });

  // It is ten in the morning in London, Friday, and two in the night in Los Angeles.
  test.each([
    ['open', { open_hour: 2, open_minutes: 0, close_hour: 3, close_minutes: 0 }],
    ['closed', { open_hour: 2, open_minutes: 1, close_hour: 17, close_minutes: 0 }],
    ['closed', { open_hour: 1, open_minutes: 0, close_hour: 2, close_minutes: 0 }],
    ['open', { open_all_day: true }],
    ['closed', { closed_all_day: true }],
  ])('%s by the inbox’s own hours: %j', async (kind, day) => {
    const bench = await newBench();
    bench.server.person('Marta');
    bench.server.world.hours = hours(day);
    expect((await bench.desk.availability(anyCall())).kind).toBe(kind);
  });

  test('only who is online counts; busy does not', async () => {
    const bench = await newBench();
    bench.server.person('Marta').me.status = 'busy';
    expect(await bench.desk.availability(anyCall())).toEqual({ kind: 'nobody' });
  });

  test('counts who waits for a person', async () => {
    const { bench, marta, clock } = await withOne();
    expect(await bench.desk.availability(anyCall())).toEqual({ kind: 'open', waiting: 1 });
    marta.accept(bench.server.world.conversations[0] as never);
    expect(await bench.desk.availability(anyCall())).toEqual({ kind: 'open', waiting: 1 });
    clock.at += 30_000;
    expect(await bench.desk.availability(anyCall())).toEqual({ kind: 'open', waiting: 0 });
  });

  test('is asked once for everybody who wonders', async () => {
    const bench = await newBench();
    await Promise.all([1, 2, 3].map(() => bench.desk.availability(anyCall())));
    expect(callsOf(bench).filter((call) => call === 'GET /agents')).toHaveLength(1);
  });

  test('nobody, where Chatwoot does not answer', async () => {
    const bench = await newBench();
    bench.server.state.down = true;
    expect(await bench.desk.availability(anyCall())).toEqual({ kind: 'nobody' });
  });
});

describe('forgetting', () => {
  test('takes the contact with all that was said', async () => {
    const { bench, opened, ref } = await withOne();
    expect(await bench.desk.forget(opened.handOff, ref)).toEqual({ kind: 'done' });
    expect(bench.server.world).toMatchObject({ contacts: [], conversations: [] });
  });

  test('waits while the contact is online', async () => {
    const { bench, opened, ref, found } = await withOne();
    found.contact.online = true;
    expect((await bench.desk.forget(opened.handOff, ref)).kind).toBe('later');
    found.contact.online = false;
    expect((await bench.desk.forget(opened.handOff, ref)).kind).toBe('done');
  });

  test('wants an administrator', async () => {
    const { bench, opened, ref } = await withOne({ userToken: TOKENS.agent });
    const tried = await bench.desk.forget(opened.handOff, ref);
    expect(tried).toMatchObject({ kind: 'dead', why: expect.stringContaining('userToken') });
  });

  test('empties a conversation whose contact has others, taking up what broke off', async () => {
    const { bench, opened, ref, found, marta } = await withOne();
    const other = openedOf();
    await bench.open(other);
    marta.say(found, 'A new bag is on its way, Ana.');
    bench.server.faults.push({ at: /DELETE .*messages/, how: 'lost' });
    expect((await bench.desk.forget(opened.handOff, ref)).kind).toBe('later');
    expect(await bench.desk.forget(opened.handOff, ref)).toEqual({ kind: 'done' });
    expect(JSON.stringify(found.messages)).not.toMatch(/bag|Reference/);
    expect(found.attributes).toEqual({ earshot_emptied: 'yes' });
    expect(await bench.desk.forget(other.handOff, String(bench.there(other).id))).toEqual({ kind: 'done' });
    expect(bench.server.world.contacts).toEqual([]);
  });
});
