/** The one moment that counts: a proposal becomes an order, once, or is refused for good. */

import { sql } from 'kysely';
import { type Result, refused } from '../../../services/commerce/call';
import type { Order } from '../../../services/commerce/orders';
import type { Proposal } from '../../../services/commerce/purchases';
import { refusalOf } from '../../../services/commerce/stored';
import { takeFromCart } from './cart';
import { readOrder } from './history';
import type { StoredLine } from './order-log';
import { shopperIdOf } from './people/cast';
import type { DemoPerson } from './people/person';
import { FIRST_VOICE_NUMBER } from './plan';
import { type Quote, quote } from './quote';
import type { DemoTables, OrderRow } from './schema';
import { said, type World } from './world';
import { written } from './written';

type Placing = { readonly proposal: Proposal; readonly person: DemoPerson; readonly locale: string };

const PLACEMENT = written((q, { id }: { readonly id: string }) =>
  q.selectFrom('placements').selectAll().where('proposal', '=', id),
);
const NEW_PLACEMENT = written((q, row: DemoTables['placements']) =>
  q.insertInto('placements').values({
    ...{ proposal: row.proposal, shopper: row.shopper },
    ...{ order_id: row.order_id, refusal: row.refusal },
  }),
);
const NEWEST_NUMBER = written((q) => q.selectFrom('orders').select((row) => row.fn.max('number').as('number')));
const NEW_ORDER = written((q, row: OrderRow) =>
  q.insertInto('orders').values({
    ...{ id: row.id, number: row.number, shopper: row.shopper, source: row.source },
    ...{ placed_at: row.placed_at, placed_on: row.placed_on, stage: row.stage, currency: row.currency },
    ...{ total: row.total, expected: row.expected, lines: row.lines, parcels: row.parcels },
  }),
);
const FEWER = written((q, { id, quantity }: { readonly id: string; readonly quantity: number }) =>
  q
    .updateTable('goods')
    .set((row) => ({ stock: row('stock', '-', quantity) }))
    .where('id', '=', id),
);

/** What was decided about this proposal before, if anything. Another shopper's proposal is never found. */
export function decided(world: World, id: string, at: Omit<Placing, 'proposal'>): Result<Order> | null {
  const known = world.db.first(PLACEMENT({ id }));
  if (!known) return null;
  if (known.shopper !== shopperIdOf(at.person)) return refused({ kind: 'not-found' });
  if (known.order_id) return said(world, readOrder(world, known.order_id, at));
  return refused(refusalOf(known.refusal ?? '') ?? { kind: 'not-found' });
}

/** In one transaction: the answer of the first time, or a new quote, the order and the stock. */
export function placeOnce(world: World, placing: Placing): Result<Order> {
  const { proposal, person } = placing;
  return world.db.atomically(() => {
    const before = decided(world, proposal.id, placing);
    if (before) return before;
    raisePrices(world, proposal);
    const now = quoteAgain(world, placing);
    const orderId = now.ok ? write(world, person, now.value) : null;
    const refusal = now.ok ? null : JSON.stringify(now.error);
    const row = { proposal: proposal.id, shopper: shopperIdOf(person), order_id: orderId, refusal };
    world.db.run(NEW_PLACEMENT(row));
    return now.ok && orderId ? said(world, readOrder(world, orderId, placing)) : (now as Result<never>);
  });
}

function quoteAgain(world: World, { proposal, person, locale }: Placing): Result<Quote> {
  const lines = proposal.lines.map((line) => ({ productId: line.product.id, quantity: line.quantity }));
  const now = quote(world, {
    person,
    locale,
    wanted: {
      lines,
      speed: proposal.speed,
      addressId: proposal.shipTo.addressId,
      ...(proposal.fromCart && { fromCart: true }),
      ...(proposal.paidWith && { meansId: proposal.paidWith.id }),
    },
  });
  if (!now.ok) return now;
  if (now.value.fingerprint !== proposal.fingerprint || now.value.total.minor !== proposal.total.minor)
    return refused({ kind: 'price-changed', was: proposal.total, now: now.value.total });
  return isDeclined(world, person, proposal) ? refused({ kind: 'payment-declined' }) : now;
}

/** Under the fault only what is used by itself is declined: another of their means pays. */
function isDeclined({ faults }: World, { payment, means }: DemoPerson, { paidWith }: Proposal): boolean {
  const isFirst = paidWith === undefined || paidWith.id === means[0]?.id;
  return payment === 'declines' || (faults.is('declined') && isFirst);
}

/** Under the fault: ten per cent, at least one cent, just before the first purchase of a product. */
function raisePrices(world: World, proposal: Proposal): void {
  const raised = (column: string) => sql<number>`max(${sql.ref(column)} + 1, round(${sql.ref(column)} * 1.1))`;
  const prices = { eur: raised('eur'), gbp: raised('gbp'), usd: raised('usd') };
  for (const { product } of proposal.lines) {
    if (!world.faults.raises(product.id)) continue;
    world.db.run(world.db.sql.updateTable('goods').set(prices).where('id', '=', product.id));
  }
}

function write(world: World, person: DemoPerson, bought: Quote): string {
  const { db } = world;
  const newest = db.first(NEWEST_NUMBER({}));
  const number = Math.max(FIRST_VOICE_NUMBER, (newest?.number ?? 0) + 1);
  const lines = bought.lines.map((line): StoredLine => [line.product.id, line.quantity, line.unitPrice.minor]);
  const order = {
    id: `wm-${number}`,
    number,
    shopper: shopperIdOf(person),
    source: 'voice',
    placed_at: world.clock(),
    placed_on: bought.today,
    stage: 'placed',
    currency: person.currency,
    total: bought.total.minor,
    expected: bought.arrives,
    lines: JSON.stringify(lines),
    parcels: '[]',
  } as const;
  db.run(NEW_ORDER(order));
  for (const [id, quantity] of lines) takeFromShelf(world, id, quantity);
  if (bought.fromCart) takeFromCart(world, person, lines);
  return order.id;
}

function takeFromShelf({ db }: World, id: string, quantity: number): void {
  db.run(FEWER({ id, quantity }));
}
