/** An emergency comes before everything: one answer, nothing of the shop's beside it, and nothing kept of what was said. */

import { inDanger } from '../intents/Emergency';
import type { Scene } from '../intents/kit/define';
import { isMine } from '../intents/kit/questions';
import type { Decision } from './settle';

export function isEmergency({ turn }: Scene): boolean {
  return turn.heard.kind === 'intent' && turn.heard.intent === 'Emergency';
}

/** What was open here is dropped: the next yes must not be taken for one to it. News are told in a later turn. */
export function warn(scene: Scene): Decision {
  const { replies, effects = [] } = inDanger(scene);
  const questions = scene.memory.questions.filter((open) => !isMine(open, scene.turn));
  return {
    outcome: { replies, ending: { kind: 'close' }, effects },
    memory: { ...scene.memory, questions },
    told: [],
    missed: false,
  };
}
