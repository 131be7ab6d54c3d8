/** All goods, page by page: the search goes no deeper than some 2,500 products, so a larger shop is walked by departments, and a larger department by prices. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import { PAGE, search, sellerOf, type VtexGood } from './search';
import type { VtexWorld } from './world';

/** No page of the search may begin later. */
const DEEPEST = 2_500;
const REACH = DEEPEST + PAGE;
/** Finer than any money. */
const STEP = 0.001;
const ANY_PRICE = 1_000_000_000;

type Page = { readonly found: readonly VtexGood[]; readonly next: string | null };

/** What of a department. `high` null: nobody has asked yet how far one can reach from `low` on. `gone`: what cannot be had just now, and has no price. */
const slice = z.discriminatedUnion('of', [
  z.object({ of: z.literal('all') }),
  z.object({ of: z.literal('priced'), low: z.number(), high: z.nullable(z.number()) }),
  z.object({ of: z.literal('gone') }),
]);
/** `shelf`: the id of a department, null where the shop is small enough to be one. `way`: what cannot be made smaller is reached from both ends of its names. */
const place = z.object({ shelf: z.nullable(z.int()), slice, way: z.enum(['ASC', 'DESC']), from: z.int() });
type Place = z.infer<typeof place>;

const START: Place = { shelf: null, slice: { of: 'all' }, way: 'ASC', from: 0 };
const begun = (at: Pick<Place, 'shelf' | 'slice'>): Place => ({ ...START, ...at });

/** Its pages may hold the same goods twice. */
export async function goodsPage(world: VtexWorld, after: string | null, call: Call): Promise<Result<Page>> {
  const at = after === null ? START : place.parse(JSON.parse(after));
  const range = { _from: String(at.from), _to: String(at.from + PAGE - 1) };
  const asked = await search(world, { ...queryAt(world, at), ...range, O: `OrderByName${at.way}` }, call);
  if (!asked.ok) return asked;
  const { goods, products, total } = asked.value;
  const isLarge = (total ?? 0) > REACH;
  const isAtStart = at.from === 0 && at.way === 'ASC';
  const less = isLarge && isAtStart ? await lessThan(world, at, call) : ok(null, asked.asOf);
  if (!less.ok) return less;
  if (less.value) return ok({ found: [], next: JSON.stringify(less.value) }, asked.asOf);
  const from = at.from + PAGE;
  const isOver = products < PAGE || from > DEEPEST || (total !== null && from >= total);
  const next = isOver ? await nextOf(world, { at, isLarge }, call) : ok({ ...at, from }, asked.asOf);
  return next.ok ? ok({ found: goods, next: next.value && JSON.stringify(next.value) }, asked.asOf) : next;
}

function queryAt({ settings }: VtexWorld, at: Pick<Place, 'shelf' | 'slice'>): { readonly fq?: readonly string[] } {
  const sc = settings.channels[0]?.id ?? '1';
  const [shelf, part] = [at.shelf === null ? [] : [`C:/${at.shelf}/`], at.slice];
  if (part.of === 'gone') return { fq: [...shelf, `isAvailablePerSalesChannel_${sc}:0`] };
  if (part.of === 'priced') return { fq: [...shelf, `P:[${part.low} TO ${part.high ?? ANY_PRICE}]`] };
  return shelf.length > 0 ? { fq: shelf } : {};
}

/** The first part of what is too large; null: it cannot be made smaller. */
async function lessThan(world: VtexWorld, at: Place, call: Call): Promise<Result<Place | null>> {
  const { shelf, slice: part } = at;
  if (shelf === null) return departmentAfter(world, null, call);
  if (part.of === 'all') return ok(begun({ shelf, slice: { of: 'priced', low: 0, high: null } }), world.now());
  if (part.of === 'gone' || part.high !== null) return ok(null, world.now());
  const range = { _from: String(DEEPEST), _to: String(DEEPEST), O: 'OrderByPriceASC' };
  const asked = await search(world, { ...queryAt(world, at), ...range }, call);
  if (!asked.ok) return asked;
  const { low } = part;
  const price = priceIn(asked.value.goods);
  // What is told in another order than by its price is not to be gone by.
  if (price === null || price < low) return ok(null, asked.asOf);
  const high = price > low ? rounded(price - STEP) : low;
  return ok(begun({ shelf, slice: { ...part, high } }), asked.asOf);
}

/** The lowest; null: none of them has one. */
function priceIn(goods: readonly VtexGood[]): number | null {
  const prices = goods.flatMap(({ sku }) => sellerOf(sku)?.commertialOffer.Price || []);
  return prices.length > 0 ? Math.min(...prices) : null;
}

const rounded = (price: number) => Number(price.toFixed(3));

type Over = { readonly at: Place; readonly isLarge: boolean };

async function nextOf(world: VtexWorld, { at, isLarge }: Over, call: Call): Promise<Result<Place | null>> {
  const { shelf, slice: part } = at;
  if (isLarge && at.way === 'ASC') return ok({ ...at, way: 'DESC', from: 0 }, world.now());
  if (shelf === null) return ok(null, world.now());
  if (part.of !== 'priced') return departmentAfter(world, shelf, call);
  const { high } = part;
  if (high === null) return ok(begun({ shelf, slice: { of: 'gone' } }), world.now());
  return ok(begun({ shelf, slice: { of: 'priced', low: rounded(high + STEP), high: null } }), world.now());
}

const tree = z.array(z.object({ id: z.int() }));

/** Every product is in one of them, or in what lies below it. `shelf` null: the first. */
async function departmentAfter(world: VtexWorld, shelf: number | null, call: Call): Promise<Result<Place | null>> {
  const asked = await world.ask({ path: '/api/catalog_system/pub/category/tree/1', shape: tree }, call);
  if (!asked.ok) return asked;
  const ids = asked.value.map(({ id }) => id);
  const next = ids[shelf === null ? 0 : ids.indexOf(shelf) + 1];
  return ok(next === undefined ? null : begun({ shelf: next, slice: { of: 'all' } }), asked.asOf);
}
