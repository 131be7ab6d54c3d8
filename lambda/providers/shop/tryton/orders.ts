/** A shopper's orders, newest first: sales of Tryton, with what has left of them and what came back. */

import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { Order, OrderHistory, OrderLine, RefundedPart } from '../../../services/commerce/orders';
import { asPacked, type PackedParcel } from '../../../services/commerce/packed';
import { withParcels } from '../../../services/commerce/tracking';
import { dayIn } from '../../../vocabulary/calendar';
import type { Instant, PlainDate } from '../../../vocabulary/values';
import { workingDaysAfter } from '../kit/working-days';
import { zoneIn } from '../kit/zones';
import { creditsOf, type TrytonCredit } from './credits';
import { productOf, type Shelves, shelvesIn } from './goods';
import { isPaid, linesOf, salesOf, stageOf, type TrytonLine, type TrytonSale } from './sales';
import { type Tax, taxed } from './shelves';
import { shippedOf } from './shipments';
import { moneyOf } from './values';
import { type Company, caller, type TrytonWorld } from './world';

export function makeHistory(world: TrytonWorld): OrderHistory {
  return {
    async orders({ limit }, call) {
      const who = caller(world, call);
      return who.ok ? ordersOf(world, { party: Number(who.value.id), limit }, call) : who;
    },
  };
}

type Whose = { readonly party: number; readonly limit: number };

/** What came back is a sale of its own, and stands among them. */
const WITH_RETURNS = 2;

export async function ordersOf(
  world: TrytonWorld,
  { party, limit }: Whose,
  call: Call,
): Promise<Result<readonly Order[]>> {
  const { client } = world;
  const [sales, firm, shelves, taxes] = await Promise.all([
    salesOf(client, { party, most: limit * WITH_RETURNS }, call),
    world.company(call),
    shelvesIn(world, call),
    world.taxes(call),
  ]);
  if (!sales.ok) return sales;
  if (!firm.ok) return firm;
  if (!shelves.ok) return shelves;
  if (!taxes.ok) return taxes;
  const byWhich = new Map(sales.value.map((one) => [one.id, one.lines]));
  const { days } = world.settings;
  const expected = days === null ? {} : { expected: (leaves: PlainDate) => workingDaysAfter(leaves, days) };
  const [lines, shipped, credits] = await Promise.all([
    linesOf(client, { ids: [...byWhich.values()].flat(), within: shelves.value.within }, call),
    shippedOf(client, { lines: byWhich, goodsBy: 'id', ...expected }, call),
    creditsOf(client, party, call),
  ]);
  if (!lines.ok) return lines;
  if (!shipped.ok) return shipped;
  const read: Read = {
    ...{ firm: firm.value, shelves: shelves.value, taxes: taxes.value, lines: lines.value },
    // Where the user may not read invoices, what came back of goods is told still.
    credits: credits.ok ? credits.value : [],
  };
  const told = sales.value.flatMap((one) => {
    const order = orderOf(world, one, read);
    if (!order) return [];
    const back = backOf(one, sales.value, read);
    return [withBack(sent(order, shipped.value.get(one.id) ?? []), back)];
  });
  return ok([...told].sort((a, b) => b.placedAt - a.placedAt).slice(0, limit), sales.asOf);
}

type Read = {
  readonly firm: Company;
  readonly shelves: Shelves;
  readonly taxes: readonly Tax[];
  readonly lines: readonly TrytonLine[];
  readonly credits: readonly TrytonCredit[];
};

