/** Takes a telephone number for a call out of a turn before anything is decided or written; also makes words one that can be heard. */

import { policyOf } from '../dialogue/index';
import type { Scene } from '../intents/kit/define';
import { openFor } from '../intents/kit/questions';
import { takesPhones } from '../intents/parts/team-there';
import type { HeardText } from '../language/hearing/heard';
import { phoneIn } from '../services/privacy/said-phone';
import type { Heard, Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { Question } from '../vocabulary/outcome';
import type { Swallowed } from './swallow';

/** In its place. */
const HIDDEN = '····';
/** Fewer digits are a time of day or an amount; a number has more, but one that is begun is said to be none. */
const LEAST = { asked: 2, unasked: 7 };

/** Typed words with a number to be called on in them: it comes as one word, so that the sentences around it are known. */
export async function withPhone(
  found: HeardText,
  text: string,
  { question, hear }: { readonly question: Question | null; readonly hear: (text: string) => Promise<HeardText> },
): Promise<HeardText> {
  const isAsked = asksPhone(question);
  const said = phoneIn(text, isAsked ? LEAST.asked : LEAST.unasked);
  if (!said || (isAsked && isTime(found))) return found;
  const slot = { said: said.number, ids: [] };
  const { maybe: _, choice: __, ...rest } = found;
  const bare: HeardText = { ...rest, intent: 'TalkToHuman', slots: { phone: slot } };
  if (isAsked && said.isAll) return bare;
  const whole = await hear(`${text.slice(0, said.from)}${said.number.replace('+', '')}${text.slice(said.to)}`);
  const isWhole = whole.intent === 'TalkToHuman' && whole.slots.phone !== undefined;
  if (isWhole && !whole.manner.negated && !whole.manner.refuses && !whole.manner.guessed)
    return { ...whole, slots: { ...whole.slots, phone: slot } };
  // "Don't call me on …", "is … your number?" give none.
  const { refuses, asks, guessed } = found.manner;
  return isAsked && !refuses && !asks && (found.intent in MAY_HOLD_ONE || guessed) ? bare : found;
}

/** Where digits are put that nobody knows the words around, while a number is asked for. */
const MAY_HOLD_ONE: Partial<Readonly<Record<IntentName, true>>> = {
  ...{ Yes: true, No: true, Fallback: true, TalkToHuman: true },
  ...{ Reorder: true, OrderStatus: true, VoiceLimits: true },
};

function isTime({ intent, slots }: HeardText): boolean {
  return intent === 'TalkToHuman' && (slots.time ?? slots.date) !== undefined && slots.phone === undefined;
}

function asksPhone(question: Question | null): boolean {
  return question !== null && policyOf(question).role === 'takes-phone';
}

/** What is decided on holds no digit of it. Where it is not ours to take, it stays as it is. */
export function phoneTaken({ scene, arrived }: Swallowed): Swallowed {
  const { heard } = scene.turn;
  const said = heard.kind === 'intent' ? saidIn(heard, scene) : undefined;
  if (heard.kind !== 'intent' || said === undefined) return { scene, arrived };
  if (!isOurs(scene)) return { scene: hearing(scene, withoutPhone(heard.slots)), arrived };
  const slots = { ...(heard.intent === 'TalkToHuman' ? heard.slots : {}), phone: { said: HIDDEN, ids: [] } };
  const taken = { ...hearing(scene, slots), saidPhone: phoneIn(said, 1)?.number ?? '' };
  // What was typed is kept as all words are: whole in its seal, and redacted.
  const isTyped = arrived.heard.kind === 'text';
  return { scene: taken, arrived: isTyped ? arrived : { ...arrived, heard: taken.turn.heard } };
}

type HeardIntent = Extract<Heard, { kind: 'intent' }>;

/** Alexa may put a bare number into the slot of something else. */
function saidIn({ intent, slots }: HeardIntent, { turn, memory }: Scene): string | undefined {
  if (intent === 'TalkToHuman') return slots.phone?.said;
  const isAsked = asksPhone(openFor(turn, memory)?.question ?? null);
  const [only, ...others] = Object.values(slots);
  const isBare = only !== undefined && others.length === 0 && phoneIn(only.said, LEAST.asked)?.isAll === true;
  return isAsked && isBare && intent in MAY_HOLD_ONE ? only.said : undefined;
}

/** Nobody takes a number the desk could not show; what is written to a person who has the conversation is theirs. */
function isOurs(scene: Scene): boolean {
  const { turn, memory } = scene;
  const isTheirs = turn.form === 'text' && memory.owner === 'human' && memory.handOff?.agent !== undefined;
  return takesPhones(scene) && (!isTheirs || asksPhone(openFor(turn, memory)?.question ?? null));
}

/** A call is wished for all the same. */
function withoutPhone({ phone: _, ...others }: Slots): Slots {
  return others.time || others.date || others.call ? others : { ...others, time: { said: '', ids: ['any'] } };
}

function hearing(scene: Scene, slots: Slots): Scene {
  const { heard } = scene.turn;
  if (heard.kind !== 'intent') return scene;
  const { maybe: _, ...rest } = heard;
  return { ...scene, turn: { ...scene.turn, heard: { ...rest, intent: 'TalkToHuman', slots } } };
}
