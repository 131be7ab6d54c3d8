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
import { type Basket, goodsIn } from './basket';
import { type Amending, amendedBy, heardAt } from './purchase-amended';
import { askedBefore } from './purchase-before';
import { codeAsking } from './purchase-code';
import { confirmedNow } from './purchase-confirmed';
import { payingAnew } from './purchase-payment';
import { type BasketQuoted, doubtful, quoted } from './purchase-quote';
import { refusal } from './purchase-refused';
import { CONFIRM, isSame, isSummed, type Summed, summedUp, totalOf, wantedOf } from './purchase-state';
import { namedAfter } from './purchase-told';
import { refrain } from './purchase-withdrawn';
import { namedAnew, PURCHASE_SAYS, say, summary, todayOf, topicOf, withoutPrices } from './purchase-words';
import { purchaseScreen } from './screens';

const confirm = ask<Summed, { total: 'money' }, ShopperScene>({
  id: CONFIRM,
  state: isSummed,
  commits: true,
  group: 'purchase',
  goods: (summed) => goodsIn(wantedOf(summed)),
  named: ({ lines }) => [namedAnew(lines)],
  with: { total: 'money' },
  expects: ['yesno', 'number'],
  amendedBy: ['Reorder', 'CartCheckout'],
  ifLeft: 'wait',
  answer: answerConfirm,
  again: confirmAgain,
});

type Told = { readonly scene: ShopperScene; readonly before: readonly Reply[] };
const paying = payingAnew({ buy, amend });
const { instead, again, quantity } = askedBefore({
  ...{ buy, amend },
  rest: (left, scene) => askedOf(left, { scene, before: [] }),
});
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

async function answerConfirm(
  answer: AnswerGiven,
  summed: Summed,
  scene: ShopperScene,
): Promise<Acted | Instead | null> {
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

/** Quoted anew. Where the shopper has just heard the summary and nothing has changed, the total is enough, unless it may have been refused. */
async function confirmAgain(summed: Summed, where: Where, scene: ShopperScene): Promise<Acted> {
  const next = await buy(wantedOf(summed), scene);
  const asked = next.ending.kind === 'ask' ? next.ending.question.state : null;
  return where === 'here' && isSame(asked, summed) ? { ...next, replies: namedAfter(summed, scene) } : next;
}

async function refusedNow(error: ShopError, summed: Summed, scene: ShopperScene): Promise<Acted> {
  if (error.kind !== 'price-changed')
    return askedOf(await refusal(error, wantedOf(summed), scene), { scene, before: [] });
  const next = await buy(wantedOf(summed), scene);
  // The total's change says it all; the single prices would say it twice.
  return { ...next, replies: [say('totalChanged', { was: money(error.was) }), ...withoutPrices(next.replies)] };
}

/** "Make it three", "by express": the same basket, changed. Another product is not an amendment. */
async function amend(answer: AnswerGiven, basket: Basket, scene: ShopperScene): Promise<Acted | Instead | null> {
  const amending = answer.kind === 'slots' ? await amendedBy(answer.slots, basket, scene) : null;
  if (amending?.kind === 'nothing') return done(say('notOrdered'));
  return amending && changedBy(amending, scene);
}

function changedBy(amending: Amending, scene: ShopperScene): Promise<Acted> | Instead | null {
  if (amending.kind === 'basket') return buy(amending.basket, scene, amending.before);
  return amending.kind === 'instead' ? { instead: amending.request } : null;
}
