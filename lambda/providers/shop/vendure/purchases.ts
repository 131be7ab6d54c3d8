/** Buying: a draft is proposed, and the draft itself becomes the order, so that no two orders can come of one proposal. */

import * as z from 'zod/mini';
import { ok, type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { Product } from '../../../services/commerce/catalogue';
import type { Order } from '../../../services/commerce/orders';
import type { Proposal, Purchases, Wanted } from '../../../services/commerce/purchases';
import { nearest } from '../kit/nearest';
import { remember } from '../kit/remember';
import { isGone, offersOf } from './catalogue';
import { discard, type Selling, THROW_AWAY, throwAway } from './discarding';
import { fill, fillingOf, quotedOf } from './drafts';
import { bought, find, isPaidWith, place } from './placing';
import type { ReferenceOf } from './rates';
import { caller, type VendureWorld } from './world';

const MINUTE = 60_000;
/** How long a quote holds. */
const HOLDS_MS = 10 * MINUTE;
/** And how long after that its draft is thrown away: a yes may be on its way. */
const SPARE_MS = 5 * MINUTE;

const MOST_DRAFTS = 5_000;

export function makeSelling(world: VendureWorld, referenceOf: ReferenceOf): Selling {
  return { world, referenceOf, drafts: remember(MOST_DRAFTS), made: [] };
}

export function makePurchases(selling: Selling): Purchases {
  const { world } = selling;
  return {
    propose: (wanted, call) => propose(selling, wanted, call),
    place: (proposal, call) => place(selling, proposal, call),
    reconcile: (proposalId, call) => reconcile(selling, proposalId, call),
    substitutes: (wanted, alike, call) => substitutes(world, { wanted, alike }, call),
  };
}

const created = z.object({ createDraftOrder: z.object({ id: z.string(), code: z.string() }) });
const CREATE = 'mutation { createDraftOrder { id code } }';

async function propose(selling: Selling, wanted: Wanted, call: ShopperCall): Promise<Result<Proposal>> {
  const { world, referenceOf } = selling;
  const who = await caller(world, call);
  if (!who.ok) return who;
  const reference = await referenceOf(call);
  if (!reference.ok) return reference;
  const filling = fillingOf(world, wanted, { known: who.value, reference: reference.value });
  if ('kind' in filling) return refused(filling);
  const draft = await world.ask({ query: CREATE, shape: created }, call);
  if (!draft.ok) return draft;
  const { id: orderId, code } = draft.value.createDraftOrder;
  const expiresAt = world.now() + HOLDS_MS;
  selling.made.push({ orderId, until: expiresAt + SPARE_MS });
  throwAway(selling, call);
  const quoted = await fill(world, { orderId, filling }, call);
  if (!quoted.ok) {
    discard(selling, { orderId, query: THROW_AWAY }, call);
    return quoted;
  }
  const proposal = {
    ...quotedOf(world, { filling, draft: quoted.value, locale: call.locale }),
    id: `${orderId}-${code}`,
    expiresAt,
  };
  selling.drafts.set(proposal.id, {
    ...{ orderId, shopperId: call.shopperId, totalMinor: quoted.value.totalWithTax, expiresAt },
    ...{ refusal: null, sent: false, placing: null },
  });
  return ok(proposal, quoted.asOf);
}

async function reconcile(selling: Selling, proposalId: string, call: ShopperCall): Promise<Result<Order | null>> {
  const { world } = selling;
  const one = await find(world, proposalId, call);
  if (!one.ok) return one;
  return one.value && isPaidWith(one.value, proposalId) ? bought(world, one.value, call) : ok(null, one.asOf);
}

/** In stock, the nearest in price first. */
async function substitutes(
  world: VendureWorld,
  { wanted, alike }: { readonly wanted: Product; readonly alike: readonly Product[] },
  call: ShopperCall,
): Promise<Result<readonly Product[]>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const now = await offersOf(
    world,
    [wanted, ...alike].map(({ id }) => id),
    call,
  );
  if (!now.ok) return now;
  const offers = now.value.map((one) => ({ id: one.id, price: one.priceWithTax, isThere: !isGone(one) }));
  return ok(nearest({ wanted, alike }, offers), now.asOf);
}
