/** A shopper's orders, newest first, over as many pages as the shop has. */

import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { Order, OrderHistory, Parcel, Stage } from '../../../services/commerce/orders';
import { dayIn } from '../../../vocabulary/calendar';
import { langOf } from './client';
import { productOf } from './goods';
import { ordersPage, type RestOrder, type RestParcel } from './shapes';
import { caller, type RestWorld } from './world';

export function makeHistory(world: RestWorld): OrderHistory {
  return {
    async orders({ limit }, call) {
      const who = await caller(world, call);
      return who.ok ? ordersOf(world, { shopperId: call.shopperId, limit }, call) : who;
    },
  };
}

/** On one page. */
const MOST_ASKED = 100;

type Whose = { readonly shopperId: string; readonly limit: number };

export async function ordersOf(
  world: RestWorld,
  { shopperId, limit }: Whose,
  call: Call,
): Promise<Result<readonly Order[]>> {
  const path = `/shoppers/${encodeURIComponent(shopperId)}/orders`;
  const all = new Map<string, RestOrder>();
  let after: string | undefined;
  let asked: Awaited<ReturnType<typeof page>>;
  const page = () =>
    world.ask(
      {
        path,
        query: { ...langOf(call), limit: `${Math.min(MOST_ASKED, limit - all.size)}`, after },
        shape: ordersPage,
      },
      call,
    );
  do {
    asked = await page();
    if (!asked.ok) return asked;
    const { orders, next } = asked.value;
    const before = all.size;
    // One that was placed meanwhile moves the pages on: what was there is there again.
    for (const one of orders) all.set(one.id, one);
    after = all.size > before ? (next ?? undefined) : undefined;
  } while (after !== undefined && all.size < limit);
  const told = [...all.values()].slice(0, limit).map((one) => orderOf(world, one, call.locale));
  return ok(told, asked.asOf);
}

/** As the document names them; any other is one that nobody knows. */
const STAGES: Readonly<Record<Stage, true>> = {
  ...{ placed: true, 'payment-pending': true, preparing: true, shipped: true, 'out-for-delivery': true },
  ...{ 'ready-for-pickup': true, delivered: true, cancelled: true, returned: true, unknown: true },
};
const isStage = (state: string): state is Stage => Object.hasOwn(STAGES, state);
const stageOf = (state: string): Stage => (isStage(state) ? state : 'unknown');

export function orderOf(world: RestWorld, one: RestOrder, locale: string): Order {
  const { id, number, placedAt, timeZone, state, lines, parcels, total } = one;
  const { refunded = [], expected, cancelledBecause } = one;
  return {
    ...{ id, number, placedAt, placed: dayIn(timeZone, placedAt), today: dayIn(timeZone, world.calendar()) },
    ...{ stage: stageOf(state), parcels: parcels.map(parcelOf), total },
    lines: lines.map(({ good, ...line }) => ({ product: productOf(world, good, locale), ...line })),
    ...(refunded.length > 0 ? { refunded: refunded.map(({ goods, amount }) => ({ productIds: goods, amount })) } : {}),
    ...(expected ? { expected } : {}),
    ...(cancelledBecause ? { cancelledBecause } : {}),
  };
}

function parcelOf({ id, goods, state, ...one }: RestParcel): Parcel {
  const { carrier, trackingNumber, trackingUrl, promised, expected, window, deliveredOn } = one;
  return {
    ...{ id, productIds: goods, stage: stageOf(state) },
    ...(carrier ? { carrier } : {}),
    ...(trackingNumber ? { trackingNumber } : {}),
    ...(trackingUrl?.startsWith('https://') ? { trackingUrl } : {}),
    ...(promised ? { promised } : {}),
    ...(expected ? { expected } : {}),
    ...(window ? { window } : {}),
    ...(deliveredOn ? { deliveredOn } : {}),
  };
}
