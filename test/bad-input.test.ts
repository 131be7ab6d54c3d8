/** Bad input: a clear refusal or a valid answer, never a crash, never a 5xx, and no error of ours. */

import fc from 'fast-check';
import { RefusedRequest } from '../lambda/channels/alexa/refused-request';
import { brokenRules } from '../lambda/channels/alexa/rules';
import { createSkill } from '../lambda/channels/alexa/skill';
import { createVerifier } from '../lambda/channels/alexa/verify';
import { envelopeText } from './fixtures/envelopes';
import { type HouseDoor, openHouseDoor } from './fixtures/house-door';
import { malformedBody } from './fixtures/malformed';
import { type House, openHouse } from './kit/house';
import { mass } from './kit/masses';
import { createSpeaker } from './kit/speaker';

const VARIANTS = mass(250, 10_000);
const OVER_HTTP = mass(100, 1_000);
const LOOPBACK = { Host: 'localhost' };

let house: House;
let door: HouseDoor;

beforeAll(async () => {
  house = await openHouse();
  door = await openHouseDoor(house, { local: { defaultToken: 'demo-ana', admits: () => true } });
});
afterEach(() => {
  expect(house.errors).toEqual([]);
});
afterAll(async () => {
  await door.close();
  await house.close();
});

let speakers = 0;

function envelope(): Record<string, unknown> {
  speakers += 1;
  const intent = { name: 'Reorder', slots: { product: { name: 'product', value: 'coffee' } } };
  const speaker = createSpeaker(house, { name: `bad-${speakers}` });
  return { ...speaker.envelope({ type: 'IntentRequest', intent }) };
}

function withRequest(change: object): string {
  const sent = envelope();
  return JSON.stringify({ ...sent, request: { ...(sent.request as object), ...change } });
}

/** At the own machine it says why, in words of ours alone. */
const REFUSED = { status: 400, body: expect.stringMatching(/^\{"error":"[a-z0-9-]+","message":"[A-Z].*\."\}$/) };

describe('a clear refusal', () => {
  test.each<[string, () => string]>([
    ['an empty body', () => ''],
    ['a blank body', () => '  \n'],
    ['no JSON', () => 'reorder my coffee'],
    ['JSON that was cut off', () => JSON.stringify(envelope()).slice(0, -20)],
    ['null', () => 'null'],
    ['a number', () => '7'],
    ['a list', () => '[]'],
    ['an empty object', () => '{}'],
    ['no request', () => JSON.stringify({ ...envelope(), request: undefined })],
    ['no context', () => JSON.stringify({ ...envelope(), context: undefined })],
    ['no session', () => JSON.stringify({ ...envelope(), session: undefined })],
    ['an intent request without an intent', () => withRequest({ intent: undefined })],
    ['an intent without a name', () => withRequest({ intent: { slots: {} } })],
    ['slots that are a list of numbers', () => withRequest({ intent: { name: 'Reorder', slots: [1] } })],
    ['a slot that is a text', () => withRequest({ intent: { name: 'Reorder', slots: { product: 'coffee' } } })],
    ['an unknown request type', () => withRequest({ type: 'Display.ElementSelected' })],
    ['an unknown locale', () => withRequest({ locale: 'fi-FI' })],
    ['a prototype key', () => JSON.stringify(envelope()).replace('{', '{"__proto__":{"admin":true},')],
    [
      'a constructor key inside',
      () => JSON.stringify(envelope()).replace('"slots":{', '"slots":{"constructor":{"name":"x"},'),
    ],
  ])('of %s', async (_what, body) => {
    expect(await door.post(body(), LOOPBACK)).toEqual(REFUSED);
  });

  test.each([102_401, 1_048_576])('of %i bytes', async (size) => {
    const refused = await door.post(JSON.stringify(envelope()).padEnd(size, ' '), LOOPBACK);
    expect(refused).toEqual({ status: 413, body: '' });
  });
});

/** What the device says it can do, as this. */
function withInterfaces(supportedInterfaces: unknown): string {
  const sent = envelope() as { context: { System: { device: object } } };
  const { System } = sent.context;
  const device = { ...System.device, supportedInterfaces };
  return JSON.stringify({ ...sent, context: { ...sent.context, System: { ...System, device } } });
}

