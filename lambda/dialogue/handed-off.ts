/** What a turn changes of what is remembered of a hand-off: that one began, that its end was told, that its help is being rated. */

import type { Scene } from '../intents/kit/define';
import { effectOf } from '../intents/kit/effects';
import { asTold } from '../intents/parts/person';
import type { Memory } from '../vocabulary/memory';
import type { HandOffRequest, Outcome } from '../vocabulary/outcome';

export function handOffAfter(outcome: Outcome, scene: Scene): Partial<Pick<Memory, 'owner' | 'handOff'>> {
  const begun = effectOf(outcome, 'hand-off');
  if (begun) return { owner: 'human', handOff: handedOff(begun.request, scene) };
  return { handOff: asRated(asTold(scene.memory.handOff, outcome.replies), outcome, scene) };
}

function handedOff({ id, reference, contact }: HandOffRequest, { memory, turn, services }: Scene): Memory['handOff'] {
  const { product } = memory.topic;
  return {
    ...{ id, reference, since: services.now() },
    ...(contact ? { contact } : {}),
    ...(product ? { product } : {}),
    ...(turn.form === 'text' ? { inWriting: true } : {}),
  };
}

/** That it was asked how well a person helped. */
function asRated(handOff: Memory['handOff'], { ending }: Outcome, { policyOf }: Scene): Memory['handOff'] {
  const isAsked = ending.kind === 'ask' && policyOf(ending.question).role === 'rates-help';
  return isAsked && handOff ? { ...handOff, rating: 'asked' } : handOff;
}
