/** Stop, cancel and "go home" end the visit from anywhere; a purchase that was being talked about is not made. */

import type { Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reply } from '../vocabulary/outcome';
import { type Acted, close, type Intent, replies, type Scene } from './kit/define';
import { goodbye } from './parts/welcome';

const SAYS = { notOrdered: {} } as const;
const say = replies('Stop', SAYS);

function ender(name: IntentName, says: Intent['says']): Intent {
  const ends = { acts: null, aboutOrders: false, personal: false } as const;
  return { name, slots: {}, ...ends, says, asks: {}, act: async (_slots: Slots, scene: Scene) => goodbye(scene) };
}

export const Stop = ender('Stop', SAYS);
export const Cancel = ender('Cancel', {});
export const NavigateHome = ender('NavigateHome', {});

/** Ends the visit and says plainly that nothing was bought, where that could be in doubt. */
export function stop(dropped: readonly OpenQuestion[], scene: Scene): Acted {
  const buying = dropped.some(({ question }) => scene.policyOf(question).group === 'purchase');
  return buying ? close(say('notOrdered')) : goodbye(scene);
}

/** Untrue once an order turns out to be placed after all. */
export function isNotOrdered({ key }: Reply): boolean {
  return key === say('notOrdered').key;
}
