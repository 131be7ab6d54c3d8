/** What an earlier visit left is brought up once more, short, when the first matter of this one is settled. */

import { isCalm } from '../intents/kit/calm';
import type { Acted, Ending, Scene } from '../intents/kit/define';
import { leftoverFor } from '../intents/kit/questions';
import { goOnWhereLeft } from '../intents/parts/resume';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Value } from '../vocabulary/values';
import type { Reaction } from './reaction';

/** Aloud only behind a short answer: two matters in one breath are too many. */
export function isMoment({ replies }: Acted, turn: Scene['turn']): boolean {
  const isLong = replies.length > 1 || replies.some((reply) => Object.values(reply.with).some(isLongValue));
  return isCalm(turn) && (turn.form === 'text' || !isLong);
}

function isLongValue({ type }: Value): boolean {
  return type === 'list' || type === 'order' || type === 'passage' || type === 'quote';
}

/** null: there is nothing, or it is no moment to bring it up. */
export async function leftBehind(
  acted: Acted,
  scene: Scene,
): Promise<{ readonly left: OpenQuestion; readonly ending: Ending } | null> {
  const { turn, memory, services } = scene;
  const isAsked = turn.heard.kind === 'intent' && isCalm(turn) && acted.replies.length <= 1;
  const left = isAsked ? leftoverFor(turn, memory, services.now()) : null;
  return left && { left, ending: await goOnWhereLeft(left, scene) };
}

/** The same question in this session, where it counts as offered; what is asked now covers it. */
export function movedHere(questions: readonly OpenQuestion[], beneath: OpenQuestion | undefined, turn: Scene['turn']) {
  const here = { session: turn.session.id, person: turn.person ?? null, offered: true, unheard: true } as const;
  return questions.map((one) => (one === beneath ? { ...one, ...here } : one));
}

/** It was asked whether to go on, and there was no yes: it is not brought up again. */
export function isLeftToRest(open: OpenQuestion | null, { fate, acted }: Reaction, { policyOf }: Scene): boolean {
  const isAsked = open !== null && policyOf(open.question).role === 'resumes';
  const isYes = fate === 'answered' && acted.ending.kind === 'done' && acted.replies.length === 0;
  return isAsked && fate !== 'kept' && !isYes;
}
