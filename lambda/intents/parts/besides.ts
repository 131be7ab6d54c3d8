/** "You also said: cancel my dog food. Shall we do that now?": of two wishes in one breath the second waits for the first. */

import * as z from 'zod/mini';
import { shapeOf } from '../../services/shape';
import type { Besides as Wish } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import type { Ending, Question } from '../../vocabulary/outcome';
import type { Json } from '../../vocabulary/values';
import { type Acted, ask, done, type Instead, type Part, replies, type Scene } from '../kit/define';
import { echo } from '../kit/echo';
import { MENTION } from '../kit/state';

const SAYS = { left: {} } as const;
const say = replies('Besides', SAYS);

type State = { readonly intent: string; readonly slots: { readonly [slot: string]: Json } };
const isWish = shapeOf<State>(z.object({ intent: z.string(), slots: z.record(z.string(), MENTION) }));

/** Its yes begins what was said, and consents to nothing that this asks. */
const also = ask<State, { said: 'name' }>({
  id: 'Besides.also',
  state: isWish,
  commits: true,
  role: 'besides',
  with: { said: 'name' },
  expects: ['yesno'],
  ifLeft: 'wait',
  async answer({ kind }, { intent, slots }): Promise<Acted | Instead | null> {
    if (kind === 'no') return done(say('left'));
    // What was put there comes back unchanged.
    const instead = { intent: intent as IntentName, slots: slots as Wish['request']['slots'] };
    return kind === 'yes' ? { instead } : null;
  },
});

export const Besides: Part = { name: 'Besides', personal: false, says: SAYS, asks: { also } };

export function askAlso({ request: { intent, slots }, said }: Wish, scene: Scene): Ending {
  return also.put({ said: echo({ said }, scene) }, { intent, slots: slots as State['slots'] });
}

/** Whether this very request waits there: who says it again is not asked about it once more. */
export function isAlso({ id, state }: Question, intent: IntentName): boolean {
  return id === 'Besides.also' && isWish(state) && state.intent === intent;
}
