/** Buying: a quote nobody notices, and a yes under a key of ours of which the shop makes one order, however often it arrives. */

import { createHash, randomUUID } from 'node:crypto';
import { ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { Product } from '../../../services/commerce/catalogue';
import type { Order } from '../../../services/commerce/orders';
import type { Proposal, Purchases, Wanted } from '../../../services/commerce/purchases';
import { dayIn } from '../../../vocabulary/calendar';
import { merged } from '../kit/merged';
import { nearest } from '../kit/nearest';
import { langOf } from './client';
import { offered, productOf } from './goods';
import { orderOf } from './orders';
import { allMeans, isId, order, quote, type RestQuote } from './shapes';
import { caller, type RestWorld } from './world';

/** How long a quote holds. */
const HOLDS_MS = 10 * 60_000;
const MOST_YESES = 5_000;

export function makePurchases(world: RestWorld): Purchases {
  /** Keys that were sent: of these nobody may say that they were not. */
  const yeses = new Set<string>();
  return {
    propose: (wanted, call) => propose(world, wanted, call),
    place: (proposal, call) => place(world, proposal, { call, yeses }),
    reconcile: (proposalId, call) => reconcile(world, proposalId, call),
    substitutes: (wanted, alike, call) => substitutes(world, { wanted, alike }, call),
    ...(world.settings.offers.has('means')
      ? {
          async means(call) {
            const who = await caller(world, call);
            if (!who.ok) return who;
            const path = `/shoppers/${encodeURIComponent(call.shopperId)}/means`;
            const asked = await world.ask({ path, shape: allMeans }, call);
            return asked.ok ? ok(asked.value.means, asked.asOf) : asked;
          },
        }
      : {}),
  };
}

async function propose(world: RestWorld, wanted: Wanted, call: ShopperCall): Promise<Result<Proposal>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const lines = [...merged(wanted.lines)].map(([good, quantity]) => ({ good, quantity }));
  if (!lines.every(({ good }) => isId(good))) return refused({ kind: 'not-found' });
  const max = world.merchant.limits.quantity;
  const big = lines.find(({ quantity }) => quantity > max);
  if (big) return refused({ kind: 'too-many', productId: big.good, max });
  const { speed, addressId: address, meansId } = wanted;
  const means = world.settings.offers.has('means') ? meansId : undefined;
  const body = { shopper: call.shopperId, lines, speed, address, means };
  const asked = await world.ask(
    { path: '/quotes', query: langOf(call), shape: quote, sends: { method: 'POST', body } },
    call,
  );
  return asked.ok ? ok(proposalOf(world, asked.value, { wanted, call }), asked.asOf) : asked;
}

type For = { readonly wanted: Wanted; readonly call: ShopperCall };

function proposalOf(world: RestWorld, quoted: RestQuote, { wanted, call }: For): Proposal {
  const { speed, option, address, arrives, timeZone, items, shipping, total, tax, paidWith } = quoted;
  const sum = JSON.stringify([call.shopperId, quoted.lines, option, address.id, total, paidWith?.id]);
  return {
    id: randomUUID(),
    lines: quoted.lines.map(({ good, quantity, unitPrice, lastUnitPrice }) => ({
      ...{ product: productOf(world, good, call.locale), quantity, unitPrice },
      ...(lastUnitPrice ? { lastUnitPrice } : {}),
    })),
    ...{ speed, shippingOptionId: option, shipTo: { addressId: address.id, label: address.label } },
    ...{ arrives, today: dayIn(timeZone, world.calendar()), items, shipping, total },
    ...{ fingerprint: createHash('sha256').update(sum).digest('hex'), expiresAt: world.now() + HOLDS_MS },
    ...(tax ? { tax } : {}),
    ...(wanted.fromCart ? { fromCart: true } : {}),
    ...(paidWith && wanted.meansId !== undefined ? { paidWith } : {}),
  };
}

type Placing = { readonly call: ShopperCall; readonly yeses: Set<string> };

async function place(world: RestWorld, proposal: Proposal, { call, yeses }: Placing): Promise<Result<Order>> {
  if (call.signal.aborted || world.now() >= call.deadline)
    return refused({ kind: 'timeout', outcome: yeses.has(proposal.id) ? 'unknown' : 'not-sent' });
  const who = await caller(world, call);
  if (!who.ok) return who;
  const body = {
    shopper: call.shopperId,
    lines: proposal.lines.map(({ product, quantity }) => ({ good: product.id, quantity })),
    ...{ speed: proposal.speed, option: proposal.shippingOptionId, address: proposal.shipTo.addressId },
    ...{ means: proposal.paidWith?.id, total: proposal.total, fromCart: proposal.fromCart },
  };
  yeses.add(proposal.id);
  for (const oldest of yeses) if (yeses.size > MOST_YESES) yeses.delete(oldest);
  const ask = {
    path: `/purchases/${proposal.id}`,
    query: langOf(call),
    shape: order,
    sends: { method: 'PUT', body },
  } as const;
  const asked = await world.ask(ask, call);
  return asked.ok ? ok(orderOf(world, asked.value, call.locale), asked.asOf) : asked;
}

async function reconcile(world: RestWorld, key: string, call: ShopperCall): Promise<Result<Order | null>> {
  const query = { ...langOf(call), shopper: call.shopperId };
  const asked = await world.ask({ path: `/purchases/${encodeURIComponent(key)}`, query, shape: order }, call);
  if (asked.ok) return ok(orderOf(world, asked.value, call.locale), asked.asOf);
  return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
}

/** In stock, the nearest in price first. */
async function substitutes(
  world: RestWorld,
  { wanted, alike }: { readonly wanted: Product; readonly alike: readonly Product[] },
  call: ShopperCall,
): Promise<Result<readonly Product[]>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const ids = [wanted, ...alike].map(({ id }) => id);
  const now = await offered(world, ids, call);
  if (!now.ok) return now;
  const offers = now.value.map(({ id, price, stock }) => ({
    id,
    price: price.minor,
    isThere: stock.state === 'available',
  }));
  return ok(nearest({ wanted, alike }, offers), now.asOf);
}
