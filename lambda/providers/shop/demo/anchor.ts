/** Keeps the demo data around today: writes it where it is missing, moves it when the calendar has gone on. */

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { dayIn } from '../../../vocabulary/calendar';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import { addDays, daysBetween, instantIn, minuteIn } from './calendar';
import type { DemoDatabase } from './database';
import { GOODS } from './goods/all-goods';
import { CAST, shopperIdOf } from './people/cast';
import type { DemoPerson } from './people/person';
import type { OrderRow } from './schema';
import { writeHistory } from './write-history';

const PLENTY = 5000;
const DIGEST = createHash('sha256')
  .update(JSON.stringify([GOODS, CAST]))
  .digest('hex');

type Days = ReadonlyMap<string, PlainDate>;

/**
 * Makes the data as of `now`, each shopper's around the local day. Orders placed by voice are moved with it, so that
 * "yesterday" stays yesterday, never into the future. True when data was there and had to be moved.
 */
export function anchorTo(db: DemoDatabase, now: Instant): boolean {
  return db.atomically(() => {
    const { sql: q } = db;
    const before = db.first(q.selectFrom('sources').selectAll());
    const sameFiles = before?.digest === DIGEST;
    // Told by one row: the first look at a day in ten time zones costs a cold start more than all the rest of the shop.
    if (sameFiles && before.good_from <= now && now < before.good_until) return false;
    const today = daysAt(now);
    const rows = db.all(q.selectFrom('anchors').selectAll());
    const anchors = new Map(rows.map((row) => [row.shopper, row.day as PlainDate]));
    if (sameFiles && [...today].every(([shopper, day]) => anchors.get(shopper) === day)) {
      note(db, now, today);
      return false;
    }
    for (const person of CAST) moveVoiceOrders(db, { person, now, from: anchors.get(shopperIdOf(person)) });
    rewrite(db, today, sameFiles);
    note(db, now, today);
    return rows.length > 0;
  });
}

function rewrite(db: DemoDatabase, today: Days, sameFiles: boolean): void {
  const { sql: q } = db;
  db.run(q.deleteFrom('orders').where('source', '=', 'demo'));
  // Other files make other orders: what was done about those of before is about none of these.
  if (!sameFiles) db.run(q.deleteFrom('care'));
  for (const table of ['goods', 'carts', 'anchors'] as const) db.run(q.deleteFrom(table));
  fill(db, 'orders', historyAround(today));
  fill(
    db,
    'goods',
    GOODS.map(({ id, stock = PLENTY, prices }) => ({ id, stock, ...lowerCase(prices) })),
  );
  fill(db, 'carts', CAST.flatMap(cartOf));
  fill(
    db,
    'anchors',
    [...today].map(([shopper, day]) => ({ shopper, day })),
  );
}

function note(db: DemoDatabase, now: Instant, today: Days): void {
  db.run(db.sql.deleteFrom('sources'));
  fill(db, 'sources', [{ digest: DIGEST, good_from: now, good_until: goodUntil(now, today) }]);
}

function daysAt(now: Instant): Days {
  return new Map(CAST.map((person) => [shopperIdOf(person), dayIn(person.addresses[0].timeZone, now)]));
}

/** Everywhere a day begins at a whole quarter of an hour. */
const QUARTER_MS = 900_000;

let found: { readonly days: string; readonly until: Instant } | undefined;

/** When the first of them has another day. Kept like the history, for the next shop of the same days. */
function goodUntil(now: Instant, today: Days): Instant {
  const days = JSON.stringify([...today]);
  if (found?.days !== days) found = { days, until: nextDay(now, today) };
  return found.until;
}

function nextDay(now: Instant, today: Days): Instant {
  let at = Math.floor(now / QUARTER_MS) * QUARTER_MS + QUARTER_MS;
  while ([...daysAt(at)].every(([shopper, day]) => today.get(shopper) === day)) at += QUARTER_MS;
  return at;
}

let latest: { readonly days: string; readonly rows: readonly OrderRow[] } | undefined;

/** Kept for the next shop of the same day: a test run opens thousands. */
function historyAround(today: Days): readonly OrderRow[] {
  const days = JSON.stringify([...today]);
  if (latest?.days !== days) latest = { days, rows: writeHistory(today) };
  return latest.rows;
}

function lowerCase(prices: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(prices).map(([currency, minor]) => [currency.toLowerCase(), minor]));
}

function cartOf(person: DemoPerson) {
  return person.cart.map(([product, quantity]) => ({ shopper: shopperIdOf(person), product, quantity }));
}

/** One statement for all rows, which is what makes opening quick. */
function fill(db: DemoDatabase, table: string, rows: readonly Readonly<Record<string, unknown>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const values = JSON.stringify(rows.map((row) => columns.map((column) => row[column])));
  const picks = columns.map((_, at) => sql`value ->> ${sql.lit(at)}`);
  const query = sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    select ${sql.join(picks)} from json_each(${values})`;
  db.run({ compile: () => query.compile(db.sql) });
}

type Move = { readonly person: DemoPerson; readonly now: Instant; readonly from: PlainDate | undefined };

function moveVoiceOrders(db: DemoDatabase, { person, now, from }: Move): void {
  const { sql: q } = db;
  const mine = q.selectFrom('orders').selectAll().where('shopper', '=', shopperIdOf(person));
  for (const order of db.all(mine.where('source', '=', 'voice'))) {
    const moved = movedOrder(order, { person, now, from });
    db.run(q.updateTable('orders').set(moved).where('id', '=', order.id));
  }
}

function movedOrder(order: OrderRow, { person, now, from }: Move) {
  const zone = person.addresses[0].timeZone;
  const today = dayIn(zone, now);
  const placedOn = order.placed_on as PlainDate;
  const days = Math.min(daysBetween(from ?? today, today), daysBetween(placedOn, today));
  const day = addDays(placedOn, days);
  return {
    placed_on: day,
    placed_at: Math.min(instantIn(zone, day, minuteIn(zone, order.placed_at)), now),
    expected: order.expected && addDays(order.expected as PlainDate, days),
  };
}
