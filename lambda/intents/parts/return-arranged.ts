/** What was arranged for goods to go back: the label or the day, and the money. */

import type { OrderPart, ReceiptOf } from '../../services/care/care';
import type { Order } from '../../services/commerce/orders';
import { type Acted, done, replies, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { amountsOf } from './pieces';
import { moneyBack } from './remedied';
import { card, contactFor, writing } from './to-phone';
import { topicOf } from './which-order';

export const ARRANGED_SAYS = {
  fetched: { goods: 'list', day: 'day' },
  labelHere: { goods: 'list', label: 'shown' },
  labelSent: {},
  labelComes: {},
  cardTitle: {},
  cardLabel: { label: 'shown' },
} as const;
const say = replies('ReturnRefund', ARRANGED_SAYS);

type With = { readonly parts: readonly OrderPart[]; readonly scene: ShopperScene };

/** A label is for the eye: where the shopper writes it stands there, else it goes to the phone and onto a card. */
export async function arranged(receipt: ReceiptOf<'return'>, order: Order, by: With): Promise<Acted> {
  return { ...(await toldOf(receipt, order, by)), topic: topicOf(order) };
}

async function toldOf(receipt: ReceiptOf<'return'>, order: Order, { parts, scene }: With): Promise<Acted> {
  const goods = amountsOf(order, parts);
  const back = moneyBack(receipt.back, order.today);
  if (receipt.by === 'pick-up' && receipt.day) {
    return done(say('fetched', { goods, day: { type: 'day', day: receipt.day, today: order.today } }), back);
  }
  if (receipt.label === null) return done(say('labelComes'), back);
  const shown = { type: 'shown', text: receipt.label } as const;
  if (scene.turn.form === 'text') return done(say('labelHere', { goods, label: shown }), back);
  const onCard = card(say('cardTitle'), [say('cardLabel', { label: shown })]);
  const acted = { ...done(say('labelSent'), back), card: onCard };
  const contact = await contactFor(scene);
  if (!contact) return acted;
  return causing(acted, ...writing(contact, { replies: [say('labelHere', { goods, label: shown })] }));
}
