/** The stack of open questions: whose turn it is to be answered, what waits beneath, what a newer one makes void. */

import type { Turn } from '../../vocabulary/heard';
import type { Memory, OpenQuestion } from '../../vocabulary/memory';
import type { Question } from '../../vocabulary/outcome';
import type { Instant } from '../../vocabulary/values';
import type { Policy } from './policy';

/** Enough for two interrupted matters in two rooms; older ones are forgotten. */
const MOST = 4;
/** An earlier visit's question is offered again within a day, and another speaker's is moved within minutes. */
const LEFTOVER_MS = 24 * 3_600_000;
const ELSEWHERE_MS = 10 * 60_000;

export function isMine(open: OpenQuestion, turn: Turn): boolean {
  // A day later nobody knows any more what was asked.
  if (open.anywhere) return turn.form === 'text' && (turn.at ?? open.at) - open.at < LEFTOVER_MS;
  return open.session === turn.session.id && open.person === (turn.person ?? null);
}

/**
 * The question this turn may answer: the one its session and person were asked last. When that has moved to another
 * speaker, those beneath it do not come up: a yes to the one must never be taken for a yes to the other.
 */
export function openFor(turn: Turn, memory: Memory): OpenQuestion | null {
  const latest = waitingFor(turn, memory.questions);
  return latest?.covered || latest === unheardBy(turn, memory) ? null : latest;
}

/** The latest question of its session, if that was asked while this turn was on its way: nobody had heard it yet. */
export function unheardBy(turn: Turn, memory: Memory): OpenQuestion | null {
  const latest = waitingFor(turn, memory.questions);
  return latest && turn.at !== undefined && latest.at > turn.at ? latest : null;
}

/** The latest question of this session and person, whether it can be answered or has to be asked again first. */
export function waitingFor(turn: Turn, questions: readonly OpenQuestion[]): OpenQuestion | null {
  return questions.findLast((open) => isMine(open, turn)) ?? null;
}

/** A question the same person left open in an earlier visit and has not been offered again. */
export function leftoverFor(turn: Turn, memory: Memory, now: Instant): OpenQuestion | null {
  const left = memory.questions.findLast(
    (open) => !isMine(open, turn) && isSamePerson(open, turn) && open.question.ifLeft === 'wait',
  );
  return left && !left.offered && now - left.at < LEFTOVER_MS ? left : null;
}

/** A question the same person has open at another speaker right now. */
export function elsewhereFor(turn: Turn, memory: Memory, now: Instant): OpenQuestion | null {
  const open = memory.questions.findLast((one) => !one.anywhere && !isMine(one, turn) && isSamePerson(one, turn));
  return open && now - open.at < ELSEWHERE_MS ? open : null;
}

function isSamePerson(open: OpenQuestion, turn: Turn): boolean {
  return open.person === (turn.person ?? null);
}

export function without(questions: readonly OpenQuestion[], gone: OpenQuestion | null): readonly OpenQuestion[] {
  return questions.filter((open) => open !== gone);
}

type Put = {
  readonly turn: Turn;
  readonly now: Instant;
  readonly offered: boolean;
  readonly policyOf: (question: Question) => Policy;
};

/** Puts a question on top. Of one group the newer voids the older, wherever it was asked. */
export function push(questions: readonly OpenQuestion[], question: Question, at: Put): readonly OpenQuestion[] {
  const { group } = at.policyOf(question);
  const kept = questions.filter((open) => {
    const voided = group !== null && group === at.policyOf(open.question).group;
    const moot = open.question.ifLeft === 'drop' && isMine(open, at.turn);
    return !voided && !moot;
  });
  const open: OpenQuestion = {
    question,
    session: at.turn.session.id,
    person: at.turn.person ?? null,
    at: at.now,
    offered: at.offered,
  };
  const beneath = kept.map((one) => (isMine(one, at.turn) ? { ...one, covered: true } : one));
  return [...beneath, open].slice(-MOST);
}

/** Asked in writing while nobody is there to answer: it is open to who writes next. */
export function pushAnywhere(questions: readonly OpenQuestion[], question: Question, now: Instant) {
  const open: OpenQuestion = { question, session: '', person: null, at: now, offered: true, anywhere: true };
  return [...questions, open].slice(-MOST);
}

/** Names one asking of one question; empty: nothing is asked. */
export function askingOf(open: OpenQuestion | null | undefined): string {
  return open ? `${open.question.id}@${open.at}` : '';
}
