import type { IntentRequest, Request, RequestEnvelope } from 'ask-sdk-model';
import { read } from '../../../lambda/channels/alexa/read';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const application = { applicationId: 'amzn1.ask.skill.test' };

type Wish = {
  readonly user?: object;
  readonly person?: object;
  readonly session?: object | null;
  readonly system?: object;
  readonly AppLink?: unknown;
};

function envelope(request: object, { user = {}, person, session = {}, system, AppLink }: Wish = {}): RequestEnvelope {
  const who = { userId: 'amzn1.ask.account.1', ...user };
  return {
    version: '1.0',
    ...(session ? { session: { new: true, sessionId: 's1', application, user: who, ...session } } : {}),
    context: {
      System: { application, user: who, ...(person ? { person } : {}), apiEndpoint: '', ...system },
      ...(AppLink === undefined ? {} : { AppLink }),
    },
    request: { requestId: 'r1', timestamp: new Date(NOW).toISOString(), locale: 'it-IT', ...request } as Request,
  } as RequestEnvelope;
}

const intent = (name: string, slots?: object) => ({
  type: 'IntentRequest',
  intent: { name, confirmationStatus: 'NONE', slots },
});

/** Back from a skill connection. */
function resumed(result: unknown, code = '200') {
  const cause = { type: 'ConnectionCompleted', token: 't', status: { code, message: '' }, result };
  return { type: 'SessionResumedRequest', cause };
}

function slotsOf(slots: object) {
  const { heard } = read(envelope(intent('Reorder', slots)), NOW);
  if (heard.kind !== 'intent') throw new Error('an intent was sent');
  return heard.slots;
}

test('tells who, where, when and in which language', () => {
  const turn = read(envelope({ type: 'LaunchRequest' }), NOW);
  expect(turn).toEqual({
    id: 'r1',
    channel: 'alexa',
    form: 'speech',
    requestId: 'r1',
    session: { id: 's1', isNew: true },
    address: 'amzn1.ask.account.1',
    locale: 'it-IT',
    deadline: NOW + 6_000,
    heard: { kind: 'launched' },
  });
});

test.each([
  ['nobody', {}, undefined, undefined],
  ["the account's token", { user: { accessToken: 'account' } }, undefined, 'account'],
  [
    "the person's own token before the account's",
    { user: { accessToken: 'account' }, person: { personId: 'p', accessToken: 'own' } },
    undefined,
    'own',
  ],
  [
    "the account's token for a person without one",
    { user: { accessToken: 'account' }, person: { personId: 'p' } },
    undefined,
    'account',
  ],
  ['the default on the own machine', {}, 'demo-ana', 'demo-ana'],
  ['a token before the default', { user: { accessToken: 'account' } }, 'demo-ana', 'account'],
])('takes as credential %s', (_what, wish, fallback, credential) => {
  const turn = read(envelope({ type: 'LaunchRequest' }, wish), NOW, fallback);
  expect(turn.credential).toBe(credential);
});

test.each([
  [{ type: 'LaunchRequest' }, { kind: 'launched' }],
  [intent('Reorder'), { kind: 'intent', intent: 'Reorder', slots: {} }],
  [intent('AMAZON.YesIntent', null as unknown as object), { kind: 'intent', intent: 'Yes', slots: {} }],
  [intent('AMAZON.SomethingNewIntent'), { kind: 'intent', intent: 'Fallback', slots: {} }],
  [intent('constructor'), { kind: 'intent', intent: 'Fallback', slots: {} }],
  [intent('Yes'), { kind: 'intent', intent: 'Fallback', slots: {} }],
  [
    { type: 'SessionEndedRequest', reason: 'USER_INITIATED' },
    { kind: 'ended', reason: 'USER_INITIATED' },
  ],
  [
    { type: 'SessionResumedRequest', cause: { token: 't', status: { code: '200' } } },
    { kind: 'resumed', token: 't', status: '200' },
  ],
  [{ type: 'SessionResumedRequest' }, { kind: 'resumed', token: '', status: '' }],
  [resumed({ version: '2', status: 'ACCEPTED' }), { kind: 'resumed', token: 't', status: '200', granted: true }],
  [resumed({ status: 'DENIED' }), { kind: 'resumed', token: 't', status: '200', granted: false }],
  [resumed({ status: 'NOT_ANSWERED' }), { kind: 'resumed', token: 't', status: '200' }],
  [resumed({ status: 'REDIRECT_TO_APP' }), { kind: 'resumed', token: 't', status: '200' }],
  [resumed({ sendToDevice: { status: 'SUCCESS' } }), { kind: 'resumed', token: 't', status: '200' }],
  [resumed(null), { kind: 'resumed', token: 't', status: '200' }],
  [resumed('ACCEPTED'), { kind: 'resumed', token: 't', status: '200' }],
  [resumed(null, '500'), { kind: 'resumed', token: 't', status: '500' }],
  [{ type: 'System.ExceptionEncountered' }, { kind: 'event', name: 'System.ExceptionEncountered' }],
  [{ type: 'AlexaSkillEvent.SkillDisabled' }, { kind: 'event', name: 'AlexaSkillEvent.SkillDisabled' }],
])('hears %j', (request, heard) => {
  expect(read(envelope(request), NOW).heard).toEqual(heard);
});

