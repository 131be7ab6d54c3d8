/** What was paid for an order, and what of it went back. */

import type { RefundedPart } from '../../../services/commerce/orders';
import type { Money } from '../../../vocabulary/values';
import type { VendureOrder, VendureRefund } from './shapes';

export function refundsIn({ payments }: VendureOrder): readonly VendureRefund[] {
  return (payments ?? []).flatMap(({ refunds }) => refunds);
}

function paidOf({ payments }: VendureOrder): number {
  const paid = (payments ?? []).filter(({ state }) => state === 'Settled' || state === 'Authorized');
  return paid.reduce((sum, { amount }) => sum + amount, 0);
}

/** Of a cancelled one, what was paid. */
export function totalOf(one: VendureOrder): Money {
  return { minor: one.state === 'Cancelled' ? paidOf(one) : one.totalWithTax, currency: one.currencyCode };
}

/** What was cancelled is off the total already: only what went back beyond that counts. */
export function refundedOf(one: VendureOrder): readonly RefundedPart[] {
  if (one.state === 'Cancelled') return [];
  const refunds = refundsIn(one).filter(({ state }) => state !== 'Failed');
  const kept = paidOf(one) - refunds.reduce((sum, { total }) => sum + total, 0);
  let left = Math.max(0, one.totalWithTax - kept);
  return refunds.flatMap(({ total, lines }) => {
    const named = one.lines.filter(({ id }) => lines.some(({ orderLineId }) => orderLineId === id));
    const standing = (named.length > 0 ? named : one.lines).filter(({ quantity }) => quantity > 0);
    const minor = standing.length > 0 ? Math.min(total, left) : 0;
    left -= minor;
    const productIds = standing.map(({ productVariant }) => productVariant.id);
    return minor > 0 ? [{ productIds, amount: { minor, currency: one.currencyCode } }] : [];
  });
}
