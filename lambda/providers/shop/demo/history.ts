/** The history port: a shopper's orders, newest first. */

import type { Order, OrderHistory, OrderLine, Parcel, Stage } from '../../../services/orders';
import type { PlainDate } from '../../../turn';
import type { Person } from './people/person';
import type { OrderRow } from './schema';
import { productIn } from './texts';
import { answerTo, said, todayOf, type World } from './world';

const MOST = 100;

export type StoredLine = readonly [productId: string, quantity: number, unitMinor: number];
/** In whose place and in which language an order is read. */
export type Reading = { readonly locale: string; readonly today: PlainDate };

export function makeHistory(world: World): OrderHistory {
  return {
    orders: ({ limit }, call) =>
      answerTo(world, call, (person) => {
        const newest = world.db.sql.selectFrom('orders').selectAll().where('shopper', '=', call.shopperId);
        const rows = world.db.all(
          newest
            .orderBy('placed_at', 'desc')
            .orderBy('number', 'desc')
            .limit(Math.max(0, Math.min(MOST, limit))),
        );
        const reading = { locale: call.locale, today: todayOf(world, person) };
        return said(
          world,
          rows.map((row) => orderOf(row, reading)),
        );
      }),
  };
}

/** The order with this id, which must exist. */
export function readOrder(world: World, id: string, at: { readonly person: Person; readonly locale: string }): Order {
  const row = world.db.first(world.db.sql.selectFrom('orders').selectAll().where('id', '=', id));
  if (!row) throw new Error(`Order ${id} is gone from the demo shop`);
  return orderOf(row, { locale: at.locale, today: todayOf(world, at.person) });
}

function orderOf(row: OrderRow, { locale, today }: Reading): Order {
  const { currency } = row;
  const lines = (JSON.parse(row.lines) as readonly StoredLine[]).map(
    ([id, quantity, minor]): OrderLine => ({
      product: productIn(locale, id),
      quantity,
      unitPrice: { minor, currency },
    }),
  );
  return {
    id: row.id,
    number: `WM-${row.number}`,
    placedAt: row.placed_at,
    placed: row.placed_on as PlainDate,
    today,
    stage: row.stage as Stage,
    lines,
    parcels: JSON.parse(row.parcels) as readonly Parcel[],
    total: { minor: row.total, currency },
    ...(row.expected && { expected: row.expected as PlainDate }),
  };
}
