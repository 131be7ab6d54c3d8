/** The history port: a shopper's orders, newest first. */

import type { Order, OrderHistory, OrderLine, Stage } from '../../../services/commerce/orders';
import type { PlainDate } from '../../../vocabulary/values';
import { withCare } from './care/with-care';
import { orderWith, type StoredOrder } from './order-log';
import { personOf, shopperIdOf } from './people/cast';
import type { DemoPerson } from './people/person';
import { productIn } from './texts';
import { answerTo, said, todayOf, type World } from './world';

export function makeHistory(world: World): OrderHistory {
  return {
    orders: ({ limit }, call) =>
      answerTo(world, call, (person) => said(world, ordersOf(world, person, { limit, locale: call.locale }))),
  };
}

/** Newest first. */
export function ordersOf(
  world: World,
  person: DemoPerson,
  { limit, locale }: { readonly limit: number; readonly locale: string },
): readonly Order[] {
  const today = todayOf(world, person);
  const wanted = world.newestOrders(shopperIdOf(person)).slice(0, Math.max(0, limit));
  return wanted.map((stored) => orderOf(stored, locale, today));
}

/** The order with this id, which must exist. */
export function readOrder(
  world: World,
  id: string,
  at: { readonly person: DemoPerson; readonly locale: string },
): Order {
  const stored = orderWith(world.db, id);
  if (!stored) throw new Error(`Order ${id} is gone from the demo shop`);
  return orderOf(stored, at.locale, todayOf(world, at.person));
}

/** An order of this shopper, as it is by now; null: they have none with this id. */
export function orderOfShopper(
  world: World,
  id: string,
  { person, locale }: { readonly person: DemoPerson; readonly locale: string },
): Order | null {
  const stored = orderWith(world.db, id);
  return stored?.row.shopper === shopperIdOf(person) ? orderOf(stored, locale, todayOf(world, person)) : null;
}

/** Nearly every turn asks for the same hundred orders, in the same language, on the same day. */
const made = new WeakMap<StoredOrder, { readonly key: string; readonly order: Order }>();

function orderOf(stored: StoredOrder, locale: string, today: PlainDate): Order {
  const key = `${locale} ${today}`;
  const known = made.get(stored);
  if (known?.key === key) return known.order;
  const order = withCare(makeOrder(stored, locale, today), stored.care);
  made.set(stored, { key, order });
  return order;
}

function makeOrder({ row, lines, parcels }: StoredOrder, locale: string, today: PlainDate): Order {
  const { currency } = row;
  return {
    id: row.id,
    number: `WM-${row.number}`,
    placedAt: row.placed_at,
    placed: row.placed_on as PlainDate,
    today,
    stage: row.stage as Stage,
    lines: lines.map(([id, quantity, minor]): OrderLine => {
      return { product: productIn(locale, id), quantity, unitPrice: { minor, currency } };
    }),
    parcels,
    total: { minor: row.total, currency },
    ...(row.stage === 'cancelled' && personOf(row.shopper)?.payment === 'declines'
      ? { cancelledBecause: 'payment' }
      : {}),
    ...(row.expected && { expected: row.expected as PlainDate }),
  };
}