describe('a valid answer', () => {
  test('to a device that says nothing of what it can do, and a refusal to one that says it in another shape', async () => {
    const apl = (screen: unknown) => ({ 'Alexa.Presentation.APL': screen });
    for (const few of [undefined, null, apl(null), apl({ runtime: null }), apl({ runtime: { maxVersion: null } })]) {
      expect([few, (await door.post(withInterfaces(few), LOOPBACK)).status]).toEqual([few, 200]);
    }
    for (const strange of ['all', apl('yes'), apl({ runtime: { maxVersion: 2024.3 } })]) {
      expect([strange, (await door.post(withInterfaces(strange), LOOPBACK)).status]).toEqual([strange, 400]);
    }
  });

  test.each<[string, object]>([
    ['no slots', { intent: { name: 'Reorder' } }],
    ['slots that are null', { intent: { name: 'OrderStatus', slots: null } }],
    [
      'empty slots',
      {
        intent: {
          name: 'Reorder',
          slots: { product: { name: 'product' }, quantity: { name: 'quantity', value: '?' } },
        },
      },
    ],
    ['a slot nobody declared', { intent: { name: 'Reorder', slots: { colour: { name: 'colour', value: 'blue' } } } }],
    ['an intent nobody declared', { intent: { name: 'BuyTheShop' } }],
    [
      'a very long slot',
      { intent: { name: 'Reorder', slots: { product: { name: 'product', value: 'coffee '.repeat(5_000) } } } },
    ],
    [
      'a very long word nobody sells',
      { intent: { name: 'OrderStatus', slots: { product: { name: 'product', value: 'unicorn'.repeat(5_000) } } } },
    ],
    [
      'a story in a slot',
      {
        intent: { name: 'Reorder', slots: { product: { name: 'product', value: 'a winged unicorn '.repeat(2_000) } } },
      },
    ],
    [
      'a question in a slot',
      { intent: { name: 'Reorder', slots: { product: { name: 'product', value: 'zebra? really? one!' } } } },
    ],
    [
      'markup in a slot',
      { intent: { name: 'Reorder', slots: { product: { name: 'product', value: '<audio src="x"/> & co' } } } },
    ],
    [
      'signs of a template in a slot',
      { intent: { name: 'Reorder', slots: { product: { name: 'product', value: '{{shop}} $t(Stop.notOrdered)' } } } },
    ],
  ])('to %s', async (_what, change) => {
    const answered = await door.post(withRequest(change), LOOPBACK);
    expect(answered.status).toBe(200);
    const { response } = JSON.parse(answered.body);
    expect(brokenRules(response, 'IntentRequest')).toEqual([]);
    expect(response.outputSpeech.ssml).not.toContain('<audio');
  });
});

test(`survives ${VARIANTS} variants of an envelope`, async () => {
  const verifier = createVerifier({ applicationId: null, letPass: () => true, speaks: house.voice.supports });
  const skill = createSkill({
    answer: house.app.answer,
    now: house.clock.now,
    log: { warn: () => undefined, error: (what) => void house.errors.push(what) },
  });
  const counts = { refused: 0, answered: 0 };
  const property = fc.asyncProperty(envelopeText, async (body) => {
    try {
      await verifier.verify(body);
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      counts.refused += 1;
      return;
    }
    const { response } = await skill.invoke(JSON.parse(body));
    expect(brokenRules(response, JSON.parse(body).request.type)).toEqual([]);
    expect(house.errors).toEqual([]);
    counts.answered += 1;
  });
  await fc.assert(property, { numRuns: VARIANTS });
  expect(counts.refused).toBeGreaterThan(VARIANTS / 10);
  expect(counts.answered).toBeGreaterThan(VARIANTS / 10);
});

test(`survives ${OVER_HTTP} of them, and as many malformed bodies, over HTTP`, async () => {
  const statuses = new Set<number>();
  const property = fc.asyncProperty(fc.oneof(envelopeText, malformedBody), async (body) => {
    const { status, body: answer } = await door.post(body, LOOPBACK);
    statuses.add(status);
    expect([200, 400, 413, 415]).toContain(status);
    if (status === 400) expect(Object.keys(JSON.parse(answer))).toEqual(['error', 'message']);
    else if (status !== 200) expect(answer).toBe('');
    else expect(JSON.parse(answer)).toHaveProperty('response');
    expect(house.errors).toEqual([]);
  });
  await fc.assert(property, { numRuns: 2 * OVER_HTTP });
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400]));
  const after = await door.post(withRequest({}), LOOPBACK);
  expect(after.status).toBe(200);
});
