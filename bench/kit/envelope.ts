/** An Alexa request as a device sends it, with all the context that makes a real one large. */

import { toAmazon } from '../../lambda/channels/alexa/names';
import type { IntentName } from '../../lambda/vocabulary/intents';

/** A slot as the interaction model resolves it. */
export type Said = { readonly value: string; readonly id?: string };
export type Utterance = { readonly intent: IntentName; readonly slots?: Readonly<Record<string, Said>> } | 'launch';

export type Speaking = {
  readonly requestId: string;
  readonly session: { readonly id: string; readonly isNew: boolean };
  readonly locale: string;
  readonly person: string;
  readonly token: string;
  readonly utterance: Utterance;
};

const APPLICATION = { applicationId: 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000' };
const DEVICE = {
  deviceId: `amzn1.ask.device.${'A'.repeat(128)}`,
  supportedInterfaces: { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.2' } } },
};
/** As long as Amazon's; it opens nothing, and the address beside it is nobody's. */
const API = { apiEndpoint: 'https://api.invalid', apiAccessToken: 'x'.repeat(1_000) };
const VIEWPORT = {
  experiences: [{ arcMinuteWidth: 246, arcMinuteHeight: 144, canRotate: false, canResize: false }],
  mode: 'HUB',
  shape: 'RECTANGLE',
  pixelWidth: 1024,
  pixelHeight: 600,
  dpi: 160,
  currentPixelWidth: 1024,
  currentPixelHeight: 600,
  touch: ['SINGLE'],
};

/** The JSON of one request, about 3 kB. `attributes`: of the session, as the answer before gave them. */
export function envelopeOf(
  { requestId, session, locale, person, token, utterance }: Speaking,
  attributes: object = {},
): string {
  const user = { userId: `amzn1.ask.account.${'U'.repeat(160)}`, accessToken: token };
  return JSON.stringify({
    version: '1.0',
    session: { new: session.isNew, sessionId: session.id, application: APPLICATION, attributes, user },
    context: {
      Viewport: VIEWPORT,
      System: {
        application: APPLICATION,
        user,
        device: DEVICE,
        ...API,
        person: { personId: person, accessToken: token },
      },
    },
    request: { requestId, locale, timestamp: new Date().toISOString(), ...requestOf(utterance) },
  });
}

function requestOf(utterance: Utterance): object {
  if (utterance === 'launch') return { type: 'LaunchRequest', shouldLinkResultBeReturned: false };
  const slots = Object.entries(utterance.slots ?? {}).map(([name, said]) => [name, slotOf(name, said)]);
  const name = toAmazon(utterance.intent);
  return {
    type: 'IntentRequest',
    intent: { name, confirmationStatus: 'NONE', slots: Object.fromEntries(slots) },
    dialogState: 'IN_PROGRESS',
  };
}

function slotOf(name: string, { value, id }: Said): object {
  const slot = { name, value, confirmationStatus: 'NONE', source: 'USER' };
  if (id === undefined) return { ...slot, slotValue: { type: 'Simple', value } };
  const resolutions = {
    resolutionsPerAuthority: [
      {
        authority: `amzn1.er-authority.echo-sdk.${APPLICATION.applicationId}.${name}`,
        status: { code: 'ER_SUCCESS_MATCH' },
        values: [{ value: { name: value, id } }],
      },
    ],
  };
  return { ...slot, resolutions, slotValue: { type: 'Simple', value, resolutions } };
}