test('a request outside a session is its own session', () => {
  const turn = read(envelope({ type: 'AlexaSkillEvent.SkillEnabled' }, { session: null }), NOW);
  expect(turn.session).toEqual({ id: 'r1', isNew: true });
});

describe('what the device can do besides speaking', () => {
  const amazon = { apiEndpoint: 'https://api.eu.amazonalexa.com', apiAccessToken: 'token' };
  const deviceOf = (wish: Wish) => read(envelope({ type: 'LaunchRequest' }, wish), NOW).device;

  test.each([
    ['a speaker with a phone', { sendToDevice: {} }],
    ['a phone', { directLaunch: { IOS_APP_STORE: {} } }],
    ['both', { directLaunch: { GOOGLE_PLAY_STORE: {} }, sendToDevice: {} }],
  ])('%s takes links', (_what, AppLink) => {
    expect(deviceOf({ AppLink })).toEqual({ pushesLinks: true });
  });

  test.each([undefined, null, {}, 'yes', { supportedCatalogTypes: ['IOS_APP_STORE'] }, { sendToDevice: null }])(
    'takes no links when it says %j',
    (AppLink) => {
      expect(deviceOf({ AppLink })).toBeUndefined();
      expect(deviceOf({ AppLink, system: amazon })?.pushesLinks).toBe(false);
    },
  );

  test('a device that says nothing of a screen, or half of it, has none', () => {
    const apl = 'Alexa.Presentation.APL';
    const said = [undefined, null, {}, { [apl]: null }, { [apl]: {} }, { [apl]: { runtime: { maxVersion: null } } }];
    for (const supportedInterfaces of said)
      expect(deviceOf({ system: { device: { deviceId: 'd1', supportedInterfaces } } })).toBeUndefined();
  });

  test("a request reads its account's contact data with its own token", () => {
    expect(deviceOf({ system: amazon })).toEqual({
      pushesLinks: false,
      profile: { endpoint: 'https://api.eu.amazonalexa.com', token: 'token' },
    });
  });

  test.each([
    { apiAccessToken: undefined },
    { apiAccessToken: null },
    { apiEndpoint: undefined },
    { apiEndpoint: 'http://api.eu.amazonalexa.com' },
    { apiEndpoint: 'https://api.amazonalexa.com.evil.example' },
    { apiEndpoint: 'https://evilamazonalexa.com' },
    { apiEndpoint: 'no address' },
  ])('reads nothing with %j', (system) => {
    expect(deviceOf({ system: { ...amazon, ...system } })).toBeUndefined();
  });
});

