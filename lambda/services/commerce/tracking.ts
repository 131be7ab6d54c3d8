/** Where parcels are, by whoever packs or carries them: the shop's own system often knows no more than that one was sent. */

import type { Call, Result } from './call';
import type { Order, OrderHistory, Parcel, Stage } from './orders';
import { asPacked, type PackedOrder } from './packed';

/** What the carrier knows; days are those of where it is delivered. */
export type CarriedParcel = Pick<Parcel, 'trackingUrl' | 'promised' | 'expected' | 'deliveredOn'> & {
  readonly trackingNumber: string;
  readonly stage: Stage;
};

export type Tracking =
  | {
      readonly by: 'carrier';
      /** What is known of these parcels, `MOST_TRACKED` at the most; those nobody has heard of yet are left out. */
      parcels(trackingNumbers: readonly string[], call: Call): Promise<Result<readonly CarriedParcel[]>>;
    }
  | {
      readonly by: 'warehouse';
      /** What was packed of these orders, `MOST_TRACKED` at the most; those of which nothing is are left out. */
      packed(orderNumbers: readonly string[], call: Call): Promise<Result<readonly PackedOrder[]>>;
    };

/** The systems that can say it, by the name that TRACKING, or `systems.tracking` of shop/shop.json, gives them. */
export const TRACKINGS = ['aftership', 'tryton'] as const;

export type TrackingKind = (typeof TRACKINGS)[number];

export type OpenedTracking = {
  readonly tracking: Tracking;
  /** What is wrong with how it is set up, a line each that names the setting. Absent: its answers alone are tried. */
  faults?(call: Call): Promise<readonly string[]>;
};

export const MOST_TRACKED = 40;

const OVER: ReadonlySet<Stage> = new Set(['delivered', 'cancelled', 'returned']);

/** The orders with their parcels as those see them who have them; where they are silent, what the shop said stays. */
export function tracked({ orders }: OrderHistory, tracking: Tracking): OrderHistory {
  return {
    async orders(query, call) {
      const told = await orders(query, call);
      if (!told.ok) return told;
      const open = told.value.filter(({ stage }) => !OVER.has(stage));
      const seen = tracking.by === 'carrier' ? await carried(open, tracking, call) : await packed(open, tracking, call);
      return { ...told, value: told.value.map((order) => seen.get(order.id) ?? order) };
    },
  };
}

/** The orders of which more is known, by their ids. */
type Seen = ReadonlyMap<string, Order>;
const NOTHING: Seen = new Map();

async function carried(orders: readonly Order[], { parcels }: Tracking & { by: 'carrier' }, call: Call): Promise<Seen> {
  const numbers = underWay(orders);
  const told = numbers.length > 0 ? await parcels(numbers, call) : null;
  if (!told?.ok) return NOTHING;
  const seen = new Map(told.value.map((parcel) => [parcel.trackingNumber, parcel]));
  return new Map(orders.map((order) => [order.id, seenBy(order, seen)]));
}

function underWay(orders: readonly Order[]): readonly string[] {
  const parcels = orders.flatMap((order) => order.parcels);
  const numbers = parcels.flatMap(({ stage, trackingNumber }) => (OVER.has(stage) ? [] : (trackingNumber ?? [])));
  return [...new Set(numbers)].slice(0, MOST_TRACKED);
}

function seenBy(order: Order, seen: ReadonlyMap<string, CarriedParcel>): Order {
  if (!order.parcels.some(({ trackingNumber }) => seen.has(trackingNumber ?? ''))) return order;
  return withParcels(
    order,
    order.parcels.map((parcel): Parcel => ({ ...parcel, ...seen.get(parcel.trackingNumber ?? '') })),
  );
}

async function packed(orders: readonly Order[], { packed: ask }: Tracking & { by: 'warehouse' }, call: Call) {
  const numbers = orders.slice(0, MOST_TRACKED).map(({ number }) => number);
  const told = numbers.length > 0 ? await ask(numbers, call) : null;
  if (!told?.ok) return NOTHING;
  const known = new Map(told.value.map(({ orderNumber, parcels }) => [orderNumber, parcels]));
  return new Map(
    orders.flatMap((order) => {
      const parcels = asPacked(order, known.get(order.number) ?? []);
      return parcels.length > 0 ? [[order.id, withParcels(order, parcels)] as const] : [];
    }),
  );
}

/** What it has come to by its parcels, at least one. */
export function withParcels(order: Order, parcels: readonly Parcel[]): Order {
  const stages = new Set(parcels.map(({ stage }) => stage));
  const stage = FURTHEST.find((one) => stages.has(one)) ?? order.stage;
  return { ...order, parcels, stage: stages.size === 1 || stage !== 'delivered' ? stage : 'shipped' };
}

/** What an order with several parcels has come to; it is there when all of it is. */
const FURTHEST: readonly Stage[] = [
  'out-for-delivery',
  'ready-for-pickup',
  'shipped',
  'delivered',
  'returned',
  'preparing',
];
