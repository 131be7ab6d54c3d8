/** Makes the request Alexa would send for what was understood. */

import type { Slot as AlexaSlot, IntentRequest, Request, RequestEnvelope } from 'ask-sdk-model';
import { toAmazon } from '../channels/alexa/names';
import { ANSWERS, SCREEN_TOKEN } from '../channels/alexa/screens/touch';
import type { Slot, Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import { abilitiesOf } from './devices';
import type { DeviceKind } from './protocol';

export type SimulatedDevice = {
  /** Names the speaker. */
  readonly name: string;
  readonly kind: DeviceKind;
  /** The Alexa account. */
  readonly address: string;
  readonly locale: string;
  /** What Alexa sends of the account's link; null: it was never linked. */
  readonly token: string | null;
  /** Whose it is; null: nobody's, or a link that is worth nothing any more. `credential`: what the shop's ports take. */
  readonly shopper: { readonly id: string; readonly credential: string } | null;
};

export type Sending = {
  readonly device: SimulatedDevice;
  readonly session: { readonly id: string; readonly isNew: boolean };
  readonly requestId: string;
  /** Real time, milliseconds. */
  readonly at: number;
};

const SKILL = 'amzn1.ask.skill.local';
/** Nothing is sent there: the console takes what is said meanwhile. */
const API = { apiEndpoint: 'https://api.eu.amazonalexa.com', apiAccessToken: 'local' };

/** The account of a shopper, or of a guest at this speaker. */
export function addressOf(speaker: string, shopper: { readonly name: string } | null): string {
  return `amzn1.ask.account.${shopper?.name ?? `guest-${speaker}`}`;
}

export function envelopeOf(request: object, { device, session, requestId, at }: Sending): RequestEnvelope {
  const application = { applicationId: SKILL };
  const { supportedInterfaces, context } = abilitiesOf(device.kind);
  const user = { userId: device.address, ...(device.token === null ? {} : { accessToken: device.token }) };
  const base = { requestId, timestamp: new Date(at).toISOString(), locale: device.locale };
  return {
    version: '1.0',
    session: { new: session.isNew, sessionId: session.id, application, user, attributes: {} },
    context: {
      ...context,
      System: {
        application,
        user,
        device: { deviceId: `amzn1.ask.device.${device.name}-${device.kind}`, supportedInterfaces },
        ...API,
      },
    },
    request: { ...request, ...base } as Request,
  };
}

export const LAUNCH = { type: 'LaunchRequest' } as const;
/** The device asked twice and nobody spoke. */
export const GAVE_UP = { type: 'SessionEndedRequest', reason: 'EXCEEDED_MAX_REPROMPTS' } as const;

/** What the document of a screen sends. */
export function touchRequest({ asking, option }: { readonly asking: string; readonly option: string }): object {
  return { type: 'Alexa.Presentation.APL.UserEvent', token: SCREEN_TOKEN, arguments: [ANSWERS, asking, option] };
}

/** `types`: what the intent's slots hold. */
export function intentRequest(
  intent: IntentName,
  slots: Slots,
  types: Readonly<Record<string, string>>,
): Pick<IntentRequest, 'type' | 'dialogState' | 'intent'> {
  const filled = Object.entries(slots).map(([name, slot]) => {
    const amazons = intent === 'Select' && name === 'ordinal' ? 'ListPosition' : name;
    return [amazons, slotOf(amazons, slot, types[name])] as const;
  });
  return {
    type: 'IntentRequest',
    dialogState: 'IN_PROGRESS',
    intent: { name: toAmazon(intent), confirmationStatus: 'NONE', slots: Object.fromEntries(filled) },
  };
}

/** Amazon's own types give a value; ours are resolved against what the skill declared. */
function slotOf(name: string, slot: Slot, type: string | undefined): AlexaSlot {
  const bare = { name, confirmationStatus: 'NONE', source: 'USER' } as const;
  if (name === 'ListPosition') return { ...bare, value: String(slot.ordinal ?? slot.number ?? slot.said) };
  if (type === 'AMAZON.NUMBER' || type === 'Sum') return { ...bare, value: String(slot.number ?? slot.said) };
  if (type === 'AMAZON.DATE') return { ...bare, value: slot.date ?? slot.said };
  const values = slot.ids.map((id) => ({ value: { name: slot.said, id } }));
  const status = { code: values.length > 0 ? 'ER_SUCCESS_MATCH' : 'ER_SUCCESS_NO_MATCH' } as const;
  const authority = `amzn1.er-authority.echo-sdk.${SKILL}.${type ?? name}`;
  return {
    ...bare,
    value: slot.said,
    resolutions: { resolutionsPerAuthority: [{ authority, status, values }] },
  };
}
