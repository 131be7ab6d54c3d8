/** Keeps the demo data around today: writes it where it is missing, moves it when the calendar has gone on. */

import { createHash } from 'node:crypto';
import { dayIn } from '../../../vocabulary/calendar';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import { addDays, daysBetween, instantIn, minuteIn } from './calendar';
import type { DemoDatabase } from './database';
import { GOODS } from './goods/all-goods';
import { CAST, shopperIdOf } from './people/cast';
import type { DemoPerson } from './people/person';
import type { DemoTables, OrderRow } from './schema';
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
  db.fill(textOf(today));
}

function note(db: DemoDatabase, now: Instant, today: Days): void {
  db.run(db.sql.deleteFrom('sources'));
  const row = { digest: DIGEST, good_from: now, good_until: goodUntil(now, today) };
  db.run(db.sql.insertInto('sources').values(row));
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

let latest: { readonly days: string; readonly text: string } | undefined;

/** What fills the tables. Kept for the next shop of the same day: a test run opens thousands. */
function textOf(today: Days): string {
  const days = JSON.stringify([...today]);
  if (latest?.days !== days) latest = { days, text: filling(today) };
  return latest.text;
}

function filling(today: Days): string {
  const goods = GOODS.map(({ id, stock = PLENTY, prices }) => ({ id, stock, ...lowerCase(prices) }));
  const anchors = [...today].map(([shopper, day]) => ({ shopper, day }));
  return [
    inserting('orders', writeHistory(today)),
    inserting('goods', goods),
    inserting('carts', CAST.flatMap(cartOf)),
    inserting('anchors', anchors),
  ].join('');
}

function lowerCase(prices: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(prices).map(([currency, minor]) => [currency.toLowerCase(), minor]));
}

function cartOf(person: DemoPerson) {
  return person.cart.map(([product, quantity]) => ({ shopper: shopperIdOf(person), product, quantity }));
}

type Cell = string | number | null;

/** One statement for all rows, its values in its text: a quarter of what reading them from parameters costs. */
function inserting(table: keyof DemoTables, rows: readonly Readonly<Record<string, Cell>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((row) => `(${columns.map((column) => literal(row[column] ?? null)).join()})`);
  return values.length > 0 ? `insert into ${table} (${columns.join()}) values ${values.join()};\n` : '';
}

function literal(cell: Cell): string {
  if (cell === null) return 'null';
  return typeof cell === 'number' ? String(cell) : `'${cell.replaceAll("'", "''")}'`;
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
