/** A coupon for the trouble, where the shop gives one: its code goes to the phone or the screen, and is never read out. */

import type { ReceiptOf } from '../../services/care/care';
import type { DeliveryTrouble } from '../../services/care/policy';
import type { Order } from '../../services/commerce/orders';
import type { Card, Reply } from '../../vocabulary/outcome';
import type { PlainDate } from '../../vocabulary/values';
import { type Acted, done as finished, type Part, replies, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { careCall } from './remedied';
import { phoneFor, writing } from './to-phone';

const SAYS = {
  onPhone: { worth: 'money' },
  alsoOnPhone: {},
  onCard: { worth: 'money', code: 'shown', until: 'day' },
  message: { worth: 'money', code: 'shown', until: 'day' },
  cardTitle: {},
  cardLine: { worth: 'money', code: 'shown', until: 'day' },
} as const;
const say = replies('Coupon', SAYS);

export const Coupon: Part = { name: 'Coupon', personal: true, says: SAYS, asks: {} };

type For = { readonly order: Order; readonly trouble: DeliveryTrouble; readonly key: string };

/** What was done, and a coupon with it; without one where the shop gives none, or it did not come about. */
export async function giveCoupon(done: Acted, { order, trouble, key }: For, scene: ShopperScene): Promise<Acted> {
  const { services, conversationId } = scene;
  const { after, worth: worths, days } = services.merchant.policy.coupon;
  const worth = worths.find(({ currency }) => currency === order.total.currency);
  if (!worth || !after.includes(trouble) || !services.remedies.can('coupon')) return done;
  const action = { kind: 'coupon', orderId: order.id, worth, days } as const;
  const doing = { action, order, key: `${key} coupon`, conversationId, by: { kind: 'bot' } as const };
  const given = await services.remedies.act(doing, careCall(scene));
  // Whether there is one is found out, and its code is told then.
  if (given.kind === 'unknown') return causing(done, { kind: 'care-end', key: given.key, isTold: false });
  if (given.kind !== 'done' || given.receipt.kind !== 'coupon') return done;
  return withCode(done, given.receipt, order, scene);
}

/** Where the shopper writes in an app of the phone, the answer is on it; from everywhere else the code is sent there, too. */
async function withCode(
  done: Acted,
  receipt: ReceiptOf<'coupon'>,
  { today }: Order,
  scene: ShopperScene,
): Promise<Acted> {
  const { form, channel } = scene.turn;
  const contact = form === 'text' && channel !== 'web' ? null : await phoneFor(scene);
  const { worth, ...values } = valuesOf(receipt, today);
  const card = couponCard(receipt, today);
  const here = say('onCard', { worth, ...values });
  if (!contact) return { ...done, replies: [...done.replies, here], card };
  const message = writing(contact, { replies: [couponMessage(receipt, today)] });
  const said = form === 'text' ? [here, say('alsoOnPhone')] : [say('onPhone', { worth })];
  return causing({ ...done, replies: [...done.replies, ...said], card }, ...message);
}

function valuesOf({ worth, code, until }: ReceiptOf<'coupon'>, today: PlainDate) {
  return {
    worth: { type: 'money', money: worth },
    code: { type: 'shown', text: code },
    until: { type: 'day', day: until, today },
  } as const;
}

/** For whoever reads it alone. */
export function couponMessage(receipt: ReceiptOf<'coupon'>, today: PlainDate): Reply {
  return say('message', valuesOf(receipt, today));
}

/** At a visit after the one in which it was given. */
export function couponTold(receipt: ReceiptOf<'coupon'>, today: PlainDate): Acted {
  return { ...finished(say('onCard', valuesOf(receipt, today))), card: couponCard(receipt, today) };
}

function couponCard(receipt: ReceiptOf<'coupon'>, today: PlainDate): Card {
  return { kind: 'simple', title: say('cardTitle'), lines: [say('cardLine', valuesOf(receipt, today))] };
}
