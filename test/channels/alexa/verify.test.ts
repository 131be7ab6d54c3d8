/** Who gets through the Alexa door, with the real verifier and a certificate authority of our own. */

import type { Download } from '../../../lambda/channels/alexa/certificate-download';
import { isLocalUnsigned } from '../../../lambda/channels/alexa/local-unsigned';
import type { RefusalReason } from '../../../lambda/channels/alexa/refused-request';
import { type AlexaVerifier, createVerifier, type VerifierOptions } from '../../../lambda/channels/alexa/verify';
import { bytes, type Door, envelope, openDoor, SKILL } from '../../fixtures/alexa-door';
import { type Authority, makeAuthority, NOW, signatureOf } from '../../fixtures/certificate-authority';
import { type Forgery, makeForgeries } from '../../fixtures/forgeries';
import { createGenuine, type Genuine, type Signed } from '../../fixtures/genuine';
import { mass } from '../../kit/masses';

let authority: Authority;
let genuine: Genuine;
let forgeries: readonly Forgery[];
let served: string;
let downloads = 0;

const download: Download = async () => {
  downloads += 1;
  return { status: 200, body: bytes(served) };
};

function verifierWith(change: Partial<VerifierOptions> = {}): AlexaVerifier {
  const trustedRoots = [authority.root.pem];
  return createVerifier({ applicationId: SKILL, trustedRoots, download, now: () => NOW, ...change });
}

/** Null when the request is taken. */
async function refusal(verifier: AlexaVerifier, forged: Signed): Promise<RefusalReason | null> {
  served = forged.served;
  try {
    await verifier.verify(forged.body, forged.headers);
    return null;
  } catch (error) {
    return (error as { reason: RefusalReason }).reason;
  }
}

/** A body of any content, signed by Alexa. */
function signed(json: unknown): Signed {
  const body = typeof json === 'string' ? json : JSON.stringify(json);
  return {
    ...genuine(0),
    body,
    headers: { ...genuine(0).headers, 'signature-256': signatureOf(body, authority.leaf) },
  };
}

beforeAll(async () => {
  authority = await makeAuthority();
  genuine = createGenuine(authority);
  forgeries = await makeForgeries(authority);
});

const REQUESTS = mass(100, 1_000);
const VARIANTS = mass(10, 250);

