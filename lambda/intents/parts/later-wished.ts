/** "Tell me when it's back", "stop telling me": what is wished of later visits, in so many words. */

import type { Product } from '../../services/commerce/catalogue';
import type { Slot, Slots } from '../../vocabulary/heard';
import type { Effect } from '../../vocabulary/outcome';
import { type Acted, done, type ShopperScene } from '../kit/define';
import { echo } from '../kit/echo';
import { causing } from '../kit/effects';
import { soldOf } from '../kit/goods';
import { isGone, keep, orderOf, productOf, say } from './later';
import { troubleWith } from './trouble';
import { wantedNow } from './wanted';

/** So many are waited for by one wish: what more is meant by one word nobody can say. */
const MOST = 3;

/** "Tell me when it's back": that is the consent; what is there is there now. */
export async function tellWhenBack({ product }: Slots, scene: ShopperScene): Promise<Acted> {
  const { shop } = scene.services;
  const { productId } = scene.memory.topic;
  const found = await goodsMeant(product, scene);
  if (found.length === 0) return done(product ? say('unknown', { said: echo(product, scene) }) : say('whichGoods'));
  const ids = found.map(({ id }) => id);
  const offers = await shop.catalogue.offers(ids, scene.shopper.currency, scene.call);
  if (!offers.ok) return troubleWith(offers.error, scene);
  const gone = offers.value.filter(isGone).map((offer) => offer.product.id);
  const talkedOf = gone.filter((id) => id === productId);
  const [there] = offers.value;
  if (gone.length > 0) return keep(talkedOf.length > 0 ? talkedOf : gone.slice(0, MOST), scene);
  return there ? orderOf(there.product, say('here', { product: productOf(there.product) })) : done(say('whichGoods'));
}

/** "Stop telling me about coffee", of what is waited for; null: nothing of that is. */
export async function tellNoMoreOf({ product }: Slots, scene: ShopperScene): Promise<Acted | null> {
  const { later = [] } = scene.memory.advice;
  if (later.length === 0) return null;
  const goods = await goodsMeant(product, scene);
  const one = goods.find(({ id }) => later.some(({ productId }) => productId === id));
  return one ? causing(done(say('noMore', { product: productOf(one) })), tellNoMore([one.id])) : null;
}

export function tellNoMore(productIds: readonly string[] | 'all'): Effect {
  return { kind: 'later', productIds, when: 'over' };
}

/** What was named, else what is being bought, else what is talked about. */
async function goodsMeant(product: Slot | undefined, scene: ShopperScene): Promise<readonly Product[]> {
  if (product) {
    const found = await scene.services.goods.meant(product, scene.call);
    return found.ok ? found.value : [];
  }
  const wanted = wantedNow(scene).map(({ productId }) => productId);
  const { productId } = scene.memory.topic;
  return soldOf(wanted.length > 0 ? wanted : productId ? [productId] : [], scene);
}
