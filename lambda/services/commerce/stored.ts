/** Proposals and outcomes as they are stored, read again. */

import * as z from 'zod/mini';
import { readAs, shapeOf } from '../shape';
import type { Bought, Proposal } from './purchases';

const money = z.object({ minor: z.int(), currency: z.string() });
const product = z.object({
  id: z.string(),
  name: z.object({ title: z.string() }),
  words: z.array(z.string()),
  kind: z.string(),
});
const line = z.object({ product, quantity: z.number(), unitPrice: money });

export const SPEED = z.enum(['standard', 'express', 'pickup']);

export const PROPOSAL = z.object({
  ...{ id: z.string(), fingerprint: z.string(), expiresAt: z.number() },
  lines: z.array(line),
  speed: SPEED,
  shippingOptionId: z.string(),
  shipTo: z.object({ addressId: z.string(), label: z.string() }),
  ...{ arrives: z.string(), today: z.string() },
  ...{ items: money, shipping: money, total: money },
  fromCart: z.optional(z.literal(true)),
});

const ORDER = z.object({
  ...{ id: z.string(), number: z.string(), placedAt: z.number(), placed: z.string(), today: z.string() },
  stage: z.string(),
  lines: z.array(line),
  parcels: z.array(z.object({ id: z.string(), productIds: z.array(z.string()), stage: z.string() })),
  total: money,
});

const BOUGHT = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placed'), order: ORDER }),
  z.object({ kind: z.literal('refused'), error: z.object({ kind: z.string() }) }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('withdrawn') }),
]);

const isProposal = shapeOf<Proposal>(PROPOSAL);
const isBought = shapeOf<Bought>(BOUGHT);

/** null: nobody can tell any more what it was. */
export function proposalOf(json: string): Proposal | null {
  return readAs(json, isProposal);
}

/** What cannot be read has an unknown outcome: it is asked for again, never sent again. */
export function boughtOf(json: string): Bought {
  return readAs(json, isBought) ?? { kind: 'unknown' };
}
