/** A smart speaker in front of the house: posts Alexa requests to the skill and checks every response against the rules. */

import { join } from 'node:path';
import type { RequestEnvelope, Response } from 'ask-sdk-model';
import { toAmazon } from '../../lambda/channels/alexa/names';
import { brokenRules } from '../../lambda/channels/alexa/rules';
import { createSkill } from '../../lambda/channels/alexa/skill';
import { lintSpeech } from '../../lambda/language/speech/lint';
import { readTongues } from '../../lambda/language/speech/tongues';
import type { Answer } from '../../lambda/vocabulary/answer';
import type { IntentName } from '../../lambda/vocabulary/intents';
import type { Ending } from '../../lambda/vocabulary/outcome';
import type { House } from './house';

const TONGUES = readTongues(join(__dirname, '../../locales'));

export type Heard = {
  /** Reply keys, in order. */
  readonly replies: readonly string[];
  /** The open question's id. */
  readonly asks: string | null;
  readonly open: boolean;
  readonly say: string;
  readonly show: string;
  readonly card: Response['card'] | null;
  readonly response: Response;
  readonly answer: Answer;
};

export type SpeakerOptions = {
  /** `ana`, …; null is a guest. */
  readonly shopper?: string | null;
  /** What their account was linked with, where it is another shop than the demo's. */
  readonly token?: string;
  readonly locale?: string;
  readonly person?: string;
  /** Whose link of their own the recognised person has made; absent: they speak through the account's. */
  readonly own?: string;
  /** Two speakers of one account have different names. */
  readonly name?: string;
  /** What it can do besides speaking: push a link to the phone, tell the account's contact data, or show. */
  readonly device?: 'links' | 'profile' | 'screen';
  /** Rules this test is not about, e.g. `S15`. */
  readonly tolerates?: readonly string[];
};

/** A slot as Alexa fills it: a word, or a word and what it resolved to. */
type SlotValue = string | number | { readonly said: string; readonly ids: readonly string[] };

export type Speaker = ReturnType<typeof createSpeaker>;

let speakers = 0;

/** Whether this is the id of a turn at a speaker: what it is answered is heard. */
export function isSpeakers(turn: string): boolean {
  return /-r\d+$/.test(turn);
}

export function createSpeaker(house: Pick<House, 'app' | 'clock' | 'reach' | 'errors'>, options: SpeakerOptions = {}) {
  const { shopper = 'ana', locale = 'en-GB', person, tolerates = [] } = options;
  speakers += 1;
  const name = options.name ?? `speaker-${speakers}`;
  let sessions = 0;
  let requests = 0;
  let open = false;
  let recognised = person;
  let level: number | null = null;
  let attributes: object = {};
  let last: { envelope: RequestEnvelope; answer: Answer; response: Response } | null = null;
  const skill = createSkill({
    answer: house.app.answer,
    now: house.clock.now,
    linkOf: house.reach.linkTo,
    log: { warn: () => undefined, error: (what) => void house.errors.push(what) },
    onResponse: (envelope, answer, response) => {
      last = { envelope, answer, response };
    },
  });

  function whose(): object {
    if (!recognised) return {};
    const own = options.own ? { accessToken: `demo-${options.own}` } : {};
    const sure = level === null ? {} : { authenticationConfidenceLevel: { level } };
    return { person: { personId: recognised, ...own, ...sure } };
  }

  function envelope(request: object): RequestEnvelope {
    if (!open) sessions += 1;
    requests += 1;
    const application = { applicationId: 'amzn1.ask.skill.test' };
    const token = shopper ? { accessToken: options.token ?? `demo-${shopper}` } : {};
    const user = { userId: `amzn1.ask.account.${shopper ?? name}`, ...token };
    const session = {
      new: !open,
      sessionId: `${name}-${sessions}`,
      application,
      user,
      attributes: open ? attributes : {},
    };
    const timestamp = new Date(house.clock.now()).toISOString();
    const base = { requestId: `${name}-r${requests}`, timestamp, locale };
    const api =
      options.device === 'profile'
        ? { apiEndpoint: 'https://api.eu.amazonalexa.com', apiAccessToken: 'api-token' }
        : { apiEndpoint: '' };
    const apl = { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } };
    const shows = options.device === 'screen' ? { device: { deviceId: name, supportedInterfaces: apl } } : {};
    const system = {
      application,
      user,
      ...api,
      ...shows,
      ...whose(),
    };
    const links = options.device === 'links' ? { AppLink: { sendToDevice: { supportedTypes: [] } } } : {};
    return {
      version: '1.0',
      session,
      context: { System: system, ...links },
      request: { ...base, ...request },
    } as unknown as RequestEnvelope;
  }

  async function send(sent: RequestEnvelope): Promise<Heard> {
    const { response, sessionAttributes = {} } = await skill.invoke(sent);
    attributes = sessionAttributes;
    if (last?.envelope !== sent) throw new Error('the skill answered without a turn');
    const { answer } = last;
    open = response.shouldEndSession === false;
    expectRules({ response, answer }, sent, tolerates);
    return { ...heardIn(answer), open, card: response.card ?? null, response };
  }

  return {
    name,
    locale,
    envelope,
    /** Sends an envelope made before: a repeated or a late delivery. */
    send,
    /** The envelope of what Alexa understood, to be sent with `send`. */
    asks: (intent: IntentName, slots: Readonly<Record<string, SlotValue>> = {}) =>
      envelope(intentRequest(intent, slots)),
    /** "Alexa, open Willow Market." */
    opens: () => {
      open = false;
      return send(envelope({ type: 'LaunchRequest' }));
    },
    /** What Alexa understood. */
    hears: (intent: IntentName, slots: Readonly<Record<string, SlotValue>> = {}) =>
      send(envelope(intentRequest(intent, slots))),
    yes: () => send(envelope(intentRequest('Yes', {}))),
    no: () => send(envelope(intentRequest('No', {}))),
    /** A button or a row of the screen: the arguments its document sends. */
    touches: (args: readonly string[]) =>
      send(envelope({ type: 'Alexa.Presentation.APL.UserEvent', token: 'earshot', arguments: args })),
    /** Alexa gives the shopper back after a skill connection; `result` is what she says of consent. */
    resumes: (token: string, code = '200', result: object = {}) => {
      open = true;
      const cause = { type: 'ConnectionCompleted', token, status: { code, message: 'OK' }, result };
      return send(envelope({ type: 'SessionResumedRequest', cause }));
    },
    /** How sure Alexa is of that voice: 300, and 400 with its PIN. */
    isSure: (of: number | null) => {
      level = of;
    },
    /** Nothing was said twice: the device gives up. */
    falls: async (reason = 'EXCEEDED_MAX_REPROMPTS') => {
      const heard = await send(envelope({ type: 'SessionEndedRequest', reason }));
      open = false;
      return heard;
    },
    /** Whose voice Alexa recognises from now on; undefined: nobody's. */
    recognises: (who: string | undefined) => {
      recognised = who;
    },
    /** The session is over without a request, as after a network failure. */
    forgets: () => {
      open = false;
    },
  };
}

