/** Putting an order right at VTEX: cancel, refund, coupon. Sending again, fetching back and another address are a person's there. */

import type { Care, CareCall, CareFile, CareReceipt } from '../../../services/care/care';
import { ok, type Result } from '../../../services/commerce/call';
import { byBooks } from '../kit/by-books';
import { makeOnce } from '../kit/once';
import { addressesOf, currencyFor, labelOf } from './accounts';
import { moneyBack, readBooks, type VtexBooks } from './books';
import { cancel, isCancelledWith, isChangedWith, wishWith, worthTaken } from './cancelling';
import { coupon, couponWith } from './coupons';
import { orderBy, ordersOf, readOrder, wholeOrders } from './history';
import { noteOf } from './notes';
import { shopperWith } from './people';
import { givenWith, refund, refundsOf } from './refunding';
import { awaitedIn, giveBack, returnWith } from './returning';
import type { VtexOrder } from './shapes';
import type { VtexShopper, VtexWorld } from './world';

/** Orders a file holds, and that are looked through for what became of an action. */
const FILED = 20;

export function makeCare(world: VtexWorld): Care {
  const read = (orderId: string, call: CareCall) => readBooks(world, orderId, call);
  const coupons = makeOnce<Awaited<ReturnType<typeof coupon>>>();
  return {
    cancel: byBooks<'cancel', VtexBooks>(read, (step, call) => cancel(world, step, call)),
    refund: byBooks<'refund', VtexBooks>(read, (step, call) => refund(world, step, call)),
    // Without somebody who sends the labels nothing is promised.
    ...(world.settings.returns
      ? { return: byBooks<'return', VtexBooks>(read, (step, call) => giveBack(world, step, call)) }
      : {}),
    // Without a promotion there is nothing that a coupon would be worth.
    ...(world.settings.couponUtm === null
      ? {}
      : { coupon: (action, key, call) => coupons(key, () => coupon(world, { action, key }, call)) }),
    async refunds(orderId, call) {
      const books = await read(orderId, call);
      if (!books.ok) return books;
      const awaited = await awaitedIn(world, books.value, call);
      return awaited.ok ? ok([...awaited.value, ...refundsOf(books.value)], awaited.asOf) : awaited;
    },
    file: (call) =>
      withShopper<CareFile>(world, call, {
        none: { orders: [], addresses: [], phone: null },
        async does(who) {
          const orders = await ordersOf(world, { who, limit: FILED }, call);
          if (!orders.ok) return orders;
          const addresses = addressesOf(who.profile).map((one) => {
            return { id: one.addressId, label: labelOf(who, one), city: one.city ?? '' };
          });
          const phone = who.profile.userProfile?.phone?.trim() || null;
          return ok({ orders: orders.value, addresses, phone }, orders.asOf);
        },
      }),
    reconcile: (key, call) =>
      withShopper<CareReceipt | null>(world, call, { none: null, does: (who) => reconcile(world, { who, key }, call) }),
  };
}

type About<T> = { readonly none: T; does(who: VtexShopper): Promise<Result<T>> };

async function withShopper<T>(world: VtexWorld, call: CareCall, { none, does }: About<T>): Promise<Result<T>> {
  const who = await shopperWith(world, call.shopperId, call);
  if (!who.ok) return who;
  return who.value === null ? ok(none, who.asOf) : does(who.value);
}

type Looking = { readonly who: VtexShopper; readonly key: string };

async function reconcile(world: VtexWorld, { who, key }: Looking, call: CareCall): Promise<Result<CareReceipt | null>> {
  const [all, noted] = await Promise.all([
    wholeOrders(world, { who, limit: FILED }, call),
    notedOrder(world, { who, key }, call),
  ]);
  if (!all.ok) return all;
  if (!noted.ok) return noted;
  const orders = noted.value ? [noted.value, ...all.value] : all.value;
  const changed = orders.find((one) => isChangedWith(one, key));
  const [cancelled, back] = [
    orders.find((one) => isCancelledWith(one, key)),
    orders.find((one) => givenWith(one, key) !== null),
  ];
  const wish = orders.map((one) => wishWith(one, key)).find((one) => one !== null);
  if (wish && !cancelled) return ok(wish, all.asOf);
  const agreed = await returned(world, { who, key, one: noted.value }, call);
  if (!agreed.ok || agreed.value) return agreed;
  const one = cancelled ?? changed ?? back;
  if (!one) {
    const currency = await currencyFor(world, who, call);
    return currency.ok ? couponWith(world, { key, currency: currency.value }, call) : currency;
  }
  const order = await readOrder(world, { who, one }, call);
  if (!order.ok) return order;
  if (cancelled) return ok({ kind: 'cancel', how: 'done', back: moneyBack(order.value, cancelled.value) }, order.asOf);
  if (changed)
    return ok({ kind: 'cancel', how: 'done', back: moneyBack(order.value, worthTaken(one, key)) }, order.asOf);
  return ok({ kind: 'refund', back: moneyBack(order.value, givenWith(one, key) ?? 0) }, order.asOf);
}

async function returned(
  world: VtexWorld,
  { who, key, one }: Looking & { readonly one: VtexOrder | null },
  call: CareCall,
): Promise<Result<CareReceipt | null>> {
  if (one === null) return ok(null, world.now());
  const order = await readOrder(world, { who, one }, call);
  return order.ok ? returnWith(world, { key, books: { who, one, order: order.value } }, call) : order;
}

/** The order a part is taken out of, or sent back of, with this key, which the list may not have heard of yet; null: none is noted. */
async function notedOrder(world: VtexWorld, { who, key }: Looking, call: CareCall): Promise<Result<VtexOrder | null>> {
  const noted = await noteOf(world, key, call);
  if (!noted.ok || noted.value?.shopper !== who.id) return noted.ok ? ok(null, noted.asOf) : noted;
  return orderBy(world, { orderId: noted.value.orderId, who }, call);
}
