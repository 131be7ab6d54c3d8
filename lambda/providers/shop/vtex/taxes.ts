/** Tax that an account adds on top of its prices: whatever is said of money bears it, as whoever pays does. */

import type { VtexOrder, VtexSimulation } from './shapes';

type Tag = NonNullable<VtexSimulation['items'][number]['priceTags']>[number];

/** "tax@price-5f1c#…": what it is comes first, and then what it is on. */
const ON_GOODS = /^tax@(?!shipping)/i;

/** Of all of a line that is worth so much, in minor units. `tax` is each one's own, and there where no tag says more. */
export function taxOfItem({ tax, priceTags, quantity }: VtexSimulation['items'][number], worth: number): number {
  const tags = (priceTags ?? []).filter(({ name }) => ON_GOODS.test(name ?? ''));
  if (tags.length === 0) return (tax ?? 0) * quantity;
  return tags.reduce((sum, tag) => sum + taxIn(tag, worth), 0);
}

function taxIn({ isPercentual, rawValue, value }: Tag, worth: number): number {
  return isPercentual ? Math.round((rawValue ?? 0) * worth) : (value ?? 0);
}

/** What one of a line of an order bears: VTEX says it of one, or of all of the line; which, its totals tell. */
export function taxOfOne(one: VtexOrder, { tax, quantity }: VtexOrder['items'][number]): number {
  const ofEach = one.items.reduce((sum, item) => sum + (item.tax ?? 0) * item.quantity, 0);
  const isOfLine = ofEach > totalTax(one);
  return Math.round(isOfLine ? (tax ?? 0) / quantity : (tax ?? 0));
}

/** Minor units with what the order bears all in all, for what stands in it no more. */
export function withTaxOf(one: VtexOrder, net: number): number {
  const bare = one.value - totalTax(one);
  return bare > 0 ? Math.round((net * one.value) / bare) : net;
}

function totalTax({ totals }: VtexOrder): number {
  return totals.reduce((sum, { id, value }) => sum + (/tax$/i.test(id) ? value : 0), 0);
}
