/** Taking an order back, or lines of it, while nothing of them is packed; what was paid too much goes back with it. */

import * as z from 'zod/mini';
import type { ActionOf, CareCall, OrderPart, ReceiptOf } from '../../../services/care/care';
import { stageOf, wholeOf } from '../../../services/care/worth';
import { ok, type Result, refused } from '../../../services/commerce/call';
import {
  BOOKED_FIELDS,
  type Booked,
  type Books,
  booked,
  giveBack,
  isCancelledWith,
  keptOf,
  markOf,
  moneyBack,
  refundWith,
} from './books';
import { orderOf } from './history';
import { REFUSAL } from './shapes';
import type { VendureWorld } from './world';

type Cancelled = Result<ReceiptOf<'cancel'>>;
export type Cancelling = { readonly action: ActionOf<'cancel'>; readonly key: string; readonly books: Books };

const cancelled = z.object({ cancelOrder: z.union([booked, z.object({ errorCode: z.string() })]) });
const CANCEL = `mutation ($input: CancelOrderInput!) { cancelOrder(input: $input) { ... on Order { ${BOOKED_FIELDS} } ${REFUSAL} } }`;

export async function cancel(
  world: VendureWorld,
  { action, key, books }: Cancelling,
  call: CareCall,
): Promise<Cancelled> {
  const { one, order } = books;
  if (isCancelledWith(one, key)) return settled(world, { one, key }, call);
  const off = action.parts ?? wholeOf(order.lines);
  const lines = linesIn(books, off);
  const stages = off.map(({ productId }) => stageOf(order, productId));
  if (lines === null || stages.some((stage) => stage === 'cancelled' || stage === 'unknown'))
    return refused({ kind: 'not-now' });
  // Somebody has them in hand: whether they can still be stopped, a person sees.
  if (stages.some((stage) => stage !== 'placed' && stage !== 'payment-pending'))
    return ok({ kind: 'cancel', how: 'too-late', instead: 'none' }, world.now());
  const input = {
    orderId: one.id,
    lines: action.parts === null ? null : lines,
    cancelShipping: action.parts === null,
    reason: markOf(key),
  };
  const asked = await world.ask({ query: CANCEL, variables: { input }, shape: cancelled, writes: true }, call);
  if (!asked.ok) return asked;
  const now = asked.value.cancelOrder;
  return 'code' in now ? settled(world, { one: now, key }, call) : refused({ kind: 'not-now' });
}

/** It is cancelled with this key: what was paid and is not owed any more goes back, if it has not yet. */
export async function settled(
  world: VendureWorld,
  { one, key }: { readonly one: Booked; readonly key: string },
  call: CareCall,
): Promise<Cancelled> {
  const done = (minor: number): Cancelled => {
    const back = minor > 0 ? moneyBack({ one, order: orderOf(world, one, call.locale) }, minor) : null;
    return ok({ kind: 'cancel', how: 'done', back }, world.now());
  };
  const before = refundWith(one, key);
  if (before) return done(before.total);
  const over = keptOf(one) - one.totalWithTax;
  if (over <= 0) return done(0);
  const given = await giveBack(world, { one, minor: over, lines: [], key }, call);
  if (given.ok) return done(given.value ? over : 0);
  // The order is cancelled, and nobody knows of the money: it is looked after.
  return refused({ kind: 'timeout', outcome: 'unknown' });
}

/** null: it is not so much of this order. */
export function linesIn({ one }: Books, parts: readonly OrderPart[]) {
  const all = parts.map(({ productId, quantity }) => {
    const line = one.lines.find(({ productVariant }) => productVariant.id === productId);
    return line && quantity > 0 && quantity <= line.quantity ? { orderLineId: line.id, quantity } : null;
  });
  const found = all.flatMap((line) => line ?? []);
  return parts.length > 0 && found.length === all.length ? found : null;
}
