/** The year of orders of the demo shop's people, as VTEX would tell them: stages VTEX has no word for are told by parcels. */

import { instantIn } from '../../../lambda/providers/shop/demo/calendar';
import { shopperIdOf } from '../../../lambda/providers/shop/demo/people/cast';
import type { OrderRow } from '../../../lambda/providers/shop/demo/schema';
import { isCurrency } from '../../../lambda/providers/shop/demo/shelf';
import { writeHistory } from '../../../lambda/providers/shop/demo/write-history';
import type { Parcel, Stage } from '../../../lambda/services/commerce/orders';
import { dayIn } from '../../../lambda/vocabulary/calendar';
import type { PlainDate } from '../../../lambda/vocabulary/values';
import { type Sla, slasTo } from './delivery';
import type { Shelf } from './goods';
import { groupOf, itemsOf, type Line, type Order, type Package, type Status, transactionOf } from './orders';
import { PEOPLE, type Person } from './people';

const HOUR = 3_600_000;

/** What VTEX calls it; null: nobody knows the word. */
const STATES: Readonly<Record<Stage, string>> = {
  placed: 'waiting-for-sellers-confirmation',
  'payment-pending': 'payment-pending',
  preparing: 'handling',
  // VTEX knows nothing after the invoice: the rest is said by the courier.
  ...{ shipped: 'invoiced', 'out-for-delivery': 'invoiced', delivered: 'invoiced', 'ready-for-pickup': 'invoiced' },
  returned: 'invoiced',
  cancelled: 'canceled',
  unknown: 'replaced-by-partner',
};

export function pastOrders(shelf: Shelf, now: number): readonly Order[] {
  const people = new Map(PEOPLE.map((person) => [shopperIdOf(person.demo), person]));
  const days = new Map(PEOPLE.map(({ demo }) => [shopperIdOf(demo), dayIn(demo.addresses[0].timeZone, now)] as const));
  return writeHistory(days).flatMap((row) => {
    const person = people.get(row.shopper);
    return person ? [orderOf(row, person, shelf)] : [];
  });
}

function orderOf(row: OrderRow, person: Person, shelf: Shelf): Order {
  const bought: readonly (readonly [string, number, number])[] = JSON.parse(row.lines);
  const parcels: readonly Parcel[] = JSON.parse(row.parcels);
  const lines = bought.map(([id, quantity, price]) => ({ skuId: shelf.byGood(id).skuId, quantity, price }));
  const orderGroup = groupOf(row.number);
  const [address] = person.addresses;
  if (!address) throw new Error(`${person.email} lives nowhere`);
  const stage = parcels.some((parcel) => parcel.stage === 'preparing') ? 'preparing' : (row.stage as Stage);
  const ends = { at: Math.max(row.placed_at, ...parcels.map((one) => sentAt(one, row, person))), is: STATES[stage] };
  const expected = dateOf(row.expected ?? parcels.at(-1)?.promised, person);
  const window = parcels.find((one) => one.window)?.window;
  return {
    ...{ orderId: `${orderGroup}-01`, orderGroup, sequence: String(row.number), person, address, lines },
    ...{ salesChannel: person.salesChannel, createdAt: row.placed_at, states: statesOf(row, ends) },
    sla: slaOf(row, stage, lines),
    ...{ discount: 0, taxShare: 0, coupon: null, openTextField: null, customApps: [] },
    payment: {
      transactionId: transactionOf(orderGroup),
      paymentSystem: person.cards[0]?.paymentSystem ?? '201',
      accountId: person.cards[0]?.accountId ?? null,
      sent: 'enough',
    },
    estimatedFor: expected,
    window: window && expected !== null ? hoursOf(window, expected, person) : null,
    packages: parcels.flatMap((parcel, at) => packagesOf(parcel, { at, row, person, lines, shelf })),
    changed: [],
    cancelled: row.stage === 'cancelled' ? { at: row.placed_at + HOUR, reason: 'asked', byUser: true } : null,
    wished: [],
  };
}

function statesOf(row: OrderRow, ends: Status): readonly Status[] {
  const began = [
    { at: row.placed_at, is: 'on-order-completed' },
    ...(['placed', 'payment-pending'].includes(row.stage) ? [] : [{ at: row.placed_at, is: 'payment-approved' }]),
  ];
  return [...began, ends];
}

function slaOf({ stage, currency, total }: OrderRow, _is: Stage, lines: readonly Line[]): Sla {
  const items = itemsOf({ lines });
  const isPickup = stage === 'ready-for-pickup';
  const usual = slasTo('ITA', items, isCurrency(currency) ? currency : 'EUR');
  const sla = usual.find(({ id }) => id === (isPickup ? 'Pickup' : 'Standard'));
  if (!sla) throw new Error('the shop delivers nowhere');
  return { ...sla, price: total - items, listPrice: total - items };
}

function dateOf(day: string | undefined | null, person: Person): number | null {
  return day ? instantIn(person.demo.addresses[0].timeZone, day as PlainDate, 18 * 60) : null;
}

function hoursOf(window: { readonly from: number; readonly to: number }, on: number, { demo }: Person) {
  const { timeZone } = demo.addresses[0];
  const day = dayIn(timeZone, on);
  return { from: instantIn(timeZone, day, window.from), to: instantIn(timeZone, day, window.to) };
}

function sentAt(parcel: Parcel, row: OrderRow, person: Person): number {
  const there = dateOf(parcel.deliveredOn, person);
  return there === null ? row.placed_at + 6 * HOUR : Math.max(row.placed_at + HOUR, there - 24 * HOUR);
}

type Where = {
  readonly at: number;
  readonly row: OrderRow;
  readonly person: Person;
  readonly lines: readonly Line[];
  readonly shelf: Shelf;
};

/** Whatever has left the shop; what came back of it is a package of its own. */
function packagesOf(parcel: Parcel, { at, row, person, lines, shelf }: Where): readonly Package[] {
  if (['placed', 'payment-pending', 'preparing', 'cancelled', 'unknown'].includes(parcel.stage)) return [];
  const items = lines.flatMap(({ skuId, quantity, price }, itemIndex) =>
    parcel.productIds.includes(shelf.bySku(skuId)?.good.id ?? '') ? [{ itemIndex, quantity, price }] : [],
  );
  const output: Package = {
    ...{ type: 'Output', invoiceNumber: `${row.number}-${at + 1}`, items, issuedAt: sentAt(parcel, row, person) },
    invoiceValue: items.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    ...{ courier: parcel.carrier ?? null, trackingNumber: parcel.trackingNumber ?? null },
    trackingUrl: parcel.trackingUrl ?? null,
    courierStatus: parcel.carrier ? courierStatusOf(parcel, row, person) : null,
  };
  if (parcel.stage !== 'returned') return [output];
  const back = { ...output, type: 'Input', invoiceNumber: `${row.number}-R${at + 1}`, courierStatus: null } as const;
  return [output, { ...back, courier: null, trackingNumber: null, trackingUrl: null }];
}

function courierStatusOf(parcel: Parcel, row: OrderRow, person: Person): Package['courierStatus'] {
  const deliveredAt = dateOf(parcel.deliveredOn, person);
  const [{ city }] = person.demo.addresses;
  const sent = { at: sentAt(parcel, row, person), city, description: 'Handed to the courier' };
  const near = { at: sent.at + HOUR, city, description: 'Out for delivery' };
  const isNear = parcel.stage === 'out-for-delivery';
  const isThere = deliveredAt !== null || parcel.stage === 'returned';
  return { finished: isThere, deliveredAt, events: [sent, ...(isNear ? [near] : [])] };
}
