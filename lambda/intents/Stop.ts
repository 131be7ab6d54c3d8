/** Stop, cancel and "go home" end the visit from anywhere; a purchase that was being talked about is not made. */

import type { IntentName } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import { type Acted, close, type Intent, replies } from './kit/define';
import { goodbye } from './parts/welcome';

const SAYS = { notOrdered: {} } as const;
const say = replies('Stop', SAYS);

function ender(name: IntentName, says: Intent['says']): Intent {
  return { name, slots: {}, personal: false, says, asks: {}, act: async () => goodbye() };
}

export const Stop = ender('Stop', SAYS);
export const Cancel = ender('Cancel', {});
export const NavigateHome = ender('NavigateHome', {});

/** Ends the visit and says plainly that nothing was bought, where that could be in doubt. */
export function stop(dropped: readonly OpenQuestion[]): Acted {
  const buying = dropped.some(({ question }) => /^(Purchase|Reorder)\./.test(question.id));
  return buying ? close(say('notOrdered')) : goodbye();
}
