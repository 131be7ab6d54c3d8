/** What a basket would cost, asked without a cart: nothing of it is written down anywhere. */

import { type Call, type Result, refused, type ShopError } from '../../../services/commerce/call';
import { threeLetters } from '../kit/countries';
import { simulated, type VtexSimulation } from './shapes';
import { taxOfItem } from './taxes';
import type { VtexWorld } from './world';

export type VtexBasket = {
  /** How many of each SKU. */
  readonly lines: ReadonlyMap<string, number>;
  readonly channel: string;
  /** `country`: ISO 3166-1 alpha-2. */
  readonly to: { readonly country: string; readonly postalCode: string };
};

export type VtexItem = { readonly id: string; readonly quantity: number; readonly seller: string };

export function itemsIn({ sellers }: VtexWorld, lines: ReadonlyMap<string, number>): readonly VtexItem[] {
  return [...lines].map(([id, quantity]) => ({ id, quantity, seller: sellers.get(id) ?? '1' }));
}

/** Refuses with `undeliverable` where VTEX has never heard of the country. */
export async function simulate(
  world: VtexWorld,
  { lines, channel: sc, to }: VtexBasket,
  call: Call,
): Promise<Result<VtexSimulation>> {
  const country = threeLetters(to.country);
  if (country === null) return refused({ kind: 'undeliverable' });
  const path = '/api/checkout/pub/orderForms/simulation';
  const body = { items: itemsIn(world, lines), country, postalCode: to.postalCode };
  return world.ask({ path, method: 'POST', query: { sc }, body, shape: simulated, does: 'asks' }, call);
}

/** Why it cannot all be had, which VTEX tells with a 200; null: it can. Its messages are for eyes: only their codes count. */
export function refusalIn(quote: VtexSimulation, lines: ReadonlyMap<string, number>): ShopError | null {
  const byId = new Map(quote.items.map((one) => [one.id, one]));
  if ([...lines.keys()].some((id) => !byId.has(id))) return { kind: 'not-found' };
  for (const [productId, quantity] of lines) {
    const one = byId.get(productId);
    if (one?.availability === 'cannotBeDelivered') return { kind: 'undeliverable' };
    if (one?.availability !== 'available' || one.quantity === 0) return { kind: 'sold-out', productId };
    if (one.quantity < quantity) return { kind: 'too-many', productId, max: one.quantity };
  }
  return null;
}

/** Minor units for all of a line, as its price is defined (`sellingPrice` is rounded for show); `tax`: what is on top of it. */
export function worthOfItem(item: VtexSimulation['items'][number]): { readonly net: number; readonly tax: number } {
  const net = item.priceDefinition?.total ?? (item.price ?? 0) * item.quantity;
  return { net, tax: taxOfItem(item, net) };
}
