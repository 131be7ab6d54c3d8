/** The index of goods of this house: where it lies, and how names are read by its languages. */

import { join } from 'node:path';
import type { NamesOfGoods } from '../language/hearing/goods-naming';
import { restsOf } from '../language/hearing/slip-keys';
import { createGoods, type Goods } from '../services/commerce/goods';
import type { GoodsIndex } from '../services/commerce/goods-index';
import { patient } from '../services/commerce/patience';
import type { Shop } from '../services/commerce/shop';
import type { OpenOptions } from './earshot';

type Needs = { readonly shop: Shop; readonly naming: NamesOfGoods; readonly now: () => number };

/** Its name, in the folder of the data and in a build. */
export const GOODS_FILE = 'goods.sqlite';

export type HouseGoods = { readonly goods: Goods; close(): void };

type GoodsOptions = Pick<OpenOptions, 'folder' | 'log' | 'builtGoods' | 'goodsIndex' | 'patience'>;

export async function openGoods(
  { folder, log, builtGoods = null, goodsIndex, patience }: GoodsOptions,
  { shop, naming, now }: Needs,
): Promise<HouseGoods> {
  const file = builtGoods ?? (folder === null ? null : join(folder, GOODS_FILE));
  const store = goodsIndex ?? (await openIndex({ file, isFixed: builtGoods !== null }, { now, log }));
  const goods = createGoods({
    catalogue: patient(shop, now, patience).catalogue,
    source: shop.catalogue,
    ...{ naming, store, now },
  });
  return { goods, close: () => store !== goodsIndex && store.close() };
}

/** Where SQLite is not there, or its file cannot be used, the shop itself is asked for each of its goods. */
async function openIndex(
  where: { readonly file: string | null; readonly isFixed: boolean },
  { now, log }: Pick<Needs, 'now'> & Pick<OpenOptions, 'log'>,
): Promise<GoodsIndex> {
  try {
    const { openGoodsIndex } = await import('../providers/goods/index');
    return openGoodsIndex({ ...where, now, restsOf });
  } catch (error) {
    log.warn({ err: error }, 'there is no index of goods: names of goods are not heard in what is typed');
    return { isFixed: false, read: () => null, write: () => null, close: () => undefined };
  }
}
