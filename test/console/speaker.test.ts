/** The console's speaker: true Alexa requests out of typed words, and what lies behind each answer. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkEnvelope } from '../../lambda/channels/alexa/envelope-check';
import { read } from '../../lambda/channels/alexa/read';
import type { ConsoleState, Samples, SayRequest, Told } from '../../lambda/console/protocol';
import { expand } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import { type ConsoleServer, serveConsole } from '../kit/console-server';
import { LOCALES } from '../kit/house';

let server: ConsoleServer;
let devices = 0;
beforeAll(async () => {
  server = await serveConsole();
});
afterAll(() => server.close());
beforeEach(async () => {
  devices += 1;
  // Nothing that another test ordered is ordered "again".
  server.house.clock.advance(60 * 60_000);
  await server.ask('/settings', { fault: null, now: null });
});
afterEach(() => expect(server.house.errors.splice(0)).toEqual([]));

/** Every test has a speaker of its own. */
const say = (what: SayRequest['what'] | string, who: Partial<SayRequest> = {}) =>
  server.say(what, { speaker: `test-${devices}`, ...who });

const words = (told: Told) => told.answer?.said?.speech.plain ?? '';

test('offers the locales, the shoppers with their parts, and every way to fail', async () => {
  const state = await server.get<ConsoleState>('/state');
  expect(state.locales).toContainEqual({ locale: 'it-IT', isDraft: false, name: expect.stringContaining('italiano') });
  expect(state.shoppers).toContainEqual(
    expect.objectContaining({ name: 'ana', story: expect.stringMatching(/coffee/) }),
  );
  expect(state.faults).toEqual(['sold-out', 'declined', 'slow', 'down', 'price-changed', 'unknown-outcome']);
  const clock = { local: '2026-11-22T11:00', zone: 'Europe/Rome', isShifted: false };
  expect(state.settings).toEqual({ fault: null, clock });
  expect(state.problems).toEqual([]);
});

test.each([
  ['en-GB', 'reorder my coffee', 'make it three', 'yes'],
  ['it-IT', 'riordina il mio caffè', 'fanne tre', 'sì'],
])('places an order in %s, by requests the Alexa door would take', async (locale, ...said) => {
  const before = server.house.orders();
  const told: Told[] = [];
  for (const text of said) told.push(await say(text, { locale }));
  expect(told.map(({ answer }) => answer?.replies)).toEqual([
    ['Purchase.summary'],
    ['Purchase.summary'],
    expect.any(Array),
  ]);
  for (const { request, response, rules, answer } of told) {
    const envelope = checkEnvelope(request);
    expect(envelope.request).toMatchObject({ type: 'IntentRequest', locale });
    expect(response?.response.shouldEndSession).toBe(answer?.question === null);
    expect(JSON.stringify(response)).toContain('<speak>');
    expect(rules.filter(({ level }) => level === 'error')).toEqual([]);
  }
  expect(told[2]).toMatchObject({
    wasOpen: true,
    isOpen: false,
    why: { intent: 'Yes', open: { id: 'Purchase.confirm' } },
  });
  expect(server.house.orders()).toBe(before + 1);
  expect(told[2]?.orders?.[0]).toMatchObject({ stage: 'placed', lines: [{ quantity: 3 }] });
});

test('keeps one session while the microphone is open and begins another when it was closed', async () => {
  const first = await say('reorder my coffee');
  const second = await say('stop');
  const third = await say('where is my dog food');
  const sessions = [first, second, third].map(({ request }) => request?.session);
  expect(sessions[1]).toEqual({ ...sessions[0], new: false });
  expect(second.isOpen).toBe(false);
  expect(third.request?.session).toMatchObject({ new: true });
  expect(third.request?.session?.sessionId).not.toBe(sessions[0]?.sessionId);
});

