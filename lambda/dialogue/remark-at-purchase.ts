/** "The dog food is too expensive": what is only like a complaint, where those goods are being bought, opens none. */

import type { Scene } from '../intents/kit/define';
import { putAgain } from '../intents/parts/consent';
import type { Manner, Request } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reaction } from './reaction';

/** Of goods that came, or of an order that was placed. */
const OF_WHAT_CAME: Readonly<Partial<Record<IntentName, true>>> = {
  DeliveryProblem: true,
  ReturnRefund: true,
  RefundStatus: true,
  CancelOrder: true,
  Feedback: true,
  TalkToHuman: true,
};

type At = { readonly open: OpenQuestion | null; readonly scene: Scene };

/** null: nothing is being bought, or it was said in a sentence of ours. */
export function remarkAtPurchase({ intent, slots }: Request, manner: Manner, { open, scene }: At): Reaction | null {
  const policy = open && scene.policyOf(open.question);
  if (!open || !policy?.commits || policy.group !== 'purchase' || !OF_WHAT_CAME[intent]) return null;
  const { product } = slots;
  // "Swap the dog food for unicorns", "I don't want the red one": goods of no order are none to give back or to cancel.
  const isOfNone =
    (intent === 'ReturnRefund' || intent === 'CancelOrder') &&
    product !== undefined &&
    product.ids.length === 0 &&
    !product.refers;
  // "The dog food is dear" may be an opinion in so many words: it is of these, too.
  const isRemark = (manner.guessed || intent === 'Feedback') && product !== undefined;
  // "No put it back": nobody has anything of it to give back yet.
  const isOfThis = intent === 'ReturnRefund' && manner.negated && (!product || product.refers === true);
  return isRemark || isOfNone || isOfThis
    ? { acted: putAgain(open.question, 'unclear', scene), fate: 'kept', missed: true }
    : null;
}
