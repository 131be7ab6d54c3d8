/** Hears for the speaker what Alexa would: which intent and slots a sentence is, and which question it met. */

import { questionFor, slotTypesOf } from '../conversation/hear';
import { conversationOf } from '../conversation/meet';
import type { HeardText } from '../language/hearing/heard';
import { freshMemory } from '../services/conversation/memory';
import type { Turn } from '../vocabulary/heard';
import type { Memory } from '../vocabulary/memory';
import type { Question } from '../vocabulary/outcome';
import { intentRequest, LAUNCH, type SimulatedDevice, touchRequest } from './envelope';
import type { ConsoleHouse } from './house';
import type { SayRequest, Why } from './protocol';

/** Where a device stands when something is said to it. */
export type Moment = { readonly device: SimulatedDevice; readonly session: Turn['session'] };

export type Understood = {
  /** What Alexa would send; null: nothing. */
  readonly request: object | null;
  readonly why: Why;
};

/** From here on a guess is acted on; the hearing itself answers `Fallback` where it rejects. */
type Verdict = NonNullable<Why['heard']>['verdict'];

export async function understand(what: SayRequest['what'], moment: Moment, house: ConsoleHouse): Promise<Understood> {
  const memory = (await rememberedOf(moment, house)) ?? freshMemory();
  const turn = turnAt(moment, house.now());
  const question = questionFor(turn, memory);
  const open = question && { id: question.id, expects: question.expects };
  const why: Why = { intent: null, slots: {}, heard: null, open };
  switch (what.kind) {
    case 'launch':
      return { request: LAUNCH, why };
    case 'option':
      return { request: tapped(what.id, question), why };
    case 'touch':
      return { request: touchRequest(what), why };
    case 'text':
      return typed(what.text, { turn, memory, question, why, house });
    default:
      return { request: null, why };
  }
}

export async function rememberedOf({ device }: Moment, { earshot }: ConsoleHouse): Promise<Memory | null> {
  const id = conversationOf({ channel: 'alexa', address: device.address }, device.shopper);
  return (await earshot.store.conversations.load(id))?.memory ?? null;
}

function turnAt({ device, session }: Moment, now: number): Turn {
  return {
    id: session.id,
    channel: 'alexa',
    form: 'speech',
    requestId: session.id,
    session,
    address: device.address,
    ...(device.token === null ? {} : { credential: device.token }),
    locale: device.locale,
    deadline: now + 6_000,
    heard: { kind: 'silence' },
  };
}

type Listening = {
  readonly turn: Turn;
  readonly memory: Memory;
  readonly question: Question | null;
  readonly why: Why;
  readonly house: ConsoleHouse;
};

async function typed(text: string, { turn, memory, question, why, house }: Listening): Promise<Understood> {
  if (house.earshot.hearing.launches(text, turn.locale)) return { request: LAUNCH, why };
  const found = await house.earshot.app.understand(text, { turn, memory });
  const { intent, score, rivals, choice = null } = found;
  // Alexa's own understanding never asks which was meant: she sends what is likeliest.
  const sent = found.maybe?.[0] ?? found;
  const heard = { text, intent, score, rivals, verdict: verdictOn(found), choice, words: found.manner.said };
  const request =
    choice === null ? intentRequest(sent.intent, sent.slots, slotTypesOf(sent.intent)) : tapped(choice, question);
  return { request, why: { ...why, heard } };
}

function verdictOn({ intent, choice, maybe }: HeardText): Verdict {
  if (choice !== undefined) return 'accepted';
  if (intent !== 'Fallback') return 'accepted';
  return maybe ? 'maybe' : 'rejected';
}

/** "The second one": a speaker without a screen has no other way to say which. */
function tapped(option: string, question: Question | null): object {
  const at = question?.options?.findIndex(({ id }) => id === option) ?? -1;
  if (at < 0) return intentRequest('Fallback', {}, {});
  const ordinal = { said: String(at + 1), ids: [], ordinal: at + 1 };
  return intentRequest('Select', { ordinal }, {});
}
