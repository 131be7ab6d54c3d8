/** A coupon for the trouble, where the shop gives one: its code goes to the phone or the screen, and is never read out. */

import type { ReceiptOf } from '../../services/care/care';
import type { DeliveryTrouble } from '../../services/care/policy';
import type { Order } from '../../services/commerce/orders';
import { type Acted, type Part, replies, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { careCall } from './remedied';
import { contactFor, joining } from './to-phone';

const SAYS = {
  onPhone: { worth: 'money' },
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
  if (given.kind !== 'done' || given.receipt.kind !== 'coupon') return done;
  return withCode(done, given.receipt, order, scene);
}

async function withCode(
  done: Acted,
  receipt: ReceiptOf<'coupon'>,
  { today }: Order,
  scene: ShopperScene,
): Promise<Acted> {
  const worth = { type: 'money', money: receipt.worth } as const;
  const code = { type: 'shown', text: receipt.code } as const;
  const values = { worth, code, until: { type: 'day', day: receipt.until, today } as const };
  const contact = scene.turn.form === 'text' ? null : await contactFor(scene);
  const card = { kind: 'simple', title: say('cardTitle'), lines: [say('cardLine', values)] } as const;
  if (!contact) return { ...done, replies: [...done.replies, say('onCard', values)], card };
  const { id, channel } = contact;
  const message = {
    kind: 'to-phone',
    contact: { id, channel },
    replies: [say('message', values)],
    link: null,
  } as const;
  const told = { ...done, replies: [...done.replies, say('onPhone', { worth })], card };
  return causing(told, ...joining(contact), message);
}
