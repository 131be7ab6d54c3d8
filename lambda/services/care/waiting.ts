/** A promise to look again: what is late is watched until it comes, or its day is over. Kept among the actions, as one whose end is unknown. */

import * as z from 'zod/mini';
import { dayAfter } from '../../vocabulary/calendar';
import type { PlainDate } from '../../vocabulary/values';
import type { Order } from '../commerce/orders';
import { readAs, shapeOf } from '../shape';
import { stageOf } from './worth';

export type Waiting = {
  readonly kind: 'wait';
  readonly orderId: string;
  readonly productIds: readonly string[];
  /** Where it is delivered; what is not there after this day is overdue. */
  readonly until: PlainDate;
};

/** `called-off`: it was called off, or nobody knows the order any more. */
const BECAME = ['has-come', 'is-overdue', 'called-off'] as const;
export type Watched = (typeof BECAME)[number];

const isWaiting = shapeOf<Waiting>(
  z.object({ kind: z.literal('wait'), orderId: z.string(), productIds: z.array(z.string()), until: z.string() }),
);
const isEnd = shapeOf<{ readonly became: Watched }>(z.object({ became: z.enum(BECAME) }));

/** null: it is none. */
export function waitingIn(json: string): Waiting | null {
  return readAs(json, isWaiting);
}

/** null: it has not ended. */
export function watchedIn(json: string | null): Watched | null {
  return json === null ? null : (readAs(json, isEnd)?.became ?? null);
}

/** A day that was named and is still to come; else two days from now. */
const AT_LEAST_DAYS = 2;

export function untilFor({ today }: Order, expected: PlainDate | undefined): PlainDate {
  return expected && expected > today ? expected : dayAfter(today, AT_LEAST_DAYS);
}

/** null: not yet. */
export function endOf({ productIds, until }: Waiting, order: Order | undefined): Watched | null {
  if (!order || order.stage === 'cancelled' || order.stage === 'returned') return 'called-off';
  if (productIds.every((id) => stageOf(order, id) === 'delivered')) return 'has-come';
  return order.today > until ? 'is-overdue' : null;
}
