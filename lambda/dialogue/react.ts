/** Who gets what was heard: the open question first, then the intent that was named, then the repair ladder. */

import { didYouMean, miss } from '../intents/Fallback';
import { helpWith } from '../intents/Help';
import type { Acted, Answer, Part, Scene, ShopperScene, Where } from '../intents/kit/define';
import { elsewhereFor, isMine, leftoverFor, unheardBy } from '../intents/kit/questions';
import { seenFromToday } from '../intents/kit/seen-from';
import { cameThrough } from '../intents/parts/join';
import { inGoodHands, news, sorry } from '../intents/parts/person';
import { breakOff } from '../intents/parts/purchase';
import { askToLink, troubleWith } from '../intents/parts/trouble';
import { leftFrom, nothingAsked, welcome, welcomed } from '../intents/parts/welcome';
import { resumed } from '../intents/SendToPhone';
import { stop } from '../intents/Stop';
import { handedOver, TOOK_OVER, tookOver } from '../intents/TalkToHuman';
import { thankedAt } from '../intents/Thanks';
import type { Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import { askOf, INTENT_TABLE } from './index';

/** What a turn came to, and what that means for the question that was open. */
export type Reaction = {
  readonly acted: Acted;
  /** `kept`: asked again as it was; `left`: another subject; `closed`: everything of this session is dropped. */
  readonly fate: 'answered' | 'kept' | 'left' | 'closed';
  readonly missed?: true;
  /** A question of another session that moved here. */
  readonly moved?: OpenQuestion;
  /** One of another session that moved here and waits beneath what is asked now. */
  readonly beneath?: OpenQuestion;
};

export async function react(open: OpenQuestion | null, scene: Scene): Promise<Reaction> {
  const { heard } = scene.turn;
  switch (heard.kind) {
    case 'launched':
      return launch(scene);
    case 'resumed':
      return cameBack(scene);
    case 'joined':
      return { acted: await cameThrough(scene), fate: 'closed' };
    case 'intent':
      return intent(heard.intent, heard.slots, { open, scene });
    case 'choice':
      return (await answered({ kind: 'option', option: heard.option }, open, scene)) ?? missed(open, scene);
    case 'silence':
      return silence(open, scene);
    case 'event':
      if (heard.name === TOOK_OVER) return { acted: tookOver(scene), fate: 'kept' };
      return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
    default:
      return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
  }
}

/** People's answers come before everything else; then who has the conversation; then what was left open; then a welcome. */
async function launch(scene: Scene): Promise<Reaction> {
  const left = leftoverFor(scene.turn, scene.memory, scene.services.now());
  const first = news(scene.memory) ?? inGoodHands(scene) ?? sorry(scene, left !== null);
  if (first) return { acted: welcomed(first, scene), fate: 'closed', ...(left ? { beneath: left } : {}) };
  const again = left && (await askedAgain(left, 'elsewhere', scene));
  if (!left || again?.ending.kind !== 'ask') return { acted: welcome(scene), fate: 'closed' };
  return { acted: { ...again, replies: [leftFrom(left), ...again.replies] }, fate: 'closed', moved: left };
}

/** Alexa gives the shopper back after she pushed a link or asked for consent. */
async function cameBack(scene: Scene): Promise<Reaction> {
  const { heard } = scene.turn;
  const passed = heard.kind === 'resumed' ? handedOver(heard) : null;
  if (passed) return { acted: passed, fate: 'closed' };
  const acted = await resumed(scene);
  return acted ? { acted, fate: 'kept' } : launch(scene);
}

type At = { readonly open: OpenQuestion | null; readonly scene: Scene };

async function intent(name: IntentName, slots: Slots, { open, scene }: At): Promise<Reaction> {
  switch (name) {
    case 'Stop':
    case 'Cancel':
    case 'NavigateHome':
      return { acted: await end(scene), fate: 'closed' };
    case 'StartOver':
      return { acted: await act(name, slots, scene), fate: 'closed' };
    case 'Help':
      return open
        ? { acted: helpWith(open.question, scene), fate: 'kept' }
        : { acted: await act(name, slots, scene), fate: 'left' };
    case 'Thanks':
      return open ? thanked(open, scene) : { acted: await act(name, slots, scene), fate: 'kept' };
    case 'Repeat':
      return repeat(open, scene);
    case 'Fallback':
      return unsure(open, scene) ?? missed(open, scene);
    default:
      return (await answered(toAnswer(name, slots, open), open, scene)) ?? subject(name, slots, { open, scene });
  }
}

function thanked({ question }: OpenQuestion, scene: Scene): Reaction {
  const isOver = scene.policyOf(question).role === 'closes';
  return { acted: thankedAt(question, scene), fate: isOver ? 'answered' : 'kept' };
}

/** What was being bought is given up for good; where a yes was faster, its outcome is told. */
async function end(scene: Scene): Promise<Acted> {
  const mine = scene.memory.questions.filter((one) => isMine(one, scene.turn));
  const ordered = scene.shopper && (await breakOff(mine, scene as ShopperScene));
  return ordered ?? stop(mine, scene);
}

/** No answer to the open question: a new subject, or a word that answers nothing here. */
async function subject(name: IntentName, slots: Slots, { open, scene }: At): Promise<Reaction> {
  if (!ANSWER_WORDS.has(name)) return { acted: await act(name, slots, scene), fate: 'left' };
  if (open) return missed(open, scene);
  const elsewhere = unheardBy(scene.turn, scene.memory) ?? elsewhereFor(scene.turn, scene.memory, scene.services.now());
  const again = elsewhere && (await askedAgain(elsewhere, 'elsewhere', scene));
  return elsewhere && again
    ? { acted: again, fate: 'left', moved: elsewhere }
    : { acted: nothingAsked(), fate: 'left' };
}

const ANSWER_WORDS: ReadonlySet<IntentName> = new Set(['Yes', 'No', 'Select', 'More', 'Next', 'Previous']);

async function act(name: IntentName, slots: Slots, scene: Scene): Promise<Acted> {
  const found = INTENT_TABLE[name];
  const stopped = strangerAt(found, scene);
  if (stopped) return stopped;
  // The check above makes this a shopper's scene wherever the intent is personal.
  return found.act(slots, scene as ShopperScene);
}

/** What a stranger hears who asks for something personal; null: go ahead. */
function strangerAt(part: Part, scene: Scene): Acted | null {
  if (!part.personal || scene.shopper) return null;
  if (scene.stranger === 'unreachable') return troubleWith({ kind: 'unavailable' }, scene);
  return askToLink(scene.stranger ?? 'guest');
}

async function answered(answer: Answer | null, open: OpenQuestion | null, scene: Scene): Promise<Reaction | null> {
  const asked = open && askOf(open.question);
  if (!answer || !open || !asked) return null;
  const acted =
    strangerAt(asked.part, scene) ?? (await asked.ask.answer(answer, open.question.state, scene as ShopperScene));
  if (acted === null) return null;
  if (!('instead' in acted)) return { acted, fate: 'answered' };
  const { intent, slots } = acted.instead;
  return { acted: await act(intent, slots, scene), fate: 'answered' };
}

/** What was heard as an answer to this question, if it can be one. */
function toAnswer(name: IntentName, slots: Slots, open: OpenQuestion | null): Answer | null {
  const { options } = open?.question ?? {};
  const number = ordinalIn(slots) ?? (options ? slots.quantity?.number : undefined);
  const chosen = number === undefined ? undefined : options?.at(number < 0 ? number : number - 1);
  if (chosen && number !== 0) return { kind: 'option', option: chosen.id };
  switch (name) {
    case 'Yes':
      return { kind: 'yes' };
    case 'No':
      return { kind: 'no' };
    case 'More':
    case 'Next':
      return { kind: 'page', to: 'next' };
    case 'Previous':
      return { kind: 'page', to: 'previous' };
    default:
      return open && askOf(open.question)?.ask.amendedBy.includes(name) ? { kind: 'slots', slots } : null;
  }
}

/** "The second one", in whichever slot the channel put it. */
function ordinalIn(slots: Slots): number | undefined {
  return Object.values(slots).find((slot) => slot.ordinal !== undefined)?.ordinal;
}

/** "Did you mean …?": of typed words, and where no question of weight is open. It counts as a miss. */
function unsure(open: OpenQuestion | null, scene: Scene): Reaction | null {
  const { heard } = scene.turn;
  const maybe = heard.kind === 'intent' ? heard.maybe : undefined;
  const acted = maybe && open?.question.ifLeft !== 'wait' ? didYouMean(maybe, scene) : null;
  return acted && { acted, fate: 'left', missed: true };
}

function missed(open: OpenQuestion | null, scene: Scene): Reaction {
  return { acted: miss(open?.question ?? null, scene), fate: 'kept', missed: true };
}

/** The first silence is asked into once more, the second ends the visit; what was being made is kept for the next. */
function silence(open: OpenQuestion | null, { memory }: Scene): Reaction {
  if (!open || memory.misses.silences > 0) return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
  const { question } = open;
  const reply = { key: `${question.id}.reprompt`, with: question.with };
  return { acted: { replies: [reply], ending: { kind: 'ask', question } }, fate: 'kept' };
}

/** What was said last, once more and in full. */
function repeat(open: OpenQuestion | null, scene: Scene): Reaction {
  const { last } = scene.memory;
  if (!last) return { acted: nothingAsked(), fate: 'left' };
  const ending: Acted['ending'] = open ? { kind: 'ask', question: open.question } : { kind: 'done' };
  return { acted: { replies: seenFromToday(last.replies, scene), ending }, fate: 'kept' };
}

/** The question once more; null where nobody asks it any more. */
export async function askedAgain(open: OpenQuestion, where: Where, scene: Scene): Promise<Acted | null> {
  const asked = askOf(open.question);
  if (!asked) return null;
  return strangerAt(asked.part, scene) ?? asked.ask.again(open.question, where, scene as ShopperScene);
}
