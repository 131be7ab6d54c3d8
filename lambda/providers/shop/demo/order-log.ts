/** Each shopper's newest orders as read from the file, kept until something is written. */

import type { CareAction, CareReceipt } from '../../../services/care/care';
import { actionOf, caredOf } from '../../../services/care/stored';
import type { Parcel } from '../../../services/commerce/orders';
import type { PlainDate } from '../../../vocabulary/values';
import type { DemoDatabase } from './database';
import type { CareRow, OrderRow } from './schema';
import { written } from './written';

/** The port's limit. */
const MOST = 100;

export type StoredLine = readonly [productId: string, quantity: number, unitMinor: number];

/** An order without what depends on the language or the day. */
export type StoredOrder = {
  readonly row: OrderRow;
  readonly lines: readonly StoredLine[];
  readonly parcels: readonly Parcel[];
  /** What was done about it since, oldest first. */
  readonly care: readonly StoredCare[];
};

export type StoredCare = {
  readonly action: CareAction;
  readonly receipt: CareReceipt;
  readonly day: PlainDate;
  readonly at: number;
};

function storedOrder(row: OrderRow, care: readonly CareRow[]): StoredOrder {
  return {
    row,
    lines: linesOf(row),
    parcels: JSON.parse(row.parcels),
    care: care.filter(({ order_id }) => order_id === row.id).flatMap(storedCare),
  };
}

export function linesOf({ lines }: Pick<OrderRow, 'lines'>): readonly StoredLine[] {
  return JSON.parse(lines);
}

/** Nothing of what was refused. */
function storedCare({ action: json, result, day, at }: CareRow): readonly StoredCare[] {
  const action = actionOf(json);
  const cared = caredOf(result);
  return action && cared.kind === 'done' ? [{ action, receipt: cared.receipt, day: day as PlainDate, at }] : [];
}

type OfOrder = { readonly id: string };
const ORDER = written((q, { id }: OfOrder) => q.selectFrom('orders').selectAll().where('id', '=', id));
const CARE_OF_ORDER = written((q, { id }: OfOrder) =>
  q.selectFrom('care').selectAll().where('order_id', '=', id).orderBy('at').orderBy('key'),
);

type OfShopper = { readonly shopper: string };
const NEWEST = written((q, { shopper }: OfShopper) =>
  q
    .selectFrom('orders')
    .selectAll()
    .where('shopper', '=', shopper)
    .orderBy('placed_at', 'desc')
    .orderBy('number', 'desc')
    .limit(MOST),
);
const CARE = written((q, { shopper }: OfShopper) =>
  q.selectFrom('care').selectAll().where('shopper', '=', shopper).orderBy('at').orderBy('key'),
);

/** null: there is none. */
export function orderWith(db: DemoDatabase, id: string): StoredOrder | null {
  const row = db.first(ORDER({ id }));
  return row ? storedOrder(row, db.all(CARE_OF_ORDER({ id }))) : null;
}

/** Newest first, at most 100. Nearly every turn asks for them. */
export function orderLog(db: DemoDatabase): (shopperId: string) => readonly StoredOrder[] {
  const kept = new Map<string, { readonly version: string; readonly orders: readonly StoredOrder[] }>();
  return (shopperId) => {
    const version = db.version();
    const known = kept.get(shopperId);
    if (known?.version === version) return known.orders;
    const care = db.all(CARE({ shopper: shopperId }));
    const orders = db.all(NEWEST({ shopper: shopperId })).map((row) => storedOrder(row, care));
    kept.set(shopperId, { version, orders });
    return orders;
  };
}
