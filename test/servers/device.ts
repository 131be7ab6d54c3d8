/** A speaker that posts what Alexa would to whichever server answers, and posts it again where none did. */

import { setTimeout as sleep } from 'node:timers/promises';
import { toAmazon } from '../../lambda/channels/alexa/names';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { isExcuse } from './excuses';

export type Words = Readonly<Record<string, string>>;
export type Says = { readonly intent: IntentName; readonly slots?: Words } | 'launch';

export type Acknowledged = {
  readonly requestId: string;
  /** The whole `<speak>…</speak>`. */
  readonly ssml: string;
  readonly isOpen: boolean;
};

export type DeviceOptions = {
  /** Its account and its sessions are told apart by this. */
  readonly name: string;
  /** As in `demo-ana`; null: a guest cannot be had here, as `npm start` takes who has no token for Ana. */
  readonly token: string;
  readonly person?: string;
  /** How it reaches a server; absent: as anybody does. */
  readonly fetch?: typeof fetch;
};

export type Device = {
  /** Asks the first server, then the next ones in turn, with the same request until one has answered. */
  says(what: Says, servers: readonly Url[]): Promise<Acknowledged>;
  /** Asks once; what was said, also where it is an excuse. null: nothing. */
  asks(what: Says, server: Url): Promise<string | null>;
};

type Url = { readonly url: string };

/** More than a minute of trying: a test that needs them has found something. */
const MOST_TRIES = 120;
const PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 800;
const ANSWERS_WITHIN_MS = 15_000;

export function createDevice(options: DeviceOptions): Device {
  let requests = 0;
  let sessions = 0;
  let isOpen = false;
  const next = (what: Says) => {
    if (!isOpen || what === 'launch') sessions += 1;
    requests += 1;
    const requestId = `${options.name}-r${requests}`;
    return {
      requestId,
      body: JSON.stringify(envelope(what, { ...options, requestId, session: sessions, isNew: !isOpen })),
    };
  };
  return {
    async asks(what, { url }) {
      const answer = await post(url, next(what).body);
      isOpen = answer?.isOpen ?? isOpen;
      return answer?.ssml ?? null;
    },
    async says(what, servers) {
      const { requestId, body } = next(what);
      let pause = PAUSE_MS;
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const answer = await post(servers[tries % servers.length]?.url ?? '', body, options.fetch);
        if (answer && !isExcuse(answer.ssml)) {
          isOpen = answer.isOpen;
          return { requestId, ...answer };
        }
        await sleep(pause);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 1.5);
      }
      throw new Error(`${requestId} was never answered`);
    },
  };
}

async function post(url: string, body: string, reach = fetch): Promise<Omit<Acknowledged, 'requestId'> | null> {
  try {
    const response = await reach(`${url}/alexa`, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    const { response: said } = (await response.json()) as { response: Said };
    const ssml = said.outputSpeech?.ssml;
    return ssml ? { ssml, isOpen: said.shouldEndSession === false } : null;
  } catch {
    // Refused, cut off, or half an answer: nothing was acknowledged.
    return null;
  }
}

type Said = { readonly outputSpeech?: { readonly ssml: string }; readonly shouldEndSession?: boolean };
type Asked = DeviceOptions & { readonly requestId: string; readonly session: number; readonly isNew: boolean };

function envelope(what: Says, { name, token, person, requestId, session, isNew }: Asked): object {
  const application = { applicationId: 'amzn1.ask.skill.test' };
  const user = { userId: `amzn1.ask.account.${name}`, accessToken: token };
  const speaks = person ? { person: { personId: person, accessToken: token } } : {};
  return {
    version: '1.0',
    session: { new: isNew, sessionId: `${name}-s${session}`, application, user, attributes: {} },
    context: { System: { application, user, apiEndpoint: '', ...speaks } },
    request: { requestId, locale: 'en-GB', timestamp: new Date().toISOString(), ...requestOf(what) },
  };
}

function requestOf(what: Says): object {
  if (what === 'launch') return { type: 'LaunchRequest' };
  const slots = Object.entries(what.slots ?? {}).map(([name, value]) => [
    name,
    { name, value, confirmationStatus: 'NONE' },
  ]);
  return {
    type: 'IntentRequest',
    intent: { name: toAmazon(what.intent), confirmationStatus: 'NONE', slots: Object.fromEntries(slots) },
  };
}
