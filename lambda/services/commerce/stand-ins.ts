/** What may stand in for goods that cannot be had: of the same kind, as the index has them, and to be bought now. */

import { type Result, refused, type ShopperCall } from './call';
import type { Product } from './catalogue';
import type { Goods } from './goods';
import type { Purchases } from './purchases';

export type StandInNeeds = {
  readonly goods: Pick<Goods, 'byIds' | 'ofKind'>;
  readonly purchases: Pick<Purchases, 'substitutes'>;
};

/** The nearest first; `not-found`: the shop does not sell what they are to stand in for. */
export async function standIns(
  productId: string,
  { goods, purchases }: StandInNeeds,
  call: ShopperCall,
): Promise<Result<readonly Product[]>> {
  const known = await goods.byIds([productId], call);
  if (!known.ok) return known;
  const [wanted] = known.value;
  if (!wanted) return refused({ kind: 'not-found' });
  const alike = await goods.ofKind(wanted.kind, call);
  if (!alike.ok) return alike;
  const others = alike.value.filter(({ id }) => id !== productId);
  return purchases.substitutes(wanted, others, call);
}
