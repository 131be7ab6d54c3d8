/** Proposals and outcomes as they are stored, read again. */

import * as z from 'zod/mini';
import { SPANS } from '../limits/buying-rules';
import { readAs, shapeOf } from '../shape';
import type { ShopError } from './call';
import type { Order } from './orders';
import type { Bought, Proposal } from './purchases';

const money = z.object({ minor: z.int(), currency: z.string() });
const product = z.object({
  id: z.string(),
  name: z.object({ title: z.string() }),
  words: z.array(z.string()),
  kind: z.string(),
});
const line = z.object({ product, quantity: z.number(), unitPrice: money });

export const PAID_WITH = z.object({
  id: z.string(),
  kind: z.enum(['card', 'account', 'wallet']),
  name: z.string(),
  last: z.string(),
});

export const SPEED = z.enum(['standard', 'express', 'pickup']);

export const PROPOSAL = z.object({
  ...{ id: z.string(), fingerprint: z.string(), expiresAt: z.number() },
  lines: z.array(line),
  speed: SPEED,
  shippingOptionId: z.string(),
  shipTo: z.object({ addressId: z.string(), label: z.string() }),
  ...{ arrives: z.string(), today: z.string() },
  ...{ items: money, shipping: money, total: money, tax: z.optional(money) },
  fromCart: z.optional(z.literal(true)),
  paidWith: z.optional(PAID_WITH),
});

const ORDER = z.object({
  ...{ id: z.string(), number: z.string(), placedAt: z.number(), placed: z.string(), today: z.string() },
  stage: z.string(),
  lines: z.array(line),
  parcels: z.array(z.object({ id: z.string(), productIds: z.array(z.string()), stage: z.string() })),
  total: money,
});

const PRODUCT = z.object({ productId: z.string() });
/** A refusal by its kind; one of a kind this program does not know says nothing to it. */
const REFUSAL = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum([
      ...['not-found', 'unauthorised', 'undeliverable', 'payment-declined', 'payment-needed', 'not-offered'],
      'unavailable',
    ] as const),
  }),
  z.extend(PRODUCT, { kind: z.literal('sold-out'), backOn: z.optional(z.string()) }),
  z.object({ kind: z.literal('price-changed'), was: money, now: money }),
  z.extend(PRODUCT, { kind: z.literal('too-many'), max: z.number() }),
  z.object({ kind: z.literal('too-little'), least: money }),
  z.object({
    kind: z.literal('held-back'),
    why: z.discriminatedUnion('by', [z.object({ by: z.enum(SPANS), most: money }), z.object({ by: z.literal('off') })]),
  }),
  z.object({ kind: z.literal('timeout'), outcome: z.enum(['not-sent', 'unknown']) }),
]);

const BOUGHT = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placed'), order: ORDER }),
  z.object({ kind: z.literal('refused'), error: REFUSAL }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('withdrawn') }),
]);

const isProposal = shapeOf<Proposal>(PROPOSAL);
const areOrders = shapeOf<readonly Order[]>(z.array(ORDER));
const isBought = shapeOf<Bought>(BOUGHT);

const isRefusal = shapeOf<ShopError>(REFUSAL);

/** null: nobody can tell any more why. */
export function refusalOf(json: string): ShopError | null {
  return readAs(json, isRefusal);
}

/** null: nobody can tell any more what it was. */
export function proposalOf(json: string): Proposal | null {
  return readAs(json, isProposal);
}

/** What cannot be read has an unknown outcome: it is asked for again, never sent again. */
export function boughtOf(json: string): Bought {
  return readAs(json, isBought) ?? { kind: 'unknown' };
}

/** null: an earlier program wrote something else. */
export function ordersIn(json: string): readonly Order[] | null {
  return readAs(json, areOrders);
}