describe('slots', () => {
  test.each([
    ['3', { number: 3 }],
    ['-2', { number: -2 }],
    ['1.5', { number: 1.5 }],
    ['2026-11-20', { date: '2026-11-20' }],
    ['2026-W47', {}],
    ['three', {}],
  ])('reads %s', (value, more) => {
    expect(slotsOf({ quantity: { name: 'quantity', value } })).toEqual({ quantity: { said: value, ids: [], ...more } });
  });

  test.each([undefined, null, '', '  ', '?', '?!', '…'])('leaves out a slot filled with %j', (value) => {
    expect(slotsOf({ product: { name: 'product', value } })).toEqual({});
  });

  test('cuts a slot that nobody could have said', () => {
    const said = slotsOf({ product: { name: 'product', value: ' coffee'.repeat(2_000) } }).product?.said ?? '';
    expect(said.length).toBeLessThanOrEqual(200);
    expect(said).toMatch(/^coffee coffee/);
  });

  test('leaves free words for a person whole, up to a thousand characters', () => {
    const said = 'the lid was broken '.repeat(40).trim();
    expect(slotsOf({ message: { name: 'message', value: said } }).message?.said).toBe(said);
    const endless = slotsOf({ message: { name: 'message', value: 'lid '.repeat(5_000) } }).message?.said ?? '';
    expect(endless.length).toBe(999);
  });

  test('hears several values of a slot as they would be said in one, and one alone as one', () => {
    const one = (value: string, ids: readonly string[] = []) => {
      const resolutionsPerAuthority = [resolved('amzn1.er-authority.echo-sdk.test.Product', 'ER_SUCCESS_MATCH', ids)];
      return { type: 'Simple', value, resolutions: { resolutionsPerAuthority } };
    };
    const listed = (...values: readonly object[]) =>
      slotsOf({ product: { name: 'product', slotValue: { type: 'List', values } } as never });
    expect(listed(one('caffè', ['a']), one('?'), one('crocchette', ['b'])).product).toEqual({
      said: 'caffè e crocchette',
      ids: [],
    });
    expect(listed(one('coffee', ['a'])).product).toEqual({ said: 'coffee', ids: ['a'] });
    expect([listed(), listed(one('?'))]).toEqual([{}, {}]);
  });

  test.each([
    ['2', 2],
    ['-1', -1],
  ])('takes position %s as an ordinal', (value, ordinal) => {
    expect(slotsOf({ ListPosition: { name: 'ListPosition', value } })).toMatchObject({ ordinal: { ordinal } });
  });

  test('takes position 0 for none', () => {
    expect(slotsOf({ ListPosition: { name: 'ListPosition', value: '0' } }).ordinal).not.toHaveProperty('ordinal');
  });

  const resolved = (authority: string, code: string, ids: readonly string[]) => ({
    authority,
    status: { code },
    values: ids.map((id) => ({ value: { name: id, id } })),
  });

  test("puts the shopper's own goods before the catalogue's", () => {
    const own = 'amzn1.er-authority.echo-sdk.dynamic.amzn1.ask.skill.test.Product';
    const all = 'amzn1.er-authority.echo-sdk.amzn1.ask.skill.test.Product';
    const resolutionsPerAuthority = [
      resolved(all, 'ER_SUCCESS_MATCH', ['a', 'b']),
      resolved(own, 'ER_SUCCESS_MATCH', ['mine']),
    ];
    const product = { name: 'product', value: 'coffee', resolutions: { resolutionsPerAuthority } };
    expect(slotsOf({ product }).product?.ids).toEqual(['mine', 'a', 'b']);
  });

  test('takes no id where nothing matched', () => {
    const resolutions = { resolutionsPerAuthority: [resolved('x', 'ER_SUCCESS_NO_MATCH', ['a'])] };
    expect(slotsOf({ product: { name: 'product', value: 'coffee', resolutions } }).product?.ids).toEqual([]);
  });

  test.each([
    {},
    { resolutionsPerAuthority: null },
    { resolutionsPerAuthority: [] },
    { resolutionsPerAuthority: [{ authority: 'x', status: { code: 'ER_SUCCESS_MATCH' } }] },
    { resolutionsPerAuthority: [{ authority: 'x', status: { code: 'ER_SUCCESS_MATCH' }, values: null }] },
    {
      resolutionsPerAuthority: [
        { authority: 'x', status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: 'a' } }] },
      ],
    },
  ])('takes resolutions as poor as %j', (resolutions) => {
    const product = { name: 'product', value: 'coffee', resolutions } as unknown as IntentRequest['intent']['slots'];
    expect(slotsOf({ product }).product).toStrictEqual({ said: 'coffee', ids: [] });
  });
});
