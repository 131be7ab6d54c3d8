/** What a turn changes of what is remembered of a hand-off: that one began, that its end was told, that what was sent is seen, that its help is being rated. */

import type { Scene } from '../intents/kit/define';
import { effectOf } from '../intents/kit/effects';
import { asTold } from '../intents/parts/person';
import { asSeen } from '../intents/parts/sent-files';
import type { Memory } from '../vocabulary/memory';
import type { HandOffRequest, Outcome } from '../vocabulary/outcome';

export function handOffAfter(outcome: Outcome, scene: Scene): Partial<Pick<Memory, 'owner' | 'handOff'>> {
  const begun = effectOf(outcome, 'hand-off');
  if (begun) return { owner: 'human', handOff: handedOff(begun.request, scene) };
  const known = asSeen(asTold(withoutPhone(scene.memory), outcome.replies), outcome.replies);
  return { handOff: asRated(asCalled(known, outcome), outcome, scene) };
}

/** The number for a call goes with the person who had it. */
function withoutPhone({ owner, handOff }: Memory): Memory['handOff'] {
  if (!handOff?.phone || owner === 'human') return handOff;
  const { phone: _, ...others } = handOff;
  return others;
}

/** That a call was promised, or is not wanted any more. */
function asCalled(handOff: Memory['handOff'], outcome: Outcome): Memory['handOff'] {
  const changed = effectOf(outcome, 'wish');
  if (!handOff || !changed) return handOff;
  const { call, phone, ...others } = handOff;
  if (changed.wish !== 'call-back') return others;
  const to = changed.to ?? phone;
  return { ...others, call: changed.call ?? 'any-time', ...(to ? { phone: to } : {}) };
}

function handedOff(
  { id, reference, contact, wish, call }: HandOffRequest,
  { memory, turn, services }: Scene,
): Memory['handOff'] {
  const { product } = memory.topic;
  return {
    ...{ id, reference, since: services.now() },
    ...(contact ? { contact } : {}),
    ...(product ? { product } : {}),
    ...(wish === 'call-back' ? { call: call ?? 'any-time' } : {}),
    ...(turn.form === 'text' ? { inWriting: true } : {}),
  };
}

/** That it was asked how well a person helped. */
function asRated(handOff: Memory['handOff'], { ending }: Outcome, { policyOf }: Scene): Memory['handOff'] {
  const isAsked = ending.kind === 'ask' && policyOf(ending.question).role === 'rates-help';
  return isAsked && handOff ? { ...handOff, rating: 'asked' } : handOff;
}
