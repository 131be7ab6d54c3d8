import type { RequestEnvelope } from 'ask-sdk-model';
import { sendProgress } from '../../../lambda/channels/alexa/progress';
import { createSkill, type SkillOptions } from '../../../lambda/channels/alexa/skill';
import type { Answer, SaidWords } from '../../../lambda/vocabulary/answer';
import type { Turn } from '../../../lambda/vocabulary/heard';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const WORDS = {
  speech: { ssml: '<speak>One moment.</speak>', plain: 'One moment.', text: 'One moment.', seconds: 1 },
  reprompt: null,
  card: null,
  options: [],
} satisfies SaidWords;
const ANSWER: Answer = {
  said: { ...WORDS, speech: { ...WORDS.speech, ssml: '<speak>Done.</speak>', plain: 'Done.' } },
  question: null,
  intent: null,
  slots: {},
  replies: [],
  owner: 'bot',
};

function envelope(request: object, system: object = {}): RequestEnvelope {
  const application = { applicationId: 'amzn1.ask.skill.test' };
  const user = { userId: 'amzn1.ask.account.1' };
  return {
    version: '1.0',
    session: { new: true, sessionId: 's1', application, user },
    context: { System: { application, user, apiEndpoint: 'https://api.eu.amazonalexa.com', ...system } },
    request: { requestId: 'r1', timestamp: new Date(NOW).toISOString(), locale: 'en-GB', ...request },
  } as RequestEnvelope;
}

type Posted = { readonly url: string; readonly init: RequestInit };

function skillOf(
  answer: (turn: Turn, onSlow?: (words: SaidWords) => void) => Promise<Answer>,
  options: Pick<SkillOptions, 'linkOf' | 'onDisabled' | 'locales'> = {},
) {
  const turns: Turn[] = [];
  const warned: object[] = [];
  const failed: object[] = [];
  const posted: Posted[] = [];
  const skill = createSkill({
    async answer(turn, onSlow) {
      turns.push(turn);
      return { answer: await answer(turn, onSlow) };
    },
    now: () => NOW,
    log: { warn: (what) => void warned.push(what), error: (what) => void failed.push(what) },
    async fetch(url, init) {
      posted.push({ url: String(url), init: init ?? {} });
      return new Response(null, { status: 204 });
    },
    ...options,
  });
  return { invoke: (sent: RequestEnvelope) => skill.invoke(sent), turns, warned, failed, posted };
}

test('answers what Alexa sends', async () => {
  const skill = skillOf(async () => ANSWER);
  const { response, version } = await skill.invoke(envelope({ type: 'LaunchRequest' }));
  expect(version).toBe('1.0');
  expect(response).toEqual({ outputSpeech: { type: 'SSML', ssml: '<speak>Done.</speak>' }, shouldEndSession: true });
  expect(skill.turns).toHaveLength(1);
});

test('answers a language alone as in its first region', async () => {
  const skill = skillOf(async () => ANSWER, { locales: ['en-US', 'en-GB', 'it-IT'] });
  for (const locale of ['en', 'it', 'en-GB']) await skill.invoke(envelope({ type: 'LaunchRequest', locale }));
  expect(skill.turns.map(({ locale }) => locale)).toEqual(['en-US', 'it-IT', 'en-GB']);
});

test('says nothing to a session that has ended, whatever the answer', async () => {
  const skill = skillOf(async () => ANSWER);
  const { response } = await skill.invoke(
    envelope({ type: 'SessionEndedRequest', reason: 'ERROR', error: { type: 'INVALID_RESPONSE', message: 'x' } }),
  );
  expect(response).toEqual({});
  expect(skill.turns[0]?.heard).toEqual({ kind: 'ended', reason: 'ERROR' });
  expect(skill.warned).toEqual([{ request: 'r1', error: 'INVALID_RESPONSE' }]);
});

test.each(['AlexaSkillEvent.SkillDisabled', 'System.ExceptionEncountered'])('is silent about %s', async (type) => {
  const skill = skillOf(async () => ANSWER);
  const { response } = await skill.invoke(envelope({ type }));
  expect(response).toEqual({});
  expect(skill.turns).toEqual([]);
});

describe('skill events', () => {
  const QUIET = [
    'AlexaSkillEvent.SkillEnabled',
    'AlexaSkillEvent.SkillAccountLinked',
    'AlexaSkillEvent.SkillPermissionAccepted',
    'AlexaSkillEvent.SkillPermissionChanged',
  ];

  /** As Alexa sends them: without a session, without a locale. */
  function event(type: string, userId: string): RequestEnvelope {
    const { version, context } = envelope({});
    const System = { ...context.System, user: { userId } };
    const request = { type, requestId: 'e1', timestamp: new Date(NOW - 3_000_000).toISOString() };
    return { version, context: { System }, request } as RequestEnvelope;
  }

  function skillThat(forgets: (userId: string) => Promise<void>) {
    const forgotten: string[] = [];
    const onDisabled = async (userId: string) => {
      forgotten.push(userId);
      await forgets(userId);
    };
    return { ...skillOf(async () => ANSWER, { onDisabled }), forgotten };
  }

  test('whoever disables the skill is forgotten, at every delivery', async () => {
    const skill = skillThat(async () => undefined);
    for (const user of ['amzn1.ask.account.2', 'amzn1.ask.account.2', 'amzn1.ask.account.3']) {
      const { response } = await skill.invoke(event('AlexaSkillEvent.SkillDisabled', user));
      expect(response).toEqual({});
    }
    expect(skill.forgotten).toEqual(['amzn1.ask.account.2', 'amzn1.ask.account.2', 'amzn1.ask.account.3']);
    expect(skill.turns).toEqual([]);
  });

  test.each(QUIET)('%s is answered quietly and forgets nobody', async (type) => {
    const skill = skillThat(async () => undefined);
    const { response } = await skill.invoke(event(type, 'amzn1.ask.account.2'));
    expect(response).toEqual({});
    expect(skill.forgotten).toEqual([]);
    expect(skill.turns).toEqual([]);
  });

  test('is not answered before everything is erased', async () => {
    let erased = false;
    const skill = skillThat(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      erased = true;
    });
    await skill.invoke(event('AlexaSkillEvent.SkillDisabled', 'amzn1.ask.account.2'));
    expect(erased).toBe(true);
  });

  test('fails when the erasure does, and logs nobody', async () => {
    const skill = skillThat(() => Promise.reject(new Error('the store is shut')));
    await expect(skill.invoke(event('AlexaSkillEvent.SkillDisabled', 'amzn1.ask.account.2'))).rejects.toThrow('shut');
    expect(skill.failed).toEqual([{ request: 'e1', err: expect.any(Error) }]);
  });
});

