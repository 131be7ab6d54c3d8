/** The whole Alexa door on a real server: whom it lets in unsigned, and what it answers. */

import { brokenRules } from '../../../lambda/channels/alexa/rules';
import { bytes, CERTIFICATE_URL } from '../../fixtures/alexa-door';
import { type Authority, makeAuthority, NOW, signatureOf } from '../../fixtures/certificate-authority';
import { createGenuine } from '../../fixtures/genuine';
import { type HouseDoor, openHouseDoor } from '../../fixtures/house-door';
import { type House, openHouse } from '../../kit/house';
import { createSpeaker } from '../../kit/speaker';

let house: House;
let door: HouseDoor;
let strict: HouseDoor;
let authority: Authority;

beforeAll(async () => {
  house = await openHouse({ at: NOW });
  authority = await makeAuthority();
  const download = async () => ({ status: 200, body: bytes(authority.chain) });
  const verifying = { trustedRoots: [authority.root.pem], download };
  door = await openHouseDoor(house, { ...verifying, local: { defaultToken: 'demo-ana', admits: () => true } });
  strict = await openHouseDoor(house, verifying);
});
afterEach(() => {
  expect(house.errors).toEqual([]);
});
afterAll(async () => {
  await door.close();
  await strict.close();
  await house.close();
});

let requests = 0;

function body(request: object = { type: 'LaunchRequest' }, shopper: string | null = null): string {
  requests += 1;
  const speaker = createSpeaker(house, { shopper, name: `door-${requests}` });
  return JSON.stringify(speaker.envelope(request));
}

const LOOPBACK = { Host: 'localhost:3000' };

describe('a door opened by npm start', () => {
  test('answers an unsigned request of the own machine, as Ana where there is no token', async () => {
    const intent = { name: 'OrderStatus', slots: { product: { name: 'product', value: 'dog food' } } };
    const answered = await door.post(body({ type: 'IntentRequest', intent }), LOOPBACK);
    expect(answered.status).toBe(200);
    expect(JSON.parse(answered.body).response.outputSpeech.ssml).toContain('Brontolino');
  });

  test('takes another shopper by their token', async () => {
    const answered = await door.post(
      body({ type: 'IntentRequest', intent: { name: 'OrderStatus' } }, 'henry'),
      LOOPBACK,
    );
    expect(JSON.parse(answered.body).response.outputSpeech.ssml).toContain('pick up');
  });

  test.each([
    ['forwarded', { ...LOOPBACK, 'X-Forwarded-For': '203.0.113.7' }],
    ['forwarded by a tunnel', { ...LOOPBACK, 'Ngrok-Trace-Id': 'abc' }],
    ['signed, but not by Alexa', { ...LOOPBACK, 'Signature-256': 'AAAA' }],
    ['signed with nothing', { ...LOOPBACK, 'Signature-256': '' }],
    ['for another host', { Host: 'shop.example' }],
  ])('verifies, and refuses, what is %s', async (_what, headers) => {
    const refused = await door.post(body(), headers);
    expect(refused).toEqual({ status: 400, body: '' });
  });

  test('answers what a tunnel forwards when Alexa signed it', async () => {
    const signed = createGenuine(authority)(1);
    const answered = await door.post(signed.body, {
      ...signed.headers,
      Host: 'shop.example',
      'X-Forwarded-For': '203.0.113.7',
    });
    expect(answered.status).toBe(200);
  });
});

describe('a door of a production server', () => {
  test('refuses what is unsigned, also from the own machine', async () => {
    expect(await strict.post(body(), LOOPBACK)).toEqual({ status: 400, body: '' });
  });

  test("answers what Alexa signed, and gives a stranger nobody else's orders", async () => {
    const signed = createGenuine(authority)(2);
    const answered = await strict.post(signed.body, signed.headers);
    expect(answered.status).toBe(200);
    expect(JSON.parse(answered.body).response.card).toEqual({ type: 'LinkAccount' });
  });

  test('refuses the signature of another body', async () => {
    const signed = createGenuine(authority)(3);
    const refused = await strict.post(signed.body.replace('coffee', 'coffin'), signed.headers);
    expect(refused).toEqual({ status: 400, body: '' });
  });
});

