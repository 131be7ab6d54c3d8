/** Decides a turn: who gets what was heard (the open question first), and what becomes of the questions afterwards. */

import type { Ending, IntentName, Memory, OpenQuestion, Outcome, Slots } from '../turn';
import type { Acted, Answer, Part, Scene, ShopperScene, Where } from './define';
import { miss } from './Fallback';
import { helpWith } from './Help';
import { askOf, INTENT_TABLE } from './index';
import { lateNews } from './purchase';
import { elsewhereFor, isMine, leftoverFor, openFor, push, without } from './questions';
import { stop } from './Stop';
import { askToLink, troubleWith } from './trouble';
import { anythingElse, backTo, leftFrom, nothingAsked, welcome } from './welcome';

export type Decision = {
  readonly outcome: Outcome;
  readonly memory: Memory;
  /** Proposals whose late outcome was told in this turn. */
  readonly told: readonly string[];
};

/** What a turn came to, and what that means for the question that was open. */
type Reaction = {
  readonly acted: Acted;
  /** `kept`: asked again as it was; `left`: another subject; `closed`: everything of this session is dropped. */
  readonly fate: 'answered' | 'kept' | 'left' | 'closed';
  readonly missed?: true;
  /** A question of another session that moved here. */
  readonly moved?: OpenQuestion;
};

export async function decide(before: Scene): Promise<Decision> {
  const scene = { ...before, memory: beginVisit(before) };
  if (isSilent(scene)) return { outcome: { replies: [], ending: { kind: 'close' } }, memory: scene.memory, told: [] };
  const open = openFor(scene.turn, scene.memory);
  const reaction = await react(open, scene);
  const settled = await settle(open, reaction, scene);
  return remember(settled, reaction, scene);
}

/** While a person owns the conversation, text gets no answer from the bot; a speaker always does. */
function isSilent({ turn, memory }: Scene): boolean {
  const takesBack = turn.heard.kind === 'intent' && turn.heard.intent === 'StartOver';
  return turn.heard.kind === 'ended' || (memory.owner === 'human' && turn.form === 'text' && !takesBack);
}

function beginVisit({ turn, memory }: Scene): Memory {
  const session = turn.session.id;
  if (memory.session === session && !turn.session.isNew) return memory;
  const fresh = { session, misses: { inARow: 0, inAll: 0, silences: 0 } };
  return turn.session.isNew ? { ...memory, ...fresh, visits: memory.visits + 1, topic: {} } : { ...memory, ...fresh };
}

// ---- who gets it ----------------------------------------------------------------------------------------------

async function react(open: OpenQuestion | null, scene: Scene): Promise<Reaction> {
  const { heard } = scene.turn;
  switch (heard.kind) {
    case 'launched':
    case 'resumed':
      return launch(scene);
    case 'intent':
      return intent(heard.intent, heard.slots, { open, scene });
    case 'choice':
      return (await answered({ kind: 'option', option: heard.option }, open, scene)) ?? missed(open, scene);
    case 'silence':
      return silence(open, scene);
    default:
      return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
  }
}

async function launch(scene: Scene): Promise<Reaction> {
  const left = leftoverFor(scene.turn, scene.memory, scene.services.now());
  const again = left && (await askedAgain(left, 'elsewhere', scene));
  if (!left || again?.ending.kind !== 'ask') return { acted: welcome(scene), fate: 'closed' };
  return { acted: { ...again, replies: [leftFrom(left), ...again.replies] }, fate: 'closed', moved: left };
}

type At = { readonly open: OpenQuestion | null; readonly scene: Scene };

async function intent(name: IntentName, slots: Slots, { open, scene }: At): Promise<Reaction> {
  switch (name) {
    case 'Stop':
    case 'Cancel':
    case 'NavigateHome':
      return { acted: stop(scene.memory.questions.filter((one) => isMine(one, scene.turn))), fate: 'closed' };
    case 'StartOver':
      return { acted: await act(name, slots, scene), fate: 'closed' };
    case 'Help':
      return open
        ? { acted: helpWith(open.question), fate: 'kept' }
        : { acted: await act(name, slots, scene), fate: 'left' };
    case 'Repeat':
      return repeat(open, scene);
    case 'Fallback':
      return missed(open, scene);
    default:
      return (await answered(toAnswer(name, slots, open), open, scene)) ?? subject(name, slots, { open, scene });
  }
}

/** No answer to the open question: a new subject, or a word that answers nothing here. */
async function subject(name: IntentName, slots: Slots, { open, scene }: At): Promise<Reaction> {
  if (!isAnswerWord(name)) return { acted: await act(name, slots, scene), fate: 'left' };
  if (open) return missed(open, scene);
  const elsewhere = elsewhereFor(scene.turn, scene.memory, scene.services.now());
  const again = elsewhere && (await askedAgain(elsewhere, 'elsewhere', scene));
  return elsewhere && again
    ? { acted: again, fate: 'left', moved: elsewhere }
    : { acted: nothingAsked(), fate: 'left' };
}

const ANSWER_WORDS = new Set<IntentName>(['Yes', 'No', 'Select', 'More', 'Next', 'Previous']);

function isAnswerWord(name: IntentName): boolean {
  return ANSWER_WORDS.has(name);
}

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
  return acted && { acted, fate: 'answered' };
}

