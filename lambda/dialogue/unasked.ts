/** Answers that mean something only while a question is open; here, when none is. */

import type { Intent } from '../intents/kit/define';
import { tookBack } from '../intents/parts/person';
import { nothingAsked, startOver } from '../intents/parts/welcome';
import type { IntentName } from '../vocabulary/intents';

function answerOnly(name: IntentName): Intent {
  const told = { acts: null, aboutOrders: false, personal: false } as const;
  return { name, slots: {}, ...told, says: {}, asks: {}, act: async () => nothingAsked() };
}

export const Yes = answerOnly('Yes');
export const No = answerOnly('No');
export const Select = answerOnly('Select');
export const More = answerOnly('More');
export const Next = answerOnly('Next');
export const Previous = answerOnly('Previous');
export const Repeat = answerOnly('Repeat');

/** Also how a shopper has the bot again who does not want to wait for a person. */
export const StartOver: Intent = {
  ...answerOnly('StartOver'),
  personal: false,
  act: async (_slots, { memory }) => (memory.owner === 'human' ? tookBack() : startOver()),
};
