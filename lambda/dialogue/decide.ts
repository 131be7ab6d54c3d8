/** Decides a turn: the visit, who gets what was heard, and what becomes of the questions. */

import type { Scene } from '../intents/kit/define';
import { openFor } from '../intents/kit/questions';
import { introduction } from '../intents/parts/introduction';
import { isOfCall } from '../intents/parts/talktohuman-call';
import { unanswered } from '../intents/parts/unanswered';
import { justPlaced } from '../intents/parts/undo';
import type { Heard, Turn } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { Memory } from '../vocabulary/memory';
import type { Effect } from '../vocabulary/outcome';
import { isEmergency, warn } from './emergency';
import { placedInList } from './in-list';
import { react } from './react';
import { type Decision, remember, settle } from './settle';

export type { Decision } from './settle';

export async function decide(before: Scene): Promise<Decision> {
  const begun = { ...before, turn: withdrawing(before), memory: beginVisit(before) };
  const scene = { ...begun, turn: placedInList(openFor(begun.turn, begun.memory), begun) };
  if (isEmergency(scene)) return warn(scene);
  if (isSilent(scene)) return silent(scene);
  const open = openFor(scene.turn, scene.memory);
  const reaction = await react(open, scene);
  return introduced(remember(await settle(open, reaction, scene), reaction, scene), scene);
}

/** Not part of what was said last: nobody needs to hear it again. */
function introduced(decision: Decision, scene: Scene): Decision {
  const first = introduction(decision.outcome, scene);
  if (!first) return decision;
  const { outcome, memory } = decision;
  const known = [...(memory.introduced ?? []), scene.turn.channel];
  return {
    ...decision,
    outcome: { ...outcome, replies: [...first, ...outcome.replies] },
    memory: { ...memory, introduced: known },
  };
}

/** Nobody has taken what was passed on: "cancel" takes it back, as "forget the person" does. */
function withdrawing({ turn, memory }: Scene): Turn {
  const { heard } = turn;
  const isAlone = turn.form === 'text' && memory.owner === 'human' && memory.handOff?.agent === undefined;
  const isCancel = heard.kind === 'intent' && heard.intent === 'Cancel';
  return isAlone && isCancel ? { ...turn, heard: { ...heard, intent: 'StartOver' } } : turn;
}

/** What was written is for the person who has the conversation. Nothing is said, but once that nobody is there. */
async function silent(scene: Scene): Promise<Decision> {
  const { turn, memory } = scene;
  const { kind } = turn.heard;
  const hasWords = kind === 'intent' || kind === 'text' || kind === 'choice';
  const effects: readonly Effect[] = hasWords ? [{ kind: 'for-person', what: 'as-written' }] : [];
  const alone = hasWords ? await unanswered(scene) : null;
  const handOff = alone ? alone.handOff : memory.handOff;
  return {
    outcome: { replies: alone?.replies ?? [], ending: { kind: 'close' }, effects },
    memory: { ...memory, handOff: hasWords && handOff ? { ...handOff, inWriting: true } : handOff },
    told: [],
    missed: false,
  };
}

/** Taking the conversation back, and what is kept of it: no person at a desk has that in hand. */
const ALWAYS_OURS: ReadonlySet<IntentName> = new Set(['StartOver', 'MyData']);

/** Who came, and what was sent, is told whoever has the conversation. */
const ALWAYS_ANSWERED: ReadonlySet<Heard['kind']> = new Set<Heard['kind']>(['joined', 'files', 'place', 'changed']);

/** While a person owns the conversation, text gets no answer from the bot; a speaker always does. */
function isSilent(scene: Scene): boolean {
  const { turn, memory } = scene;
  const takesBack = turn.heard.kind === 'intent' && ALWAYS_OURS.has(turn.heard.intent);
  if (turn.heard.kind === 'ended') return true;
  if (ALWAYS_ANSWERED.has(turn.heard.kind)) return false;
  return memory.owner === 'human' && turn.form === 'text' && !takesBack && !answersUs(scene) && !ofCall(scene);
}

/** What the bot alone asks while a person has it, to call back or to join another: a plain yes or no is its own. */
function answersUs({ turn, memory, policyOf }: Scene): boolean {
  const { heard } = turn;
  const isPlain = heard.kind === 'intent' && (heard.intent === 'Yes' || heard.intent === 'No');
  const open = openFor(turn, memory);
  return isPlain && open !== null && policyOf(open.question).whilePerson;
}

/** A call is the bot's to promise and to take back. */
function ofCall({ turn: { heard }, memory }: Scene): boolean {
  return heard.kind === 'intent' && isOfCall(heard, memory);
}

/** Who writes has read what was written to them. */
function beginVisit(scene: Scene): Memory {
  const { turn, memory } = scene;
  const isReading = turn.form === 'text' && turn.heard.kind !== 'ended';
  const seen = isReading ? { unread: [], ...newsRead(memory) } : {};
  // What was ordered a moment ago can still be meant: a speaker's session is over by then.
  const topic = justPlaced(scene) ? { topic: memory.topic } : {};
  return { ...sessionOf(turn, memory), ...seen, ...topic };
}

/** What was written as well need not be said. */
function newsRead({ news }: Memory): Partial<Pick<Memory, 'news'>> {
  return news?.ways.message === 'yes' && news.waiting.length > 0 ? { news: { ...news, waiting: [] } } : {};
}

function sessionOf(turn: Turn, memory: Memory): Memory {
  const session = turn.session.id;
  if (memory.session === session && !turn.session.isNew) return memory;
  const fresh = { session, misses: { inARow: 0, inAll: 0, silences: 0 } };
  return turn.session.isNew ? { ...memory, ...fresh, visits: memory.visits + 1, topic: {} } : { ...memory, ...fresh };
}
