/** An order's parcels as the warehouse has packed them, with what only the shop knows of each. */

import type { Order, OrderLine, Parcel, Stage } from './orders';

/** What the warehouse has put together, in the codes it has for goods. */
export type PackedParcel = Pick<Parcel, 'id' | 'stage' | 'carrier' | 'trackingNumber' | 'trackingUrl' | 'expected'> & {
  readonly goods: readonly { readonly code: string; readonly quantity: number }[];
};

/** `orderNumber`: the shop's own. `parcels`: at least one. */
export type PackedOrder = { readonly orderNumber: string; readonly parcels: readonly PackedParcel[] };

/** Empty: of none, or of goods that nobody finds in this order, and what the shop said is said. */
export function asPacked(order: Order, packed: readonly PackedParcel[]): readonly Parcel[] {
  const named = new Map(order.lines.flatMap((line) => namesOf(line).map((name) => [name, line.product.id] as const)));
  if (packed.some(({ goods }) => !goods.every(({ code }) => named.has(code)))) return [];
  const parcels = packed.map(({ goods, ...parcel }): Parcel => {
    const productIds = [...new Set(goods.flatMap(({ code }) => named.get(code) ?? []))];
    return withShops({ ...parcel, productIds }, order);
  });
  const left = leftOf(order, { packed, named });
  if (parcels.length === 0 || left.length === 0) return parcels;
  return [...parcels, withShops({ id: `${order.id}-left`, productIds: left, stage: 'preparing' }, order)];
}

/** A good has the shop's id in the other system, or the code the shop itself gives it for that. */
function namesOf({ product, code }: OrderLine): readonly string[] {
  return code === undefined ? [product.id] : [product.id, code];
}

type Packing = { readonly packed: readonly PackedParcel[]; readonly named: ReadonlyMap<string, string> };

/** Goods of which more was ordered than is packed. */
function leftOf({ lines }: Order, { packed, named }: Packing): readonly string[] {
  const left = new Map<string, number>();
  const add = (id: string, quantity: number) => left.set(id, (left.get(id) ?? 0) + quantity);
  for (const { product, quantity } of lines) add(product.id, quantity);
  for (const { code, quantity } of packed.flatMap(({ goods }) => goods)) add(named.get(code) ?? '', -quantity);
  return [...left].flatMap(([id, quantity]) => (quantity > 0 && id !== '' ? [id] : []));
}

/** How far a parcel is at the most: a warehouse sees it leave, and the shop may have heard that it came. */
const FAR: Readonly<Record<Stage, number>> = {
  ...{ unknown: 0, placed: 1, 'payment-pending': 1, preparing: 2, shipped: 3, 'out-for-delivery': 4 },
  ...{ 'ready-for-pickup': 5, delivered: 6, returned: 7, cancelled: 7 },
};

/** The shop's own word of the same parcel: its days, and its stage where that is further. */
function withShops(parcel: Parcel, { parcels, expected, today }: Order): Parcel {
  // A day that is over and brought nothing is a promise, and no expectation.
  const days = expected ? { promised: expected, ...(expected < today ? {} : { expected }) } : {};
  const same = parcels.find((one) => isSame(one, parcel));
  const stage = same && FAR[same.stage] > FAR[parcel.stage] ? same.stage : parcel.stage;
  return { ...days, ...same, ...parcel, stage };
}

function isSame(one: Parcel, { trackingNumber, productIds }: Parcel): boolean {
  if (one.trackingNumber !== undefined && trackingNumber !== undefined) return one.trackingNumber === trackingNumber;
  return one.productIds.length === productIds.length && productIds.every((id) => one.productIds.includes(id));
}
