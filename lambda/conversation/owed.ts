/** What a turn owes besides its own matter: news, card and e-mail of orders whose outcome it is the first to tell. */

import type { Decision } from '../dialogue/decide';
import type { Scene, ShopperScene } from '../intents/kit/define';
import { effectOf, effectsOf, withoutEffect } from '../intents/kit/effects';
import { lateNews } from '../intents/parts/purchase-late';
import { receiptOf } from '../intents/parts/purchase-words';
import { isNotOrdered } from '../intents/Stop';
import type { Voice } from '../language/speech/say';
import type { Late } from '../services/commerce/ordering';
import type { Order } from '../services/commerce/orders';
import type { Card, Outcome } from '../vocabulary/outcome';
import { sayAlone } from './words';
import { type Deliveries, receiptItem } from './write/deliveries';

/**
 * Another turn was faster and this one was decided once more: what it did the first time (`did`: proposals) is done,
 * and is told even where nothing asks for it any more.
 */
export async function tellWhatWasDone(decision: Decision, scene: Scene, did: readonly string[]): Promise<Decision> {
  const untold = [...new Set(did)].filter((id) => !decision.told.includes(id));
  const { outcome, told } = await placedOnce(decision, scene);
  if (untold.length === 0 || !scene.shopper) return { ...decision, outcome };
  const late = await scene.services.ordering.outcomes(untold);
  const news = lateNews({ ...scene, late } as ShopperScene);
  const isPlaced = late.some(({ outcome }) => outcome.kind === 'placed');
  const rest = outcome.replies.filter((reply) => !(isPlaced && isNotOrdered(reply)));
  return { ...decision, outcome: { ...outcome, replies: [...news, ...rest] }, told: [...told, ...untold] };
}

/** An order that another turn has told meanwhile is not counted, and not mailed, as placed in this one. */
async function placedOnce(decision: Decision, { services }: Scene): Promise<Decision> {
  const { outcome } = decision;
  if (!effectOf(outcome, 'placed')) return decision;
  const known = await services.ordering.outcomes(toldIn(outcome));
  return known.some(({ told }) => told) ? { ...decision, outcome: withoutEffect(outcome, 'placed') } : decision;
}

/** Proposals whose outcome this turn itself brought about, or learnt. */
export function toldIn(outcome: Outcome): readonly string[] {
  return effectsOf(outcome, 'told').map(({ proposalId }) => proposalId);
}

export type OrderReceipt = { readonly order: Order; readonly card: Card };

/** Of orders that turned out to be placed and are told in this turn, though not placed in it. */
export async function receiptsFor({ outcome, told }: Decision, { services }: Scene): Promise<readonly OrderReceipt[]> {
  const late = told.filter((id) => !toldIn(outcome).includes(id));
  const known: readonly Late[] = late.length === 0 ? [] : await services.ordering.outcomes(late);
  return known.flatMap(({ proposal, outcome: bought, told: before }) =>
    bought.kind === 'placed' && !before ? [{ order: bought.order, card: receiptOf(bought.order, proposal) }] : [],
  );
}

/** The e-mails: as durable as the turn, and one an order. */
export async function mailsOf(receipts: readonly OrderReceipt[], scene: Scene, voice: Voice): Promise<Deliveries> {
  const how = { locale: scene.turn.locale, seed: scene.turn.id };
  const mails = await Promise.all(
    receipts.map(({ order, card }) => receiptItem(order.id, sayAlone({ replies: [], card }, how, voice), scene)),
  );
  return { outbox: mails.flatMap(({ outbox }) => outbox), joins: mails.flatMap(({ joins }) => joins) };
}