describe('a refusal', () => {
  test.each([
    ['not-json', '{'],
    ['empty-body', ' '],
    ['wrong-shape', '{}'],
    ['hostile-key', '{"__proto__":1}'],
    ['not-utf8', Buffer.from([0x22, 0xff, 0x22])],
  ])('says %s to the developer at this machine, and nothing to anybody else', async (error, sent) => {
    const refused = await door.post(sent, LOOPBACK);
    expect([refused.status, JSON.parse(refused.body)]).toEqual([400, { error, message: expect.any(String) }]);
    for (const [other, headers] of [
      [door, { ...LOOPBACK, 'X-Forwarded-For': '203.0.113.7' }],
      [door, { Host: 'shop.example' }],
      [strict, LOOPBACK],
    ] as const)
      expect(await other.post(sent, headers)).toEqual({ status: 400, body: '' });
  });
});

describe('what the skill does not know', () => {
  test.each([
    'Connections.Request',
    'Alexa.Presentation.HTML.Message',
    'CanFulfillIntentRequest',
    'Display.ElementSelected',
    'launchrequest',
    'LaunchRequest\n',
    'AlexaSkillEvent.',
  ])('refuses the request type %j', async (type) => {
    const refused = await door.post(body({ type }), LOOPBACK);
    expect([refused.status, JSON.parse(refused.body).error]).toEqual([400, 'unknown-request']);
  });

  test.each(['xx-XX', 'ja-JP', 'ja', 'EN-gb', '__proto__', ''])('refuses the locale %j', async (locale) => {
    const refused = await door.post(body({ type: 'LaunchRequest', locale }), LOOPBACK);
    expect([refused.status, JSON.parse(refused.body).error]).toEqual([
      400,
      expect.stringMatching(/^(unknown-locale|wrong-shape)$/),
    ]);
  });

  // What is begun with Alexa comes back as this, and so does a touch or a fault of a screen.
  test.each([
    {
      type: 'Connections.Response',
      name: 'AskFor',
      status: { code: '200' },
      payload: { status: 'DENIED' },
      token: 't',
    },
    { type: 'Alexa.Presentation.APL.UserEvent', token: 'earshot', arguments: ['answers', 'nothing', 'first'] },
    { type: 'Alexa.Presentation.APL.RuntimeError', token: 'earshot', errors: [] },
    { type: 'SessionResumedRequest', cause: { token: 't', status: { code: '200' } } },
  ])('lets in what Alexa was asked for: %j', async (request) => {
    const sent = body(request);
    const signed = { 'signature-256': signatureOf(sent, authority.leaf), signaturecertchainurl: CERTIFICATE_URL };
    expect((await strict.post(sent, signed)).status).toBe(200);
  });

  test.each(['Dance', 'AMAZON.UnheardOfIntent', 'constructor', 'toString'])(
    'answers the intent %j as not understood',
    async (name) => {
      const answered = await door.post(body({ type: 'IntentRequest', intent: { name } }), LOOPBACK);
      expect(answered.status).toBe(200);
      expect(JSON.parse(answered.body).response.shouldEndSession).toBe(false);
    },
  );
});

