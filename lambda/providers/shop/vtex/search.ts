/** Goods as the search of the catalogue finds them, by words, by their ids, and by the shelf they lie on. */

import * as z from 'zod/mini';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import { searched, type VtexProduct, type VtexSku } from './shapes';
import type { VtexWorld } from './world';

/** As many products as it shows at once. */
export const PAGE = 50;
const FOUND = z.array(searched);

/** An SKU with the product it is one of. */
export type VtexGood = { readonly product: VtexProduct; readonly sku: VtexSku };

export function sellerOf({ sellers }: VtexSku) {
  return sellers.find(({ sellerDefault }) => sellerDefault) ?? sellers[0];
}

/** `channel`: null: the first of them, which is everybody's who is not told apart. */
export type VtexGoodsBy = { readonly ids: readonly string[]; readonly channel: string | null };

/** Unknown ones are left out. */
export async function goodsBy(
  world: VtexWorld,
  { ids, channel }: VtexGoodsBy,
  call: Call,
): Promise<Result<readonly VtexGood[]>> {
  const known = [...new Set(ids)].filter(isSkuId);
  if (known.length === 0) return ok([], world.now());
  const groups = Array.from({ length: Math.ceil(known.length / PAGE) }, (_, at) =>
    known.slice(at * PAGE, (at + 1) * PAGE),
  );
  const sc = channel === null ? {} : { sc: channel };
  const asked = await Promise.all(
    groups.map((some) => search(world, { ...sc, fq: some.map((id) => `skuId:${id}`) }, call)),
  );
  const all: VtexGood[] = [];
  const wanted = new Set(known);
  for (const one of asked) {
    if (!one.ok) return one;
    // A product comes with all of its SKUs.
    all.push(...one.value.goods.filter(({ sku }) => wanted.has(sku.itemId)));
  }
  return ok(all, world.now());
}

type Query = Readonly<Record<string, string | readonly string[]>>;

/** `products`: how many were shown; `total`: how many there are, null: it does not say. */
export type VtexFound = {
  readonly goods: readonly VtexGood[];
  readonly products: number;
  readonly total: number | null;
};

/** Refuses with `unavailable` too where VTEX does not take the search. */
export async function search(world: VtexWorld, query: Query, call: Call): Promise<Result<VtexFound>> {
  const sc = world.settings.channels[0]?.id ?? '1';
  const path = '/api/catalog_system/pub/products/search';
  const asked = await world.answer({ path, query: { sc, _from: '0', _to: String(PAGE - 1), ...query } }, call);
  if (!asked.ok) return asked;
  const { status, body, total } = asked.value;
  // 206: there are more than these.
  const read = status === 200 || status === 206 ? FOUND.safeParse(body).data : undefined;
  if (!read) return refused({ kind: 'unavailable' });
  const goods = read.flatMap((product) => product.items.map((sku) => ({ product, sku })));
  for (const { sku } of goods) world.sellers.set(sku.itemId, sellerOf(sku)?.sellerId ?? '1');
  return ok({ goods, products: read.length, total }, asked.asOf);
}

export function isSkuId(id: string): boolean {
  return /^\d{1,15}$/.test(id);
}
