/** Intents that are heard already and whose dialogue comes later: each says so honestly and offers a person. */

import type { IntentName } from '../../vocabulary/intents';
import type { HandOffReason } from '../../vocabulary/outcome';
import { type Intent, replies, type SlotType } from '../kit/define';
import { offerPerson } from '../TalkToHuman';

const SAYS = { later: {} } as const;

type Heard = {
  readonly name: IntentName;
  readonly slots: Readonly<Record<string, SlotType>>;
  readonly reason?: HandOffReason;
};

/** What was said goes into the packet, so that the shopper need not say it again. */
function later({ name, slots, reason = 'policy' }: Heard): Intent {
  const say = replies(name, SAYS);
  return {
    name,
    slots,
    personal: false,
    says: SAYS,
    asks: {},
    act: async (_slots, scene) => offerPerson({ reason, said: [say('later')] }, scene),
  };
}

const product = 'Product';
const orderNumber = 'OrderNumber';

export const CartCheckout = later({ name: 'CartCheckout', slots: { product, quantity: 'AMAZON.NUMBER' } });
export const CancelOrder = later({ name: 'CancelOrder', slots: { product, orderNumber } });
export const ChangeAddress = later({ name: 'ChangeAddress', slots: { product, orderNumber } });
export const ReturnRefund = later({ name: 'ReturnRefund', slots: { product, orderNumber }, reason: 'complaint' });
export const RefundStatus = later({ name: 'RefundStatus', slots: { product, orderNumber } });
export const DeliveryProblem = later({
  name: 'DeliveryProblem',
  slots: { product, orderNumber, problem: 'Problem' },
  reason: 'complaint',
});
export const SupportPolicy = later({
  name: 'SupportPolicy',
  slots: { product, orderNumber, topic: 'PolicyTopic' },
});
export const Replenish = later({ name: 'Replenish', slots: { product } });
export const Recommend = later({ name: 'Recommend', slots: { product } });
export const MyData = later({ name: 'MyData', slots: {} });
export const Feedback = later({ name: 'Feedback', slots: { product } });
