/** The parcels of an order: packages with an invoice that went out. One that came back is a package too, and no parcel. */

import type { Parcel, Stage } from '../../../services/commerce/orders';
import { dayIn } from '../../../vocabulary/calendar';
import type { PlainDate } from '../../../vocabulary/values';
import { instantWritten } from './days';
import { isOurs } from './marks';
import type { VtexOrder, VtexPackage } from './shapes';

export function outputsOf(one: VtexOrder): readonly VtexPackage[] {
  return packagesOf(one, 'Output');
}

/** What was invoiced back. */
export function inputsOf(one: VtexOrder): readonly VtexPackage[] {
  return packagesOf(one, 'Input');
}

function packagesOf({ packageAttachment }: VtexOrder, type: string): readonly VtexPackage[] {
  return (packageAttachment?.packages ?? []).filter((one) => one.type === type);
}

/** Fetched by the shopper at a pickup point. */
function isFetched({ shippingData }: VtexOrder): boolean {
  const lines = shippingData?.logisticsInfo ?? [];
  return lines.length > 0 && lines.every(({ deliveryChannel }) => deliveryChannel === 'pickup-in-point');
}

/** VTEX has no word for it: only what the courier has finished is there. */
function stageOfParcel(one: VtexOrder, parcel: VtexPackage): Stage {
  if (parcel.courierStatus?.finished) return isBack(one, parcel) ? 'returned' : 'delivered';
  if (isBack(one, parcel)) return 'returned';
  return isFetched(one) ? 'ready-for-pickup' : 'shipped';
}

/** All that was in it has been invoiced back. */
function isBack(one: VtexOrder, { items }: VtexPackage): boolean {
  const back = countsIn(inputsOf(one).filter((input) => !isOurs(input)));
  return (
    (items ?? []).length > 0 && (items ?? []).every(({ itemIndex, quantity }) => (back.get(itemIndex) ?? 0) >= quantity)
  );
}

export function countsIn(packages: readonly VtexPackage[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { itemIndex, quantity } of packages.flatMap(({ items }) => items ?? []))
    counts.set(itemIndex, (counts.get(itemIndex) ?? 0) + quantity);
  return counts;
}

/** Of an order that is on its way, or partly: it is there when all of it is. */
export function stageByParcels(one: VtexOrder): Stage {
  const stages = new Set(outputsOf(one).map((parcel) => stageOfParcel(one, parcel)));
  const [only] = stages;
  if (leftIn(one).length > 0 || only === undefined) return 'shipped';
  return stages.size === 1 ? only : 'shipped';
}

/** Indexes of lines that are not wholly in a parcel yet. */
function leftIn(one: VtexOrder): readonly number[] {
  const sent = countsIn(outputsOf(one));
  return one.items.flatMap(({ quantity }, at) => (quantity > (sent.get(at) ?? 0) ? [at] : []));
}

export type VtexPromise = { readonly zone: string; readonly promised: PlainDate | null; readonly isLate: boolean };

export function parcelsOf(one: VtexOrder, when: VtexPromise): readonly Parcel[] {
  const sent = outputsOf(one).map((parcel): Parcel => {
    const stage = stageOfParcel(one, parcel);
    const there = instantWritten(parcel.courierStatus?.deliveredDate);
    const isThere = stage === 'delivered' || stage === 'returned';
    return {
      id: parcel.invoiceNumber,
      productIds: (parcel.items ?? []).flatMap(({ itemIndex }) => one.items[itemIndex]?.id ?? []),
      stage,
      ...(parcel.courier ? { carrier: parcel.courier } : {}),
      ...(parcel.trackingNumber ? { trackingNumber: parcel.trackingNumber } : {}),
      ...(parcel.trackingUrl?.startsWith('https://') ? { trackingUrl: parcel.trackingUrl } : {}),
      ...(when.promised === null ? {} : { promised: when.promised }),
      ...(isThere ? (there === null ? {} : { deliveredOn: dayIn(when.zone, there) }) : expectedAt(one, when)),
    };
  });
  const left = sent.length > 0 ? leftIn(one) : [];
  if (left.length === 0) return sent;
  const productIds = left.flatMap((at) => one.items[at]?.id ?? []);
  return [...sent, { id: `${one.orderId}-left`, productIds, stage: 'preparing', ...expectedAt(one, when) }];
}

/** The hours of a delivery that was booked for a window. */
function expectedAt(one: VtexOrder, { zone, promised, isLate }: VtexPromise): Pick<Parcel, 'expected' | 'window'> {
  if (promised === null || isLate) return {};
  const booked = one.shippingData?.logisticsInfo?.find(({ deliveryWindow }) => deliveryWindow)?.deliveryWindow;
  const [from, to] = [instantWritten(booked?.startDateUtc), instantWritten(booked?.endDateUtc)];
  if (from === null || to === null || dayIn(zone, from) !== promised) return { expected: promised };
  return { expected: promised, window: { from: minutesIn(zone, from), to: minutesIn(zone, to) } };
}

/** After local midnight. */
function minutesIn(timeZone: string, at: number): number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const [hours = 0, minutes = 0] = format.format(at).split(':').map(Number);
  return hours * 60 + minutes;
}
