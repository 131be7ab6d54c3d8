/** All goods of a shop, as whoever builds an index reads them, and what it offers instead of one of them. */

import type { Call, Result, ShopperCall } from '../../lambda/services/commerce/call';
import type { Product } from '../../lambda/services/commerce/catalogue';
import type { Shop } from '../../lambda/services/commerce/shop';

/** Throws what a page is refused with. */
export async function allGoods({ catalogue }: Pick<Shop, 'catalogue'>, call: Call): Promise<readonly Product[]> {
  const all: Product[] = [];
  let after: string | null = null;
  do {
    const page = await catalogue.page(after, call);
    if (!page.ok) throw new Error(`The shop refused: ${JSON.stringify(page.error)}`);
    all.push(...page.value.goods);
    after = page.value.next;
  } while (after !== null);
  return all;
}

/** Of all goods of its kind. */
export async function insteadOf(
  shop: Pick<Shop, 'catalogue' | 'purchases'>,
  productId: string,
  call: ShopperCall,
): Promise<Result<readonly Product[]>> {
  const all = await allGoods(shop, call);
  const wanted = all.find(({ id }) => id === productId);
  if (!wanted) throw new Error(`${productId} is not sold`);
  const alike = all.filter(({ kind, id }) => kind === wanted.kind && id !== productId);
  return shop.purchases.substitutes(wanted, alike, call);
}
