/** A payment was declined: the same goods once more, paid with something else the shopper has stored at the shop. */

import * as z from 'zod/mini';
import type { PaymentMeans } from '../../services/commerce/payments';
import { shapeOf } from '../../services/shape';
import type { Option } from '../../vocabulary/outcome';
import { PAGE, page, speak } from '../kit/choosing';
import { type Acted, type AnswerGiven, ask, done, type Instead, type ShopperScene } from '../kit/define';
import { BASKET, type Basket, goodsIn } from './basket';
import { say } from './purchase-words';

/** How a basket is quoted and changed, by whoever buys. */
type Buying = {
  buy(basket: Basket, scene: ShopperScene): Promise<Acted>;
  amend(answer: AnswerGiven, basket: Basket, scene: ShopperScene): Promise<Acted | Instead | null>;
};

/** What is left to pay with; `ids` of those, and where the spoken part begins. */
const isPayable = shapeOf<Payable>(z.extend(PAGE, { basket: BASKET }));
type Payable = { readonly basket: Basket; readonly ids: readonly string[]; readonly at: number };

/** Nothing is paid by an answer: it leads to a total of its own, which waits for its yes. */
export function payingAnew({ buy, amend }: Buying) {
  const shared = {
    state: isPayable,
    commits: false,
    group: 'purchase',
    role: 'pays',
    goods: ({ basket }: Payable) => goodsIn(basket),
    amendedBy: ['Reorder'],
    ifLeft: 'wait',
    again: async ({ basket }: Payable, _where: unknown, scene: ShopperScene) => {
      const means = await leftToPay(basket, scene);
      return means.length > 0 ? put(means, basket) : buy(basket, scene);
    },
  } as const;

  const retry = ask<Payable, { means: 'means' }, ShopperScene>({
    ...shared,
    id: 'Purchase.retry',
    with: { means: 'means' },
    expects: ['yesno'],
    async answer(answer, { basket, ids }, scene) {
      const [id] = ids;
      if (answer.kind === 'no') return done(say('notOrdered'));
      if (answer.kind === 'yes' && id !== undefined) return buy({ ...basket, meansId: id }, scene);
      return isOther(answer) ? null : amend(answer, basket, scene);
    },
  });

  const means = ask<Payable, { options: 'list' }, ShopperScene>({
    ...shared,
    id: 'Purchase.means',
    with: { options: 'list' },
    expects: ['ordinal'],
    async answer(answer, { basket, ids, at }, scene) {
      if (answer.kind === 'no') return done(say('notOrdered'));
      if (answer.kind === 'option') return buy({ ...basket, meansId: answer.option }, scene);
      if (answer.kind === 'page') return put(await leftToPay(basket, scene), basket, page({ ids, at }, answer.to).at);
      return answer.kind === 'slots' ? amend(answer, basket, scene) : null;
    },
  });

  function put(left: readonly PaymentMeans[], basket: Basket, at = 0): Acted {
    const [only, ...more] = left;
    const ids = left.map(({ id }) => id);
    if (only && more.length === 0)
      return { replies: [], ending: retry.put({ means: { type: 'means', means: only } }, { basket, ids, at: 0 }) };
    const options: readonly Option[] = left.map((one) => ({ id: one.id, label: { type: 'means', means: one } }));
    const spoken = speak({ ids, at }, options);
    return {
      replies: [],
      ending: means.put({ options: spoken.values.options }, { basket, ...spoken.page }, spoken.options),
    };
  }

  return { asks: { retry, means }, put };
}

/** "Try again", where no payment was declined. */
export function nothingUnpaid(): Acted {
  return done(say('noneUnpaid'));
}

/** "The other one" may be the card that is offered or one that is not: it is asked again. */
function isOther(answer: AnswerGiven): boolean {
  return answer.kind === 'slots' && answer.slots.change?.ids[0] === 'other' && !answer.slots.product;
}

/** What was not declined for this basket yet; nothing where the shop does not let its shoppers choose. */
export async function leftToPay({ declined = [] }: Basket, scene: ShopperScene): Promise<readonly PaymentMeans[]> {
  const stored = await scene.services.ordering.means(scene.call);
  // The one that is used by itself has no id in a basket.
  const gone = new Set(declined.map((id) => (id === '' ? stored[0]?.id : id)));
  return stored.filter(({ id }) => !gone.has(id));
}
