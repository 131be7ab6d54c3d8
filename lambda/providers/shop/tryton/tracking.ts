/** Parcels as a Tryton packs and sends them, for orders of another system: a sale bears the shop's own number as its reference. */

import * as z from 'zod/mini';
import { ok } from '../../../services/commerce/call';
import type { PackedOrder } from '../../../services/commerce/packed';
import type { ShopHouse } from '../../../services/commerce/shop';
import type { OpenedTracking } from '../../../services/commerce/tracking';
import { createTrytonClient } from './client';
import { faultsIn } from './faults';
import type { TrytonSettings } from './settings';
import { shippedOf } from './shipments';

const sale = z.object({ id: z.int(), reference: z.nullable(z.string()), state: z.string(), lines: z.array(z.int()) });

/** What a user must be able to read of the parcels. */
const READ = ['sale.sale', 'sale.line', 'stock.move', 'stock.shipment.out', 'product.product'];

export async function open(
  settings: TrytonSettings,
  { fetch, now }: Pick<ShopHouse, 'fetch' | 'now'>,
): Promise<OpenedTracking> {
  const client = createTrytonClient({ settings, fetch, now });
  client.begin();
  return {
    tracking: {
      by: 'warehouse',
      async packed(orderNumbers, call) {
        const fields = ['reference', 'state', 'lines'];
        const where = [['reference', 'in', orderNumbers]];
        const found = await client.read({ model: 'sale.sale', shape: sale, where, fields }, call);
        if (!found.ok) return found;
        const sales = found.value.filter(({ state }) => state !== 'cancelled');
        const lines = new Map(sales.map((one) => [one.id, one.lines]));
        const shipped = await shippedOf(client, { lines, goodsBy: 'code' }, call);
        if (!shipped.ok) return shipped;
        const told = orderNumbers.flatMap((orderNumber): readonly PackedOrder[] => {
          const own = sales.filter(({ reference }) => reference === orderNumber);
          const parcels = own.flatMap(({ id }) => shipped.value.get(id) ?? []);
          return parcels.length > 0 ? [{ orderNumber, parcels }] : [];
        });
        return ok(told, now());
      },
    },
    faults: (call) => faultsIn(client, READ, call),
  };
}
