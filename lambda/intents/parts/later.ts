/** Intents that are heard already and whose dialogue comes later: each says so honestly and offers a person. */

import type { IntentName } from '../../vocabulary/intents';
import type { HandOffReason } from '../../vocabulary/outcome';
import { type Intent, replies, type SlotType } from '../kit/define';
import { noted, offerPerson } from '../TalkToHuman';

const SAYS = { later: {} } as const;

type LaterIntent = Pick<Intent, 'acts' | 'aboutOrders'> & {
  readonly name: IntentName;
  readonly slots: Readonly<Record<string, SlotType>>;
  readonly reason?: HandOffReason;
};

/** What was said goes into the packet, so that the shopper need not say it again. */
function later({ name, reason = 'policy', ...heard }: LaterIntent): Intent {
  const say = replies(name, SAYS);
  return {
    name,
    ...heard,
    personal: false,
    says: SAYS,
    asks: {},
    act: async (_slots, scene) => noted(scene) ?? offerPerson({ reason, said: [say('later')] }, scene),
  };
}

const product = 'Product';

const goods = { slots: { product }, aboutOrders: false } as const;

export const Replenish = later({ name: 'Replenish', acts: 'buys', ...goods });
export const Recommend = later({ name: 'Recommend', acts: null, ...goods });
export const Feedback = later({ name: 'Feedback', acts: 'sends', ...goods });
