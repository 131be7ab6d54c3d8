/** Money back for goods that were sent: an invoice of the type "Input", with which the gateway gives it back. */

import type { ActionOf, CareCall, ReceiptOf, Refund } from '../../../services/care/care';
import { worthOf } from '../../../services/care/worth';
import { ok, type Result, refused } from '../../../services/commerce/call';
import { moneyBack, type VtexBooks } from './books';
import { isIn } from './cancelling';
import { instantWritten } from './days';
import { invoiceOf } from './marks';
import { stageIn } from './order-read';
import { countsIn, inputsOf, outputsOf } from './parcels';
import type { VtexOrder } from './shapes';
import type { VtexWorld } from './world';

export type VtexRefunding = { readonly action: ActionOf<'refund'>; readonly key: string; readonly books: VtexBooks };

/** null: nothing was given back with this key. */
export function givenWith(one: VtexOrder, key: string): number | null {
  const found = inputsOf(one).find(({ invoiceNumber }) => invoiceNumber === invoiceOf(key));
  return found ? (found.invoiceValue ?? 0) : null;
}

export async function refund(
  world: VtexWorld,
  { action, key, books }: VtexRefunding,
  call: CareCall,
): Promise<Result<ReceiptOf<'refund'>>> {
  const { one, order } = books;
  const before = givenWith(one, key);
  if (before !== null) return ok({ kind: 'refund', back: moneyBack(order, before) }, world.now());
  const { amount, parts } = action;
  const isTooMuch = amount.minor > worthOf(order, parts).minor || amount.minor > leftOf(one);
  // What has not been sent has no invoice that money could go back on: it is called off.
  if (!isIn(books, parts) || !isSent(one, parts) || isTooMuch || amount.currency !== order.total.currency)
    return refused({ kind: 'not-now' });
  const body = {
    ...{ type: 'Input', issuanceDate: new Date(world.now()).toISOString(), invoiceNumber: invoiceOf(key) },
    invoiceValue: String(amount.minor),
    items: parts.map(({ productId, quantity }) => ({ id: productId, price: priceOf(books, productId), quantity })),
  };
  const path = `/api/oms/pvt/orders/${one.orderId}/invoice`;
  const heard = await world.answer({ path, method: 'POST', body, does: 'writes' }, call);
  if (!heard.ok) return heard;
  if (heard.value.status >= 500) return refused({ kind: 'timeout', outcome: 'unknown' });
  if (heard.value.status >= 400) return refused({ kind: 'payment-declined' });
  return ok({ kind: 'refund', back: moneyBack(order, amount.minor) }, heard.asOf);
}

function priceOf({ order }: VtexBooks, productId: string): number {
  return order.lines.find(({ product }) => product.id === productId)?.unitPrice.minor ?? 0;
}

/** Minor units that were paid and have not gone back. */
function leftOf(one: VtexOrder): number {
  return one.value - inputsOf(one).reduce((sum, { invoiceValue }) => sum + (invoiceValue ?? 0), 0);
}

function isSent(one: VtexOrder, parts: ActionOf<'refund'>['parts']): boolean {
  const sent = countsIn(outputsOf(one));
  return parts.every(({ productId, quantity }) => {
    const all = one.items.reduce((sum, { id }, at) => sum + (id === productId ? (sent.get(at) ?? 0) : 0), 0);
    return all >= quantity;
  });
}

/** Newest first. VTEX says that it was given, and never that it has come. */
export function refundsOf({ one, order }: VtexBooks): readonly Refund[] {
  const given = inputsOf(one).map(({ invoiceValue, issuanceDate, items }): Refund => {
    const productIds = (items ?? []).flatMap(({ itemIndex }) => one.items[itemIndex]?.id ?? []);
    const since = instantWritten(issuanceDate) ?? order.placedAt;
    return { ...moneyBack(order, invoiceValue ?? 0), orderId: order.id, productIds, state: 'on-its-way', since };
  });
  return [...given, ...cancelledOf(one, order)].sort((a, b) => b.since - a.since);
}

/** An order that was called off gives all of it back, unless its payment never came. */
function cancelledOf(one: VtexOrder, order: VtexBooks['order']): readonly Refund[] {
  if (stageIn(one.status) !== 'cancelled' || order.cancelledBecause === 'payment') return [];
  const since = instantWritten(one.cancellationData?.CancellationDate) ?? order.placedAt;
  const productIds = order.lines.map(({ product }) => product.id);
  return [{ ...moneyBack(order, one.value), orderId: order.id, productIds, state: 'on-its-way', since }];
}
