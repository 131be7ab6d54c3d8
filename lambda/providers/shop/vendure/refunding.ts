/** Money back for goods the shopper keeps or never got, and what the shop's books say of money on its way. */

import type { ActionOf, CareCall, ReceiptOf, Refund, RefundState } from '../../../services/care/care';
import { worthOf } from '../../../services/care/worth';
import { ok, type Result, refused } from '../../../services/commerce/call';
import { dayIn } from '../../../vocabulary/calendar';
import { workingDaysAfter } from '../kit/working-days';
import { type Books, giveBack, keptOf, moneyBack, refundWith } from './books';
import { linesIn } from './cancelling';
import { refundsIn } from './paid';
import type { VendureWorld } from './world';

export type Refunding = { readonly action: ActionOf<'refund'>; readonly key: string; readonly books: Books };

export async function refund(
  world: VendureWorld,
  { action, key, books }: Refunding,
  call: CareCall,
): Promise<Result<ReceiptOf<'refund'>>> {
  const { one, order } = books;
  const before = refundWith(one, key);
  if (before) return ok({ kind: 'refund', back: moneyBack(books, before.total) }, world.now());
  const { amount, parts } = action;
  const lines = linesIn(books, parts);
  const isTooMuch = amount.minor > worthOf(order, parts).minor || amount.minor > keptOf(one);
  if (lines === null || isTooMuch || amount.currency !== one.currencyCode || order.stage === 'cancelled')
    return refused({ kind: 'not-now' });
  const given = await giveBack(world, { one, minor: amount.minor, lines, key }, call);
  if (!given.ok) return given;
  return given.value
    ? ok({ kind: 'refund', back: moneyBack(books, amount.minor) }, given.asOf)
    : refused({ kind: 'payment-declined' });
}

const BANK_DAYS = 5;

/** Newest first. */
export function refundsOf({ one }: Books, zone: string): readonly Refund[] {
  const newest = [...refundsIn(one)].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return newest.flatMap(({ total, state, lines, createdAt }): readonly Refund[] => {
    if (state === 'Failed') return [];
    const since = Date.parse(createdAt);
    const named = one.lines.filter(({ id }) => lines.some(({ orderLineId }) => orderLineId === id));
    const by = workingDaysAfter(dayIn(zone, since), BANK_DAYS);
    const stateNow: RefundState = state === 'Settled' ? 'paid' : 'on-its-way';
    return [
      {
        ...{ amount: { minor: total, currency: one.currencyCode }, means: 'original', by, orderId: one.id, since },
        productIds: (named.length > 0 ? named : one.lines).map(({ productVariant }) => productVariant.id),
        state: stateNow,
      },
    ];
  });
}
