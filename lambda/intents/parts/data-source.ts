/** What each part that tells something leans on, for "why do you know that?". */

import type { Memory } from '../../vocabulary/memory';

export type DataSource = 'fromOrders' | 'fromShelf' | 'fromContent';

/** What each part that tells something leans on; the others only know what was said. */
const SOURCES: Readonly<Record<string, DataSource>> = {
  OrderStatus: 'fromOrders',
  Reorder: 'fromOrders',
  Purchase: 'fromOrders',
  Replenish: 'fromOrders',
  Recommend: 'fromOrders',
  RefundStatus: 'fromOrders',
  DeliveryProblem: 'fromOrders',
  Shelf: 'fromShelf',
  ShippingCost: 'fromShelf',
  ShippingOptions: 'fromShelf',
  DeliveryTime: 'fromShelf',
  SupportPolicy: 'fromContent',
  Opening: 'fromContent',
};

/** Of what was said last; null: it leans on nothing but what was said. */
export function sourceOf({ last }: Memory): DataSource | null {
  const parts = (last?.replies ?? []).map(({ key }) => key.split('.')[0] ?? '');
  return parts.map((part) => SOURCES[part]).find((one) => one !== undefined) ?? null;
}
