/** How far an order had come when it was told, and whether it has come further since. */

import { daysFrom } from '../../vocabulary/calendar';
import type { OrderMark } from '../../vocabulary/news';
import type { Order, Stage } from '../commerce/orders';

/** Only upwards is news: a platform's list may lag behind what it told itself. */
const STEPS: Readonly<Record<Stage, number>> = {
  unknown: 0,
  placed: 0,
  'payment-pending': 0,
  preparing: 0,
  shipped: 1,
  'out-for-delivery': 2,
  'ready-for-pickup': 2,
  delivered: 3,
  returned: 3,
  cancelled: 4,
};

/** What happened longer ago is no news to whoever was never told of the order before. Days. */
const FRESH_DAYS = 2;

export function markOf({ stage, parcels, expected }: Order): OrderMark {
  const each = parcels.map((parcel) => [parcel.id, STEPS[parcel.stage]] as const);
  return { steps: Object.fromEntries([['', STEPS[stage]], ...each]), expected: expected ?? null };
}

/** Both of what was told, however they came about. */
export function furthest(one: OrderMark | undefined, other: OrderMark): OrderMark {
  const steps = { ...one?.steps };
  for (const [part, step] of Object.entries(other.steps)) steps[part] = Math.max(step, steps[part] ?? 0);
  const asked = one?.asked || other.asked ? ({ asked: true } as const) : {};
  return { steps, expected: other.expected ?? one?.expected ?? null, ...asked };
}

/** Whether there is something to tell, to whoever was told as much (undefined: nothing) of it. */
export function isNewsOf(order: Order, told: OrderMark | undefined): boolean {
  const now = markOf(order);
  if (!told && !isFresh(order)) return false;
  // Whoever had it called off knows; whoever had to ask for it does not.
  if (order.stage === 'cancelled' && order.cancelledBecause === 'asked' && !told?.asked) return false;
  const further = Object.entries(now.steps).some(([part, step]) => step > (told?.steps[part] ?? 0));
  return further || isLater(order, told);
}

/** It comes later than was told. */
function isLater({ stage, expected }: Order, told: OrderMark | undefined): boolean {
  return STEPS[stage] < 3 && expected !== undefined && told?.expected != null && expected > told.expected;
}

function isFresh({ stage, parcels, placed, today }: Order): boolean {
  if (STEPS[stage] < 3) return true;
  const days = stage === 'delivered' ? parcels.flatMap(({ deliveredOn }) => deliveredOn ?? []) : [placed];
  return days.some((day) => daysFrom(day, today) <= FRESH_DAYS);
}

/** What a speaker's own notifications can say of it; null: nothing. */
export type SpeakerStage = 'shipped' | 'out-for-delivery' | 'delivered';

export function speakerStageOf({ stage }: Order): SpeakerStage | null {
  return stage === 'shipped' || stage === 'out-for-delivery' || stage === 'delivered' ? stage : null;
}
