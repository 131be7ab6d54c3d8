/** What became of an action about an order, in the words that every such action shares. */

import type { Doer } from '../../services/care/actions';
import type { CareCall, CareKind, MoneyBack } from '../../services/care/care';
import type { Remedied, Taken } from '../../services/care/remedies';
import type { Order } from '../../services/commerce/orders';
import type { HandOffReason, Reply } from '../../vocabulary/outcome';
import type { PlainDate } from '../../vocabulary/values';
import { type Acted, done, type Part, replies, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { offerPerson } from '../TalkToHuman';
import { troubleWith } from './trouble';
import { orderValue, topicOf } from './which-order';

const SAYS = {
  back: { amount: 'money', day: 'day' },
  backAsked: { amount: 'money', day: 'day' },
  credit: { amount: 'money' },
  unknown: {},
  cancelledAlready: {},
  cancelAsked: {},
  refundedAlready: { amount: 'money', day: 'day' },
  resentAlready: { day: 'day' },
  resentInstead: { day: 'day' },
  returnAlready: {},
  doneAlready: {},
  underWay: {},
  byPerson: {},
  cannot: { order: 'order' },
  notNow: { order: 'order' },
  tooMuch: {},
  declined: {},
} as const;
const say = replies('Care', SAYS);

export const CareWords: Part = { name: 'Care', personal: false, says: SAYS, asks: {} };

/** The shop's own credentials; the shopper's are shown only where a platform lets nobody else do it. */
export function careCall({ call }: ShopperScene): CareCall {
  return call;
}

/** "14 euros 80 comes back the way you paid, by Friday." `asked`: only if the shop agrees. */
export function moneyBack({ amount, means, by }: MoneyBack, today: PlainDate, how: 'done' | 'asked' = 'done'): Reply {
  const money = { type: 'money', money: amount } as const;
  if (means === 'credit') return say('credit', { amount: money });
  const values = { amount: money, day: { type: 'day', day: by, today } } as const;
  return how === 'asked' ? say('backAsked', values) : say('back', values);
}

/** This platform cannot do it, or may not: a person can, and knows the order. */
export function byPerson(why: 'cannot' | 'notNow' | 'tooMuch', order: Order, scene: ShopperScene): Acted {
  const said = why === 'tooMuch' ? say('tooMuch') : say(why, { order: orderValue(order) });
  return withPerson(order, { reason: 'policy', said: [said] }, scene);
}

type Offer = { readonly reason: HandOffReason; readonly said: readonly Reply[] };

/** Offers a person, who gets the order it is about. */
export function withPerson(order: Order, { reason, said }: Offer, scene: ShopperScene): Acted {
  const topic = topicOf(order);
  const offered = offerPerson({ reason, said }, { ...scene, memory: { ...scene.memory, topic } });
  return { ...offered, topic };
}

/** What did not come about, or was somebody else's; null: it was done now, which the asking intent says itself. */
export function notDone(remedied: Remedied, order: Order, scene: ShopperScene): Acted | null {
  switch (remedied.kind) {
    case 'done':
      return null;
    case 'unknown':
      return causing(
        { ...done(say('unknown')), topic: topicOf(order) },
        { kind: 'care-end', key: remedied.key, isTold: false },
      );
    case 'cannot':
      return byPerson('cannot', order, scene);
    case 'too-much':
      return byPerson('tooMuch', order, scene);
    case 'taken':
      return { ...done(...already(remedied, order.today)), topic: topicOf(order) };
    case 'refused':
      if (remedied.error.kind === 'not-now' || remedied.error.kind === 'sold-out')
        return byPerson('notNow', order, scene);
      if (remedied.error.kind === 'payment-declined')
        return withPerson(order, { reason: 'back-end-failed', said: [say('declined')] }, scene);
      return troubleWith(remedied.error, scene);
  }
}

/** What these goods had before, and from whom; who `wanted` money hears that this came in its place. */
export function already(
  { action, by, cared }: Taken,
  today: PlainDate,
  wanted: 'money' | 'any' = 'any',
): readonly Reply[] {
  const who = isPerson(by) ? [say('byPerson')] : [];
  if (cared.kind !== 'done') return [...who, action ? say('underWay') : say('doneAlready')];
  const { receipt } = cared;
  switch (receipt.kind) {
    case 'cancel':
      return [...who, say(receipt.how === 'asked' ? 'cancelAsked' : 'cancelledAlready')];
    case 'refund': {
      const { amount, by: day } = receipt.back;
      return [
        ...who,
        say('refundedAlready', { amount: { type: 'money', money: amount }, day: { type: 'day', day, today } }),
      ];
    }
    case 'resend':
      return [
        ...who,
        say(wanted === 'money' ? 'resentInstead' : 'resentAlready', {
          day: { type: 'day', day: receipt.arrives, today },
        }),
      ];
    case 'return':
      return [...who, say('returnAlready')];
    case 'address':
    case 'coupon':
      return [...who, say('doneAlready')];
  }
}

function isPerson(by: Doer | null): boolean {
  return by?.kind === 'agent';
}

/** Whether what is wanted can be done here at all. */
export function isAble(kind: CareKind, { services }: ShopperScene): boolean {
  return services.remedies.can(kind);
}