/** As much of an answer as any channel hears. */
export function heardIn(answer: Answer): Pick<Heard, 'replies' | 'asks' | 'say' | 'show' | 'answer'> {
  const { plain = '', text = '' } = answer.said?.speech ?? {};
  return { replies: answer.replies, asks: answer.question?.id ?? null, say: plain, show: text, answer };
}

function intentRequest(intent: IntentName, slots: Readonly<Record<string, SlotValue>>) {
  const filled = Object.entries(slots).map(([slot, value]) => [slot, slotOf(slot, value)]);
  const named = { name: toAmazon(intent), confirmationStatus: 'NONE', slots: Object.fromEntries(filled) };
  return { type: 'IntentRequest', dialogState: 'IN_PROGRESS', intent: named };
}

function slotOf(name: string, value: SlotValue) {
  const slot = { name, confirmationStatus: 'NONE', source: 'USER' };
  if (typeof value !== 'object') return { ...slot, value: String(value) };
  const values = value.ids.map((id) => ({ value: { name: value.said, id } }));
  const status = { code: values.length > 0 ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH' };
  const authority = `amzn1.er-authority.echo-sdk.amzn1.ask.skill.test.${name}`;
  return { ...slot, value: value.said, resolutions: { resolutionsPerAuthority: [{ authority, status, values }] } };
}

/** R1 to R5 on every response, S1 to S18 on every sentence: a test cannot forget them. */
function expectRules(
  { response, answer }: { readonly response: Response; readonly answer: Answer },
  { request }: RequestEnvelope,
  tolerates: readonly string[],
): void {
  const locale = 'locale' in request ? (request.locale ?? 'en-GB') : 'en-GB';
  const broken: { rule: string; message: string }[] = [...brokenRules(response, request.type)];
  if (answer.said && request.type !== 'SessionEndedRequest') {
    const ending: Ending = answer.question
      ? { kind: 'ask', question: { ...answer.question, with: {}, state: null, ifLeft: 'drop' } }
      : { kind: 'close' };
    const findings = lintSpeech({ ...answer.said, wording: {} }, ending, { locale, tongues: TONGUES });
    broken.push(...findings.filter(({ level }) => level === 'error'));
  }
  const serious = broken.filter(({ rule }) => !tolerates.includes(rule));
  if (serious.length > 0) {
    throw new Error(
      `${serious.map(({ rule, message }) => `${rule}: ${message}`).join('\n')}\n"${answer.said?.speech.plain}"`,
    );
  }
}
