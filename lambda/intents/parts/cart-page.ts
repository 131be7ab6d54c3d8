/** A cart that only the shop's own pages change: it is read out here, and finished there. */

import type { PageCarts } from '../../services/commerce/cart';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { say } from './cart-words';
import { thereInstead } from './pay-there';
import { troubleWith } from './trouble';

/** null: what lies in it can be changed and ordered by voice, or the shop shares no carts. */
export function pageCarts({ services }: Pick<ShopperScene, 'services'>): PageCarts | null {
  const { cart } = services.shop;
  return cart && 'page' in cart ? cart : null;
}

/** Nothing is ordered here: the page goes to where the shopper reads. */
export async function finishedThere(carts: PageCarts, scene: ShopperScene): Promise<Acted> {
  const found = await carts.page(scene.call);
  if (found.ok) return thereInstead(found.value, say('onPage'), scene);
  return found.error.kind === 'not-found' ? done(say('onPage')) : troubleWith(found.error, scene);
}
