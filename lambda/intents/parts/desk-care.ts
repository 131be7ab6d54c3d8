/** What a person at the desk did about an order, as the shopper reads it from them. */

import type { CareAction, CareReceipt, OrderPart } from '../../services/care/care';
import type { Order } from '../../services/commerce/orders';
import type { Reply } from '../../vocabulary/outcome';
import type { Money, PlainDate, ValueOf } from '../../vocabulary/values';
import { type Part, replies } from '../kit/define';

const SAYS = {
  cancelled: { goods: 'list' },
  cancelAsked: { goods: 'list' },
  refunded: { goods: 'list', amount: 'money' },
  back: { amount: 'money', day: 'day' },
  credit: { amount: 'money' },
  resent: { goods: 'list', day: 'day' },
  fetched: { goods: 'list', day: 'day' },
  label: { goods: 'list', label: 'shown' },
  labelComes: { goods: 'list' },
  moved: { place: 'place' },
  moveAsked: { place: 'place' },
  coupon: { worth: 'money', code: 'shown', day: 'day' },
  notDone: { goods: 'list' },
} as const;
const say = replies('DeskCare', SAYS);

export const DeskCare: Part = { name: 'DeskCare', personal: false, says: SAYS, asks: {} };

export type DeskDid = {
  readonly action: CareAction;
  readonly receipt: CareReceipt;
  readonly order: Order;
  /** The address it goes to now, as the shopper calls it. */
  readonly place: string;
};

/** Empty where nothing came of it. */
export function didForShopper({ action, receipt, order, place }: DeskDid): readonly Reply[] {
  const { today } = order;
  const goods = goodsOf(action, order);
  switch (receipt.kind) {
    case 'cancel':
      if (receipt.how === 'too-late') return [];
      return [
        say(receipt.how === 'asked' ? 'cancelAsked' : 'cancelled', { goods }),
        ...(receipt.back && receipt.how === 'done' ? [moneyOf(receipt.back, today)] : []),
      ];
    case 'refund':
      return [
        say('refunded', { goods, amount: { type: 'money', money: receipt.back.amount } }),
        moneyOf(receipt.back, today),
      ];
    case 'resend':
      return [say('resent', { goods, day: dayOf(receipt.arrives, today) })];
    case 'return':
      return [wayBack(receipt, goods, today), moneyOf(receipt.back, today)];
    case 'address': {
      const to = { type: 'place', label: place } as const;
      if (receipt.how === 'too-late') return [];
      return [receipt.how === 'asked' ? say('moveAsked', { place: to }) : say('moved', { place: to })];
    }
    case 'coupon':
      return [
        say('coupon', {
          worth: { type: 'money', money: receipt.worth },
          code: { type: 'shown', text: receipt.code },
          day: dayOf(receipt.until, today),
        }),
      ];
  }
}

/** For the team: what a colleague wanted for the shopper came to nothing, though nobody knew at first. */
export function deedFailed(action: CareAction, order: Order): Reply {
  return say('notDone', { goods: goodsOf(action, order) });
}

type Back = { readonly amount: Money; readonly means: 'original' | 'credit'; readonly by: PlainDate };

function moneyOf({ amount, means, by }: Back, today: PlainDate): Reply {
  const money = { type: 'money', money: amount } as const;
  return means === 'credit' ? say('credit', { amount: money }) : say('back', { amount: money, day: dayOf(by, today) });
}

function wayBack(
  { by, day, label }: Extract<CareReceipt, { readonly kind: 'return' }>,
  goods: ValueOf<'list'>,
  today: PlainDate,
): Reply {
  if (by === 'pick-up' && day) return say('fetched', { goods, day: dayOf(day, today) });
  return label ? say('label', { goods, label: { type: 'shown', text: label } }) : say('labelComes', { goods });
}

function dayOf(day: PlainDate, today: PlainDate): ValueOf<'day'> {
  return { type: 'day', day, today };
}

function goodsOf(action: CareAction, { lines }: Order): ValueOf<'list'> {
  const parts = partsOf(action) ?? lines.map(({ product, quantity }) => ({ productId: product.id, quantity }));
  const items = parts.flatMap(({ productId, quantity }) => {
    const line = lines.find(({ product }) => product.id === productId);
    return line ? [{ type: 'amount', product: line.product.name, quantity } as const] : [];
  });
  return { type: 'list', items, join: 'and' };
}

function partsOf(action: CareAction): readonly OrderPart[] | null {
  return 'parts' in action ? action.parts : null;
}
