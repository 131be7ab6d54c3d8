/** Putting an order right: each action is sent under a key of ours, of which the shop does it once. */

import type { ActionOf, Care, CareAction, CareCall, CareKind, ReceiptOf } from '../../../services/care/care';
import { CARE_KINDS } from '../../../services/care/care';
import { ok, type Result, refused } from '../../../services/commerce/call';
import { ordersOf } from './orders';
import { shopperWith } from './people';
import { anyReceipt, isId, receipts, refunds } from './shapes';
import type { RestWorld } from './world';

/** Orders a file holds. */
const FILED = 20;

/** null: this shop does none of it. */
export function makeCare(world: RestWorld): Care | null {
  const offered = CARE_KINDS.filter((kind) => world.settings.offers.has(kind));
  if (offered.length === 0) return null;
  const does: { readonly [K in CareKind]: NonNullable<Care[K]> } = {
    cancel: doing(world, 'cancel'),
    refund: doing(world, 'refund'),
    resend: doing(world, 'resend'),
    return: doing(world, 'return'),
    address: doing(world, 'address'),
    coupon: doing(world, 'coupon'),
  };
  return {
    ...Object.fromEntries(offered.map((kind) => [kind, does[kind]])),
    async refunds(orderId, call) {
      if (!isId(orderId)) return refused({ kind: 'not-found' });
      const path = `/shoppers/${encodeURIComponent(call.shopperId)}/refunds`;
      const asked = await world.ask({ path, query: { order: orderId }, shape: refunds }, call);
      if (!asked.ok) return asked;
      const all = asked.value.refunds.map(({ order, goods, ...one }) => ({
        ...one,
        orderId: order,
        productIds: goods,
      }));
      return ok(all, asked.asOf);
    },
    async file(call) {
      const [orders, person] = await Promise.all([
        ordersOf(world, { shopperId: call.shopperId, limit: FILED }, call),
        shopperWith(world, call.shopperId, call),
      ]);
      if (!orders.ok) return orders;
      if (!person.ok) return person;
      const addresses = person.value.addresses.map(({ id, label, city }) => ({ id, label, city }));
      return ok({ orders: orders.value, addresses, phone: person.value.phone ?? null }, orders.asOf);
    },
    async reconcile(key, call) {
      const query = { shopper: call.shopperId };
      const asked = await world.ask({ path: pathOf(key), query, shape: anyReceipt }, call);
      if (asked.ok) return asked;
      return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
    },
  };
}

const pathOf = (key: string): string => `/actions/${encodeURIComponent(key)}`;

function doing<K extends CareKind>(world: RestWorld, kind: K) {
  return async (action: ActionOf<K>, key: string, call: CareCall): Promise<Result<ReceiptOf<K>>> => {
    // What can be no id is not in this order, and no order of this shop.
    if (!isId(action.orderId)) return refused({ kind: 'not-found' });
    const parts = 'parts' in action ? (action.parts ?? []) : [];
    if (!parts.every(({ productId }) => isId(productId))) return refused({ kind: 'not-now' });
    const body = { shopper: call.shopperId, ...sentAs(action) };
    return world.ask({ path: pathOf(key), shape: receipts[kind], sends: { method: 'PUT', body } }, call);
  };
}

/** In the words of the document. */
function sentAs(action: CareAction): object {
  const { kind, orderId: order } = action;
  switch (action.kind) {
    case 'cancel':
      return { kind, order, parts: action.parts && partsOf(action.parts) };
    case 'refund':
      return { kind, order, parts: partsOf(action.parts), amount: action.amount };
    case 'resend':
      return { kind, order, parts: partsOf(action.parts) };
    case 'return':
      return { kind, order, parts: partsOf(action.parts), by: action.by, amount: action.amount };
    case 'address':
      return { kind, order, address: action.addressId };
    case 'coupon':
      return { kind, order, worth: action.worth, days: action.days };
  }
}

function partsOf(parts: ActionOf<'refund'>['parts']) {
  return parts.map(({ productId, quantity }) => ({ good: productId, quantity }));
}
