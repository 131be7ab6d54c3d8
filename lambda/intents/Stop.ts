/** Stop, cancel and "go home" end the visit from anywhere; a purchase that was being talked about is not made. */

import type { Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reply } from '../vocabulary/outcome';
import { type Acted, close, type Intent, replies, type Scene } from './kit/define';
import { goodbye } from './parts/welcome';

const SAYS = { notOrdered: {}, nothingDone: {} } as const;
const say = replies('Stop', SAYS);

function ender(name: IntentName, says: Intent['says']): Intent {
  const ends = { acts: null, aboutOrders: false, personal: false } as const;
  return { name, slots: {}, ...ends, says, asks: {}, act: async (_slots: Slots, scene: Scene) => goodbye(scene) };
}

export const Stop = ender('Stop', SAYS);
export const Cancel = ender('Cancel', {});
export const NavigateHome = ender('NavigateHome', {});

/** Ends the visit and says plainly that nothing was bought, changed or put right, where that could be in doubt. */
export function stop(dropped: readonly OpenQuestion[], scene: Scene): Acted {
  const policies = dropped.map(({ question }) => scene.policyOf(question));
  const groups = policies.map(({ group }) => group);
  if (groups.includes('purchase')) return close(say('notOrdered'));
  const isLeft = groups.includes('complaint') || policies.some(({ commits, role }) => commits && role === null);
  return isLeft ? close(say('nothingDone')) : goodbye(scene);
}

/** Untrue once an order turns out to be placed after all. */
export function isNotOrdered({ key }: Reply): boolean {
  return key === say('notOrdered').key;
}
