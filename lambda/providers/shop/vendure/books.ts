/** An order with what was done about it, and the mark by which our own doing is known again. */

import * as z from 'zod/mini';
import type { CareCall, MoneyBack } from '../../../services/care/care';
import { ok, type Result, refused } from '../../../services/commerce/call';
import type { Order } from '../../../services/commerce/orders';
import type { PlainDate } from '../../../vocabulary/values';
import { workingDaysAfter } from '../kit/working-days';
import { orderOf } from './history';
import { refundsIn } from './paid';
import { ORDER_FIELDS, order, REFUSAL, type VendureOrder, type VendureRefund } from './shapes';
import type { VendureWorld } from './world';

/** Working days until a bank shows what was given back. */
const BANK_DAYS = 5;

const entry = z.object({ data: z.object({ reason: z.nullish(z.string()) }) });
export const booked = z.extend(order, { history: z.object({ items: z.array(entry) }) });
export const BOOKED_FIELDS = `${ORDER_FIELDS}
  history(options: { take: 50, filter: { type: { eq: "ORDER_CANCELLATION" } } }) { items { data } }`;
export type Booked = z.infer<typeof booked>;

const found = z.object({ order: z.nullable(booked) });
const BOOKS = `query ($id: ID!) { order(id: $id) { ${BOOKED_FIELDS} } }`;

export type Books = { readonly one: Booked; readonly order: Order };

/** Refuses with `not-found` where the order is not this shopper's. */
export async function readBooks(world: VendureWorld, orderId: string, call: CareCall): Promise<Result<Books>> {
  const asked = await world.ask({ query: BOOKS, variables: { id: orderId }, shape: found }, call);
  if (!asked.ok) return asked;
  const { order: one } = asked.value;
  if (one?.customer?.id !== call.shopperId || !one.orderPlacedAt) return refused({ kind: 'not-found' });
  return ok({ one, order: orderOf(world, one, call.locale) }, asked.asOf);
}

/** Stands beside what was done, for the shop's people to read as well. */
export function markOf(key: string): string {
  return `Asked by voice (${key})`;
}

export function isCancelledWith({ history }: Booked, key: string): boolean {
  return history.items.some(({ data }) => data.reason === markOf(key));
}

/** null: it was never given back with this key, or could not be. */
export function refundWith(one: VendureOrder, key: string): VendureRefund | null {
  return refundsIn(one).find(({ reason, state }) => reason === markOf(key) && state !== 'Failed') ?? null;
}

/** What is left of each payment, the largest first. */
function leftIn({ payments }: VendureOrder): readonly { readonly id: string; readonly minor: number }[] {
  return (payments ?? [])
    .filter(({ state }) => state === 'Settled')
    .map(({ id, amount, refunds }) => {
      const back = refunds.filter(({ state }) => state !== 'Failed');
      return { id, minor: amount - back.reduce((sum, { total }) => sum + total, 0) };
    })
    .sort((a, b) => b.minor - a.minor);
}

/** Minor units that were paid and not given back. */
export function keptOf(one: VendureOrder): number {
  return leftIn(one).reduce((sum, { minor }) => sum + minor, 0);
}

export function moneyBack(
  { one, order: seen }: Pick<Books, 'order'> & { readonly one: VendureOrder },
  minor: number,
): MoneyBack {
  const by: PlainDate = workingDaysAfter(seen.today, BANK_DAYS);
  return { amount: { minor, currency: one.currencyCode }, means: 'original', by };
}

type GivingBack = {
  readonly one: VendureOrder;
  readonly minor: number;
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
  readonly key: string;
};

const given = z.object({ refundOrder: z.union([z.object({ id: z.string() }), z.object({ errorCode: z.string() })]) });
const GIVE = `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { ... on Refund { id } ${REFUSAL} } }`;

/** `false`: the shop does not give it back. */
export async function giveBack(world: VendureWorld, giving: GivingBack, call: CareCall): Promise<Result<boolean>> {
  const { one, minor, lines, key } = giving;
  const [payment] = leftIn(one);
  if (payment === undefined || payment.minor < minor) return ok(false, world.now());
  // Both have given way to the amount, and its tables still want a number in each.
  const input = { paymentId: payment.id, amount: minor, reason: markOf(key), lines, shipping: 0, adjustment: 0 };
  const asked = await world.ask({ query: GIVE, variables: { input }, shape: given, writes: true }, call);
  return asked.ok ? ok('id' in asked.value.refundOrder, asked.asOf) : asked;
}