test('tells how typed words were heard, and gives what it made of them to the skill', async () => {
  const told = await say('order two bags of dog food');
  const { heard, slots, open } = told.why;
  expect(heard).toMatchObject({ text: 'order two bags of dog food', intent: 'Reorder', verdict: 'accepted' });
  expect(open).toBeNull();
  expect(slots).toMatchObject({ quantity: { number: 2 }, product: { said: 'dog food' } });
  if (!told.request) throw new Error('no request');
  const turn = read(told.request, 0);
  expect(turn).toMatchObject({ credential: 'demo-ana', channel: 'alexa', locale: 'en-GB' });
  expect(turn.heard).toMatchObject({ kind: 'intent', intent: 'Reorder', slots: { quantity: { number: 2 } } });
});

test('sends the fallback for what nobody understands', async () => {
  const told = await say('colourless green ideas sleep furiously');
  expect(told.why).toMatchObject({ intent: 'Fallback', heard: { verdict: 'rejected' } });
  expect(told.request?.request).toMatchObject({ intent: { name: 'AMAZON.FallbackIntent' } });
});

test('opens the skill by a button and by its name', async () => {
  for (const said of [{ kind: 'launch' } as const, 'open willow market']) {
    const told = await say(said);
    expect(told.request?.request.type).toBe('LaunchRequest');
    expect(told.isOpen).toBe(true);
    await say({ kind: 'leave' });
  }
});

