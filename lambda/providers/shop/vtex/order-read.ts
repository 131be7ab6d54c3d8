/** An order of VTEX as the voice tells it: its state as a stage, and its lines at what they cost. */

import type { Order, OrderLine, Stage } from '../../../services/commerce/orders';
import { dayIn } from '../../../vocabulary/calendar';
import type { PlainDate } from '../../../vocabulary/values';
import { countryIn } from './accounts';
import { productOf } from './catalogue';
import { dayBy, instantWritten } from './days';
import { outputsOf, parcelsOf, stageByParcels } from './parcels';
import { refundedIn } from './returned';
import type { VtexGood } from './search';
import type { VtexOrder } from './shapes';
import { taxOfOne } from './taxes';
import { todayIn, type VtexWorld, zoneOf } from './world';

/** Its states as its own pages list them; any other is one that somebody has added, or that is new. */
const STAGES: Readonly<Record<string, Stage>> = {
  'order-created': 'placed',
  'order-completed': 'placed',
  'on-order-completed': 'placed',
  'waiting-for-authorization': 'placed',
  'waiting-for-sellers-confirmation': 'placed',
  'payment-pending': 'payment-pending',
  'payment-approved': 'preparing',
  'authorize-fulfillment': 'preparing',
  'waiting-ffmt-authorization': 'preparing',
  'waiting-for-fulfillment': 'preparing',
  'window-to-cancel': 'preparing',
  'ready-for-handling': 'preparing',
  'start-handling': 'preparing',
  handling: 'preparing',
  'ready-for-invoicing': 'preparing',
  invoice: 'preparing',
  // Asked to be called off, which the seller may decline: until then it goes on.
  'request-cancel': 'preparing',
  'cancellation-requested': 'preparing',
  cancel: 'cancelled',
  canceled: 'cancelled',
  'payment-denied': 'cancelled',
  invoiced: 'shipped',
};

export function stageIn(status: string | null | undefined): Stage {
  return status && Object.hasOwn(STAGES, status) ? (STAGES[status] ?? 'unknown') : 'unknown';
}

/** Somebody at the shop is at it, so that only they can call it off. */
const IN_HAND: ReadonlySet<string> = new Set([
  'ready-for-handling',
  'start-handling',
  'handling',
  'ready-for-invoicing',
  'invoice',
]);
const ASKED_FOR: ReadonlySet<string> = new Set(['request-cancel', 'cancellation-requested']);

export function isInHand(status: string | null | undefined): boolean {
  return IN_HAND.has(status ?? '');
}

/** Somebody has asked to call it off, and nobody has said yes or no. */
export function isAskedFor({ status }: Pick<VtexOrder, 'status'>): boolean {
  return ASKED_FOR.has(status ?? '');
}

export type VtexReading = {
  readonly locale: string;
  /** ISO 4217, of the channel it was bought through. */
  readonly currency: string;
  readonly off: ReadonlySet<PlainDate>;
  /** What is still sold of what was bought. */
  readonly goods: ReadonlyMap<string, VtexGood>;
};

/** Empty where it goes nowhere. */
export function countryOf({ shippingData }: VtexOrder): string {
  const address = shippingData?.address;
  return address ? countryIn(address) : '';
}

export function orderOf(world: VtexWorld, one: VtexOrder, reading: VtexReading): Order {
  const currency = one.storePreferencesData?.currencyCode ?? reading.currency;
  const country = countryOf(one);
  const zone = zoneOf(world, country);
  const placedAt = instantWritten(one.creationDate) ?? 0;
  const promised = promisedOf(one, { zone, off: reading.off });
  const today = todayIn(world, country);
  const stage = stageOf(one);
  const isLate = promised !== null && promised < today;
  const parcels = parcelsOf(one, { zone, promised, isLate });
  const refunded = refundedIn(one, currency);
  return {
    ...{ id: one.orderId, number: one.orderId, placedAt, placed: dayIn(zone, placedAt), today, stage },
    lines: linesOf(world, one, { ...reading, currency }),
    parcels,
    total: { minor: one.value, currency },
    ...(refunded.length > 0 ? { refunded } : {}),
    // A day that is over and brought nothing is a promise, and no expectation.
    ...(promised !== null && !(isLate && stage !== 'delivered') ? { expected: promised } : {}),
    ...(stage === 'cancelled' ? because(one) : {}),
  };
}

function stageOf(one: VtexOrder): Stage {
  const stage = stageIn(one.status);
  const isOpen = stage === 'preparing' || stage === 'shipped';
  return isOpen && (stage === 'shipped' || outputsOf(one).length > 0) ? stageByParcels(one) : stage;
}

function because({ status, cancellationData: why }: VtexOrder): Pick<Order, 'cancelledBecause'> {
  if (status === 'payment-denied' || why?.RequestedByPaymentNotification) return { cancelledBecause: 'payment' };
  return why?.RequestedByUser ? { cancelledBecause: 'asked' } : {};
}

/** Once it is confirmed VTEX says the day; until then it is the estimate, from the approval of the payment on. */
function promisedOf(
  one: VtexOrder,
  { zone, off }: { readonly zone: string; readonly off: ReadonlySet<PlainDate> },
): PlainDate | null {
  const days = (one.shippingData?.logisticsInfo ?? []).flatMap((line): readonly PlainDate[] => {
    const said = instantWritten(line.deliveryWindow?.endDateUtc) ?? instantWritten(line.shippingEstimateDate);
    const at = instantWritten(one.authorizedDate) ?? instantWritten(one.creationDate) ?? 0;
    const day = said === null ? dayBy(line.shippingEstimate, { at, zone, off }) : dayIn(zone, said);
    return day === null ? [] : [day];
  });
  // All of it is there when the last of it is.
  return days.sort().at(-1) ?? null;
}

function linesOf(world: VtexWorld, one: VtexOrder, reading: VtexReading): readonly OrderLine[] {
  return one.items.map((item): OrderLine => {
    const { id, name: title, quantity, refId } = item;
    const product = productOf(world, { id, title, good: reading.goods.get(id) }, reading.locale);
    const unitPrice = { minor: unitOf(one, item), currency: reading.currency };
    return { product, quantity, unitPrice, ...(refId ? { code: refId } : {}) };
  });
}

/** With the tax on top of it. `sellingPrice` is rounded for show: what was paid is in the definition of the price. */
export function unitOf(one: VtexOrder, item: VtexOrder['items'][number]): number {
  const { priceDefinition, priceDefinitions, sellingPrice } = item;
  const net = (priceDefinition ?? priceDefinitions)?.calculatedSellingPrice ?? sellingPrice;
  return net + taxOfOne(one, item);
}
