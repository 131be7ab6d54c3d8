/** "Too expensive", said of what is to be bought: what costs less is named, and where nothing does it is left. */

import type { ProposedLine } from '../../services/commerce/purchases';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { ShopperScene } from '../kit/define';
import { soldOf } from '../kit/goods';
import { money } from '../kit/money';
import { cheapestThan } from './amend';
import { choicesFor } from './amend-choices';
import type { Basket } from './basket';
import { say } from './purchase-words';

type At = { readonly basket: Basket; readonly slots: Slots };
type Answered = { readonly kind: 'kept' | 'nothing'; readonly why: readonly Reply[] };

/** `line`: the only one of the basket. A remark on goods by their name is no no to them. */
export async function tooDear(line: ProposedLine, { basket, slots }: At, scene: ShopperScene): Promise<Answered> {
  const best = cheapestThan(line.product.id, await choicesFor(basket, scene));
  const [product] = best ? await soldOf([best.id], scene) : [];
  if (!best || !product) return { kind: slots.product ? 'kept' : 'nothing', why: [say('noCheaper')] };
  const price = money({ ...line.unitPrice, minor: best.price });
  return { kind: 'kept', why: [say('costsLess', { product: { type: 'product', product: product.name }, price })] };
}
