/** Every state an order or a parcel may be in is told, with its day or without one. */

import type { Order, Parcel } from '../../lambda/services/commerce/orders';
import type { PlainDate } from '../../lambda/vocabulary/values';
import { tellingOrders } from '../kit/changed-shop';
import { useHouse } from '../kit/use-house';

type Changed = Partial<Omit<Order, 'parcels'>> & {
  readonly parcels?: readonly Partial<Parcel>[];
  /** Nothing was paid for its delivery. */
  readonly isFree?: true;
};

/** Sunday; one order of Ana, as each test wants it. */
const [SATURDAY, MONDAY] = ['2026-11-21', '2026-11-23'] as unknown as readonly [PlainDate, PlainDate];
/** From two to four. */
const WINDOW = { from: 840, to: 960 };
let wanted: Changed = {};

const at = useHouse({
  lasts: 'file',
  wrap: tellingOrders((orders) => orders.slice(0, 1).map(asWanted)),
});

function asWanted({ expected: _day, ...order }: Order): Order {
  const productIds = order.lines.map(({ product }) => product.id);
  const parcels = (wanted.parcels ?? []).map((parcel, id) => ({
    id: String(id),
    stage: 'shipped',
    productIds,
    ...parcel,
  }));
  const { isFree, ...changed } = wanted;
  const goods = order.lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice.minor * quantity, 0);
  const total = isFree ? { ...order.total, minor: goods } : order.total;
  return { ...order, stage: 'shipped', total, ...changed, parcels: parcels as readonly Parcel[] };
}

async function told(state: Changed, ...says: readonly string[]): Promise<readonly string[]> {
  wanted = state;
  const texter = at.texter();
  let replies: readonly string[] = [];
  for (const words of ['where is my order', ...says]) ({ replies } = await texter.says(words));
  return replies;
}

test.each<[string, Changed]>([
  ['placed', { stage: 'placed' }],
  ['placedExpected', { stage: 'placed', expected: MONDAY }],
  ['paymentPending', { stage: 'payment-pending' }],
  ['preparing', { stage: 'preparing' }],
  ['preparingExpected', { stage: 'preparing', expected: MONDAY }],
  ['shipped', { stage: 'shipped' }],
  ['shippedExpected', { stage: 'shipped', expected: MONDAY }],
  ['outForDelivery', { stage: 'out-for-delivery' }],
  ['outForDeliveryWindow', { parcels: [{ stage: 'out-for-delivery', window: WINDOW }] }],
  ['readyForPickup', { stage: 'ready-for-pickup' }],
  ['delivered', { stage: 'delivered' }],
  ['deliveredOn', { parcels: [{ stage: 'delivered', deliveredOn: SATURDAY }] }],
  ['delayed', { parcels: [{ promised: SATURDAY }] }],
  ['delayedExpected', { parcels: [{ promised: SATURDAY, expected: MONDAY }] }],
  ['cancelled', { stage: 'cancelled' }],
  ['returned', { stage: 'returned' }],
  ['unknown', { stage: 'unknown' }],
])('an order is %s', async (name, state) => {
  expect(await told(state)).toEqual([`OrderStatus.${name}`]);
});

test.each<[readonly string[], readonly Partial<Parcel>[]]>([
  [
    ['Shipped', 'ShippedExpected', 'Preparing'],
    [{}, { expected: MONDAY }, { stage: 'preparing' }],
  ],
  [
    ['Delayed', 'DelayedExpected'],
    [{ promised: SATURDAY }, { promised: SATURDAY, expected: MONDAY }],
  ],
  [
    ['Out', 'OutWindow'],
    [{ stage: 'out-for-delivery' }, { stage: 'out-for-delivery', window: WINDOW }],
  ],
  [
    ['Delivered', 'DeliveredOn'],
    [{ stage: 'delivered' }, { stage: 'delivered', deliveredOn: SATURDAY }],
  ],
  [
    ['Unknown', 'Shipped'],
    [{ stage: 'unknown' }, {}],
  ],
])('of several parcels each is told: %j', async (names, parcels) => {
  expect(await told({ parcels })).toEqual(['OrderStatus.parcels', ...names.map((name) => `OrderStatus.parcel${name}`)]);
});

test.each<[string, Changed]>([
  ['noDay', { stage: 'shipped' }],
  ['dueOn', { parcels: [{ expected: MONDAY }] }],
  ['due', { parcels: [{ stage: 'out-for-delivery', window: WINDOW }] }],
  ['cameOn', { parcels: [{ stage: 'delivered', deliveredOn: SATURDAY }] }],
])('when that comes is told: %s', async (name, state) => {
  expect(await told(state, 'when')).toEqual([`OrderStatus.${name}`]);
});

test.each<[string, Changed]>([
  ['cancelledAsked', { cancelledBecause: 'asked' }],
  ['cancelledPayment', { cancelledBecause: 'payment' }],
  ['cancelledSoldOut', { cancelledBecause: 'sold-out' }],
  ['cancelledUnknown', {}],
])('why it was cancelled is told: %s', async (name, state) => {
  expect(await told({ ...state, stage: 'cancelled' }, 'why was my order cancelled')).toEqual([`OrderStatus.${name}`]);
});

test('what an order cost is told, and where all of it was for the goods', async () => {
  expect(await told({ stage: 'delivered' }, 'what did my last order cost')).toEqual(['OrderStatus.paidOrder']);
  wanted = { stage: 'delivered', isFree: true };
  expect(await told(wanted, 'why so much')).toEqual(['OrderStatus.allForGoods']);
});

/** As many as can be looked back on, all of this year. */
const KNOWN = 100;
const many = useHouse({
  lasts: 'file',
  wrap: tellingOrders((orders) =>
    orders.slice(0, 1).flatMap((first) => Array.from({ length: KNOWN }, (_, id) => ({ ...first, id: String(id) }))),
  ),
});

test('of more orders than can be looked back on that is said', async () => {
  const { replies } = await many.texter().says('how much did I spend this year');
  expect(replies).toEqual(['OrderStatus.spent', 'OrderStatus.notAll']);
});