test('says the reprompt into the first silence by itself and ends the session at the second', async () => {
  await say('reorder my coffee');
  const first = await say({ kind: 'silence' });
  expect(first).toMatchObject({ request: null, isOpen: true, answer: null });
  expect(first.reprompted?.plain).toMatch(/\?$/);
  const second = await say({ kind: 'silence' });
  expect(second.request?.request).toMatchObject({ type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' });
  expect(second).toMatchObject({ isOpen: false, rules: [] });
  expect(await say({ kind: 'silence' })).toMatchObject({ request: null, isOpen: false });
});

test('chooses a tapped option by its place in the list', async () => {
  const asked = await say('reorder my coffee', { shopper: 'bruno' });
  const [, second] = asked.answer?.said?.options ?? [];
  if (!second) throw new Error('no second option');
  const chosen = await say({ kind: 'option', ...second }, { shopper: 'bruno' });
  expect(chosen.request?.request).toMatchObject({
    intent: { name: 'AMAZON.SelectIntent', slots: { ListPosition: { value: '2' } } },
  });
  expect(words(chosen)).toContain(second.label.split(' ')[0]);
  expect(chosen.answer?.question?.id).toBe('Purchase.confirm');
});

test('hears the chosen option in words as well', async () => {
  await say('reorder my coffee', { shopper: 'bruno' });
  const chosen = await say('the second one', { shopper: 'bruno' });
  expect(chosen.answer?.question?.id).toBe('Purchase.confirm');
});

test('holds two devices apart, and what a device of another language said', async () => {
  await say('reorder my coffee');
  const other = await say('yes', { speaker: 'other' });
  expect(other.request?.session?.new).toBe(true);
  const italian = await say({ kind: 'silence' }, { locale: 'it-IT' });
  expect(italian).toMatchObject({ request: null, isOpen: false });
});

test('shows a guest without orders, and the card that links an account', async () => {
  const told = await say('reorder my coffee', { shopper: null });
  expect(told.orders).toBeNull();
  expect(told.answer?.said?.card).toEqual({ kind: 'link-account' });
  expect(told.request?.session?.user.accessToken).toBeUndefined();
});

test('puts the calls to the shop on a time line', async () => {
  const { calls, milliseconds } = await say('reorder my coffee');
  expect(calls.map(({ port, method }) => `${port}.${method}`)).toEqual(
    expect.arrayContaining(['accounts.whoIs', 'history.orders', 'purchases.propose']),
  );
  for (const { start, ms, error } of calls) {
    expect(error).toBeNull();
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start + ms).toBeLessThanOrEqual(milliseconds + 1);
  }
  expect(calls.map(({ start }) => start)).toEqual(calls.map(({ start }) => start).sort((a, b) => a - b));
});

test('makes the shop fail from now on, and mends it', async () => {
  await server.ask('/settings', { fault: 'sold-out' });
  const soldOut = await say('reorder my coffee');
  expect(soldOut.answer?.question?.id).toBe('Purchase.instead');
  await server.ask('/settings', { fault: 'down' });
  const down = await say('where is my dog food');
  expect(down.calls).toContainEqual(expect.objectContaining({ port: 'history', error: 'unavailable' }));
  expect(down.orders).toBeNull();
  await server.ask('/settings', { fault: null });
  const fine = await say('where is my dog food', { speaker: 'fresh' });
  expect(fine.calls.every(({ error }) => error === null)).toBe(true);
});

test('moves the days with the shop’s clock, and comes back', async () => {
  const arrives = async () => words(await say('reorder my coffee', { speaker: `day-${++devices}` }));
  expect(await arrives()).toContain('on Tuesday');
  await server.ask('/settings', { now: '2026-11-24T10:00' });
  expect(await arrives()).toContain('on Thursday');
  await server.ask('/settings', { now: null });
  expect(await arrives()).toContain('on Tuesday');
});

test('tells every page of new settings', async () => {
  const events = await server.events();
  await server.ask('/settings', { fault: 'declined' });
  expect(await events.next('settings')).toMatchObject({ fault: 'declined' });
  events.close();
});

test.each(['en-GB', 'it-IT'])('lists sentences of %s that are heard as what they are listed under', async (locale) => {
  const samples = await server.get<Samples>(`/samples?locale=${locale}&shopper=ana`);
  const listed = samples.map(({ intent }) => intent);
  expect(listed).toEqual(expect.arrayContaining(['Reorder', 'OrderStatus', 'TalkToHuman', 'Yes', 'Help']));
  expect(listed).not.toContain('Fallback');
  for (const { intent, sentences } of samples) {
    expect(sentences.join()).not.toMatch(/[{}[\]|]/);
    if (intent === 'Yes' || intent === 'No') continue;
    const told = await say(sentences[0] ?? '', { locale, speaker: `about-${intent}`, shopper: 'chiara' });
    expect([intent, told.why.heard?.intent ?? told.why.intent]).toEqual([intent, intent]);
  }
});

test('offers only sentences that a person wrote', async () => {
  const written = readFileSync(join(LOCALES, 'en', 'examples.yaml'), 'utf8');
  const { consent }: Words = JSON.parse(readFileSync(join(LOCALES, 'en', 'words.json'), 'utf8'));
  const answers = [...consent.yes, ...consent.no].flatMap(expand);
  const samples = await server.get<Samples>('/samples?locale=en-GB&shopper=ana');
  const sentences = samples.flatMap(({ sentences: some }) => some);
  const isWritten = (text: string) => written.includes(text) || answers.includes(text);
  // Goods this shopper does not buy are replaced by some that she does.
  const made = sentences.filter((text) => !isWritten(text));
  expect(sentences.length).toBeGreaterThan(50);
  expect(made.length).toBeLessThan(sentences.length / 10);
});

test('puts goods into the sentences that this shopper buys', async () => {
  const of = async (shopper: string) =>
    (await server.get<Samples>(`/samples?locale=en-GB&shopper=${shopper}`))
      .filter(({ intent }) => intent === 'Reorder')
      .flatMap(({ sentences }) => sentences)
      .join();
  expect(await of('ana')).toMatch(/coffee|pet food|toilet paper/);
  expect(await of('chiara')).not.toBe(await of('ana'));
});

test('a device with a screen shows what it would draw, and a touch is a request the Alexa door would take', async () => {
  const who = { device: 'screen' } as const;
  const summed = await say('reorder my coffee', who);
  const { screen } = summed.answer?.said ?? {};
  expect(screen?.buttons.map(({ id }) => id)).toEqual(['yes', 'no']);
  const asking = summed.answer?.question?.asking ?? '';
  const told = await say({ kind: 'touch', asking, option: 'no', label: 'No' }, who);
  expect(told.answer?.replies).toContain('Purchase.notOrdered');
  expect(() => checkEnvelope(JSON.parse(JSON.stringify(told.request)))).not.toThrow();
});
