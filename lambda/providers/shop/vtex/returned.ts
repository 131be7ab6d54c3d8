/** What of an order came back, by its invoices of the type "Input", and the money that goes back with it. */

import type { RefundedPart } from '../../../services/commerce/orders';
import { inputsOf } from './parcels';
import type { VtexOrder } from './shapes';

export function refundedIn(one: VtexOrder, currency: string): readonly RefundedPart[] {
  return inputsOf(one).flatMap(({ invoiceValue, items }) => {
    const minor = Math.min(invoiceValue ?? 0, one.value);
    const productIds = (items ?? []).flatMap(({ itemIndex }) => one.items[itemIndex]?.id ?? []);
    return minor > 0 ? [{ productIds, amount: { minor, currency } }] : [];
  });
}