describe('the verifier', () => {
  test(`takes ${REQUESTS} requests of Alexa`, async () => {
    const verifier = verifierWith();
    for (let n = 0; n < REQUESTS; n += 1) {
      const { body, headers } = signed(
        envelope({ requestId: `r${n}`, said: `caffè ${n} ☕`, at: NOW - 150_000 + n * 300 }),
      );
      await expect(refusal(verifier, { body, headers, served: authority.chain })).resolves.toBeNull();
    }
  });

  test(`refuses more than 40 classes of forged requests in ${VARIANTS} variants each, and each for its own reason`, async () => {
    expect(forgeries.length).toBeGreaterThanOrEqual(40);
    const verifier = verifierWith();
    const wrong: string[] = [];
    for (const { name, reason, make } of forgeries) {
      for (let n = 0; n < VARIANTS; n += 1) {
        const given = await refusal(verifier, make(n));
        if (given !== reason) wrong.push(`${name} (${n}): ${given}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('takes a request of up to 150 seconds ago or ahead', async () => {
    const verifier = verifierWith();
    await expect(refusal(verifier, genuine(0, { at: NOW - 150_000 }))).resolves.toBeNull();
    await expect(refusal(verifier, genuine(0, { at: NOW + 150_000 }))).resolves.toBeNull();
    await expect(refusal(verifier, genuine(0, { at: NOW - 150_001 }))).resolves.toBe('too-old');
    await expect(refusal(verifier, genuine(0, { at: NOW + 150_001 }))).resolves.toBe('in-the-future');
  });

  test.each([
    'AlexaSkillEvent.SkillEnabled',
    'AlexaSkillEvent.SkillDisabled',
    'AlexaSkillEvent.SkillPermissionAccepted',
    'AlexaSkillEvent.SkillPermissionChanged',
    'AlexaSkillEvent.SkillAccountLinked',
    'AlexaSkillEvent.ProactiveSubscriptionChanged',
    'AlexaSkillEvent.NotificationSubscriptionChanged',
  ])('takes %s for an hour', async (type) => {
    const verifier = verifierWith();
    const minutes = (n: number) => ({ type, at: NOW - n * 60_000 });
    await expect(refusal(verifier, genuine(0, minutes(59)))).resolves.toBeNull();
    await expect(refusal(verifier, genuine(0, minutes(61)))).resolves.toBe('too-old');
  });

  test('takes an event that has no session and no locale', async () => {
    const { version, context, request } = envelope({ type: 'AlexaSkillEvent.SkillDisabled' });
    const { type, requestId, timestamp } = request;
    const event = { version, context, request: { type, requestId, timestamp } };
    await expect(refusal(verifierWith(), signed(event))).resolves.toBeNull();
  });

  test.each(['', 'yesterday', '2026-03-10', '1773136800000', '2026-13-40T10:00:00Z', '2026-03-10T10:00:00'])(
    'cannot read the time %j',
    async (at) => {
      await expect(refusal(verifierWith(), genuine(0, { at }))).resolves.toBe('unreadable-timestamp');
    },
  );

  test('checks no application where the skill has none', async () => {
    const anyone = verifierWith({ applicationId: null });
    await expect(refusal(anyone, genuine(0, { skill: 'another' }))).resolves.toBeNull();
  });

  test.each<[RefusalReason, string, (good: ReturnType<typeof envelope>) => unknown]>([
    ['empty-body', 'nothing', () => ''],
    ['empty-body', 'blanks', () => ' \n'],
    ['not-json', 'half an envelope', (good) => JSON.stringify(good).slice(0, -1)],
    ['not-json', 'a byte order mark', (good) => `\ufeff${JSON.stringify(good)}`],
    ['wrong-shape', 'null', () => 'null'],
    ['wrong-shape', 'a list', () => '[]'],
    ['wrong-shape', 'a text', () => '"hello"'],
    ['wrong-shape', 'no request', ({ request: _, ...rest }) => rest],
    ['wrong-shape', 'no context', ({ context: _, ...rest }) => rest],
    ['wrong-shape', 'no session in an intent', ({ session: _, ...rest }) => rest],
    ['wrong-shape', 'no intent in an intent', (good) => ({ ...good, request: { ...good.request, intent: undefined } })],
    ['wrong-shape', 'a locale that is none', (good) => ({ ...good, request: { ...good.request, locale: '../en' } })],
    ['wrong-shape', 'no time', (good) => ({ ...good, request: { ...good.request, timestamp: undefined } })],
    ['wrong-shape', 'a number as time', (good) => ({ ...good, request: { ...good.request, timestamp: NOW } })],
    [
      'too-deep',
      'deep nesting',
      (good) => JSON.stringify({ ...good, x: 0 }).replace(/0}$/, `${'['.repeat(9_999)}${']'.repeat(9_999)}}`),
    ],
    ['hostile-key', '__proto__', (good) => JSON.stringify(good).replace('{', '{"__proto__":{"admin":true},')],
    ['hostile-key', 'an escaped __proto__', (good) => JSON.stringify(good).replace('{', '{"\\u005f_proto__":1,')],
    [
      'hostile-key',
      'a constructor below',
      (good) => JSON.stringify(good).replace('"slots":{', '"slots":{"constructor":1,'),
    ],
  ])('refuses as %s %s, even when signed', async (reason, _, change) => {
    await expect(refusal(verifierWith(), signed(change(envelope())))).resolves.toBe(reason);
  });

  test('refuses without a download what the body alone gives away', async () => {
    const before = downloads;
    await refusal(verifierWith(), genuine(0, { skill: 'another' }));
    await refusal(verifierWith(), genuine(0, { at: NOW - 200_000 }));
    expect(downloads).toBe(before);
  });

  test('refuses headers that came twice', async () => {
    const { body, headers, served: chain } = genuine(0);
    served = chain;
    for (const name of Object.keys(headers)) {
      const twice = { ...headers, [name]: [headers[name] ?? '', headers[name] ?? ''] };
      await expect(verifierWith().verify(body, twice)).rejects.toMatchObject({ name: 'RefusedRequest' });
    }
  });

  test('names in its error a rule and nothing of the request', async () => {
    const { body, headers } = genuine(0, { skill: 'amzn1.secret' });
    await expect(verifierWith().verify(body, headers)).rejects.toThrow(/^wrong-application$/);
  });
});

describe('a request without a signature', () => {
  const local = { host: 'localhost:3000', 'content-type': 'application/json' };

  test('is refused, unless the server lets it pass', async () => {
    const recorded = { body: genuine(0, { at: NOW - 1e9 }).body, headers: local, served: '' };
    await expect(refusal(verifierWith(), recorded)).resolves.toBe('too-old');
    await expect(refusal(verifierWith(), { ...recorded, body: genuine(0).body })).resolves.toBe('no-signature');
    await expect(refusal(verifierWith({ letPass: isLocalUnsigned }), recorded)).resolves.toBeNull();
  });

  test('that is let pass has the right shape, a time and the right skill', async () => {
    const lenient = verifierWith({ letPass: isLocalUnsigned });
    const local256 = (body: string) => refusal(lenient, { body, headers: local, served: '' });
    await expect(local256('{}')).resolves.toBe('wrong-shape');
    await expect(local256(genuine(0, { at: 'now' }).body)).resolves.toBe('unreadable-timestamp');
    await expect(local256(genuine(0, { skill: 'other' }).body)).resolves.toBe('wrong-application');
  });

  test('is verified as soon as it has a signature, wherever it comes from', async () => {
    const lenient = verifierWith({ letPass: isLocalUnsigned });
    const { body, headers, served: chain } = genuine(0);
    const forged = { body, served: chain, headers: { ...headers, ...local, 'signature-256': 'AAAA' } };
    await expect(refusal(lenient, forged)).resolves.toBe('wrong-signature');
    await expect(refusal(lenient, { ...forged, headers: { ...headers, ...local } })).resolves.toBeNull();
  });
});

describe('the door', () => {
  let door: Door;

  beforeAll(async () => {
    door = await openDoor(verifierWith());
  });
  afterAll(() => door.close());
  beforeEach(() => {
    door.heard.length = 0;
  });

  function send({ body, headers, served: file }: Signed) {
    served = file;
    return door.post({ body, headers });
  }

  test('answers a request of Alexa', async () => {
    const answer = await send(genuine(0, { requestId: 'good' }));
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body).response.outputSpeech.ssml).toBe('<speak>Hello</speak>');
    expect(door.heard).toEqual(['good']);
  });

  test('answers 400 and nothing else to the five probes of the certification', async () => {
    const good = genuine(1);
    const without = (name: string) => Object.fromEntries(Object.entries(good.headers).filter(([key]) => key !== name));
    const probes: readonly Signed[] = [
      { ...good, headers: without('signature-256') },
      { ...good, headers: { ...good.headers, 'signature-256': '' } },
      { ...good, headers: { ...good.headers, signaturecertchainurl: 'https://evil.example/echo.api/x.pem' } },
      { ...good, headers: { ...good.headers, 'signature-256': genuine(2).headers['signature-256'] ?? '' } },
      {
        ...good,
        headers: { ...good.headers, signaturecertchainurl: 'https://s3.amazonaws.com/echo.api/probe' },
        served: authority.stranger.pem,
      },
    ];
    for (const probe of probes) expect(await send(probe)).toMatchObject({ status: 400, body: '' });
    expect(door.heard).toEqual([]);
  });

  test('answers 400 and nothing else to one of each class of forged requests', async () => {
    for (const { make, name } of forgeries) {
      const { status, body } = await send(make(0));
      expect({ name, status, body }).toEqual({ name, status: 400, body: '' });
    }
    expect(door.heard).toEqual([]);
  });

  test('refuses a request that has no body at all', async () => {
    expect(await door.post({ body: [] })).toMatchObject({ status: 400, body: '' });
    expect(door.errors.at(-1)).toEqual({ status: 400, text: expect.stringContaining('empty-body') });
  });

  test('checks the signature over the bytes, not over what they decode to', async () => {
    const { body, headers, served: chain } = genuine(0, { said: 'x\ufffdy' });
    served = chain;
    expect(await door.post({ body, headers })).toMatchObject({ status: 200 });
    const mark = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(body)]);
    expect(await door.post({ body: mark, headers })).toMatchObject({ status: 400, body: '' });
    const broken = Buffer.from(body.replace('\ufffd', '\u0001'));
    broken[broken.indexOf(1)] = 0xff;
    expect(await door.post({ body: broken, headers })).toMatchObject({ status: 400, body: '' });
    expect(door.heard).toHaveLength(1);
  });
});
