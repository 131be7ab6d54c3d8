/** What may stand in for something. */

import type { Product } from '../../../services/commerce/catalogue';

type Offered = { readonly id: string; readonly price: number; readonly isThere: boolean };

/** In stock, the nearest in price first. Prices in minor units. */
export function nearest(
  { wanted, alike }: { readonly wanted: Product; readonly alike: readonly Product[] },
  offers: readonly Offered[],
): readonly Product[] {
  const wished = offers.find(({ id }) => id === wanted.id)?.price ?? 0;
  const distance = ({ price }: Offered) => Math.abs(price - wished);
  return offers
    .filter(({ id, isThere }) => id !== wanted.id && isThere)
    .sort((a, b) => distance(a) - distance(b))
    .flatMap(({ id }) => alike.find((one) => one.id === id) ?? []);
}
