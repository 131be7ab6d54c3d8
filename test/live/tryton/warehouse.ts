/** The warehouse behind a shop of VTEX: what the shop has in hand are sales of Tryton, and VTEX is told nothing of parcels. */

import type { LiveVtex } from '../vtex/open';
import { type Order, withStatus } from '../vtex/orders';
import type { Office } from './office';
import { peopleOf, type Sale } from './people';

/** Its goods as the merchant knows them: VTEX has the same code as the reference of the SKU. */
export function goodsOf({ world }: Pick<LiveVtex, 'world'>, orders: readonly Order[]) {
  const skus = new Set(orders.flatMap(({ lines }) => lines.map(({ skuId }) => skuId)));
  return [...skus].flatMap((skuId) => {
    const sku = world.shelf.bySku(skuId);
    return sku ? [{ code: sku.good.id, name: sku.title, price: '1.00' }] : [];
  });
}

/** What has left, left by Tryton; of the rest nothing is packed yet. */
export async function takeOver(orders: readonly Order[], { world }: Pick<LiveVtex, 'world'>, office: Office) {
  const people = peopleOf(office);
  const customers = new Map<string, number>();
  const sales = new Map<string, Sale>();
  for (const order of orders) {
    const { person, orderId } = order;
    const [name, email, city] = [person.demo.name, person.email, order.address.city];
    const party = customers.get(email) ?? (await people.customer({ name, email, city, country: 'IT' }));
    customers.set(email, party);
    const lines = order.lines.map(({ skuId, quantity, price }) => {
      return { code: world.shelf.bySku(skuId)?.good.id ?? '', quantity, price: (price / 100).toFixed(2) };
    });
    const day = new Date(order.createdAt).toISOString().slice(0, 10);
    const sale = await people.sell({ reference: orderId, party, day, lines });
    sales.set(orderId, sale);
    const [parcel] = order.packages;
    if (parcel)
      for (const shipment of await people.shipmentsOf(sale)) await send(shipment, parcel.trackingNumber ?? 'HE1');
    world.book.put({ ...withStatus(order, 'handling', world.clock()), packages: [] });
  }
  async function send(shipment: number, number: string): Promise<void> {
    await people.pick(shipment);
    await people.pack(shipment, number);
    await people.ship(shipment);
  }
  return { people, sales };
}
