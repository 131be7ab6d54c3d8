/** The goods that models and checks are made with: those of the embedded demo shop, found as the house finds them. */

import { join } from 'node:path';
import { createGoodsNaming } from '../../lambda/language/hearing/goods-naming';
import type { Nameable } from '../../lambda/language/hearing/nameable';
import { restsOf } from '../../lambda/language/hearing/slip-keys';
import { openGoodsIndex } from '../../lambda/providers/goods/index';
import { textsIn } from '../../lambda/providers/shop/demo/texts';
import type { Product } from '../../lambda/services/commerce/catalogue';
import type { IndexedGoods } from '../../lambda/services/commerce/goods-index';
import { indexed } from '../../lambda/services/commerce/goods-written';

const LOCALES = join(__dirname, '..', '..', 'locales');

/** As the house gives them, without opening the shop's database. */
export function catalogueFor(locale: string, directory: string = LOCALES): readonly Product[] {
  const naming = createGoodsNaming(directory);
  return textsIn(locale).list.map((product) => naming.called(product, locale));
}

const made = new Map<string, IndexedGoods>();

/** The same where hearing looks them up; `directory`: with a folder per language. */
export function goodsFor(locale: string, directory: string = LOCALES): IndexedGoods {
  const key = `${directory} ${locale}`;
  const goods = made.get(key) ?? goodsOf(catalogueFor(locale, directory), locale, directory);
  made.set(key, goods);
  return goods;
}

/** Other goods than the demo shop's: an index in memory. Throws where it cannot be written. */
export function goodsOf(
  products: readonly (Nameable & Partial<Product>)[],
  locale: string,
  directory: string = LOCALES,
): IndexedGoods {
  const store = openGoodsIndex({ file: null, now: Date.now, restsOf });
  const naming = createGoodsNaming(directory);
  const writing = store.write(locale);
  writing?.add(products.map((product) => indexed({ kind: product.id, language: locale, ...product }, naming, locale)));
  writing?.done();
  const goods = store.read(locale);
  if (!goods) throw new Error('the goods could not be written');
  return goods;
}
