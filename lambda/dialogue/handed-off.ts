/** What a turn changes of what is remembered of a hand-off: that one began, that its end was told, that what was sent is seen, that its help is being rated. */

import type { Scene } from '../intents/kit/define';
import { effectOf } from '../intents/kit/effects';
import { asTold } from '../intents/parts/person';
import { asSeen } from '../intents/parts/sent-files';
import { CODE_MS, LINK_MS } from '../services/reach/minting';
import type { Turn } from '../vocabulary/heard';
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
  { memory, turn, services, whose }: Scene,
): Memory['handOff'] {
  const { product } = memory.topic;
  return {
    ...{ id, reference, since: services.now() },
    ...(contact ? { contact } : {}),
    ...(product ? { product } : {}),
    ...(whose === null ? {} : { aside: { whose, from: services.now() + leadsFor(turn, services) } }),
    ...(wish === 'call-back' ? { call: call ?? 'any-time' } : {}),
    ...(turn.form === 'text' ? { inWriting: true } : {}),
  };
}

/** How long what was given out at the speaker leads to the conversation. */
function leadsFor({ form, device }: Turn, { reach }: Scene['services']): number {
  if (form === 'text') return 0;
  return device?.pushesLinks && reach.publicUrl !== null ? LINK_MS : CODE_MS;
}

/** That it was asked how well a person helped. */
function asRated(handOff: Memory['handOff'], { ending }: Outcome, { policyOf }: Scene): Memory['handOff'] {
  const isAsked = ending.kind === 'ask' && policyOf(ending.question).role === 'rates-help';
  return isAsked && handOff ? { ...handOff, rating: 'asked' } : handOff;
}
