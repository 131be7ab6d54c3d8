/** An order and whose it is, as it is read before anything is done about it. */

import type { CareCall, MoneyBack } from '../../../services/care/care';
import { ok, type Result, refused } from '../../../services/commerce/call';
import type { Order } from '../../../services/commerce/orders';
import { BANK_DAYS } from '../kit/working-days';
import { businessDaysAfter } from './days';
import { orderBy, readOrder } from './history';
import { shopperWith } from './people';
import type { VtexOrder } from './shapes';
import type { VtexShopper, VtexWorld } from './world';

export type VtexBooks = { readonly who: VtexShopper; readonly one: VtexOrder; readonly order: Order };

/** Refuses with `not-found` where the order is not this shopper's. */
export async function readBooks(world: VtexWorld, orderId: string, call: CareCall): Promise<Result<VtexBooks>> {
  if (call.signal.aborted || world.now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
  const who = await shopperWith(world, call.shopperId, call);
  if (!who.ok) return who;
  if (who.value === null) return refused({ kind: 'not-found' });
  return booksOf(world, { who: who.value, orderId }, call);
}

type Where = { readonly who: VtexShopper; readonly orderId: string };

export async function booksOf(world: VtexWorld, { who, orderId }: Where, call: CareCall): Promise<Result<VtexBooks>> {
  const one = await orderBy(world, { orderId, who }, call);
  if (!one.ok) return one;
  if (one.value === null) return refused({ kind: 'not-found' });
  const order = await readOrder(world, { who, one: one.value }, call);
  return order.ok ? ok({ who, one: one.value, order: order.value }, order.asOf) : order;
}

export function moneyBack({ today, total }: Order, minor: number): MoneyBack {
  const by = businessDaysAfter(today, BANK_DAYS, new Set());
  return { amount: { minor, currency: total.currency }, means: 'original', by };
}
