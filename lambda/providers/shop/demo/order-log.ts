/** Each shopper's newest orders as read from the file, kept until something is written. */

import type { Parcel } from '../../../services/commerce/orders';
import type { DemoDatabase } from './database';
import type { OrderRow } from './schema';

/** The port's limit. */
const MOST = 100;

export type StoredLine = readonly [productId: string, quantity: number, unitMinor: number];

/** An order without what depends on the language or the day. */
export type StoredOrder = {
  readonly row: OrderRow;
  readonly lines: readonly StoredLine[];
  readonly parcels: readonly Parcel[];
};

export function storedOrder(row: OrderRow): StoredOrder {
  return { row, lines: JSON.parse(row.lines), parcels: JSON.parse(row.parcels) };
}

/** Newest first, at most 100. Nearly every turn asks for them. */
export function orderLog(db: DemoDatabase): (shopperId: string) => readonly StoredOrder[] {
  const kept = new Map<string, { readonly version: string; readonly orders: readonly StoredOrder[] }>();
  return (shopperId) => {
    const version = db.version();
    const known = kept.get(shopperId);
    if (known?.version === version) return known.orders;
    const mine = db.sql.selectFrom('orders').selectAll().where('shopper', '=', shopperId);
    const orders = db.all(mine.orderBy('placed_at', 'desc').orderBy('number', 'desc').limit(MOST)).map(storedOrder);
    kept.set(shopperId, { version, orders });
    return orders;
  };
}
