/** From wanted goods to a placed order: quote, summary, the spoken yes, and every way it can go otherwise. */

import type { ShopError } from '../../services/commerce/call';
import type { Bought, Proposal } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import type { Money } from '../../vocabulary/values';
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
import { offerPerson } from '../TalkToHuman';
import { type Basket, goodsIn, isUnclear, withoutLine } from './basket';
import { countPacks } from './counts';
import { nameOf } from './goods-names';
import { type Amending, amendingOf, toldOf } from './purchase-amended';
import { type Doubt, doubtAbout } from './purchase-doubt';
import { ordered } from './purchase-placed';
import { refusal, tooDear } from './purchase-refused';
import { CONFIRM, isBasket, isSame, isSummed, isSwap, type Summed, type Swap, wantedOf } from './purchase-state';
import { refrain, voidOlder } from './purchase-withdrawn';
import { money, PURCHASE_SAYS, say, summary, todayOf, topicOf, withoutPrices } from './purchase-words';
import { purchaseScreen } from './screens';

const confirm = ask<Summed, { total: 'money' }, ShopperScene>({
  id: CONFIRM,
  state: isSummed,
  commits: true,
  group: 'purchase',
  goods: (summed) => goodsIn(wantedOf(summed)),
  with: { total: 'money' },
  expects: ['yesno', 'number'],
  amendedBy: ['Reorder'],
  ifLeft: 'wait',
  answer: answerConfirm,
  again: confirmAgain,
});

const instead = ask<Swap, { product: 'amount' }, ShopperScene>({
  id: 'Purchase.instead',
  state: isSwap,
  commits: false,
  group: 'purchase',
  goods: ({ basket }) => goodsIn(basket),
  with: { product: 'amount' },
  expects: ['yesno'],
  amendedBy: ['Reorder'],
  ifLeft: 'wait',
  async answer(answer, { basket, productId, by }, scene) {
    if (answer.kind === 'no') return theRest(basket, productId, { scene, before: [] });
    if (answer.kind === 'slots') return amend(answer, basket, scene);
    if (answer.kind !== 'yes') return null;
    const lines = basket.lines.map((line) => (line.productId === productId ? { ...line, productId: by } : line));
    return buy({ ...basket, lines }, scene);
  },
});

const again = ask<Basket, { product: 'product'; age: 'age' }, ShopperScene>({
  id: 'Purchase.again',
  state: isBasket,
  commits: false,
  group: 'purchase',
  goods: goodsIn,
  with: { product: 'product', age: 'age' },
  expects: ['yesno', 'number'],
  amendedBy: ['Reorder'],
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
  commits: false,
  group: 'purchase',
  goods: goodsIn,
  with: {},
  expects: ['number'],
  elicits: { intent: 'Reorder', slot: 'quantity' },
  amendedBy: ['Reorder'],
  ifLeft: 'wait',
  async answer(answer, basket, scene) {
    if (answer.kind === 'no') return done(say('notOrdered'));
    return amend(answer, basket, scene);
  },
});

export const Purchase: Part = {
  name: 'Purchase',
  personal: true,
  says: PURCHASE_SAYS,
  asks: { confirm, instead, again, quantity },
};

/** Quotes these goods and asks for the yes; refusals are spoken with a way on. */
export async function buy(wanted: Basket, scene: ShopperScene, before: readonly Reply[] = []): Promise<Acted> {
  const counts = await countPacks(wanted.lines, (productId) => nameOf(productId, scene));
  if (counts.kind === 'uncounted') {
    return { replies: [...before, counts.why], ending: quantity.put({}, { ...wanted, of: counts.productId }) };
  }
  const basket = { ...wanted, lines: counts.lines };
  const doubt = await doubtAbout(basket, scene);
  if (doubt) return withBefore(before, askAbout(doubt, basket, scene));
  const quote = await scene.services.ordering.propose(basket, scene.call);
  if (!quote.ok) return withBefore(before, await refuse(quote.error, basket, scene));
  const proposal = quote.value;
  const dear = tooDear(proposal, scene);
  if (dear) return withBefore(before, dear);
  return (await voidOlder(scene)) ?? sumUp(proposal, basket, { scene, before });
}

type Summing = { readonly scene: ShopperScene; readonly before: readonly Reply[] };

function sumUp(proposal: Proposal, { sure, among }: Basket, { scene, before }: Summing): Acted {
  const summed = { ...proposal, ...(sure ? { sure } : {}), ...(among ? { among } : {}), askedOn: todayOf(scene) };
  return {
    replies: [...before, ...summary(proposal)],
    ending: confirm.put({ total: money(proposal.total) }, summed),
    screen: purchaseScreen(proposal),
    topic: topicOf(proposal.lines),
  };
}

function askAbout(doubt: Doubt, basket: Basket, scene: ShopperScene): Acted {
  if (doubt.kind === 'again') return { replies: [], ending: again.put(doubt.values, basket) };
  return offerPerson({ reason: 'back-end-failed', said: [say('stillChecking')] }, scene);
}

