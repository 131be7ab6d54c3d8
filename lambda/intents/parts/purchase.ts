/** From wanted goods to a placed order: quote, summary, the spoken yes, and every way it can go otherwise. */

import type { ShopError } from '../../services/commerce/call';
import type { Proposal } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import {
  type Acted,
  type AnswerGiven,
  ask,
  done,
  type Instead,
  type Part,
  type ShopperScene,
  type Where,
  withBefore,
} from '../kit/define';
import { causing } from '../kit/effects';
import { money } from '../kit/money';
import { type Basket, goodsIn, withInstead } from './basket';
import { type Amending, amendedBy, heardAt } from './purchase-amended';
import { codeAsking } from './purchase-code';
import { confirmedNow } from './purchase-confirmed';
import { payingAnew } from './purchase-payment';
import { type BasketQuoted, doubtful, quoted } from './purchase-quote';
import { refusal, restOf } from './purchase-refused';
import {
  CONFIRM,
  isBasket,
  isSame,
  isSummed,
  isSwap,
  type Summed,
  type Swap,
  summedUp,
  totalOf,
  wantedOf,
} from './purchase-state';
import { refrain } from './purchase-withdrawn';
import { PURCHASE_SAYS, say, summary, todayOf, topicOf, withoutPrices } from './purchase-words';
import { purchaseScreen } from './screens';

const confirm = ask<Summed, { total: 'money' }, ShopperScene>({
  id: CONFIRM,
  state: isSummed,
  commits: true,
  group: 'purchase',
  goods: (summed) => goodsIn(wantedOf(summed)),
  with: { total: 'money' },
  expects: ['yesno', 'number'],
  amendedBy: ['Reorder', 'CartCheckout'],
  ifLeft: 'wait',
  answer: answerConfirm,
  again: confirmAgain,
});

/** Asked before there is a total: a yes buys nothing. */
const BEFORE_THE_TOTAL = { commits: false, group: 'purchase', amendedBy: ['Reorder'] } as const;

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
    if (answer.kind === 'no') return askedOf(restOf(basket, productId, { scene }), { scene, before: [] });
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

type Told = { readonly scene: ShopperScene; readonly before: readonly Reply[] };
type Served = Promise<Acted | Instead | null>;
const paying = payingAnew({ buy, amend });
const codes = codeAsking({ placed: confirmed, waits: (summed) => confirm.question(totalOf(summed), summed) });
export const { pinGiven } = codes;
export const Purchase: Part = {
  name: 'Purchase',
  personal: true,
  says: PURCHASE_SAYS,
  asks: { confirm, instead, again, quantity, ...paying.asks, ...codes.asks },
};

/** Quotes these goods and asks for the yes; refusals are spoken with a way on. */
export async function buy(wanted: Basket, scene: ShopperScene, before: readonly Reply[] = []): Promise<Acted> {
  return askedOf(await quoted(wanted, scene), { scene, before });
}

async function askedOf(quote: BasketQuoted, { scene, before }: Told): Promise<Acted> {
  switch (quote.kind) {
    case 'proposal':
      return sumUp(quote.proposal, quote.basket, { scene, before });
    case 'uncounted':
      return { replies: [...before, quote.why], ending: quantity.put({}, quote.basket) };
    case 'again':
      return { replies: before, ending: again.put(quote.values, quote.basket) };
    case 'stand-in':
      return { replies: [...before, quote.why], ending: instead.put({ product: quote.product }, quote.swap) };
    case 'rest':
      return withBefore(before, await buy(quote.basket, scene, quote.before));
    case 'unpaid':
      return withBefore([...before, quote.why], paying.put(quote.left, quote.basket));
    case 'over':
      return withBefore(before, quote.acted);
    default:
      return quote.acted;
  }
}

function sumUp(proposal: Proposal, basket: Basket, { scene, before }: Told): Acted {
  return {
    replies: [...before, ...summary(proposal)],
    ending: confirm.put(totalOf(proposal), summedUp(proposal, basket, todayOf(scene))),
    screen: purchaseScreen(proposal),
    topic: topicOf(proposal.lines),
  };
}

async function answerConfirm(answer: AnswerGiven, summed: Summed, scene: ShopperScene): Served {
  if (answer.kind === 'yes') return codes.before(summed, scene) ?? confirmed(summed, scene);
  if (answer.kind === 'no') return refrain(summed, scene);
  const change = answer.kind === 'slots' ? await heardAt(answer.slots, summed, scene) : null;
  if (change?.kind === 'nothing') return withBefore(change.why ?? [], await refrain(summed, scene));
  if (change?.kind === 'kept') return { replies: change.why, ending: confirm.put(totalOf(summed), summed) };
  return change && changedBy(change, scene);
}

async function confirmed(summed: Summed, scene: ShopperScene): Promise<Acted> {
  const bought = await confirmedNow(summed, scene);
  switch (bought.kind) {
    case 'ordered':
      return bought.acted;
    case 'refused':
      return causing(await refusedNow(bought.error, summed, scene), { kind: 'told', proposalId: summed.id });
    case 'doubt':
      return askedOf(doubtful(bought.doubt, wantedOf(summed), scene), { scene, before: [] });
    default:
      return buy(wantedOf(summed), scene);
  }
}

/** Quoted anew. Where the shopper has just heard the summary and nothing has changed, the total is enough. */
async function confirmAgain(summed: Summed, where: Where, scene: ShopperScene): Promise<Acted> {
  const next = await buy(wantedOf(summed), scene);
  const asked = next.ending.kind === 'ask' ? next.ending.question.state : null;
  return where === 'here' && isSame(asked, summed) ? { ...next, replies: [] } : next;
}

async function refusedNow(error: ShopError, summed: Summed, scene: ShopperScene): Promise<Acted> {
  if (error.kind !== 'price-changed')
    return askedOf(await refusal(error, wantedOf(summed), scene), { scene, before: [] });
  const next = await buy(wantedOf(summed), scene);
  // The total's change says it all; the single prices would say it twice.
  return { ...next, replies: [say('totalChanged', { was: money(error.was) }), ...withoutPrices(next.replies)] };
}

/** "Make it three", "by express": the same basket, changed. Another product is not an amendment. */
async function amend(answer: AnswerGiven, basket: Basket, scene: ShopperScene): Served {
  const amending = answer.kind === 'slots' ? await amendedBy(answer.slots, basket, scene) : null;
  if (amending?.kind === 'nothing') return done(say('notOrdered'));
  return amending && changedBy(amending, scene);
}

function changedBy(amending: Amending, scene: ShopperScene): Promise<Acted> | Instead | null {
  if (amending.kind === 'basket') return buy(amending.basket, scene, amending.before);
  return amending.kind === 'instead' ? { instead: amending.request } : null;
}
