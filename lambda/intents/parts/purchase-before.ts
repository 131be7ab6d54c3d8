/** What is asked before there is a total: whether something may stand in, whether it is wanted once more, and how many. A yes buys nothing. */

import { type Acted, type AnswerGiven, ask, done, type Instead, type ShopperScene } from '../kit/define';
import { type Basket, goodsIn, withInstead } from './basket';
import { type PurchaseRefused, restOf } from './purchase-refused';
import { isBasket, isSwap, type Swap } from './purchase-state';
import { say } from './purchase-words';

/** How a basket is quoted and changed, and what is left of one gone on with, by whoever buys. */
type Buying = {
  buy(basket: Basket, scene: ShopperScene): Promise<Acted>;
  amend(answer: AnswerGiven, basket: Basket, scene: ShopperScene): Promise<Acted | Instead | null>;
  rest(left: PurchaseRefused, scene: ShopperScene): Promise<Acted>;
};

const BEFORE_THE_TOTAL = { commits: false, group: 'purchase', amendedBy: ['Reorder'] } as const;

export function askedBefore({ buy, amend, rest }: Buying) {
  const instead = ask<Swap, { product: 'amount' }, ShopperScene>({
    id: 'Purchase.instead',
    state: isSwap,
    ...BEFORE_THE_TOTAL,
    goods: ({ basket }) => goodsIn(basket),
    offers: ({ basket, productId, by }) => goodsIn(withInstead(basket, productId, by)),
    with: { product: 'amount' },
    expects: ['yesno'],
    ifLeft: 'wait',
    async answer(answer, { basket, productId, by }, scene) {
      if (answer.kind === 'no') return rest(restOf(basket, productId, { scene }), scene);
      // What it costs and when it comes is told with its total, which orders nothing.
      if (answer.kind === 'slots' && !answer.slots.detail) return amend(answer, basket, scene);
      return answer.kind === 'page' || answer.kind === 'option' ? null : buy(withInstead(basket, productId, by), scene);
    },
  });

  const again = ask<Basket, { product: 'product'; age: 'age' }, ShopperScene>({
    id: 'Purchase.again',
    state: isBasket,
    ...BEFORE_THE_TOTAL,
    goods: goodsIn,
    with: { product: 'product', age: 'age' },
    expects: ['yesno', 'number'],
    ifLeft: 'drop',
    async answer(answer, basket, scene) {
      if (answer.kind === 'no') return done(say('notOrdered'));
      // Another count of the same goods is a yes to having them again; the total is still to be said.
      if (answer.kind === 'slots') return amend(answer, { ...basket, sure: true }, scene);
      return answer.kind === 'yes' ? buy({ ...basket, sure: true }, scene) : null;
    },
  });

  const quantity = ask<Basket, Record<never, never>, ShopperScene>({
    id: 'Purchase.quantity',
    state: isBasket,
    ...BEFORE_THE_TOTAL,
    goods: goodsIn,
    with: {},
    expects: ['number'],
    elicits: { intent: 'Reorder', slot: 'quantity' },
    ifLeft: 'wait',
    answer: async (answer, basket, scene) =>
      answer.kind === 'no' ? done(say('notOrdered')) : amend(answer, basket, scene),
  });

  return { instead, again, quantity };
}
