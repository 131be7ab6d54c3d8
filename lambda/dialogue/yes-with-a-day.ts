/** "Yes, tomorrow", at a speaker: Alexa takes it for a wish to be called, whatever was asked. */

import type { Scene } from '../intents/kit/define';
import { putAgain } from '../intents/parts/consent';
import type { Heard } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import { askOf } from './index';
import type { Reaction } from './reaction';

type HeardIntent = Extract<Heard, { kind: 'intent' }>;

const WHEN: Readonly<Record<string, true>> = { time: true, date: true };

/** Where no call was offered, a day or a time alone is neither a yes nor a call: there is no hurry. null: it is something else. */
export function onlyADay(
  { intent, slots, manner }: HeardIntent,
  open: OpenQuestion | null,
  scene: Scene,
): Reaction | null {
  if (manner || intent !== 'TalkToHuman' || !open || !scene.policyOf(open.question).commits) return null;
  const names = Object.keys(slots);
  const isWhen = names.length > 0 && names.every((name) => WHEN[name]);
  const isOfCall = open.question.id.startsWith(`${intent}.`) || askOf(open.question)?.ask.amendedBy.includes(intent);
  return isWhen && !isOfCall ? { acted: putAgain(open.question, 'wait', scene), fate: 'kept' } : null;
}