/** null: nothing was sold in it that can be named. */
function orderOf(world: TrytonWorld, one: TrytonSale, read: Read): Order | null {
  const { code: currency } = one['currency.'];
  const own = read.lines.filter((line) => line.sale === one.id && (line.quantity ?? 0) > 0);
  const goods = own.filter((line) => line['product.'] && line['product.']['template.'].type !== 'service');
  const lines = goods.flatMap((line) => lineOf(world, line, { read, currency }) ?? []);
  if (lines.length === 0) return null;
  const timeZone = zoneIn(one['shipment_address.']?.['country.']?.code ?? '', read.firm.timeZone);
  const placed = one.sale_date ?? dayIn(read.firm.timeZone, one.create_date);
  const { days } = world.settings;
  const stage = stageOf(one);
  // What was agreed; else as the last of it is planned.
  const leaves =
    one.shipping_date ??
    goods
      .flatMap(({ shipping_date: day }) => day ?? [])
      .sort()
      .at(-1);
  const isOpen = stage !== 'cancelled' && stage !== 'unknown';
  return {
    ...{ id: `${one.id}`, number: one.number ?? `${one.id}`, placedAt: placedAt(one, read.firm.timeZone), placed },
    ...{ today: dayIn(timeZone, world.calendar()), stage, lines, parcels: [] },
    total: moneyOf(one.total_amount ?? 0, currency),
    // The day it leaves is none it comes.
    ...(days !== null && leaves && isOpen ? { expected: workingDaysAfter(leaves, days) } : {}),
  };
}

const HALF_DAY_MS = 12 * 3_600_000;

/** The day is the company's own; the moment it was written down, where it was on that day. */
function placedAt({ sale_date: day, create_date: at }: TrytonSale, timeZone: string): Instant {
  if (!day || dayIn(timeZone, at) === day) return at;
  const noon = Date.parse(`${day}T12:00:00Z`);
  // From twelve hours ahead on it is the next day there by then.
  return dayIn(timeZone, noon) === day ? noon : noon - HALF_DAY_MS;
}

type Priced = { readonly read: Read; readonly currency: string };

/** Of what is sold by weight or length there is one. */
function lineOf(world: TrytonWorld, line: TrytonLine, { read, currency }: Priced): OrderLine | null {
  const good = line['product.'];
  if (!good) return null;
  const count = line.quantity ?? 0;
  const isCounted = Number.isInteger(count);
  const net = (isCounted ? line.unit_price : line.amount) ?? 0;
  const price = taxed(net, line.taxes, read.taxes) ?? net;
  return {
    ...{ product: productOf(world, good, read.shelves), quantity: isCounted ? count : 1 },
    unitPrice: moneyOf(price, currency),
  };
}

/** With its parcels, where there are any; what was called off has none. */
function sent(order: Order, packed: readonly PackedParcel[]): Order {
  const { stage } = order;
  if (stage !== 'preparing' && stage !== 'shipped') return order;
  const parcels = asPacked(order, packed);
  return parcels.length > 0 ? withParcels(order, parcels) : order;
}

type Back = { readonly refunded: readonly RefundedPart[]; readonly isAll: boolean };

/** Sales the other way round that came of this one, as far as they are agreed, and what of its invoice was credited without one. */
function backOf(one: TrytonSale, sales: readonly TrytonSale[], { lines, credits }: Read): Back {
  const returns = sales.filter(({ origin, state }) => origin === `sale.sale,${one.id}` && state !== 'cancelled');
  const counts = new Map<number, number>();
  for (const { sale, quantity, 'product.': good } of lines) {
    const isOfIt = sale === one.id || returns.some(({ id, shipment_state: at }) => id === sale && at === 'sent');
    const isGoods = good && good['template.'].type !== 'service';
    if (isOfIt && isGoods) counts.set(good.id, (counts.get(good.id) ?? 0) + (quantity ?? 0));
  }
  const refunded = returns.flatMap((back): readonly RefundedPart[] => {
    const productIds = lines.flatMap(({ sale, 'product.': good }) => (sale === back.id && good ? [`${good.id}`] : []));
    const amount = moneyOf(-(back.total_amount ?? 0), back['currency.'].code);
    return amount.minor > 0 && productIds.length > 0 ? [{ productIds: [...new Set(productIds)], amount }] : [];
  });
  const credited = credits
    .filter(({ sale, productIds }) => sale === one.id && productIds.length > 0 && isPaid(one))
    .filter(({ state }) => state === 'posted' || state === 'paid')
    .map(({ productIds, amount }) => ({ productIds, amount }));
  return {
    refunded: [...refunded, ...credited],
    isAll: returns.length > 0 && [...counts.values()].every((left) => left <= 0),
  };
}

function withBack(order: Order, { refunded, isAll }: Back): Order {
  if (refunded.length === 0) return order;
  return { ...order, refunded, ...(isAll ? { stage: 'returned' as const } : {}) };
}
