/** Nothing was understood: ask again briefly, then with an example, then offer a person with the context kept. */

import * as z from 'zod/mini';
import { shapeOf } from '../services/shape';
import type { Request, Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { Question, Reply } from '../vocabulary/outcome';
import type { Json } from '../vocabulary/values';
import { generalHelp } from './Help';
import { type Acted, ask, close, type Intent, replies, type Scene } from './kit/define';
import { MENTION } from './kit/state';
import { mayRefuse } from './parts/consent';
import { whatElse } from './parts/welcome';
import { byCode } from './SendToPhone';
import { offerPerson } from './TalkToHuman';

const SAYS = { sorry: {}, offer: {}, leave: {} } as const;
const say = replies('Fallback', SAYS);

/** Misses after which a person is offered: in a row, and in one session. */
const IN_A_ROW = 3;
const IN_ALL = 5;

/** What might be meant, as JSON. */
type Meant = { readonly [intent: string]: { readonly [slot: string]: Json } };

function asState(maybe: readonly Request[]): Meant {
  return Object.fromEntries(maybe.map(({ intent, slots }) => [intent, slots as { readonly [slot: string]: Json }]));
}

const meant = ask<Meant, { readonly options: 'list' }>({
  id: 'Fallback.meant',
  state: shapeOf(z.record(z.string(), z.record(z.string(), MENTION))),
  commits: false,
  role: 'repairs',
  with: { options: 'list' },
  expects: ['yesno', 'ordinal'],
  ifLeft: 'drop',
  async answer(answer, requests) {
    if (answer.kind === 'no') return { replies: [say('sorry')], ending: whatElse() };
    const [only, ...others] = Object.keys(requests);
    const chosen =
      answer.kind === 'option' ? answer.option : answer.kind === 'yes' && others.length === 0 ? only : null;
    const slots = chosen && requests[chosen];
    // What was put there by `didYouMean` comes back unchanged.
    return slots ? { instead: { intent: chosen as IntentName, slots: slots as Slots } } : null;
  },
});

export const Fallback: Intent = {
  name: 'Fallback',
  acts: null,
  aboutOrders: false,
  slots: {},
  personal: false,
  says: SAYS,
  asks: { meant },
  act: async (_slots, scene) => miss(null, scene),
};

/** Asks which of these the shopper meant, or whether it was the only one; null when that was tried often enough, or there is none. */
export function didYouMean(maybe: readonly Request[], scene: Scene): Acted | null {
  if (maybe.length === 0 || isTooMuch(scene)) return null;
  const labels = maybe.map(({ intent }) => ({ type: 'topic', intent }) as const);
  const options = labels.map((label) => ({ id: label.intent, label }));
  const ending = meant.put({ options: { type: 'list', items: labels, join: 'or' } }, asState(maybe), options);
  return { replies: [], ending };
}

/** A person was offered and that was not understood either: the visit ends, with a way to go on in writing. */
function leave(scene: Scene): Acted {
  if (scene.turn.form === 'text') return close(say('leave'));
  return { ...byCode(scene, [say('leave')]), ending: { kind: 'close' } };
}

/** The next rung of the ladder. `scene.memory.misses` counts the misses before this one. */
export function miss(open: Question | null, scene: Scene): Acted {
  const { inARow } = scene.memory.misses;
  if (isTooMuch(scene)) {
    if (open && scene.policyOf(open).role === 'offers-person') return leave(scene);
    return offerPerson({ reason: 'not-understood', said: [say('offer')] }, scene);
  }
  const question = open ?? questionOf(whatElse());
  const again = (rung: 'reprompt' | 'guide'): Reply => ({ key: `${question.id}.${rung}`, with: question.with });
  const isOpening = scene.policyOf(question).role === 'opens';
  // What may be asked for is told in general where nothing can be ordered, as the guide invites to.
  const guide = isOpening && !scene.services.sells ? generalHelp(scene) : again('guide');
  const named = mayRefuse(scene) ? scene.policyOf(question).named(question.state) : [];
  const said = inARow === 0 ? [say('sorry'), ...named, again('reprompt')] : [...named, guide];
  return { replies: said, ending: { kind: 'ask', question } };
}

function isTooMuch({ memory }: Scene): boolean {
  const { inARow, inAll } = memory.misses;
  return inARow + 1 >= IN_A_ROW || inAll + 1 >= IN_ALL;
}

function questionOf(ending: ReturnType<typeof whatElse>): Question {
  if (ending.kind !== 'ask') throw new Error('a welcome always asks');
  return ending.question;
}