describe('a yield', () => {
  const pushes = { kind: 'link-app', token: 'y1', link: 'l1', topic: 'your chat' } as const;
  const yielding: Answer = { ...ANSWER, said: { ...WORDS, yields: pushes } };

  test('leaves with the address of its link, and is resumed by its token', async () => {
    const skill = skillOf(async () => yielding, { linkOf: (id) => `https://willow-market.example/${id}` });
    const { response } = await skill.invoke(envelope({ type: 'LaunchRequest' }));
    expect(JSON.stringify(response.directives)).toContain('"url":"https://willow-market.example/l1"');
    expect(response).not.toHaveProperty('shouldEndSession');
    const cause = { type: 'ConnectionCompleted', token: 'y1', status: { code: '200', message: 'OK' } };
    await skill.invoke(envelope({ type: 'SessionResumedRequest', cause }));
    expect(skill.turns[1]?.heard).toEqual({ kind: 'resumed', token: 'y1', status: '200' });
  });

  test('fails loudly in a house that gives out no links', async () => {
    const skill = skillOf(async () => yielding);
    await expect(skill.invoke(envelope({ type: 'LaunchRequest' }))).rejects.toThrow('address');
  });
});

test('logs a fault of its own without what was said, and leaves the failure to the door', async () => {
  const skill = skillOf(async () => {
    throw new Error('broken');
  });
  await expect(skill.invoke(envelope({ type: 'LaunchRequest' }))).rejects.toThrow('broken');
  expect(skill.failed).toEqual([{ request: 'r1', err: expect.any(Error) }]);
});

describe('"one moment"', () => {
  const slow = () =>
    skillOf(async (_turn, onSlow) => {
      onSlow?.(WORDS);
      return ANSWER;
    });

  test("goes to Alexa with the request's own token", async () => {
    const skill = slow();
    await skill.invoke(envelope({ type: 'LaunchRequest' }, { apiAccessToken: 'token' }));
    expect(skill.posted).toHaveLength(1);
    const [{ url, init } = { url: '', init: {} }] = skill.posted;
    expect(url).toBe('https://api.eu.amazonalexa.com/v1/directives');
    expect(init).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer token' }, redirect: 'error' });
    expect(JSON.parse(String(init.body))).toEqual({
      header: { requestId: 'r1' },
      directive: { type: 'VoicePlayer.Speak', speech: '<speak>One moment.</speak>' },
    });
  });

  test.each([
    ['there is no token', { type: 'LaunchRequest' }, {}],
    ['the session has ended', { type: 'SessionEndedRequest', reason: 'ERROR' }, { apiAccessToken: 'token' }],
  ])('is not sent when %s', async (_what, request, system) => {
    const skill = slow();
    await skill.invoke(envelope(request, system));
    expect(skill.posted).toEqual([]);
  });

  test.each([
    'http://api.amazonalexa.com',
    'https://evil.example',
    'https://amazonalexa.com.evil.example',
    'https://evilamazonalexa.com',
    'https://api.amazonalexa.com@evil.example',
  ])('never takes the token to %s', async (apiEndpoint) => {
    const skill = slow();
    const { response } = await skill.invoke(
      envelope({ type: 'LaunchRequest' }, { apiAccessToken: 'token', apiEndpoint }),
    );
    expect(skill.posted).toEqual([]);
    expect(response.outputSpeech).toBeDefined();
  });

  test.each(['', 'no address', 'https://'])(
    'does not stop the answer when the address is "%s"',
    async (apiEndpoint) => {
      const skill = slow();
      const { response } = await skill.invoke(
        envelope({ type: 'LaunchRequest' }, { apiAccessToken: 'token', apiEndpoint }),
      );
      expect(response.outputSpeech).toBeDefined();
      expect(skill.failed).toEqual([]);
    },
  );

  test('that Alexa refuses is only rejected, for whoever cares', async () => {
    const where = { apiEndpoint: 'https://api.amazonalexa.com', apiAccessToken: 'token', requestId: 'r1' };
    const refuse = async () => {
      throw new Error('refused');
    };
    await expect(sendProgress(WORDS, where, { fetch: refuse })).rejects.toThrow('refused');
  });
});