describe('whoever disables the skill', () => {
  let forgetting: HouseDoor;
  const forgotten: string[] = [];
  const logged: object[] = [];
  let works = true;

  beforeAll(async () => {
    const download = async () => ({ status: 200, body: bytes(authority.chain) });
    forgetting = await openHouseDoor(house, {
      ...{ trustedRoots: [authority.root.pem], download },
      log: { warn: (what) => void logged.push(what), error: (what) => void logged.push(what) },
      async onDisabled(userId) {
        if (!works) throw new Error('the secret');
        forgotten.push(userId);
      },
    });
  });
  afterEach(() => {
    forgotten.length = 0;
    logged.length = 0;
    works = true;
  });
  afterAll(() => forgetting.close());

  /** As Alexa sends it: without a session, `minutes` late. */
  function event(minutes: number, more: object = {}, type = 'AlexaSkillEvent.SkillDisabled'): string {
    const application = { applicationId: 'amzn1.ask.skill.test' };
    const System = { application, user: { userId: 'amzn1.ask.account.leaver' }, apiEndpoint: 'x', apiAccessToken: 't' };
    const timestamp = new Date(NOW - minutes * 60_000).toISOString();
    return JSON.stringify({
      version: '1.0',
      context: { System },
      request: { type, requestId: 'e1', timestamp, eventCreationTime: timestamp, ...more },
    });
  }
  const send = (text: string, signed = text) =>
    forgetting.post(text, {
      'signature-256': signatureOf(signed, authority.leaf),
      signaturecertchainurl: CERTIFICATE_URL,
    });

  test.each([0, 59])('is forgotten, also %i minutes later', async (minutes) => {
    const answered = await send(event(minutes));
    expect({ ...answered, body: JSON.parse(answered.body).response }).toEqual({ status: 200, body: {} });
    expect(forgotten).toEqual(['amzn1.ask.account.leaver']);
  });

  test('is forgotten in a language the skill does not speak', async () => {
    expect((await send(event(0, { locale: 'ja-JP' }))).status).toBe(200);
    expect(forgotten).toEqual(['amzn1.ask.account.leaver']);
  });

  test('is sent again by Alexa when the erasure fails: a 500 without a word', async () => {
    works = false;
    expect(await send(event(0))).toEqual({ status: 500, body: '' });
    expect(JSON.stringify(logged)).not.toContain('amzn1.ask.account.leaver');
    works = true;
    expect((await send(event(1))).status).toBe(200);
    expect(forgotten).toEqual(['amzn1.ask.account.leaver']);
  });

  test.each([
    ['over an hour late', event(61), undefined],
    ['not signed by Alexa', event(0), 'something else'],
  ])('is kept when the event is %s', async (_what, text, signed) => {
    expect((await send(text, signed)).status).toBe(400);
    expect(forgotten).toEqual([]);
  });

  test('is not whoever links an account or changes a permission', async () => {
    for (const name of ['SkillAccountLinked', 'SkillPermissionAccepted', 'SkillPermissionChanged']) {
      const answered = await send(event(10, { body: { accessToken: 'x' } }, `AlexaSkillEvent.${name}`));
      expect(JSON.parse(answered.body).response).toEqual({});
    }
    expect(forgotten).toEqual([]);
  });
});

test('a yield leaves through the door, and comes back with what was granted', async () => {
  const heard: object[] = [];
  const words = { ssml: '<speak>Alexa asks you.</speak>', plain: 'Alexa asks you.', text: '', seconds: 1 };
  const said = {
    ...{ speech: words, reprompt: null, card: null, options: [] },
    yields: { kind: 'ask-consent', token: 'y1', to: 'email' },
  } as const;
  const yielding = await openHouseDoor(house, {
    local: { defaultToken: 'demo-ana', admits: () => true },
    async answer(turn) {
      heard.push(turn.heard);
      return { answer: { said, question: null, intent: null, slots: {}, replies: [], owner: 'bot' } };
    },
  });
  const { response } = JSON.parse((await yielding.post(body(), LOOPBACK)).body);
  expect(brokenRules(response, 'LaunchRequest')).toEqual([]);
  expect(response.directives).toMatchObject([{ uri: 'connection://AMAZON.AskForPermissionsConsent/2', token: 'y1' }]);
  const result = { status: 'ACCEPTED' };
  const cause = { type: 'ConnectionCompleted', token: 'y1', status: { code: '200', message: 'OK' }, result };
  await yielding.post(body({ type: 'SessionResumedRequest', cause }), LOOPBACK);
  expect(heard[1]).toEqual({ kind: 'resumed', token: 'y1', status: '200', granted: true });
  await yielding.close();
});

test('a skill id that is set refuses requests for another skill', async () => {
  const other = await openHouseDoor(house, {
    local: { defaultToken: 'demo-ana', admits: () => true },
    applicationId: 'amzn1.ask.skill.other',
  });
  const refused = await other.post(body(), LOOPBACK);
  expect([refused.status, JSON.parse(refused.body).error]).toEqual([400, 'wrong-application']);
  await other.close();
});

test('a fault of ours is a 500 without a word of it, and the door stays open', async () => {
  let breaks = true;
  const broken = await openHouseDoor(house, {
    local: { defaultToken: 'demo-ana', admits: () => true },
    log: { warn: () => undefined, error: () => undefined },
    answer: async (turn, onSlow) => {
      if (breaks) throw new Error('the secret');
      return house.app.answer(turn, onSlow);
    },
  });
  const failed = await broken.post(body(), LOOPBACK);
  expect(failed).toEqual({ status: 500, body: '' });
  breaks = false;
  const answered = await broken.post(body(), LOOPBACK);
  expect(answered.status).toBe(200);
  await broken.close();
});
