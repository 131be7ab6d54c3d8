/** Which goods somebody means to put into the cart: of what they bought before, else of all the shop sells. */

import { meant, type Product } from '../../services/commerce/catalogue';
import { habits, ownVariants } from '../../services/commerce/habits';
import type { Slot } from '../../vocabulary/heard';
import type { Option } from '../../vocabulary/outcome';
import type { ShopperScene } from '../kit/define';
import { optionOf, soldOf } from '../kit/goods';

/** `among`: only these. Empty: there are none, or the shop cannot say. */
export async function goodsFor(
  product: Slot,
  scene: ShopperScene,
  among?: readonly string[],
): Promise<readonly Product[]> {
  if (among) return meant(product, await soldOf(among, scene));
  const history = await scene.services.shop.history.orders({ limit: 100 }, scene.call);
  const bought = history.ok ? habits(history.value) : [];
  const own = meant(
    product,
    bought.map((habit) => habit.product),
  );
  if (own.length > 0)
    return ownVariants(bought.filter((habit) => own.includes(habit.product))).map((habit) => habit.product);
  const found = await scene.services.goods.meant(product, scene.call);
  return found.ok ? found.value : [];
}

export async function optionsOf(ids: readonly string[], scene: ShopperScene): Promise<readonly Option[]> {
  return (await soldOf(ids, scene)).map(optionOf);
}
