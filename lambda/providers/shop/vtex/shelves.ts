/** All goods, page by page: the search goes no deeper than 2,500 products, so a larger shop is walked shelf by shelf. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import { PAGE, search, type VtexGood } from './search';
import type { VtexWorld } from './world';

/** No page of the search may begin later. */
const DEEPEST = 2_500;

type Page = { readonly found: readonly VtexGood[]; readonly next: string | null };
/** `shelf`: "/1/12/", or empty where the shop is small enough to be one. */
type Place = { readonly shelf: string; readonly from: number };

export async function goodsPage(world: VtexWorld, after: string | null, call: Call): Promise<Result<Page>> {
  const place = placeIn(after);
  const query = { _from: String(place.from), _to: String(place.from + PAGE - 1), O: 'OrderByNameASC' };
  const on = place.shelf === '' ? {} : { fq: `C:${place.shelf}` };
  const asked = await search(world, { ...query, ...on }, call);
  if (!asked.ok) return asked;
  const { goods, products, total } = asked.value;
  if (after === null && (total ?? 0) > DEEPEST) return firstShelf(world, call);
  const from = place.from + PAGE;
  const isOver = products < PAGE || from > DEEPEST || (total !== null && from >= total);
  if (!isOver) return ok({ found: goods, next: `${place.shelf}:${from}` }, asked.asOf);
  if (place.shelf === '') return ok({ found: goods, next: null }, asked.asOf);
  const shelves = await shelvesOf(world, call);
  if (!shelves.ok) return shelves;
  const next = shelves.value[shelves.value.indexOf(place.shelf) + 1];
  return ok({ found: goods, next: next === undefined ? null : `${next}:0` }, asked.asOf);
}

function placeIn(after: string | null): Place {
  const [, shelf = '', from = '0'] = /^([\d/]*):(\d+)$/.exec(after ?? '') ?? [];
  return { shelf, from: Number(from) };
}

async function firstShelf(world: VtexWorld, call: Call): Promise<Result<Page>> {
  const shelves = await shelvesOf(world, call);
  if (!shelves.ok) return shelves;
  return ok({ found: [], next: shelves.value[0] === undefined ? null : `${shelves.value[0]}:0` }, shelves.asOf);
}

type Category = { readonly id: number; readonly children: readonly Category[] };
const category: z.ZodMiniType<Category> = z.object({
  id: z.int(),
  get children() {
    return z.array(category);
  },
});
const tree = z.array(category);
const LEVELS = 50;

/** A product lies on one shelf, which has no others in it. */
async function shelvesOf(world: VtexWorld, call: Call): Promise<Result<readonly string[]>> {
  const asked = await world.ask({ path: `/api/catalog_system/pub/category/tree/${LEVELS}`, shape: tree }, call);
  return asked.ok ? ok(leaves(asked.value, '/'), asked.asOf) : asked;
}

function leaves(all: readonly Category[], above: string): readonly string[] {
  return all.flatMap(({ id, children }) => {
    const path = `${above}${id}/`;
    return children.length === 0 ? [path] : leaves(children, path);
  });
}
