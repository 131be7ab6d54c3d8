/** Quotes that nobody said yes to: their drafts are thrown away, behind the turn that finds them. */

import * as z from 'zod/mini';
import type { Call, Result, ShopError } from '../../../services/commerce/call';
import type { Order } from '../../../services/commerce/orders';
import type { Instant } from '../../../vocabulary/values';
import type { Remembered } from '../kit/remember';
import type { ReferenceOf } from './rates';
import { REFUSAL } from './shapes';
import type { VendureWorld } from './world';

const MINUTE = 60_000;

/** A draft of ours, as far as this process knows it. `sent`: it was asked to become an order. */
export type Draft = {
  readonly orderId: string;
  readonly shopperId: string;
  readonly totalMinor: number;
  readonly expiresAt: Instant;
  refusal: ShopError | null;
  sent: boolean;
  placing: Promise<Result<Order>> | null;
};

export type Selling = {
  readonly world: VendureWorld;
  readonly referenceOf: ReferenceOf;
  readonly drafts: Remembered<Draft>;
  /** Oldest first. */
  readonly made: { readonly orderId: string; readonly until: Instant }[];
};

export const THROW_AWAY = 'mutation ($id: ID!) { deleteDraftOrder(orderId: $id) { result } }';
/** One that is known to be unpaid, and may have left the state of a draft: it would lie in the shopper's cart. */
export const CALL_OFF = `mutation ($id: ID!) {
  deleteDraftOrder(orderId: $id) { result }
  transitionOrderToState(id: $id, state: "Cancelled") { ${REFUSAL} }
}`;

type Discarded = { readonly orderId: string; readonly query: string };

/** Nobody waits for it, and one that stays behind is a draft that the shop's people can delete. */
export function discard({ world }: Selling, { orderId, query }: Discarded, { locale, traceId }: Call): void {
  const call = { locale, traceId, deadline: world.now() + MINUTE, signal: AbortSignal.timeout(MINUTE) };
  void world.ask({ query, variables: { id: orderId }, shape: z.unknown() }, call).catch(() => {});
}

/** Quotes nobody said yes to. What has become an order is no draft, and stays. */
export function throwAway(selling: Selling, call: Call): void {
  const { made, world } = selling;
  while (made[0] && made[0].until <= world.now())
    discard(selling, { orderId: made.shift()?.orderId ?? '', query: THROW_AWAY }, call);
}

/** All that this process has made and nobody said yes to. */
export async function discardAll({ made, world }: Selling, call: Call): Promise<void> {
  for (const { orderId } of made.splice(0)) {
    await world.ask({ query: THROW_AWAY, variables: { id: orderId }, shape: z.unknown() }, call);
  }
}