/** What was heard as an answer to this question, if it can be one. */
function toAnswer(name: IntentName, slots: Slots, open: OpenQuestion | null): Answer | null {
  const { options } = open?.question ?? {};
  const number = ordinalIn(slots) ?? (options ? slots.quantity?.number : undefined);
  const chosen = number === undefined ? undefined : options?.at(number < 0 ? number : number - 1);
  if (chosen) return { kind: 'option', option: chosen.id };
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

function missed(open: OpenQuestion | null, scene: Scene): Reaction {
  return { acted: miss(open?.question ?? null, scene), fate: 'kept', missed: true };
}

/** The first silence is asked into once more, the second ends the visit; what was being made is kept for the next. */
async function silence(open: OpenQuestion | null, scene: Scene): Promise<Reaction> {
  if (!open || scene.memory.misses.silences > 0)
    return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
  const { question } = open;
  const reply = { key: `${question.id}.reprompt`, with: question.with };
  return { acted: { replies: [reply], ending: { kind: 'ask', question } }, fate: 'kept' };
}

/** What was said last, once more and in full. */
function repeat(open: OpenQuestion | null, scene: Scene): Reaction {
  const { last } = scene.memory;
  if (!last) return { acted: nothingAsked(), fate: 'left' };
  const ending: Acted['ending'] = open ? { kind: 'ask', question: open.question } : { kind: 'done' };
  return { acted: { replies: last.replies, ending }, fate: 'kept' };
}

/** The question once more; null where nobody asks it any more. */
async function askedAgain(open: OpenQuestion, where: Where, scene: Scene): Promise<Acted | null> {
  const asked = askOf(open.question);
  if (!asked) return null;
  return strangerAt(asked.part, scene) ?? asked.ask.again(open.question, where, scene as ShopperScene);
}

// ---- what becomes of the questions ----------------------------------------------------------------------------

type Settled = { readonly outcome: Outcome; readonly questions: readonly OpenQuestion[] };

async function settle(open: OpenQuestion | null, reaction: Reaction, scene: Scene): Promise<Settled> {
  const { acted, fate } = reaction;
  const left = remaining(open, reaction, scene);
  if (acted.ending.kind !== 'done') return { outcome: finished(acted, acted.ending), questions: left };
  const waiting = openFor(scene.turn, { ...scene.memory, questions: left });
  const again =
    waiting?.question.ifLeft === 'wait' && fate !== 'closed' ? await askedAgain(waiting, 'here', scene) : null;
  const questions = without(left, waiting);
  if (again?.ending.kind !== 'ask') {
    const replies = again ? [...acted.replies, ...again.replies] : acted.replies;
    return { outcome: finished({ ...acted, replies }, anythingElse()), questions };
  }
  const replies = [...acted.replies, backTo(), ...again.replies];
  return { outcome: finished({ ...acted, replies }, again.ending), questions };
}

function finished(acted: Acted, ending: Ending): Outcome {
  return { ...acted, ending };
}

/** The questions that are still there after this turn, before a new one is asked. */
function remaining(open: OpenQuestion | null, reaction: Reaction, { turn, memory }: Scene): readonly OpenQuestion[] {
  const { fate, acted, moved } = reaction;
  const questions = without(memory.questions, moved ?? null);
  if (fate === 'closed') return questions.filter((one) => !isMine(one, turn));
  if (fate === 'kept' && acted.ending.kind === 'ask' && acted.ending.question.id === open?.question.id) {
    return without(questions, open);
  }
  const drops = fate === 'answered' || (fate === 'left' && open?.question.ifLeft === 'drop');
  return drops ? without(questions, open) : questions;
}

function remember({ outcome, questions }: Settled, reaction: Reaction, scene: Scene): Decision {
  const { memory, turn, services } = scene;
  const news = scene.shopper ? lateNews(scene as ShopperScene) : [];
  const late = scene.late.filter(({ outcome: late }) => late.kind !== 'unknown').map(({ proposalId }) => proposalId);
  const told = [...late, ...(outcome.told ?? [])];
  const now = services.now();
  const { ending } = outcome;
  const offered = reaction.moved !== undefined && turn.heard.kind === 'launched';
  const asked = ending.kind === 'ask' ? push(questions, ending.question, { turn, now, offered }) : questions;
  const open = ending.kind === 'close' && !keepsOpen(reaction) ? asked.filter((one) => !isMine(one, turn)) : asked;
  const said = { ...outcome, replies: [...news, ...outcome.replies] };
  return { outcome: said, memory: { ...memory, ...changes(said, reaction, scene), questions: open }, told };
}

/** A silence that ends the visit leaves its question for the next one. */
function keepsOpen({ fate, acted }: Reaction): boolean {
  return fate === 'kept' && acted.ending.kind === 'close';
}

function changes(outcome: Outcome, reaction: Reaction, { memory, turn, services }: Scene): Partial<Memory> {
  const { replies, ending, handOff, status, topic } = outcome;
  const { inARow, inAll } = memory.misses;
  const offersPerson = reaction.missed && ending.kind === 'ask' && ending.question.id === 'TalkToHuman.offer';
  const silences = turn.heard.kind === 'silence' ? memory.misses.silences + 1 : 0;
  const misses =
    reaction.missed && !offersPerson
      ? { inARow: inARow + 1, inAll: inAll + 1, silences }
      : { inARow: 0, inAll: offersPerson ? 0 : inAll, silences };
  const substantial = reaction.fate !== 'kept' && replies.length > 0;
  const now = services.now();
  return {
    misses,
    ...(substantial ? { last: { replies, ending } } : {}),
    ...(topic ? { topic } : {}),
    ...(status ? { lastKnown: { replies: status, at: now } } : {}),
    ...(handOff ? { owner: 'human', handOff: { id: handOff.id, reference: handOff.reference, since: now } } : {}),
    ...(turn.heard.kind === 'intent' && turn.heard.intent === 'StartOver' ? { owner: 'bot' } : {}),
  };
}
