/** What a shopper paid for something last time, for comparison only: what does not come is left out. */

import type { Call } from '../../../services/commerce/call';
import { orderBy, rowsOf, type VtexOrderBy } from './history';
import { unitOf } from './order-read';
import type { VtexShopper, VtexWorld } from './world';

/** As many orders as are looked through. */
const LOOKED_THROUGH = 10;

/** Minor units, by SKU. */
export async function lastPricesOf(
  world: VtexWorld,
  who: VtexShopper,
  call: Call,
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf(world, { who, limit: LOOKED_THROUGH }, call);
  const newest = rows.ok ? rows.value.slice(0, LOOKED_THROUGH) : [];
  const found = await Promise.all(newest.map(([orderId]) => paidIn(world, { orderId, who }, call)));
  const prices = new Map<string, number>();
  for (const [id, minor] of found.flat()) if (!prices.has(id)) prices.set(id, minor);
  return prices;
}

/** What was paid stays what it was, whatever becomes of the order: it is asked for once. */
async function paidIn(
  world: VtexWorld,
  { orderId, who }: VtexOrderBy,
  call: Call,
): Promise<readonly (readonly [string, number])[]> {
  const before = world.paid.get(orderId);
  if (before) return before;
  const one = await orderBy(world, { orderId, who }, call);
  if (!one.ok || one.value === null) return [];
  const { value: order } = one;
  const paid = order.items.map((item) => [item.id, unitOf(order, item)] as const);
  world.paid.set(orderId, paid);
  return paid;
}
