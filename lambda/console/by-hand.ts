/** A request that somebody pasted, edited or sends again, checked as the Alexa door does it. */

import { randomUUID } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import { checkEnvelope } from '../channels/alexa/envelope-check';
import { localeOf } from '../channels/alexa/read';
import { RefusedRequest } from '../channels/alexa/refused-request';
import { requireKnown } from '../channels/alexa/require-known';
import type { SimulatedDevice } from './envelope';
import type { ConsoleHouse } from './house';
import type { SayRequest } from './protocol';
import type { Moment } from './understand';

type ByHand = Extract<SayRequest['what'], { kind: 'request' }>;

/** Throws `RefusedRequest`. */
export function envelopeByHand({ request, fresh }: ByHand, { earshot, now }: ConsoleHouse): RequestEnvelope {
  requireKnown(checkEnvelope(request), earshot.voice.tries);
  // Checked: it has the shape of an envelope.
  const envelope = request as RequestEnvelope;
  if (!fresh) return envelope;
  const renewed = { requestId: newRequestId(), timestamp: new Date(now()).toISOString() };
  return { ...envelope, request: { ...envelope.request, ...renewed } };
}

export function newRequestId(): string {
  return `amzn1.echo-api.request.${randomUUID()}`;
}

/** Whose request it is: what was edited may name another account than the page's. */
export function momentOf(envelope: RequestEnvelope, device: SimulatedDevice, { earshot }: ConsoleHouse): Moment {
  const { session, context, request } = envelope;
  const { user, person } = context.System;
  const token = person?.accessToken ?? user.accessToken ?? null;
  const found = earshot.demo?.shoppers().find((one) => one.token === token);
  const others = found ? { id: found.id, credential: found.token } : null;
  const shopper = token === device.token ? device.shopper : others;
  return {
    session: { id: session?.sessionId ?? request.requestId, isNew: session?.new ?? true },
    device: { ...device, token, shopper, address: user.userId, locale: localeOf(request) ?? device.locale },
  };
}

const REASONS: Readonly<Record<string, string>> = {
  'wrong-shape': 'something that Alexa always sends is missing or of another type',
  'unknown-request': 'its type is none that this skill gets',
  'unknown-locale': 'the skill does not speak its locale',
  'hostile-key': 'it has a key like __proto__',
  'too-deep': 'it is nested too deep',
};

/** null: something else broke. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof RefusedRequest)) return null;
  return `The Alexa door would refuse this request: ${REASONS[error.reason] ?? error.reason}.`;
}
