/** The speakers of the console: each holds a visit with the skill as a real device would, request by request. */

import { randomUUID } from 'node:crypto';
import type { RequestEnvelope, Response, ResponseEnvelope } from 'ask-sdk-model';
import { createSkill } from '../channels/alexa/skill';
import { readTongues, type Tongues } from '../language/speech/tongues';
import type { Answer, Spoken } from '../vocabulary/answer';
import { envelopeByHand, momentOf, newRequestId } from './by-hand';
import { envelopeOf, GAVE_UP, type SimulatedDevice } from './envelope';
import { findingsIn } from './findings';
import type { ConsoleHouse } from './house';
import { ordersOf } from './orders';
import type { CallRecord, SayRequest, Told, Why } from './protocol';
import { type Moment, rememberedOf, type Understood, understand } from './understand';

export type Speakers = {
  /** Rejects only where the house itself is broken. */
  say(said: SayRequest, device: SimulatedDevice): Promise<Told>;
};

/** What a device knows between two sentences. */
type State = {
  readonly session: string;
  readonly isOpen: boolean;
  /** What it says into a silence; null: it has said it. */
  readonly reprompt: Spoken | null;
};

type Taken = { readonly answer: Answer; readonly response: Response };

const MOST = 100;
const CLOSED: State = { session: '', isOpen: false, reprompt: null };

export function createSpeakers(options: ConsoleHouse & { readonly locales: string }): Speakers {
  const house = { ...options, tongues: readTongues(options.locales) };
  const states = new Map<string, State>();
  const keep = (key: string, state: State) => {
    states.delete(key);
    states.set(key, state);
    for (const oldest of states.keys()) if (states.size > MOST) states.delete(oldest);
  };
  return {
    async say({ what }, device) {
      // Another language, another account or another kind is another device.
      const key = [device.name, device.kind, device.locale, device.address].join(' ');
      const wasOpen = states.get(key)?.isOpen ?? false;
      if (what.kind === 'request') {
        const envelope = envelopeByHand(what, house);
        const moment = momentOf(envelope, device, house);
        const understood = await understand(what, moment, house);
        const told = await sent(envelope, { moment, understood, house });
        keep(key, stateAfter(told, moment));
        return { ...told, wasOpen };
      }
      const before = what.kind === 'launch' || what.kind === 'leave' ? CLOSED : (states.get(key) ?? CLOSED);
      const state = before.isOpen ? before : { ...CLOSED, session: `amzn1.echo-api.session.${randomUUID()}` };
      const moment: Moment = { session: { id: state.session, isNew: !before.isOpen }, device };
      const understood = await understand(what, moment, house);
      if (what.kind === 'leave' || (what.kind === 'silence' && !before.isOpen)) {
        keep(key, CLOSED);
        return resting({ wasOpen, isOpen: false, reprompted: null }, { moment, understood, house });
      }
      if (what.kind === 'silence' && before.reprompt) {
        keep(key, { ...before, reprompt: null });
        return resting({ wasOpen, isOpen: true, reprompted: before.reprompt }, { moment, understood, house });
      }
      const now = { requestId: newRequestId(), at: house.now() };
      const envelope = envelopeOf(understood.request ?? GAVE_UP, { ...moment, ...now });
      const told = await sent(envelope, { moment, understood, house });
      keep(key, stateAfter(told, moment));
      return { ...told, wasOpen };
    },
  };
}

function stateAfter({ isOpen, answer }: Pick<Told, 'isOpen' | 'answer'>, { session }: Moment): State {
  return { session: session.id, isOpen, reprompt: answer?.said?.reprompt ?? null };
}

type Scene = { readonly moment: Moment; readonly understood: Understood; readonly house: Judging };
type Judging = ConsoleHouse & { readonly tongues: Tongues };

/** No request was sent. */
async function resting(how: Pick<Told, 'wasOpen' | 'isOpen' | 'reprompted'>, scene: Scene): Promise<Told> {
  const none = { answer: null, request: null, response: null, calls: [], milliseconds: 0, rules: [] };
  return { id: randomUUID(), ...how, ...none, why: scene.understood.why, ...(await after(scene)) };
}

async function sent(envelope: RequestEnvelope, scene: Scene): Promise<Omit<Told, 'wasOpen'>> {
  const { moment, understood, house } = scene;
  const began = performance.now();
  const { value, calls } = await house.calls.during(() => invoke(envelope, house, began));
  const { taken, envelope: response, moments } = value;
  const type = envelope.request.type;
  const milliseconds = Math.round((performance.now() - began) * 10) / 10;
  return {
    id: envelope.request.requestId,
    isOpen: response.response.shouldEndSession === false,
    answer: taken?.answer ?? null,
    reprompted: null,
    request: envelope,
    response,
    why: { ...understood.why, ...(taken ? meant(taken.answer) : {}) },
    calls: [...calls, ...moments],
    milliseconds,
    rules:
      taken && type !== GAVE_UP.type
        ? findingsIn({ ...taken, type, locale: moment.device.locale, tongues: house.tongues })
        : [],
    ...(await after(scene)),
  };
}

function meant({ intent, slots }: Answer): Pick<Why, 'intent' | 'slots'> {
  return { intent, slots };
}

type Invoked = {
  readonly taken: Taken | null;
  readonly envelope: ResponseEnvelope;
  /** When "one moment" was said. */
  readonly moments: readonly CallRecord[];
};

/** Through the skill itself, as the Alexa door does behind its verifier. */
async function invoke(envelope: RequestEnvelope, house: ConsoleHouse, began: number): Promise<Invoked> {
  const seen: Taken[] = [];
  const moments: CallRecord[] = [];
  const skill = createSkill({
    answer: house.earshot.app.answer,
    now: house.now,
    log: house.log,
    linkOf: house.earshot.reach.linkTo,
    onResponse: (_envelope, answer, response) => void seen.push({ answer, response }),
    fetch: async () => {
      const start = Math.round(performance.now() - began);
      moments.push({ port: 'alexa', method: 'one moment', start, ms: 0, error: null });
      return new globalThis.Response(null, { status: 204 });
    },
  });
  const response = await skill.invoke(envelope);
  return { taken: seen[0] ?? null, envelope: response, moments };
}

async function after({ moment, house }: Scene): Promise<Pick<Told, 'memory' | 'orders'>> {
  return { memory: await rememberedOf(moment, house), orders: await ordersOf(moment.device, house) };
}
