/** Requests that are sent by hand, devices that differ, and visits that are opened again. */

import type { IntentRequest, RequestEnvelope } from 'ask-sdk-model';
import { read } from '../../lambda/channels/alexa/read';
import type { DeviceKind, SayRequest, Told, Visit, VisitHead } from '../../lambda/console/protocol';
import { createVisits } from '../../lambda/console/visits';
import { type ConsoleServer, serveConsole } from '../kit/console-server';

let server: ConsoleServer;
beforeAll(async () => {
  server = await serveConsole();
});
afterEach(() => expect(server.house.errors).toEqual([]));
afterAll(() => server.close());

function requestOf({ request }: Told): RequestEnvelope {
  if (!request) throw new Error('nothing was sent');
  return request;
}
const byHand = (request: object, fresh = false) => server.say({ kind: 'request', request, fresh });
const replies = ({ answer }: Told) => answer?.replies ?? [];

test('the same request again gets the same answer and does nothing twice', async () => {
  await server.say('reorder my coffee');
  const before = server.house.orders();
  const yes = await server.say('yes');
  expect(server.house.orders()).toBe(before + 1);
  const again = await byHand(requestOf(yes));
  expect([again.id, again.response]).toEqual([yes.id, yes.response]);
  expect(server.house.orders()).toBe(before + 1);
});

test('sent as a new one it is a turn of its own', async () => {
  const first = await server.say('what does shipping cost');
  const again = await byHand(requestOf(first), true);
  expect(again.id).not.toBe(first.id);
  expect(requestOf(again).request.requestId).toBe(again.id);
  expect(replies(again)).toEqual(expect.arrayContaining([expect.stringMatching(/^ShippingCost\./)]));
});

test('an edited request is answered as it was edited', async () => {
  const told = await server.say('order two bags of dog food');
  const envelope = structuredClone(requestOf(told));
  const { slots } = (envelope.request as IntentRequest).intent;
  if (slots?.quantity) slots.quantity.value = '4';
  const edited = await byHand(envelope, true);
  expect(edited.why.slots.quantity?.number).toBe(4);
  expect(edited.isOpen).toBe(true);
  expect((await server.say({ kind: 'silence' })).reprompted).not.toBeNull();
});

test('what is edited to come from somebody else is theirs', async () => {
  const told = await server.say('where is my dog food');
  const text = JSON.stringify(requestOf(told))
    .replaceAll('demo-ana', 'demo-bruno')
    .replaceAll('account.ana', 'account.bruno');
  const edited = await byHand(JSON.parse(text), true);
  expect(edited.orders?.map(({ number }) => number)).not.toEqual(told.orders?.map(({ number }) => number));
});

test.each([
  ['no envelope', {}],
  ['an intent without a name', { request: { intent: {} } }],
  ['a locale nobody speaks', { request: { locale: 'xx-XX' } }],
  ['a type this skill never gets', { request: { type: 'Display.ElementSelected' } }],
])('refuses %s with words', async (what, change: { request?: object }) => {
  const envelope = requestOf(await server.say('help'));
  const request = what === 'no envelope' ? {} : { ...envelope, request: { ...envelope.request, ...change.request } };
  const body = { speaker: 'a', visit: 'refused', device: 'speaker', locale: 'en-GB', shopper: 'ana' };
  const answer = await server.ask('/say', { ...body, what: { kind: 'request', request, fresh: true } });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({
    error: 'request',
    message: expect.stringMatching(/^The Alexa door would refuse/),
  });
});

test('each device tells what it is', async () => {
  const envelope = async (device: DeviceKind) =>
    requestOf(await server.say('help', { device, speaker: `a-${device}` }));
  const speaker = await envelope('speaker');
  const screen = await envelope('screen');
  const app = await envelope('app');
  const interfaces = (one: RequestEnvelope) => Object.keys(one.context.System.device?.supportedInterfaces ?? {});
  expect([speaker, screen, app].map(interfaces)).toEqual([[], ['Alexa.Presentation.APL'], ['AppLink']]);
  expect([speaker, screen, app].map(({ context }) => context.Viewport !== undefined)).toEqual([false, true, false]);
  expect([speaker, screen, app].map((one) => read(one, 0).device?.pushesLinks)).toEqual([false, false, true]);
  const ids = [speaker, screen, app].map(({ context }) => context.System.device?.deviceId);
  expect(new Set(ids).size).toBe(3);
});

describe('visits', () => {
  test('are listed, the newest first, and opened again whole', async () => {
    const first = await server.say('what does shipping cost', { visit: 'one', shopper: 'nora', device: 'screen' });
    await server.say({ kind: 'launch' }, { visit: 'two' });
    await server.say('help', { visit: 'one', shopper: 'nora', device: 'screen' });
    await server.say({ kind: 'leave' }, { visit: 'three' });
    const [newest, before] = await server.get<readonly VisitHead[]>('/visits');
    expect([newest?.visit, before?.visit]).toEqual(['one', 'two']);
    expect(newest).toMatchObject({ turns: 2, shopper: 'nora', device: 'screen', first: { kind: 'text' } });
    const visit = await server.get<Visit>('/visits/one');
    expect(visit.turns.map(({ told }) => told.id)).toHaveLength(2);
    expect(visit.turns[0]?.told).toEqual(first);
  });

  test('that nobody knows are told to be gone', async () => {
    const answer = await server.ask('/visits/nobody');
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'gone', message: expect.any(String) }]);
  });

  test('are let go, the oldest first', () => {
    const visits = createVisits(() => 0, 3);
    const say = (visit: string) => {
      const said: SayRequest = {
        visit,
        speaker: 's',
        device: 'speaker',
        locale: 'en-GB',
        shopper: null,
        what: { kind: 'launch' },
      };
      visits.note({ said, told: {} as Told });
    };
    for (const visit of ['a', 'a', 'b', 'b']) say(visit);
    expect(visits.list().map(({ visit }) => visit)).toEqual(['b']);
    for (const visit of ['c', 'c', 'c', 'c', 'c']) say(visit);
    expect(visits.list().map(({ visit, turns }) => [visit, turns])).toEqual([['c', 3]]);
  });
});
