/** Where parcels are, by whoever carries them: the shop's own system often knows no more than that one was sent. */

import type { Call, Result } from './call';
import type { Order, OrderHistory, Parcel, Stage } from './orders';

/** What the carrier knows; days are those of where it is delivered. */
export type CarriedParcel = Pick<Parcel, 'trackingUrl' | 'promised' | 'expected' | 'deliveredOn'> & {
  readonly trackingNumber: string;
  readonly stage: Stage;
};

export type Tracking = {
  /** What is known of these parcels, `MOST_TRACKED` at the most; those nobody has heard of yet are left out. */
  parcels(trackingNumbers: readonly string[], call: Call): Promise<Result<readonly CarriedParcel[]>>;
};

/** The systems that can say it, by the name that `systems.tracking` of shop/shop.json gives them. */
export const TRACKINGS = ['aftership'] as const;

export type TrackingKind = (typeof TRACKINGS)[number];

export type OpenedTracking = { readonly tracking: Tracking };

export const MOST_TRACKED = 40;

const OVER: ReadonlySet<Stage> = new Set(['delivered', 'cancelled', 'returned']);

/** The orders with their parcels as the carriers see them; a carrier that is silent leaves what the shop said. */
export function tracked({ orders }: OrderHistory, tracking: Tracking): OrderHistory {
  return {
    async orders(query, call) {
      const told = await orders(query, call);
      const numbers = told.ok ? underWay(told.value) : [];
      if (!told.ok || numbers.length === 0) return told;
      const carried = await tracking.parcels(numbers, call);
      if (!carried.ok) return told;
      const seen = new Map(carried.value.map((parcel) => [parcel.trackingNumber, parcel]));
      return { ...told, value: told.value.map((order) => seenBy(order, seen)) };
    },
  };
}

function underWay(orders: readonly Order[]): readonly string[] {
  const parcels = orders.flatMap((order) => (OVER.has(order.stage) ? [] : order.parcels));
  const numbers = parcels.flatMap(({ stage, trackingNumber }) => (OVER.has(stage) ? [] : (trackingNumber ?? [])));
  return [...new Set(numbers)].slice(0, MOST_TRACKED);
}

function seenBy(order: Order, seen: ReadonlyMap<string, CarriedParcel>): Order {
  if (OVER.has(order.stage) || !order.parcels.some(({ trackingNumber }) => seen.has(trackingNumber ?? '')))
    return order;
  const parcels = order.parcels.map((parcel): Parcel => ({ ...parcel, ...seen.get(parcel.trackingNumber ?? '') }));
  const stages = new Set(parcels.map(({ stage }) => stage));
  const stage = FURTHEST.find((one) => stages.has(one)) ?? order.stage;
  return { ...order, parcels, stage: stages.size === 1 || stage !== 'delivered' ? stage : 'shipped' };
}

/** What an order with several parcels has come to; it is there when all of it is. */
const FURTHEST: readonly Stage[] = ['out-for-delivery', 'ready-for-pickup', 'shipped', 'delivered', 'returned'];
