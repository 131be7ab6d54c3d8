/** What becomes of the questions after a turn: what waits is asked again, what was left is dropped, all is remembered. */

import { askAfter } from '../intents/Feedback';
import type { Acted, Scene, ShopperScene } from '../intents/kit/define';
import { causing, effectOf, effectsOf } from '../intents/kit/effects';
import { isSaidOnce } from '../intents/kit/once';
import { isMine, openFor, push, waitingFor, without } from '../intents/kit/questions';
import { offerNews } from '../intents/OrderNews';
import { toldNow } from '../intents/parts/later';
import { news, unreached } from '../intents/parts/person';
import { lateNews } from '../intents/parts/purchase-late';
import { anythingElse, backTo, shallWeGoOn } from '../intents/parts/welcome';
import type { Memory, OpenQuestion } from '../vocabulary/memory';
import type { Ending, Outcome, Question } from '../vocabulary/outcome';
import { adviceAfter, calledAfter } from './advised';
import { topicAfter } from './asked-after';
import { handOffAfter } from './handed-off';
import { goesOn, withAlso } from './in-one-breath';
import { newsAfter } from './news-after';
import { onceAfter } from './once';
import { owedAfter } from './owed-after';
import { unpaidAfter } from './paying-again';
import type { Reaction } from './reaction';
import { isLeftToRest, isMoment, leftBehind, movedHere } from './resume';
import { seenAfter } from './seen-after';
import { askedAgain } from './serve';

export type Decision = {
  readonly outcome: Outcome;
  readonly memory: Memory;
  /** Proposals whose late outcome was told in this turn. */
  readonly told: readonly string[];
  /** What was said was not understood. */
  readonly missed: boolean;
};

export type Settled = {
  readonly outcome: Outcome;
  /** Without the one that is asked now. */
  readonly questions: readonly OpenQuestion[];
  /** The question that is asked now was offered in a later visit already. */
  readonly offered: boolean;
};

/** Gives what was settled its ending: the question that waited, or "anything else?". */
export async function settle(open: OpenQuestion | null, reaction: Reaction, scene: Scene): Promise<Settled> {
  const { fate } = reaction;
  const left = withAlso(remaining(open, reaction, scene), reaction, scene);
  const acted = goesOn(reaction.acted, reaction, { questions: left, scene });
  const { ending } = acted;
  if (ending.kind !== 'done')
    return { outcome: finished(acted, ending), questions: left, offered: wasOffered(open, reaction, scene) };
  const waiting = waitingFor(scene.turn, left);
  if (fate !== 'closed' && isTooMuch(acted, waiting, scene))
    return { outcome: finished(acted, shallWeGoOn()), questions: left, offered: false };
  const where = waiting?.unheard ? 'elsewhere' : 'here';
  const again =
    waiting?.question.ifLeft === 'wait' && fate !== 'closed' ? await askedAgain(waiting, where, scene) : null;
  const questions = without(left, waiting);
  if (again?.ending.kind !== 'ask') {
    const earlier = again ? null : await leftBehind(acted, scene);
    if (earlier) {
      const beneath = movedHere(questions, earlier.left, scene.turn);
      return { outcome: finished(acted, earlier.ending), questions: beneath, offered: false };
    }
    const next = await afterwards(acted, scene);
    const replies = [...acted.replies, ...(again?.replies ?? []), ...next.replies];
    const outcome = causing({ ...acted, ...next, replies, effects: acted.effects ?? [] }, ...(next.effects ?? []));
    return { outcome, questions, offered: false };
  }
  const isNew = waiting !== null && scene.policyOf(waiting.question).role === 'besides';
  const replies = [...acted.replies, ...(isNew ? [] : [backTo()]), ...again.replies];
  return { outcome: finished({ ...acted, replies }, again.ending), questions, offered: waiting?.offered ?? false };
}

/** What nobody has heard yet is told whole: aloud not behind something else. */
function isTooMuch({ replies }: Acted, waiting: OpenQuestion | null, { turn }: Scene): boolean {
  return turn.form === 'speech' && waiting?.unheard === true && replies.length > 0;
}

/** Before "anything else?": what people wrote, once a visit; what the shopper wished to be told; whether they want news; how content they are. */
async function afterwards(acted: Acted, scene: Scene): Promise<Outcome> {
  const { memory, turn } = scene;
  if (isNotedDown(acted)) return { replies: unreached(scene), ending: anythingElse() };
  const isTold = isSaidOnce('news', scene) || turn.form === 'text';
  const passing = (isTold ? null : news(memory)) ?? (await wished(acted, scene));
  const first = passing ?? offerNews(acted, scene) ?? rating(acted, scene);
  return first ?? { replies: unreached(scene), ending: anythingElse() };
}

/** Whoever writes down what is spelt is asked nothing they would have to think about. */
function isNotedDown({ replies }: Acted): boolean {
  return replies.some(({ with: values }) => Object.values(values).some(({ type }) => type === 'spelling'));
}

async function wished(acted: Acted, scene: Scene): Promise<Outcome | null> {
  return isMoment(acted, scene.turn) ? toldNow(scene) : null;
}

/** How content they are, where a matter is settled and it is time. */
function rating(acted: Acted, scene: Scene): { readonly replies: Outcome['replies']; readonly ending: Ending } | null {
  const isRead = (acted.effects ?? []).some(({ kind }) => kind === 'read');
  const ending = askAfter(isRead ? { ...scene, memory: { ...scene.memory, unread: [] } } : scene);
  return ending && { replies: [], ending };
}

