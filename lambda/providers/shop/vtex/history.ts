/** A shopper's orders, newest first: the list names them, minutes late and without goods, and each is asked for whole. */

import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import type { Order, OrderHistory } from '../../../services/commerce/orders';
import { channelOf } from './accounts';
import { currencyOf } from './channels';
import { holidaysOf } from './days';
import { orderOf, stageIn } from './order-read';
import { caller } from './people';
import { goodsBy } from './search';
import { listed, order, type VtexOrder } from './shapes';
import type { VtexShopper, VtexWorld } from './world';

/** As many as one page of the list shows. */
const PAGE = 100;
/** So many orders are asked for at a time. */
const ABREAST = 12;

export function makeHistory(world: VtexWorld): OrderHistory {
  return {
    async orders({ limit }, call) {
      const who = await caller(world, call);
      return who.ok ? ordersOf(world, { who: who.value, limit }, call) : who;
    },
  };
}

export type VtexWhose = { readonly who: VtexShopper; readonly limit: number };

export async function ordersOf(world: VtexWorld, whose: VtexWhose, call: Call): Promise<Result<readonly Order[]>> {
  const found = await wholeOrders(world, whose, call);
  return found.ok ? readOrders(world, { who: whose.who, orders: found.value }, call) : found;
}

/** The same as VTEX has them. */
export async function wholeOrders(
  world: VtexWorld,
  { who, limit }: VtexWhose,
  call: Call,
): Promise<Result<readonly VtexOrder[]>> {
  const asked = await rowsOf(world, { who, limit }, call);
  if (!asked.ok) return asked;
  const left = [...asked.value];
  const all: VtexOrder[] = [];
  let failed: Result<never> | null = null;
  const work = async () => {
    for (let next = left.shift(); next && !failed; next = left.shift()) {
      const one = await keptOr(world, next, { who, call });
      if (one.ok && one.value) all.push(one.value);
      if (!one.ok) failed = one;
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, work));
  if (failed) return failed;
  const newest = all.sort((a, b) => b.creationDate.localeCompare(a.creationDate) || b.orderId.localeCompare(a.orderId));
  return ok(newest.slice(0, limit), asked.asOf);
}

/** The ids of a shopper's orders, newest first, with their status; null where the list has not heard of it yet. */
export async function rowsOf(
  world: VtexWorld,
  { who, limit }: VtexWhose,
  call: Call,
): Promise<Result<readonly (readonly [string, string | null])[]>> {
  const most = Math.max(1, Math.min(limit, PAGE));
  const query = { clientEmail: who.email, page: '1', per_page: String(most) };
  const asked = await world.ask({ path: '/api/oms/user/orders', query, shape: listed }, call);
  if (!asked.ok) return asked;
  const known = new Set(asked.value.list.map(({ orderId }) => orderId));
  // What this process has placed is told before the list knows of it.
  const young = (world.placed.get(who.id) ?? []).filter(({ at }) => world.now() - at < LAG_MS).toReversed();
  const unheard = young.flatMap(({ orderId }) => (known.has(orderId) ? [] : [[orderId, null] as const]));
  return ok(
    [...unheard, ...asked.value.list.map(({ orderId, status }) => [orderId, status ?? null] as const)],
    asked.asOf,
  );
}

/** The list is behind by about four minutes. */
const LAG_MS = 6 * 60_000;

type Asking = { readonly who: VtexShopper; readonly call: Call };

/** What nothing happens to any more is not asked for again while the list says the same of it. */
async function keptOr(
  world: VtexWorld,
  [orderId, status]: readonly [string, string | null],
  { who, call }: Asking,
): Promise<Result<VtexOrder | null>> {
  const before = world.closed.get(orderId);
  if (before && status === before.status) return ok(before, world.now());
  const one = await orderBy(world, { orderId, who }, call);
  if (one.ok && one.value && isClosed(one.value)) world.closed.set(orderId, one.value);
  return one;
}

function isClosed(one: VtexOrder): boolean {
  const packages = one.packageAttachment?.packages ?? [];
  if (stageIn(one.status) === 'cancelled') return true;
  const isSent = one.status === 'invoiced' && packages.length > 0;
  return isSent && packages.every(({ type, courierStatus }) => type === 'Input' || courierStatus?.finished === true);
}

export type VtexOrderBy = { readonly orderId: string; readonly who: VtexShopper };

/** null: there is none, it is not this shopper's, or it was never paid for and is none. */
export async function orderBy(
  world: VtexWorld,
  { orderId, who }: VtexOrderBy,
  call: Call,
): Promise<Result<VtexOrder | null>> {
  if (!/^[\w-]{1,60}$/.test(orderId)) return ok(null, world.now());
  const path = `/api/oms/user/orders/${orderId}`;
  const asked = await world.ask({ path, query: { clientEmail: who.email }, shape: order, takes: [404] }, call);
  if (!asked.ok) return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
  const one = asked.value;
  const isTheirs = one.clientProfileData?.email?.toLowerCase() === who.email.toLowerCase();
  return ok(isTheirs && one.isCompleted !== false && one.status !== 'incomplete' ? one : null, asked.asOf);
}

type Read = { readonly who: VtexShopper; readonly orders: readonly VtexOrder[] };

/** With what their goods are called today; one that is not sold any more keeps the name it was bought by. */
export async function readOrders(
  world: VtexWorld,
  { who, orders }: Read,
  call: Call,
): Promise<Result<readonly Order[]>> {
  const ids = [...new Set(orders.flatMap(({ items }) => items.map(({ id }) => id)))];
  const channel = channelOf(world, who.profile);
  const [goods, currency, off] = await Promise.all([
    goodsBy(world, { ids, channel: null }, call),
    currencyOf(world, channel, call),
    holidaysOf(world, call),
  ]);
  if (!goods.ok) return goods;
  if (!currency.ok) return currency;
  const reading = {
    ...{ locale: call.locale, currency: currency.value, off },
    goods: new Map(goods.value.map((one) => [one.sku.itemId, one])),
  };
  return ok(
    orders.map((one) => orderOf(world, one, reading)),
    world.now(),
  );
}

/** One of them. */
export async function readOrder(
  world: VtexWorld,
  { who, one }: { readonly who: VtexShopper; readonly one: VtexOrder },
  call: Call,
): Promise<Result<Order>> {
  const read = await readOrders(world, { who, orders: [one] }, call);
  if (!read.ok) return read;
  const [order] = read.value;
  return order ? ok(order, read.asOf) : refused({ kind: 'not-found' });
}
