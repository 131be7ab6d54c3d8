/** What is offered for a bad delivery, in words, and what became of it. */

import type { CareAction, CareReceipt, OrderPart } from '../../services/care/care';
import type { Remedy } from '../../services/care/policy';
import { worthOf } from '../../services/care/worth';
import type { Product } from '../../services/commerce/catalogue';
import type { Order } from '../../services/commerce/orders';
import type { Reply } from '../../vocabulary/outcome';
import type { PlainDate, ValueOf } from '../../vocabulary/values';
import { replies } from '../kit/define';
import { amountsOf } from './pieces';
import { moneyBack } from './remedied';

export const REMEDY_SAYS = {
  about: { goods: 'list' },
  late: { product: 'product' },
  lateUntil: { product: 'product', day: 'day' },
  person: {},
  left: {},
  resent: { count: 'number', day: 'day' },
  refunded: {},
  labelled: {},
  fetched: { day: 'day' },
  waiting: {},
  waitingUntil: { day: 'day' },
  watching: {},
  watchingUntil: { day: 'day' },
  soldOut: {},
  tooOld: { order: 'order' },
} as const;
export const say = replies('Remedy', REMEDY_SAYS);

type Parts = { readonly parts: readonly OrderPart[] };

export function remedyValue(order: Order, { parts }: Parts, remedy: Remedy): ValueOf<'remedy'> {
  return { type: 'remedy', remedy, amount: worthOf(order, parts), pieces: piecesIn(parts) };
}

function piecesIn(parts: readonly OrderPart[]): number {
  return parts.reduce((sum, { quantity }) => sum + quantity, 0);
}

export function aboutGoods({ name }: Product): Reply {
  return say('about', { goods: { type: 'list', items: [{ type: 'product', product: name }], join: 'and' } });
}

/** How many, where there were several of it. */
export function aboutParts(order: Order, parts: readonly OrderPart[]): Reply {
  const [only, ...others] = parts;
  const line = order.lines.find(({ product }) => product.id === only?.productId);
  const isOne = line && others.length === 0 && line.quantity === 1;
  return isOne ? aboutGoods(line.product) : say('about', { goods: amountsOf(order, parts) });
}

/** What is late, and its new day where there is one. */
export function lateSays({ name }: Product, expected: PlainDate | undefined, today: PlainDate): Reply {
  const product = { type: 'product', product: name } as const;
  return expected && expected >= today
    ? say('lateUntil', { product, day: { type: 'day', day: expected, today } })
    : say('late', { product });
}

export function actionOf(remedy: Exclude<Remedy, 'wait'>, order: Order, { parts }: Parts): CareAction {
  const orderId = order.id;
  const amount = worthOf(order, parts);
  if (remedy === 'resend') return { kind: 'resend', orderId, parts };
  return remedy === 'refund'
    ? { kind: 'refund', orderId, parts, amount }
    : { kind: 'return', orderId, parts, by: 'pick-up', amount };
}

export function wordsOf(receipt: CareReceipt, { today }: Order, { parts }: Parts): readonly Reply[] {
  switch (receipt.kind) {
    case 'resend':
      return [
        say('resent', {
          count: { type: 'number', number: piecesIn(parts) },
          day: { type: 'day', day: receipt.arrives, today },
        }),
      ];
    case 'refund':
      return [say('refunded'), moneyBack(receipt.back, today)];
    case 'return': {
      const first = receipt.day ? say('fetched', { day: { type: 'day', day: receipt.day, today } }) : say('labelled');
      return [first, moneyBack(receipt.back, today)];
    }
    default:
      return [];
  }
}