function finished(acted: Acted, ending: Ending): Outcome {
  return { ...acted, ending };
}

/** A purchase of an earlier visit is offered once, however often its question is then asked again. */
function wasOffered(open: OpenQuestion | null, { acted, fate, moved }: Reaction, { turn }: Scene): boolean {
  if (moved) return turn.heard.kind === 'launched' || moved.offered;
  const isSame = acted.ending.kind === 'ask' && acted.ending.question.id === open?.question.id;
  return fate === 'kept' && isSame && open.offered;
}

function isMovedFrom(beneath: OpenQuestion, one: OpenQuestion): boolean {
  return one.question === beneath.question;
}

/** The questions that are still there after this turn, before a new one is asked. */
function remaining(open: OpenQuestion | null, reaction: Reaction, scene: Scene): readonly OpenQuestion[] {
  const { turn, memory } = scene;
  const { fate, acted, moved, beneath } = reaction;
  const questions = movedHere(without(memory.questions, moved ?? null), beneath, turn);
  if (beneath) return questions.filter((one) => !isMine(one, turn) || isMovedFrom(beneath, one));
  if (fate === 'closed' || isLeftToRest(open, reaction, scene)) return questions.filter((one) => !isMine(one, turn));
  if (fate === 'kept' && acted.ending.kind === 'ask' && acted.ending.question.id === open?.question.id) {
    return without(questions, open);
  }
  const drops = fate === 'answered' || (fate === 'left' && open?.question.ifLeft === 'drop');
  return drops ? without(questions, open) : questions;
}

export function remember({ outcome, questions, offered }: Settled, reaction: Reaction, scene: Scene): Decision {
  const { memory, turn, services, policyOf } = scene;
  const news = scene.shopper ? lateNews(scene as ShopperScene) : [];
  const late = scene.late.filter(({ outcome: late }) => late.kind !== 'unknown').map(({ proposalId }) => proposalId);
  const told = [...late, ...effectsOf(outcome, 'told').map(({ proposalId }) => proposalId)];
  const { ending } = outcome;
  const put = ending.kind === 'ask' ? ending.question : ending.kind === 'yield' ? ending.waits : undefined;
  const asked = put ? push(questions, put, { turn, now: services.now(), offered, policyOf }) : questions;
  const open = ending.kind === 'close' && !keepsOpen(reaction) ? asked.filter((one) => !isMine(one, turn)) : asked;
  const done = mayHaveChanged(reaction, scene) ? causing(outcome, { kind: 'orders-changed' }) : outcome;
  const said = { ...done, replies: [...news, ...outcome.replies] };
  const after = { ...memory, ...changes(said, reaction, scene), questions: open };
  return { outcome: said, memory: after, told, missed: reaction.missed === true };
}

/** A silence that ends the visit leaves its question for the next one. */
function keepsOpen({ fate, acted }: Reaction): boolean {
  return fate === 'kept' && acted.ending.kind === 'close';
}

/** Whoever answers a question whose yes changes something must not hear of how their orders were before. */
function mayHaveChanged({ fate }: Reaction, { turn, memory, policyOf }: Scene): boolean {
  const open = openFor(turn, memory);
  return fate === 'answered' && open !== null && policyOf(open.question).commits;
}

function changes(outcome: Outcome, reaction: Reaction, scene: Scene): Partial<Memory> {
  const { memory, turn } = scene;
  const { replies, ending, topic } = outcome;
  const isSubstantial = reaction.fate !== 'kept' && (replies.length > 0 || ending.kind === 'ask');
  return {
    misses: missesAfter(outcome, reaction, scene),
    ...(isSubstantial ? { last: { replies, ending } } : {}),
    ...(topic ? { topic: topicAfter(topic, scene) } : {}),
    ...seenAfter(outcome),
    ...handOffAfter(outcome, scene),
    ...(effectOf(outcome, 'read') ? { unread: [] } : {}),
    ...onceAfter(outcome, scene),
    ...owedAfter(outcome, memory),
    ...calledAfter(outcome),
    ...wishedAfter(outcome),
    ...unpaidAfter(outcome, scene),
    ...newsAfter(outcome, scene),
    advice: adviceAfter(outcome, scene),
    ...(turn.heard.kind === 'intent' && turn.heard.intent === 'StartOver' ? { owner: 'bot' } : {}),
  };
}

function wishedAfter(outcome: Outcome): Partial<Pick<Memory, 'wished'>> {
  const effect = effectOf(outcome, 'wished');
  return effect ? { wished: effect.wished } : {};
}

/** A fresh offer of a person begins the count anew: it can be missed itself, and declined to go on. */
function missesAfter({ ending }: Outcome, { missed }: Reaction, { memory, turn, policyOf }: Scene): Memory['misses'] {
  const { inARow, inAll } = memory.misses;
  const silences = turn.heard.kind === 'silence' ? memory.misses.silences + 1 : 0;
  const isOffer = (question: Question | undefined) => question && policyOf(question).role === 'offers-person';
  const isOffered = ending.kind === 'ask' && isOffer(ending.question);
  if (missed && isOffered && !isOffer(openFor(turn, memory)?.question)) return { inARow: 0, inAll: 0, silences };
  return missed ? { inARow: inARow + 1, inAll: inAll + 1, silences } : { inARow: 0, inAll, silences };
}
