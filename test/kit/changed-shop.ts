/** The demo shop, which tells something else of orders, of ways of delivery, or of what was done about an order. */

import type { CareReceipt } from '../../lambda/services/care/care';
import { ok } from '../../lambda/services/commerce/call';
import type { Order } from '../../lambda/services/commerce/orders';
import type { ShippingOption } from '../../lambda/services/commerce/shipping';
import type { Shop } from '../../lambda/services/commerce/shop';

/** For `wrap` of a house. */
type Wrap = (shop: Shop) => Shop;

export function tellingOrders(change: (orders: readonly Order[]) => readonly Order[]): Wrap {
  return (shop) => ({
    ...shop,
    history: {
      async orders(query, call) {
        const found = await shop.history.orders(query, call);
        return found.ok ? { ...found, value: change(found.value) } : found;
      },
    },
  });
}

export function tellingWays(change: (ways: readonly ShippingOption[]) => readonly ShippingOption[]): Wrap {
  return (shop) => ({
    ...shop,
    rates: {
      async options(to, call) {
        const found = await shop.rates.options(to, call);
        return found.ok ? { ...found, value: change(found.value) } : found;
      },
    },
  });
}

/** Whatever is done about an order, it comes to this. */
export function telling(receipt: () => CareReceipt): Wrap {
  const does = async () => ok(receipt() as never, 0);
  return (shop) =>
    shop.care ? { ...shop, care: { ...shop.care, cancel: does, refund: does, return: does, address: does } } : shop;
}
