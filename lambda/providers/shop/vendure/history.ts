/** A shopper's orders, newest first, as far as the shop has brought them. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { Order, OrderHistory, OrderLine, Parcel, Stage } from '../../../services/commerce/orders';
import { dayIn } from '../../../vocabulary/calendar';
import type { PlainDate } from '../../../vocabulary/values';
import { workingDaysAfter } from '../kit/working-days';
import { productOf } from './catalogue';
import { refundedOf, totalOf } from './paid';
import { ORDER_FIELDS, order, type VendureLine, type VendureOrder } from './shapes';
import { caller, todayIn, type VendureWorld, zoneOf } from './world';

/** Those that were placed: drafts and carts are none. */
const found = z.object({ customer: z.nullable(z.object({ orders: z.object({ items: z.array(order) }) })) });
const ORDERS = `query ($id: ID!, $take: Int!) {
  customer(id: $id) {
    orders(options: { take: $take, sort: { orderPlacedAt: DESC, id: DESC }, filter: { orderPlacedAt: { isNull: false } } }) {
      items { ${ORDER_FIELDS} }
    }
  }
}`;

export function makeHistory(world: VendureWorld): OrderHistory {
  return {
    async orders({ limit }, call) {
      const who = await caller(world, call);
      return who.ok ? ordersOf(world, { shopperId: call.shopperId, limit }, call) : who;
    },
  };
}

type Whose = { readonly shopperId: string; readonly limit: number };

export async function ordersOf(world: VendureWorld, whose: Whose, call: Call): Promise<Result<readonly Order[]>> {
  const asked = await placedOf(world, whose, call);
  return asked.ok
    ? ok(
        asked.value.map((one) => orderOf(world, one, call.locale)),
        asked.asOf,
      )
    : asked;
}

/** The same as the shop has them. */
export async function placedOf(
  world: VendureWorld,
  { shopperId, limit }: Whose,
  call: Call,
): Promise<Result<readonly VendureOrder[]>> {
  const variables = { id: shopperId, take: Math.max(1, limit) };
  const asked = await world.ask({ query: ORDERS, variables, shape: found }, call);
  return asked.ok ? ok((asked.value.customer?.orders.items ?? []).slice(0, limit), asked.asOf) : asked;
}

/** What its own states mean; another is one that a shop has added. */
const STAGES: Readonly<Record<string, Stage>> = {
  PaymentAuthorized: 'placed',
  PaymentSettled: 'placed',
  ArrangingPayment: 'payment-pending',
  ArrangingAdditionalPayment: 'payment-pending',
  Modifying: 'preparing',
  PartiallyShipped: 'shipped',
  Shipped: 'shipped',
  PartiallyDelivered: 'shipped',
  Delivered: 'delivered',
  Cancelled: 'cancelled',
};
const PARCEL_STAGES: Readonly<Record<string, Stage>> = {
  Created: 'preparing',
  Pending: 'preparing',
  Shipped: 'shipped',
  Delivered: 'delivered',
};

function stageIn(stages: Readonly<Record<string, Stage>>, state: string): Stage {
  return Object.hasOwn(stages, state) ? (stages[state] ?? 'unknown') : 'unknown';
}

export function orderOf(world: VendureWorld, one: VendureOrder, locale: string): Order {
  const country = one.shippingAddress?.countryCode ?? '';
  const today = todayIn(world, country);
  const placedAt = Date.parse(one.orderPlacedAt ?? '');
  const placed = dayIn(zoneOf(world, country), placedAt);
  const stage = stageIn(STAGES, one.state);
  const expected = expectedOf(world, one, placed);
  const isLate = expected !== null && expected < today;
  const refunded = refundedOf(one);
  const parcels = parcelsOf(one, { zone: zoneOf(world, country), expected, isLate });
  return {
    ...{ id: one.id, number: one.code, placedAt, placed, today },
    stage: stage === 'placed' && parcels.length > 0 ? 'preparing' : stage,
    lines: linesOf(world, one, locale),
    parcels,
    total: totalOf(one),
    ...(refunded.length > 0 ? { refunded } : {}),
    // A day that is over and brought nothing is a promise, and no expectation.
    ...(expected !== null && !(isLate && stage !== 'delivered') ? { expected } : {}),
    ...(stage === 'cancelled' ? { cancelledBecause: 'asked' } : {}),
  };
}

/** What was cancelled of an order is no line of it any more; an order that is all cancelled shows what it was. */
function linesOf(
  world: VendureWorld,
  { lines, state, currencyCode }: VendureOrder,
  locale: string,
): readonly OrderLine[] {
  const left = lines.filter(({ quantity }) => quantity > 0);
  const isWhole = state === 'Cancelled' || left.length === 0;
  return (isWhole ? lines : left).map((line) => ({
    product: productOf(world, line.productVariant, locale),
    quantity: isWhole ? line.orderPlacedQuantity : line.quantity,
    unitPrice: { minor: isWhole ? line.unitPriceWithTax : line.proratedUnitPriceWithTax, currency: currencyCode },
  }));
}

/** By the days the shop says its method takes. */
function expectedOf({ settings }: VendureWorld, one: VendureOrder, placed: PlainDate): PlainDate | null {
  const code = one.shippingLines[0]?.shippingMethod.code;
  const method = settings.deliveries.find((delivery) => delivery.code === code);
  return method ? workingDaysAfter(placed, method.days[1]) : null;
}

type At = { readonly zone: string; readonly expected: PlainDate | null; readonly isLate: boolean };

function parcelsOf(one: VendureOrder, at: At): readonly Parcel[] {
  const sent = (one.fulfillments ?? []).filter(({ state }) => state !== 'Cancelled');
  const byLine = new Map(one.lines.map((line) => [line.id, line]));
  const parcels = sent.map((parcel): Parcel => {
    const stage = stageIn(PARCEL_STAGES, parcel.state);
    return {
      id: parcel.id,
      productIds: parcel.lines.flatMap(({ orderLineId }) => byLine.get(orderLineId)?.productVariant.id ?? []),
      stage,
      carrier: parcel.method,
      ...(parcel.trackingCode ? { trackingNumber: parcel.trackingCode } : {}),
      ...(at.expected === null ? {} : { promised: at.expected }),
      ...(stage === 'delivered' ? { deliveredOn: dayIn(at.zone, Date.parse(parcel.updatedAt)) } : expectedAt(at)),
    };
  });
  const left = parcels.length > 0 ? leftOf(one, sent) : [];
  if (left.length === 0) return parcels;
  const ids = left.map(({ productVariant }) => productVariant.id);
  return [...parcels, { id: `${one.id}-left`, productIds: ids, stage: 'preparing', ...expectedAt(at) }];
}

function expectedAt({ expected, isLate }: At): Pick<Parcel, 'expected'> {
  return expected === null || isLate ? {} : { expected };
}

/** Lines that are not wholly in a parcel yet. */
function leftOf({ lines }: VendureOrder, sent: NonNullable<VendureOrder['fulfillments']>): readonly VendureLine[] {
  const packed = (id: string) =>
    sent
      .flatMap((parcel) => parcel.lines)
      .filter(({ orderLineId }) => orderLineId === id)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  return lines.filter(({ id, quantity }) => quantity > packed(id));
}
