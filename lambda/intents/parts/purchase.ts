/** From wanted goods to a placed order: quote, summary, the spoken yes, and every way it can go otherwise. */

import type { ShopError } from '../../services/commerce/call';
import { needsVoiceCode } from '../../services/commerce/merchant';
import type { Bought, Proposal } from '../../services/commerce/ordering';
import type { Order } from '../../services/commerce/orders';
import type { OpenQuestion } from '../../vocabulary/memory';
import type { HandOffRequest, Reply } from '../../vocabulary/outcome';
import type { Money, PlainDate, ProductName } from '../../vocabulary/values';
import { type Acted, type Answer, ask, close, done, type Part, type ShopperScene, type Where } from '../kit/define';
import { causing } from '../kit/effects';
import { offerPerson } from '../TalkToHuman';
import { type Basket, changed, goodsIn, isUnclear, withoutLine } from './basket';
import {
  dayOf,
  linesOf,
  money,
  PURCHASE_SAYS,
  receiptOf,
  say,
  summary,
  todayOf,
  topicOf,
  wentThrough,
} from './purchase-words';
import { troubleWith } from './trouble';

/** What was summed up and waits for a yes; the day it was asked bounds how long its delivery day is true. */
type Summed = Proposal & { readonly sure?: boolean; readonly askedOn: PlainDate };

