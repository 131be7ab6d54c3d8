/** What else could be bought instead of what is in a purchase, and what it costs today. */

import type { ShopperScene } from '../kit/define';
import type { Choices } from './amend';
import type { Basket } from './basket';

/** What was offered before; else goods of the same kind, those in stock and nearest first. */
export async function choicesFor(basket: Basket, scene: ShopperScene): Promise<Choices> {
  const { ordering, shop } = scene.services;
  const [first] = basket.lines;
  const found = basket.among || !first ? null : await ordering.substitutes(first.productId, scene.call);
  const among = basket.among ?? (found?.ok ? found.value.map(({ id }) => id) : []);
  const ids = [...new Set([...among, ...basket.lines.map(({ productId }) => productId)])];
  const offers = await shop.catalogue.offers(ids, scene.shopper.currency, scene.call);
  const prices = new Map((offers.ok ? offers.value : []).map(({ product, price }) => [product.id, price.minor]));
  return { among, offered: basket.among !== undefined, prices };
}
