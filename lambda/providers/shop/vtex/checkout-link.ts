/** A page of the shop's own that fills a cart with some goods: for whatever only the shopper can pay, at a screen. */

import { ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { CheckoutLink, WantedLine } from '../../../services/commerce/purchases';
import { merged } from '../kit/merged';
import { channelOf } from './accounts';
import { caller } from './people';
import { itemsIn } from './simulation';
import type { VtexWorld } from './world';

export async function checkoutLink(
  world: VtexWorld,
  wanted: readonly WantedLine[],
  call: ShopperCall,
): Promise<Result<CheckoutLink>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const { site } = world.merchant;
  if (!site.startsWith('https://')) return refused({ kind: 'not-found' });
  const goods = itemsIn(world, merged(wanted)).map(
    ({ id, quantity, seller }) => `sku=${encodeURIComponent(id)}&qty=${quantity}&seller=${encodeURIComponent(seller)}`,
  );
  const query = [`sc=${channelOf(world, who.value.profile)}`, ...goods].join('&');
  return ok({ page: `${new URL(site).origin}/checkout/cart/add?${query}` }, who.asOf);
}
