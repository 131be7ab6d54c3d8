/** What a turn learnt before another one was faster and it is decided once more. */

import type { Decision } from '../dialogue/decide';
import type { Scene } from '../intents/kit/define';
import { effectOf } from '../intents/kit/effects';
import { waitingFor } from '../intents/kit/questions';
import type { OpenQuestion } from '../vocabulary/memory';
import { toldIn } from './owed';

export type Sofar = {
  /** Proposals whose outcome it learnt: what it did is done. */
  readonly did: readonly string[];
  /** What was decided when all was erased: there is nothing left to decide it on a second time. */
  readonly erased?: Decision;
  /** Whose lane it goes on in; absent before it was overtaken. */
  readonly conversationId?: string;
  /** The question it came to answer; undefined before it was first read. */
  readonly asked?: OpenQuestion | null;
};

export const NOTHING_YET: Sofar = { did: [] };

export function learnt({ did, asked, erased }: Sofar, scene: Scene, decision: Decision): Sofar {
  const { outcome } = decision;
  const last = erased ?? (effectOf(outcome, 'erased') ? decision : undefined);
  const first = asked === undefined ? waitingFor(scene.turn, scene.memory.questions) : asked;
  const { conversationId } = scene;
  return { did: [...did, ...toldIn(outcome)], asked: first, conversationId, ...(last ? { erased: last } : {}) };
}

/** What another turn has asked meanwhile is not what this one answers: nobody had heard it. */
export function sinceThen(scene: Scene, { asked: before }: Sofar): Scene {
  if (before === undefined) return scene;
  const asked = waitingFor(scene.turn, scene.memory.questions);
  const what = (open: OpenQuestion | null) => JSON.stringify([open?.question.id, open?.question.state]);
  const at = what(asked) === what(before) ? scene.services.now() : 0;
  return { ...scene, turn: { ...scene.turn, at } };
}
