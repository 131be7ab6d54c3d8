/** What a build takes along of the shop's goods: the index that a Lambda opens, and the names that Alexa is to hear. */

import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { GOODS_FILE } from '../lambda/house/goods';
import { createGoodsNaming } from '../lambda/language/hearing/goods-naming';
import { restsOf } from '../lambda/language/hearing/slip-keys';
import { openGoodsIndex } from '../lambda/providers/goods/index';
import { callWithin } from '../lambda/services/commerce/call';
import { called } from '../lambda/services/commerce/called';
import type { Product } from '../lambda/services/commerce/catalogue';
import { createGoods } from '../lambda/services/commerce/goods';
import type { Shop } from '../lambda/services/commerce/shop';
import { MOST_VALUES } from './locales/values';

type Needs = {
  readonly shop: Shop;
  readonly locales: string;
  readonly spoken: readonly string[];
  readonly out: string;
};

const PATIENCE_MS = 20_000;

/** The goods of each locale, the most bought first. Throws where the shop does not tell them. */
export async function buildGoods({
  shop,
  locales,
  spoken,
  out,
}: Needs): Promise<ReadonlyMap<string, readonly Product[]>> {
  const file = join(out, GOODS_FILE);
  const store = openGoodsIndex({ file, now: Date.now, restsOf, isBuilding: true });
  const naming = createGoodsNaming(locales);
  const { catalogue, advice } = called(shop, naming.called);
  const goods = createGoods({ catalogue, source: catalogue, naming, store, now: Date.now });
  const all = new Map<string, readonly Product[]>();
  for (const locale of spoken) {
    const call = callWithin(PATIENCE_MS, { locale, now: Date.now });
    await goods.ready(locale);
    const index = await goods.index(call);
    if (!index) throw new Error(`the shop does not tell its goods in ${locale}; npm run shop -- check says why`);
    const ids = index.having([], Number.MAX_SAFE_INTEGER);
    const listed = await goods.byIds(ids, call);
    const best = await advice?.favourites(call);
    all.set(locale, bestFirst(listed.ok ? listed.value : [], best?.ok ? best.value : []));
  }
  store.close();
  return all;
}

/** In the shop's own order where there is room for all of them. */
function bestFirst(all: readonly Product[], best: readonly Product[]): readonly Product[] {
  if (all.length <= MOST_VALUES) return all;
  const first = new Set(best.map(({ id }) => id));
  return [...all.filter(({ id }) => first.has(id)), ...all.filter(({ id }) => !first.has(id))];
}

/** What Lambda runs on, where `ask deploy` is not told otherwise. */
const BINARY = '@libsql/linux-x64-gnu';
/** By libsql itself. */
const NEEDED = ['@neon-rs/load', 'detect-libc'];

/** What makes pictures anew, where a Lambda reads what phones send. */
const DRAWING = ['sharp', '@img/colour', '@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64', 'semver'];

/** SQLite for the package, and what draws where `draws`. false: this computer has only those of another system, and npm has to bring them. */
export function copyNative(out: string, { root, draws }: { readonly root: string; readonly draws: boolean }): boolean {
  const modules = join(root, 'node_modules');
  const wanted = ['libsql', BINARY, ...NEEDED, ...(draws ? DRAWING : [])];
  if (!wanted.every((name) => existsSync(join(modules, name)))) return false;
  for (const name of wanted) {
    cpSync(join(modules, name), join(out, 'node_modules', name), { recursive: true });
  }
  return true;
}