async function answerConfirm(
  answer: AnswerGiven,
  summed: Summed,
  scene: ShopperScene,
): Promise<Acted | Instead | null> {
  if (answer.kind === 'yes') return confirmed(summed, scene);
  if (answer.kind === 'no') return refrain(summed, scene);
  if (answer.kind !== 'slots') return null;
  const isAny = !(answer.slots.change || answer.slots.amend) && isUnclear(answer.slots, wantedOf(summed));
  const told = isAny ? [say('ofWhich')] : toldOf(answer.slots, summed);
  if (told) return keptAs(summed, told);
  const amending = await amendingOf(answer.slots, wantedOf(summed), scene);
  if (amending?.kind === 'kept') return keptAs(summed, [amending.why]);
  return amending?.kind === 'nothing' ? refrain(summed, scene) : amending && changedBy(amending, scene);
}

/** It waits for its yes as before. */
function keptAs(summed: Summed, replies: readonly Reply[]): Acted {
  return { replies, ending: confirm.put({ total: money(summed.total) }, summed) };
}

/** Everything that may have changed since the question is looked at again before the shop is called. */
async function confirmed(summed: Summed, scene: ShopperScene): Promise<Acted> {
  const { ordering, now } = scene.services;
  const stale = now() > summed.expiresAt || todayOf(scene) !== summed.askedOn;
  const wanted = wantedOf(summed);
  const doubt = stale ? null : await doubtAbout(wanted, scene);
  const act = stale || doubt ? ordering.withdraw : ordering.buy;
  const bought = await act(summed, scene.conversationId, scene.call);
  if (bought.kind === 'withdrawn') return doubt ? askAbout(doubt, wanted, scene) : buy(wanted, scene);
  return tell(bought, summed, scene);
}

/** Quoted anew. Where the shopper has just heard the summary and nothing has changed, the total is enough. */
async function confirmAgain(summed: Summed, where: Where, scene: ShopperScene): Promise<Acted> {
  const next = await buy(wantedOf(summed), scene);
  const asked = next.ending.kind === 'ask' ? next.ending.question.state : null;
  return where === 'here' && isSame(asked, summed) ? { ...next, replies: [] } : next;
}

async function tell(bought: Bought, proposal: Proposal, scene: ShopperScene): Promise<Acted> {
  if (bought.kind === 'placed' || bought.kind === 'unknown') return ordered(bought, proposal, scene);
  if (bought.kind === 'withdrawn') return done(say('notOrdered'));
  const { error } = bought;
  const acted =
    error.kind === 'price-changed'
      ? await requote(proposal, error.was, scene)
      : await refuse(error, wantedOf(proposal), scene);
  return causing(acted, { kind: 'told', proposalId: proposal.id });
}

async function requote(proposal: Proposal, was: Money, scene: ShopperScene): Promise<Acted> {
  const said = say('totalChanged', { was: money(was) });
  const next = await buy(wantedOf(proposal), scene);
  // The total's change says it all; the single prices would say it twice.
  return { ...next, replies: [said, ...withoutPrices(next.replies)] };
}

async function refuse(error: ShopError, basket: Basket, scene: ShopperScene): Promise<Acted> {
  const refused = await refusal(error, basket, scene);
  if (refused.kind === 'over') return refused.acted;
  const { productId, said } = refused;
  if (refused.kind === 'too-many') return { replies: [said], ending: quantity.put({}, { ...basket, of: productId }) };
  if (!refused.by) return theRest(basket, productId, { scene, before: [said, say('noSubstitute')] });
  const count = basket.lines.find((line) => line.productId === productId)?.quantity ?? 1;
  const product = { type: 'amount', product: refused.by.name, quantity: count } as const;
  return { replies: [said], ending: instead.put({ product }, { basket, productId, by: refused.by.id }) };
}

/** Without what cannot be had: the other goods, where there are any. */
async function theRest(basket: Basket, productId: string, { scene, before }: Summing): Promise<Acted> {
  const others = withoutLine(basket, productId);
  if (others.lines.length > 0) return buy(others, scene, before.length > 0 ? before : [say('withoutIt')]);
  return before.length > 0 ? done(...before) : done(say('notOrdered'));
}

/** "Make it three", "by express": the same basket, changed. Another product is not an amendment. */
async function amend(answer: AnswerGiven, basket: Basket, scene: ShopperScene): Promise<Acted | Instead | null> {
  const amending = answer.kind === 'slots' ? await amendingOf(answer.slots, basket, scene) : null;
  if (amending?.kind === 'nothing') return done(say('notOrdered'));
  return amending && changedBy(amending, scene);
}

function changedBy(amending: Amending, scene: ShopperScene): Promise<Acted> | Instead | null {
  if (amending.kind === 'basket') return buy(amending.basket, scene, amending.before);
  return amending.kind === 'instead' ? { instead: amending.request } : null;
}
