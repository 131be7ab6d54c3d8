/** What is said of an order that turned out after its turn was over. */

import type { Late } from '../../services/commerce/ordering';
import type { Proposal } from '../../services/commerce/purchases';
import type { Reply } from '../../vocabulary/outcome';
import type { PlainDate } from '../../vocabulary/values';
import type { ShopperScene } from '../kit/define';
import { say, todayOf } from './purchase-words';

/** Late news of earlier orders, said before anything else. */
export function lateNews(scene: ShopperScene): readonly Reply[] {
  return scene.late.flatMap((one) => latePlacedOrNot(one, todayOf(scene)));
}

/** `today` where the shopper is; empty: there is nothing to tell. */
export function latePlacedOrNot(
  { proposal, outcome }: Pick<Late, 'proposal' | 'outcome'>,
  today: PlainDate,
): readonly Reply[] {
  const first = proposal.lines[0];
  if (!first || outcome.kind === 'unknown') return [];
  const product = { type: 'product', product: first.product.name } as const;
  if (outcome.kind === 'refused') return [say('lateRefused', { product })];
  return outcome.kind === 'placed' ? [placedAfterAll(proposal, today)] : [];
}

export function wentThrough(proposal: Proposal, scene: ShopperScene): Reply {
  return placedAfterAll(proposal, todayOf(scene));
}

function placedAfterAll(proposal: Proposal, today: PlainDate): Reply {
  const product = { type: 'product', product: proposal.lines[0]?.product.name ?? { title: proposal.id } } as const;
  return say('latePlaced', { product, day: { type: 'day', day: proposal.arrives, today } });
}
