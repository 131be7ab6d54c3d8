/** An order was placed: the receipt, and where its details are. */

import type { Order } from '../../services/commerce/orders';
import type { Bought, Proposal } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import { type Acted, close, type ShopperScene } from '../kit/define';
import { causing } from '../kit/effects';
import { dayOf, receiptOf, say, topicOf } from './purchase-words';

/** An unknown outcome stays to be told: late news follow. */
export async function ordered(
  bought: Extract<Bought, { kind: 'placed' | 'unknown' }>,
  proposal: Proposal,
  scene: ShopperScene,
): Promise<Acted> {
  if (bought.kind === 'unknown') return close(say('unknown'));
  return causing(await placed(bought.order, proposal, scene), { kind: 'told', proposalId: proposal.id });
}

async function placed(order: Order, proposal: Proposal, scene: ShopperScene): Promise<Acted> {
  return {
    ...close(say('placed', { day: dayOf(proposal) }), await whereDetailsAre(scene)),
    effects: [{ kind: 'placed', orderId: order.id }],
    topic: { ...topicOf(proposal.lines), orderId: order.id, placedAt: scene.services.now() },
    card: receiptOf(order, proposal),
  };
}

/** On the card always; by e-mail where the shop, or we, send one. */
async function whereDetailsAre({ services, shopper, conversationId, turn }: ShopperScene): Promise<Reply> {
  if (services.merchant.mailsReceipts) return say('details');
  const contact = await services.reach.mail({ conversationId, shopper, locale: turn.locale });
  return say(contact ? 'details' : 'detailsOnCard');
}
