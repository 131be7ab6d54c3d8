/** Takes the digits of a voice code out of a turn, before anything is decided or written: no word of ours holds them. */

import { policyOf } from '../dialogue/index';
import type { Scene } from '../intents/kit/define';
import { openFor } from '../intents/kit/questions';
import { warnedOfCode } from '../intents/parts/limits-words';
import type { HeardText } from '../language/hearing/heard';
import { codeIn } from '../services/privacy/spoken-code';
import type { Heard, Slots, Turn } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Question } from '../vocabulary/outcome';

/** In their place. */
const HIDDEN = '····';
const SAID: Heard = { kind: 'intent', intent: 'VoiceLimits', slots: { code: { said: HIDDEN, ids: [] } } };

export type Swallowed = {
  readonly scene: Scene;
  /** The turn as it came, without them. */
  readonly arrived: Turn;
};

/** Digits and nothing else, where a code is asked for; in writing also where it is asked elsewhere, at the speaker. */
export function swallowed(scene: Scene): Swallowed {
  const { turn } = scene;
  const asked = askedIn(scene);
  const digits = asked === null ? null : bareIn(turn.heard);
  return digits === null ? { scene, arrived: turn } : withoutDigits({ scene, arrived: turn }, digits);
}

/** Behind its words: "my code is …", asked for or not, and whatever of digits was not understood while one is asked for. */
export function swallowedToo({ scene, arrived }: Swallowed): Swallowed {
  const { heard } = scene.turn;
  if (heard.kind !== 'intent') return { scene, arrived };
  const { code } = heard.slots;
  if (code?.said === HIDDEN) return { scene, arrived };
  if (heard.intent === 'VoiceLimits' && code)
    return withoutDigits({ scene, arrived }, codeIn(code.said)?.digits ?? null);
  if (arrived.heard.kind !== 'text' || askedIn(scene) === null) return { scene, arrived };
  const { text } = arrived.heard;
  const isUnsure = heard.intent === 'Fallback' && codeIn(text) !== null;
  if (!isUnsure && !isNumberInWords(heard, text)) return { scene, arrived };
  return { scene: { ...scene, turn: { ...scene.turn, heard: SAID } }, arrived: hiddenIn(arrived) };
}

/**
 * What was said at the question for a code: whatever would take its digits for a number of something else. The words of
 * an order's number end in four of them, and a code has more.
 */
export function asCode(found: HeardText, text: string, question: Question | null): HeardText {
  const { elicits } = question ?? {};
  if (!question || !elicits || policyOf(question).role !== 'takes-secret') return found;
  const code = codeIn(text);
  if (!code || !(code.isAll || found.intent in NUMBERS)) return found;
  const { maybe: _, ...rest } = found;
  return { ...rest, intent: elicits.intent, slots: { [elicits.slot]: { said: code.digits, ids: [] } } };
}

/** Whose question it is that asks for a code, or that nobody does and one was begun; null: it is about none. */
function askedIn({ turn, memory, policyOf }: Scene): 'mine' | 'elsewhere' | 'begun' | null {
  const isSecret = (open: OpenQuestion | null) => open !== null && policyOf(open.question).role === 'takes-secret';
  if (isSecret(openFor(turn, memory))) return 'mine';
  if (turn.form === 'text' && memory.questions.some(isSecret)) return 'elsewhere';
  return warnedOfCode(memory.last) ? 'begun' : null;
}

/** It is said at a speaker, to whoever asked for it, and never written. */
function withoutDigits({ scene, arrived }: Swallowed, digits: string | null): Swallowed {
  const { turn } = scene;
  const saidCode = turn.form === 'speech' && askedIn(scene) === 'mine' ? digits : null;
  return { scene: { ...scene, turn: { ...turn, heard: SAID }, saidCode }, arrived: hiddenIn(arrived) };
}

function bareIn(heard: Heard): string | null {
  if (heard.kind === 'text') return allOf(heard.text);
  return heard.kind === 'intent' && heard.intent in NUMBERS ? bareSlot(heard.slots) : null;
}

/** Where Alexa may put a number that is all that was said: "four eight two seven" is a sample of an order's number, too. */
const NUMBERS = { VoiceLimits: true, Reorder: true, OrderStatus: true, Fallback: true } as const;

/** "Four thousand eight hundred and twenty-seven", heard as an order's: who was warned of codes, or asked for one, writes an order's in digits. */
function isNumberInWords({ intent, slots }: Extract<Heard, { kind: 'intent' }>, text: string): boolean {
  return intent === 'OrderStatus' && Object.keys(slots).join() === 'orderNumber' && !/\d/.test(text);
}

function bareSlot(slots: Slots): string | null {
  const [only, ...others] = Object.values(slots);
  return only && others.length === 0 ? allOf(only.said) : null;
}

function allOf(text: string): string | null {
  const found = codeIn(text);
  return found?.isAll ? found.digits : null;
}

/** Typed words keep their line, so that the page that sent it knows it again. */
function hiddenIn(turn: Turn): Turn {
  const { heard } = turn;
  return { ...turn, heard: heard.kind === 'text' ? { kind: 'text', text: HIDDEN } : SAID };
}
