/** Putting an order right at Vendure: cancel, refund, coupon. Sending again, fetching back and another address are a person's there. */

import * as z from 'zod/mini';
import type { Care, CareCall, CareReceipt } from '../../../services/care/care';
import { ok, type Result } from '../../../services/commerce/call';
import { byBooks } from '../kit/by-books';
import { makeOnce } from '../kit/once';
import { addressesOf, labelOf } from './accounts';
import {
  BOOKED_FIELDS,
  type Booked,
  type Books,
  booked,
  isCancelledWith,
  moneyBack,
  readBooks,
  refundWith,
} from './books';
import { cancel, settled } from './cancelling';
import { coupon, couponWith } from './coupons';
import { orderOf, ordersOf } from './history';
import { refund, refundsOf } from './refunding';
import { CUSTOMER_FIELDS, customer } from './shapes';
import { type VendureWorld, zoneOf } from './world';

/** Orders a file holds, and that are looked through for what became of an action. */
const FILED = 20;

const filed = z.object({ customer: z.nullable(customer) });
const FILE = `query ($id: ID!) { customer(id: $id) { ${CUSTOMER_FIELDS} } }`;

export function makeCare(world: VendureWorld): Care {
  const read = (orderId: string, call: CareCall) => readBooks(world, orderId, call);
  const coupons = makeOnce<Awaited<ReturnType<typeof coupon>>>();
  return {
    cancel: byBooks<'cancel', Books>(read, (step, call) => cancel(world, step, call)),
    refund: byBooks<'refund', Books>(read, (step, call) => refund(world, step, call)),
    coupon: (action, key, call) => coupons(key, () => coupon(world, { action, key }, call)),
    async refunds(orderId, call) {
      const books = await read(orderId, call);
      if (!books.ok) return books;
      const zone = zoneOf(world, books.value.one.shippingAddress?.countryCode ?? '');
      return ok(refundsOf(books.value, zone), books.asOf);
    },
    async file(call) {
      const [orders, person] = await Promise.all([
        ordersOf(world, { shopperId: call.shopperId, limit: FILED }, call),
        world.ask({ query: FILE, variables: { id: call.shopperId }, shape: filed }, call),
      ]);
      if (!orders.ok) return orders;
      if (!person.ok) return person;
      const all = person.value.customer ? addressesOf(person.value.customer) : [];
      const addresses = all.map((one, at) => ({ id: one.id, label: labelOf(one, at === 0), city: one.city ?? '' }));
      const numbers = [person.value.customer?.phoneNumber, ...all.map((one) => one.phoneNumber)];
      const phone = numbers.map((number) => number?.trim() ?? '').find((number) => number !== '') ?? null;
      return ok({ orders: orders.value, addresses, phone }, orders.asOf);
    },
    reconcile: (key, call) => reconcile(world, key, call),
  };
}

const looked = z.object({ customer: z.nullable(z.object({ orders: z.object({ items: z.array(booked) }) })) });
const LOOK = `query ($id: ID!, $take: Int!) {
  customer(id: $id) {
    orders(options: { take: $take, sort: { orderPlacedAt: DESC }, filter: { orderPlacedAt: { isNull: false } } }) {
      items { ${BOOKED_FIELDS} }
    }
  }
}`;

/** Half a cancellation, of which the money is still with the shop, is finished here. */
async function reconcile(world: VendureWorld, key: string, call: CareCall): Promise<Result<CareReceipt | null>> {
  const asked = await world.ask({ query: LOOK, variables: { id: call.shopperId, take: FILED }, shape: looked }, call);
  if (!asked.ok) return asked;
  const orders: readonly Booked[] = asked.value.customer?.orders.items ?? [];
  const cancelled = orders.find((one) => isCancelledWith(one, key));
  if (cancelled) return settled(world, { one: cancelled, key }, call);
  for (const one of orders) {
    const back = refundWith(one, key);
    if (back)
      return ok(
        { kind: 'refund', back: moneyBack({ one, order: orderOf(world, one, call.locale) }, back.total) },
        asked.asOf,
      );
  }
  return couponWith(world, key, call);
}
