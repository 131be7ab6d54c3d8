/** Where a shopper's orders are: as the shop says it now, or, while it is slow or silent, as it last said it. */

import type { Instant, PlainDate } from '../../vocabulary/values';
import { sooner } from '../in-time';
import type { Result, ShopperCall } from './call';
import type { Order, OrderHistory } from './orders';
import { ordersIn } from './stored';

/** What is remembered of it: the newest orders as JSON, as the shop had them at that moment. */
export type LastOrders = { readonly orders: string; readonly at: Instant };

export type KnownOrders = {
  readonly conversationId: string;
  /** From a memory that an earlier program wrote; null: all that is known is kept beside it. */
  readonly last: LastOrders | null;
  /** Today, where they are delivered. */
  readonly today: PlainDate;
  /** Whether these are enough to answer with. */
  fits(orders: readonly Order[]): boolean;
};

export type SeenOrders = Extract<Result<readonly Order[]>, { readonly ok: true }>;

export type Whereabouts = {
  /** As the shop says it. Newest first. */
  now(call: ShopperCall): Promise<Result<readonly Order[]>>;
  /** The same, or from memory where that says it sooner: `source` is `mirror`, and `asOf` its age. */
  recent(known: KnownOrders, call: ShopperCall): Promise<Result<readonly Order[]>>;
  /** What came when nobody waited for it any more is gone. */
  forget(shopperId: string): void;
};

/** The most a shop is asked for at a time. */
const MOST_ASKED = 100;
/** Orders that are remembered. */
const MOST_KEPT = 6;
/** Milliseconds. What is known from before is told when the shop takes longer. */
const HOLD_MS = 180;
/** What is older is told only where the shop says nothing at all. */
const STALE_MS = 12 * 3_600_000;
/** What came too late for a turn waits so long for the next one. */
const LATE_MS = 10 * 60_000;
const MOST_LATE = 1_000;

/** `isTold`: by the shop, of itself: true until it tells more, however old it is. */
export type KeptOrders = LastOrders & { readonly isTold: boolean };

export type OrdersKept = { get(conversationId: string): Promise<KeptOrders | null> };

export function createWhereabouts({ orders }: OrderHistory, now: () => Instant, mirror: OrdersKept): Whereabouts {
  const late = new Map<string, LastOrders>();
  const ask = (call: ShopperCall) => orders({ limit: MOST_ASKED }, call);

  async function newest(
    { last, conversationId }: Pick<KnownOrders, 'last' | 'conversationId'>,
    shopperId: string,
  ): Promise<KeptOrders | null> {
    const came = late.get(shopperId);
    const asked = [came && now() - came.at <= LATE_MS ? came : null, last];
    const kept = await mirror.get(conversationId);
    const all = [...asked.flatMap((one) => (one ? [{ ...one, isTold: false }] : [])), ...(kept ? [kept] : [])];
    return all.toSorted((a, b) => b.at - a.at)[0] ?? null;
  }

  async function keepLate(coming: Promise<Result<readonly Order[]>>, shopperId: string): Promise<void> {
    const result = await coming.catch(() => null);
    if (!result?.ok) return;
    late.delete(shopperId);
    late.set(shopperId, lastOf(result));
    for (const oldest of late.keys()) if (late.size > MOST_LATE) late.delete(oldest);
  }

  return {
    now: ask,
    async recent({ today, fits, ...wish }, call) {
      const asked = ask(call);
      const soon = await sooner(asked, HOLD_MS);
      if (soon !== null && !isSilent(soon)) return soon;
      // Only now: nearly every shop says it in time, and what is remembered need not be read.
      const known = await newest(wish, call.shopperId);
      if (!known) return asked;
      const isStale = !known.isTold && now() - known.at > STALE_MS;
      const result = isStale ? await asked : soon;
      if (result !== null && !isSilent(result)) return result;
      const value = ordersIn(known.orders)?.map((order) => ({ ...order, today }));
      if (!value || !fits(value)) return asked;
      if (result === null) void keepLate(asked, call.shopperId);
      return { ok: true, value, asOf: known.at, source: 'mirror' };
    },
    forget: (shopperId) => void late.delete(shopperId),
  };
}

/** As it is remembered: without pictures and all that is of no use to tell where an order is. */
export function lastOf({ value, asOf }: Pick<SeenOrders, 'value' | 'asOf'>): LastOrders {
  const kept = value.slice(0, MOST_KEPT).map((order) => ({
    ...order,
    lines: order.lines.map(({ product: { id, name, words, kind }, ...line }) => ({
      ...line,
      product: { id, name, words, kind },
    })),
  }));
  return { orders: JSON.stringify(kept), at: asOf };
}

/** Of the same orders. */
export function numbersOf({ value }: Pick<SeenOrders, 'value'>): readonly string[] {
  return value.slice(0, MOST_KEPT).map(({ number }) => number);
}

function isSilent(result: Result<unknown>): boolean {
  return !result.ok && (result.error.kind === 'unavailable' || result.error.kind === 'timeout');
}
