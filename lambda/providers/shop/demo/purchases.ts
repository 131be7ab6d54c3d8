/** The purchases port: propose without effect, place once, reconcile, and what may stand in for a sold-out product. */

import { randomUUID } from 'node:crypto';
import { type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { Product } from '../../../services/commerce/catalogue';
import type { Order } from '../../../services/commerce/orders';
import type { Proposal, Purchases } from '../../../services/commerce/purchases';
import type { Pack } from '../../../vocabulary/values';
import { personWith, shopperIdOf } from './people/cast';
import type { DemoPerson } from './people/person';
import { decided, placeOnce } from './placing';
import { quote } from './quote';
import { shelves } from './shelf';
import { answerTo, said, type World } from './world';

const MINUTE = 60_000;

export function makePurchases(world: World): Purchases {
  return {
    propose: (wanted, call) =>
      answerTo(world, call, (person) => {
        const quoted = quote(world, { person, wanted, locale: call.locale });
        if (!quoted.ok) return quoted;
        const expiresAt = world.realNow() + world.proposalMinutes * MINUTE;
        return said(world, { ...quoted.value, id: randomUUID(), expiresAt });
      }),
    place: (proposal, call) => place(world, proposal, call),
    reconcile: (proposalId, call) =>
      answerTo(world, call, (person) => {
        const known = decided(world, proposalId, { person, locale: call.locale });
        return known?.ok ? known : said(world, null);
      }),
    means: (call) => answerTo(world, call, (person) => said(world, person.means)),
    substitutes: (wanted, alike, call) => answerTo(world, call, (person) => standIns(world, wanted, { person, alike })),
  };
}

async function place(world: World, proposal: Proposal, call: ShopperCall): Promise<Result<Order>> {
  const placed = await answerTo(world, call, (person) => {
    const repeated = decided(world, proposal.id, { person, locale: call.locale });
    if (repeated) return repeated;
    return world.faults.lose(placeOnce(world, { proposal, person, locale: call.locale }));
  });
  const late = !placed.ok && placed.error.kind === 'timeout';
  // This call did nothing, but an earlier one with the same proposal may have.
  return late && earlier(world, proposal.id, call) ? refused({ kind: 'timeout', outcome: 'unknown' }) : placed;
}

function earlier(world: World, id: string, call: ShopperCall): boolean {
  const person = personWith(call.credential);
  return person !== undefined && decided(world, id, { person, locale: call.locale }) !== null;
}

type For = { readonly person: DemoPerson; readonly alike: readonly Product[] };

function standIns(world: World, wanted: Product, { person, alike: all }: For): Result<readonly Product[]> {
  const shopperId = shopperIdOf(person);
  const alike = all.filter(({ id }) => id !== wanted.id && !world.faults.hasTaken(id, shopperId));
  const inStock = new Set(
    shelves(
      world.db,
      alike.map(({ id }) => id),
      person.currency,
    ).flatMap(({ id, stock }) => (stock > 0 ? [id] : [])),
  );
  const near = alike.filter(({ id }) => inStock.has(id)).sort((a, b) => distance(a, wanted) - distance(b, wanted));
  world.faults.offered(
    shopperId,
    near.map(({ id }) => id),
  );
  return said(world, near);
}

/** How many times larger or smaller: 0 is the same size, and a size that cannot be compared is far away. */
function distance(one: Product, other: Product): number {
  const [a, b] = [sizeOf(one.name.pack), sizeOf(other.name.pack)];
  return a && b && a.unit === b.unit ? Math.abs(Math.log(a.amount / b.amount)) : Number.MAX_VALUE;
}

function sizeOf(pack: Pack | undefined): { amount: number; unit: string } | undefined {
  if (!pack?.size) return pack?.pieces === undefined ? undefined : { amount: pack.pieces, unit: 'piece' };
  const { amount, unit } = pack.size;
  if (unit === 'kilogram') return { amount: amount * 1000, unit: 'gram' };
  if (unit === 'liter') return { amount: amount * 1000, unit: 'milliliter' };
  return { amount, unit };
}