const confirm = ask<Summed, { total: 'money' }, ShopperScene>({
  id: 'Purchase.confirm',
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

type Swap = { readonly basket: Basket; readonly productId: string; readonly by: string };

const instead = ask<Swap, { product: 'amount' }, ShopperScene>({
  id: 'Purchase.instead',
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
export async function buy(basket: Basket, scene: ShopperScene, before: readonly Reply[] = []): Promise<Acted> {
  const uncounted = basket.lines.find((line) => !isCount(line.quantity));
  if (uncounted) return { replies: before, ending: quantity.put({}, { ...basket, of: uncounted.productId }) };
  const doubt = await doubtAbout(basket, scene);
  if (doubt) return withBefore(before, doubt);
  const quote = await scene.services.ordering.propose(basket, scene.call);
  if (!quote.ok) return withBefore(before, await refuse(quote.error, basket, scene));
  const proposal = quote.value;
  if (needsVoiceCode(proposal.total, scene.services.merchant)) {
    const said = [...before, say('highValue', { total: money(proposal.total) })];
    return offerPerson({ reason: 'high-value', said, lines: linesOf(proposal) }, scene);
  }
  return (await voidOlder(scene)) ?? sumUp(proposal, basket, { scene, before });
}

type Summing = { readonly scene: ShopperScene; readonly before: readonly Reply[] };

function sumUp(proposal: Proposal, { sure }: Basket, { scene, before }: Summing): Acted {
  const summed = { ...proposal, ...(sure ? { sure } : {}), askedOn: todayOf(scene) };
  return {
    replies: [...before, ...summary(proposal)],
    ending: confirm.put({ total: money(proposal.total) }, summed),
    topic: topicOf(proposal.lines),
  };
}

/** One proposal waits for a yes at a time. When a yes to an older one was faster, that is the news, and nothing is asked. */
async function voidOlder(scene: ShopperScene): Promise<Acted | null> {
  const news = scene.late.map(({ proposalId }) => proposalId);
  for (const summed of waitingIn(scene.memory.questions)) {
    if (news.includes(summed.id)) continue;
    const bought = await scene.services.ordering.withdraw(summed, scene.conversationId, scene.call);
    if (bought.kind === 'unknown') return close(say('unknown'));
    // Its card and e-mail go with the turn that placed it.
    if (bought.kind === 'placed') return close(wentThrough(summed, scene));
  }
  return null;
}

/** The purchases that wait for a yes. */
export function waitingIn(questions: readonly OpenQuestion[]): readonly Summed[] {
  return questions.flatMap(({ question }) => (question.id === 'Purchase.confirm' ? [question.state as Summed] : []));
}

/** The same goods were ordered a moment ago, or an order of them hangs in the air: ask before anything is bought. */
async function doubtAbout(basket: Basket, scene: ShopperScene): Promise<Acted | null> {
  const { ordering } = scene.services;
  // What waits for a yes here is looked after where it is answered or voided.
  const waiting = waitingIn(scene.memory.questions).map(({ id }) => id);
  if (await ordering.hanging(basket.lines, waiting, scene.call)) {
    return offerPerson({ reason: 'back-end-failed', said: [say('stillChecking')] }, scene);
  }
  const since = basket.sure ? null : await ordering.justOrdered(basket.lines, scene.call);
  if (since === null) return null;
  const product = await nameOf(basket.lines[0]?.productId ?? '', scene);
  const minutes = Math.max(0, Math.round((scene.services.now() - since) / 60_000));
  return {
    replies: [],
    ending: again.put({ product: { type: 'product', product }, age: { type: 'age', minutes } }, basket),
  };
}

async function answerConfirm(answer: Answer, summed: Summed, scene: ShopperScene): Promise<Acted | null> {
  switch (answer.kind) {
    case 'no':
      return refrain(summed, scene);
    case 'slots':
      return isUnclear(answer.slots, wantedOf(summed))
        ? { replies: [say('ofWhich')], ending: confirm.put({ total: money(summed.total) }, summed) }
        : amend(answer, wantedOf(summed), scene);
    case 'yes':
      return confirmed(summed, scene);
    default:
      return null;
  }
}

/** Everything that may have changed since the question is looked at again before the shop is called. */
async function confirmed(summed: Summed, scene: ShopperScene): Promise<Acted> {
  const { ordering, now } = scene.services;
  const stale = now() > summed.expiresAt || todayOf(scene) !== summed.askedOn;
  const doubt = stale ? null : await doubtAbout(wantedOf(summed), scene);
  const act = stale || doubt ? ordering.withdraw : ordering.buy;
  const bought = await act(summed, scene.conversationId, scene.call);
  if (bought.kind === 'withdrawn') return doubt ?? buy(wantedOf(summed), scene);
  return tellOnce(bought, summed, scene);
}

/** Quoted anew. Where the shopper has just heard the summary and nothing has changed, the total is enough. */
async function confirmAgain(summed: Summed, where: Where, scene: ShopperScene): Promise<Acted> {
  const next = await buy(wantedOf(summed), scene);
  const asked = next.ending.kind === 'ask' ? (next.ending.question.state as Partial<Summed>) : {};
  const isSame = asked.fingerprint === summed.fingerprint && asked.arrives === summed.arrives;
  return where === 'here' && isSame && asked.today === summed.today ? { ...next, replies: [] } : next;
}

/** "No": nobody can order it any more. When a yes was faster, its outcome is told instead. */
async function refrain(summed: Summed, scene: ShopperScene): Promise<Acted> {
  const bought = await scene.services.ordering.withdraw(summed, scene.conversationId, scene.call);
  const ordered = bought.kind === 'placed' || bought.kind === 'unknown';
  return ordered ? tellOnce(bought, summed, scene) : done(say('notOrdered'));
}

/**
 * What becomes of summed-up purchases when a visit is broken off: they are given up. When a yes was faster, its
 * outcome is told; null: nothing was ordered.
 */
export async function breakOff(questions: readonly OpenQuestion[], scene: ShopperScene): Promise<Acted | null> {
  for (const summed of waitingIn(questions)) {
    const told = await refrain(summed, scene);
    if (told.ending.kind === 'close') return told;
  }
  return null;
}

/** An unknown outcome stays to be told: late news follow. */
async function tellOnce(bought: Bought, proposal: Proposal, scene: ShopperScene): Promise<Acted> {
  const acted = await tell(bought, proposal, scene);
  return bought.kind === 'unknown' ? acted : causing(acted, { kind: 'told', proposalId: proposal.id });
}

async function tell(bought: Bought, proposal: Proposal, scene: ShopperScene): Promise<Acted> {
  switch (bought.kind) {
    case 'placed':
      return placed(bought.order, proposal, scene);
    case 'unknown':
      return close(say('unknown'));
    case 'withdrawn':
      return done(say('notOrdered'));
    case 'refused':
      return bought.error.kind === 'price-changed'
        ? requote(proposal, bought.error, scene)
        : refuse(bought.error, wantedOf(proposal), scene);
  }
}

async function placed(order: Order, proposal: Proposal, scene: ShopperScene): Promise<Acted> {
  return {
    ...close(say('placed', { day: dayOf(proposal) }), await whereDetailsAre(scene)),
    effects: [{ kind: 'placed', orderId: order.id }],
    topic: { ...topicOf(proposal.lines), orderId: order.id },
    card: receiptOf(order, proposal),
  };
}

/** On the card always; by e-mail where the shop, or we, send one. */
async function whereDetailsAre({ services, shopper, conversationId, turn }: ShopperScene): Promise<Reply> {
  if (services.merchant.mailsReceipts) return say('details');
  const contact = await services.reach.mail({ conversationId, shopper, locale: turn.locale });
  return say(contact ? 'details' : 'detailsOnCard');
}

const PRICE_CHANGES = new Set(['priceUp', 'priceDown', 'lastPrice'].map((key) => `Purchase.${key}`));

async function requote(
  proposal: Proposal,
  changed: { readonly was: Money; readonly now: Money },
  scene: ShopperScene,
): Promise<Acted> {
  const said = say('totalChanged', { was: money(changed.was) });
  const next = await buy(wantedOf(proposal), scene);
  // The total's change says it all; the single prices would say it twice.
  return { ...next, replies: [said, ...next.replies.filter(({ key }) => !PRICE_CHANGES.has(key))] };
}

async function refuse(error: ShopError, basket: Basket, scene: ShopperScene): Promise<Acted> {
  const lines = await namedLines(basket, scene);
  switch (error.kind) {
    case 'sold-out':
      return offerInstead(error, basket, scene);
    case 'undeliverable':
      return done(say('undeliverable'));
    case 'too-many':
      return {
        replies: [say('tooMany', { count: { type: 'number', number: error.max } })],
        ending: quantity.put({}, { ...basket, of: error.productId }),
      };
    case 'payment-declined':
      return offerPerson({ reason: 'payment-needed', said: [say('declined')], lines }, scene);
    case 'payment-needed':
      return offerPerson({ reason: 'payment-needed', said: [say('paymentNeeded')], lines }, scene);
    default:
      return troubleWith(error, scene, lines);
  }
}

/** One substitute, with the reason; several would be a list to remember. */
async function offerInstead(
  error: Extract<ShopError, { kind: 'sold-out' }>,
  basket: Basket,
  scene: ShopperScene,
): Promise<Acted> {
  const product = { type: 'product', product: await nameOf(error.productId, scene) } as const;
  const today = todayOf(scene);
  const why = error.backOn
    ? say('soldOutUntil', { product, day: { type: 'day', day: error.backOn, today } })
    : say('soldOut', { product });
  const found = await scene.services.ordering.substitutes(error.productId, scene.call);
  const wanted = new Set(basket.lines.map((line) => line.productId));
  const substitute = found.ok ? found.value.find(({ id }) => !wanted.has(id)) : undefined;
  if (!substitute) return theRest(basket, error.productId, { scene, before: [why, say('noSubstitute')] });
  const quantity = basket.lines.find((line) => line.productId === error.productId)?.quantity ?? 1;
  const offered = { type: 'amount', product: substitute.name, quantity } as const;
  const swap = { basket, productId: error.productId, by: substitute.id };
  return { replies: [why], ending: instead.put({ product: offered }, swap) };
}

/** Without what cannot be had: the other goods, where there are any. */
async function theRest(basket: Basket, productId: string, { scene, before }: Summing): Promise<Acted> {
  const others = withoutLine(basket, productId);
  if (others.lines.length > 0) return buy(others, scene, before.length > 0 ? before : [say('withoutIt')]);
  return before.length > 0 ? done(...before) : done(say('notOrdered'));
}

/** "Make it three", "by express": the same basket, changed. Another product is not an amendment. */
async function amend(answer: Answer, basket: Basket, scene: ShopperScene): Promise<Acted | null> {
  const next = answer.kind === 'slots' ? changed(answer.slots, basket) : null;
  return next && buy(next, scene);
}

function wantedOf(proposal: Proposal & { readonly sure?: boolean }): Basket {
  const lines = proposal.lines.map((line) => ({ productId: line.product.id, quantity: line.quantity }));
  return { lines, speed: proposal.speed, ...(proposal.sure ? { sure: true } : {}) };
}

async function namedLines(basket: Basket, scene: ShopperScene): Promise<HandOffRequest['lines']> {
  const names = await Promise.all(basket.lines.map((line) => nameOf(line.productId, scene)));
  return basket.lines.map((line, at) => ({ ...line, title: names[at]?.title ?? line.productId }));
}

async function nameOf(productId: string, scene: ShopperScene): Promise<ProductName> {
  const products = await scene.services.shop.catalogue.products(scene.call);
  const found = products.ok ? products.value.find(({ id }) => id === productId) : undefined;
  return found?.name ?? { title: productId };
}

function isCount(number: number): boolean {
  return Number.isInteger(number) && number > 0;
}

function withBefore(before: readonly Reply[], acted: Acted): Acted {
  return { ...acted, replies: [...before, ...acted.replies] };
}
