/** What goods are called in the language of the turn; by their ids where the shop cannot say. */

import type { HandOffRequest } from '../../vocabulary/outcome';
import type { ProductName } from '../../vocabulary/values';
import type { ShopperScene } from '../kit/define';
import { soldOf } from '../kit/goods';
import type { Basket } from './basket';

export async function namedLines(basket: Basket, scene: ShopperScene): Promise<HandOffRequest['lines']> {
  const names = await Promise.all(basket.lines.map((line) => nameOf(line.productId, scene)));
  return basket.lines.map((line, at) => ({ ...line, title: names[at]?.title ?? line.productId }));
}

export async function nameOf(productId: string, scene: ShopperScene): Promise<ProductName> {
  const [found] = await soldOf([productId], scene);
  return found?.name ?? { title: productId };
}
