/** From an Alexa request to a turn. The envelope has passed the door: its shape is trusted here. */

import type { Slot as AlexaSlot, IntentRequest, Person, Request, RequestEnvelope } from 'ask-sdk-model';
import type { Heard, Slot, Slots, Turn } from '../../vocabulary/heard';
import type { PlainDate } from '../../vocabulary/values';
import { heardIn, personOf } from './began';
import { readConnected, readResumed } from './connections';
import { readDevice } from './device';
import { fromAmazon, slotFromAmazon } from './names';
import { readTouch } from './screens/touch';

/** Alexa gives up after about 8 s; 2 s are the network's and the voice's. */
const ANSWER_WITHIN_MS = 6_000;

/** `now`: real time, milliseconds. `defaultToken`: who a request without a token is, on a developer's own machine. */
export function read(envelope: RequestEnvelope, now: number, defaultToken?: string): Turn {
  const { request, session, context } = envelope;
  const { user, person } = context.System;
  const credential = person?.accessToken ?? user.accessToken ?? defaultToken;
  const device = readDevice(context);
  const personId = personOf(session, person?.personId);
  const hears = heardIn(session);
  return {
    id: request.requestId,
    channel: 'alexa',
    form: 'speech',
    requestId: request.requestId,
    session: {
      ...{ id: session?.sessionId ?? request.requestId, isNew: session?.new ?? true },
      ...(hears === undefined ? {} : { hears }),
    },
    address: user.userId,
    ...(personId !== undefined ? { person: personId } : {}),
    ...(credential ? { credential } : {}),
    ...(person?.accessToken ? { isOwn: true as const } : {}),
    locale: localeOf(request) ?? 'en-US',
    deadline: now + ANSWER_WITHIN_MS,
    ...(device ? { device } : {}),
    heard: heard(request, person),
  };
}

export function localeOf(request: Request): string | undefined {
  return 'locale' in request && typeof request.locale === 'string' ? request.locale : undefined;
}

function heard(request: Request, person: Person | undefined): Heard {
  switch (request.type) {
    case 'LaunchRequest':
      return { kind: 'launched' };
    case 'IntentRequest':
      return { kind: 'intent', intent: fromAmazon(request.intent.name) ?? 'Fallback', slots: slots(request) };
    case 'SessionEndedRequest':
      return { kind: 'ended', reason: request.reason };
    case 'SessionResumedRequest':
      return readResumed(request, person);
    case 'Connections.Response':
      return readConnected(request);
    case 'Alexa.Presentation.APL.UserEvent':
      return readTouch(request) ?? { kind: 'event', name: request.type };
    default:
      return { kind: 'event', name: request.type };
  }
}

function slots({ intent, locale }: IntentRequest): Slots {
  const filled = Object.entries(intent.slots ?? {}).flatMap(([name, slot]): [string, Slot][] => {
    const ours = slotFromAmazon(name);
    const one = readSlot(together(slot, locale ?? 'en-US'), LONGER.get(name) ?? MOST_CHARACTERS);
    return one ? [[ours, ours === 'ordinal' ? placed(one) : one]] : [];
  });
  return Object.fromEntries(filled);
}

/** Nobody says a longer slot; it bounds the work of understanding one. */
const MOST_CHARACTERS = 200;
/** Free words for a person (`AMAZON.SearchQuery`): they are passed on, not understood. A request names no slot types. */
const LONGER: ReadonlyMap<string, number> = new Map([['message', 1_000]]);

type Filled = Pick<AlexaSlot, 'value' | 'resolutions'>;

/** Of a slot that takes several: "coffee and tea", joined as the language joins them. One alone is as it would be without. */
function together(slot: AlexaSlot, locale: string): Filled {
  const { value, slotValue } = slot;
  if (value || slotValue?.type !== 'List') return slot;
  const values = (slotValue.values ?? []).flatMap((one): Filled[] => (one.type === 'Simple' ? [one] : []));
  const [only, ...more] = values.filter((one) => HEARD.test(one.value ?? ''));
  if (only && more.length === 0) return only;
  const said = [only, ...more].map((one) => one?.value?.trim() ?? '');
  return { value: new Intl.ListFormat(locale, { type: 'conjunction' }).format(said) };
}

/** Alexa fills "?" where it heard something but could not make a value of it. */
const HEARD = /[\p{L}\p{N}]/u;

function readSlot(slot: Filled, most: number): Slot | null {
  const said = slot.value?.trim().slice(0, most).trimEnd();
  if (!said || !HEARD.test(said)) return null;
  const number = /^-?\d+(\.\d+)?$/.test(said) ? { number: Number(said) } : {};
  const date = /^\d{4}-\d{2}-\d{2}$/.test(said) ? { date: said as PlainDate } : {};
  return { said, ids: ids(slot), ...number, ...date };
}

/** The select intent says "2" for the second one and "-1" for the last. */
function placed(slot: Slot): Slot {
  return slot.number === undefined || slot.number === 0 ? slot : { ...slot, ordinal: slot.number };
}

/** Two authorities answer where dynamic entities are used: the shopper's own goods come first. */
function ids({ resolutions }: Filled): readonly string[] {
  const matched = (resolutions?.resolutionsPerAuthority ?? []).filter(
    ({ status }) => status.code === 'ER_SUCCESS_MATCH',
  );
  const own = matched.filter(({ authority }) => authority.includes('.dynamic.'));
  const rest = matched.filter((one) => !own.includes(one));
  // Alexa leaves out what it does not know: a match may come without values, and a value without an id.
  return [...own, ...rest].flatMap(({ values }) => (values ?? []).flatMap(({ value }) => value.id ?? []));
}
