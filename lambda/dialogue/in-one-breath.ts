/** Of several wishes in one breath the first is served; the others wait beneath it, and are asked about one by one. */

import type { Acted, Scene } from '../intents/kit/define';
import { isMine } from '../intents/kit/questions';
import { askAlso, isAlso } from '../intents/parts/besides';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reaction } from './reaction';

/** The questions with those of this breath beneath what will be asked now, the next on top. */
export function withAlso(
  questions: readonly OpenQuestion[],
  { fate }: Reaction,
  scene: Scene,
): readonly OpenQuestion[] {
  const { turn, services } = scene;
  const { heard } = turn;
  if (heard.kind !== 'intent') return questions;
  const isServed = fate === 'left' || fate === 'answered';
  const kept = isServed ? questions.filter(({ question }) => !isAlso(question, heard.intent)) : questions;
  const wishes = (heard.also ?? []).flatMap((one) => {
    if (one.atOnce && fate !== 'left') return [];
    const ending = askAlso(one, scene);
    if (ending.kind !== 'ask') return [];
    const { question } = ending;
    return [{ question, session: turn.session.id, person: turn.person ?? null, at: services.now(), offered: false }];
  });
  return [...kept, ...wishes.reverse()];
}

/** What closes the visit does not while a wish waits; a goodbye does. */
export function goesOn(
  acted: Acted,
  { fate }: Reaction,
  { questions, scene }: { questions: readonly OpenQuestion[]; scene: Scene },
): Acted {
  const next = questions.findLast((one) => isMine(one, scene.turn));
  const isNext = next !== undefined && scene.policyOf(next.question).role === 'besides';
  return acted.ending.kind === 'close' && fate === 'answered' && isNext
    ? { ...acted, ending: { kind: 'done' } }
    : acted;
}
