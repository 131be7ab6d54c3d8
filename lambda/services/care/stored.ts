/** Actions and their results as they are stored, read again. */

import * as z from 'zod/mini';
import type { ShopError } from '../commerce/call';
import { readAs, shapeOf } from '../shape';
import { type CareAction, type CareReceipt, MEANS, type OrderPart, TOO_LATE_WAYS, WAYS_BACK } from './care';

const money = z.object({ minor: z.int(), currency: z.string() });
const parts = z.array(z.object({ productId: z.string(), quantity: z.int() }));
const orderId = z.string();

export const CARE_ACTION = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel'), orderId, parts: z.nullable(parts) }),
  z.object({ kind: z.literal('refund'), orderId, parts, amount: money }),
  z.object({ kind: z.literal('resend'), orderId, parts }),
  z.object({ kind: z.literal('return'), orderId, parts, by: z.enum(WAYS_BACK), amount: money }),
  z.object({ kind: z.literal('address'), orderId, addressId: z.string() }),
  z.object({ kind: z.literal('coupon'), orderId, worth: money, days: z.int() }),
]);

const back = z.object({ amount: money, means: z.enum(MEANS), by: z.string() });
const how = z.enum(['done', 'asked']);

const RECEIPT = z.union([
  z.object({ kind: z.literal('cancel'), how, back: z.nullable(back) }),
  z.object({ kind: z.literal('cancel'), how: z.literal('too-late'), instead: z.enum(TOO_LATE_WAYS) }),
  z.object({ kind: z.literal('refund'), back }),
  z.object({ kind: z.literal('resend'), arrives: z.string() }),
  z.object({
    kind: z.literal('return'),
    by: z.enum(WAYS_BACK),
    day: z.nullable(z.string()),
    label: z.nullable(z.string()),
    back,
  }),
  z.object({ kind: z.literal('address'), how: z.enum(['done', 'asked', 'too-late']), addressId: z.string() }),
  z.object({ kind: z.literal('coupon'), code: z.string(), worth: money, until: z.string() }),
]);

/** How an action ended. `unknown`: it was sent and nobody knows; it is reconciled, never sent again. */
export type Cared =
  | { readonly kind: 'done'; readonly receipt: CareReceipt }
  | { readonly kind: 'refused'; readonly error: ShopError }
  | { readonly kind: 'unknown' };

const CARED = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), receipt: RECEIPT }),
  z.object({ kind: z.literal('refused'), error: z.object({ kind: z.string() }) }),
  z.object({ kind: z.literal('unknown') }),
]);

/** With what had been bought when it was decided: what a shop has called off is gone from the order later. */
const BOUGHT = shapeOf<{ readonly bought: readonly OrderPart[] }>(z.object({ bought: parts }));

export function storedAction(action: CareAction, bought: readonly OrderPart[]): string {
  return JSON.stringify({ ...action, bought });
}

/** Empty where it was written without. */
export function boughtIn(json: string): readonly OrderPart[] {
  return readAs(json, BOUGHT)?.bought ?? [];
}

export const isAction = shapeOf<CareAction>(CARE_ACTION);
const isCared = shapeOf<Cared>(CARED);

/** null: nobody can tell any more what it was. */
export function actionOf(json: string): CareAction | null {
  return readAs(json, isAction);
}

/** What cannot be read has an unknown outcome: it is asked for again, never sent again. */
export function caredOf(json: string | null): Cared {
  return (json === null ? null : readAs(json, isCared)) ?? { kind: 'unknown' };
}
