/** Goods by their ids, in the language of the turn. */

import type { Product } from '../../services/commerce/catalogue';
import type { Option } from '../../vocabulary/outcome';
import type { Scene } from './define';

/** In the order of the ids; what is not sold any more is left out, and all of it where the shop cannot say. */
export async function soldOf(ids: readonly string[], { services, call }: Scene): Promise<readonly Product[]> {
  const found = await services.goods.byIds(ids, call);
  return found.ok ? found.value : [];
}

/** To be chosen by its name. */
export function optionOf({ id, name }: Pick<Product, 'id' | 'name'>): Option {
  return { id, label: { type: 'product', product: name } };
}
