/** From a wanted basket to a proposal, or to what stands in its way: data, which the purchase makes questions of. */

import type { Proposal } from '../../services/commerce/purchases';
import type { Acted, ShopperScene } from '../kit/define';
import { offerPerson } from '../TalkToHuman';
import type { Basket } from './basket';
import { countPacks } from './counts';
import { nameOf } from './goods-names';
import { type AgainValues, type Doubt, doubtAbout } from './purchase-doubt';
import { notToOffer } from './purchase-limits';
import { type PurchaseRefused, refusal } from './purchase-refused';
import { voidOlder } from './purchase-withdrawn';
import { say } from './purchase-words';

export type BasketQuoted =
  | { readonly kind: 'proposal'; readonly proposal: Proposal; readonly basket: Basket }
  /** The same goods were ordered a moment ago. */
  | { readonly kind: 'again'; readonly values: AgainValues; readonly basket: Basket }
  | PurchaseRefused
  /** A yes to an older purchase was faster: that is the news, and nothing else is said. */
  | { readonly kind: 'news'; readonly acted: Acted };

export async function quoted(wanted: Basket, scene: ShopperScene): Promise<BasketQuoted> {
  const counts = await countPacks(wanted.lines, (productId) => nameOf(productId, scene));
  if (counts.kind === 'uncounted')
    return { kind: 'uncounted', why: counts.why, basket: { ...wanted, of: counts.productId } };
  const basket = { ...wanted, lines: counts.lines };
  const doubt = await doubtAbout(basket, scene);
  if (doubt) return doubtful(doubt, basket, scene);
  const quote = await scene.services.ordering.propose(basket, scene.call);
  if (!quote.ok) return refusal(quote.error, basket, scene);
  const barred = await notToOffer(quote.value, scene);
  if (barred) return { kind: 'over', acted: barred };
  const faster = await voidOlder(scene);
  return faster ? { kind: 'news', acted: faster } : { kind: 'proposal', proposal: quote.value, basket };
}

/** What hangs in the air a person looks at; nothing is ordered on top of it. */
export function doubtful(doubt: Doubt, basket: Basket, scene: ShopperScene): BasketQuoted {
  if (doubt.kind === 'again') return { kind: 'again', values: doubt.values, basket };
  return { kind: 'over', acted: offerPerson({ reason: 'back-end-failed', said: [say('stillChecking')] }, scene) };
}
