/** What is offered for a bad delivery, in words, and what became of it. */

import type { CareAction, CareReceipt, OrderPart } from '../../services/care/care';
import type { Remedy } from '../../services/care/policy';
import { worthOf } from '../../services/care/worth';
import type { Order } from '../../services/commerce/orders';
import type { Reply } from '../../vocabulary/outcome';
import type { ValueOf } from '../../vocabulary/values';
import { replies } from '../kit/define';
import { moneyBack } from './remedied';

export const REMEDY_SAYS = {
  about: { products: 'list' },
  person: {},
  left: {},
  resent: { day: 'day' },
  refunded: {},
  labelled: {},
  fetched: { day: 'day' },
  waiting: {},
  soldOut: {},
  tooOld: { order: 'order' },
} as const;
export const say = replies('Remedy', REMEDY_SAYS);

type Parts = { readonly parts: readonly OrderPart[] };

export function remedyValue(order: Order, { parts }: Parts, remedy: Remedy): ValueOf<'remedy'> {
  return { type: 'remedy', remedy, amount: worthOf(order, parts) };
}

export function productsOf({ lines }: Order, parts: readonly OrderPart[]): ValueOf<'list'> {
  const names = lines.filter(({ product }) => parts.some(({ productId }) => productId === product.id));
  return { type: 'list', items: names.map(({ product }) => ({ type: 'product', product: product.name })), join: 'and' };
}

/** Goods that go back, with how many of which pack; of several, all of each goes back, and the label says how many. */
export function goodsOf({ lines }: Order, parts: readonly OrderPart[]): ValueOf<'list'> {
  const items = parts.flatMap(({ productId, quantity }): ValueOf<'list'>['items'] => {
    const product = lines.find((line) => line.product.id === productId)?.product.name;
    if (!product) return [];
    return [parts.length > 1 ? { type: 'product', product } : { type: 'amount', product, quantity }];
  });
  return { type: 'list', items, join: 'and' };
}

export function actionOf(remedy: Exclude<Remedy, 'wait'>, order: Order, { parts }: Parts): CareAction {
  const orderId = order.id;
  const amount = worthOf(order, parts);
  if (remedy === 'resend') return { kind: 'resend', orderId, parts };
  return remedy === 'refund'
    ? { kind: 'refund', orderId, parts, amount }
    : { kind: 'return', orderId, parts, by: 'pick-up', amount };
}

export function wordsOf(receipt: CareReceipt, { today }: Order): readonly Reply[] {
  switch (receipt.kind) {
    case 'resend':
      return [say('resent', { day: { type: 'day', day: receipt.arrives, today } })];
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
