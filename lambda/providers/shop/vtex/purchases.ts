/** Buying: proposed by a simulation, placed in three calls, and found again by the note that is written before the last. */

import * as z from 'zod/mini';
import { ok, type Result, type ShopperCall } from '../../../services/commerce/call';
import type { Product } from '../../../services/commerce/catalogue';
import type { Proposal, Purchases, Wanted } from '../../../services/commerce/purchases';
import { channelOf } from './accounts';
import { checkoutLink } from './checkout-link';
import { lastPricesOf } from './last-prices';
import { meansOf } from './means';
import { caller } from './people';
import { begun, place, reconcile } from './placing';
import { proposalOf, quote } from './quoting';
import { goodsBy, sellerOf, type VtexGood } from './search';
import type { VtexWorld } from './world';

export function makePurchases(world: VtexWorld): Purchases {
  return {
    propose: (wanted, call) => propose(world, wanted, call),
    place: (proposal, call) => place(world, proposal, call),
    reconcile: (proposalId, call) => reconcile(world, proposalId, call),
    async means(call) {
      const who = await caller(world, call);
      return who.ok ? ok(meansOf(who.value), who.asOf) : who;
    },
    checkoutLink: (lines, call) => checkoutLink(world, lines, call),
    substitutes: (wanted, alike, call) => substitutes(world, { wanted, alike }, call),
  };
}

async function propose(world: VtexWorld, wanted: Wanted, call: ShopperCall): Promise<Result<Proposal>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const [quoted, lastPrices] = await Promise.all([
    quote(world, { who: who.value, wanted }, call),
    lastPricesOf(world, who.value, call),
  ]);
  if (!quoted.ok) return quoted;
  const proposal = proposalOf(world, { quote: quoted.value, wanted, lastPrices }, call.locale);
  begun(world, proposal.id, call.shopperId);
  return ok(proposal, quoted.asOf);
}

const SIMILARS = z.array(z.object({ items: z.array(z.object({ itemId: z.string() })) }));

type Instead = { readonly wanted: Product; readonly alike: readonly Product[] };

/** In stock, what the shop itself calls similar first, then the nearest in price. */
async function substitutes(
  world: VtexWorld,
  { wanted, alike }: Instead,
  call: ShopperCall,
): Promise<Result<readonly Product[]>> {
  const who = await caller(world, call);
  if (!who.ok) return who;
  const channel = channelOf(world, who.value.profile);
  const found = await goodsBy(world, { ids: [wanted, ...alike].map(({ id }) => id), channel }, call);
  if (!found.ok) return found;
  const similar = await similarTo(world, { goods: found.value, id: wanted.id }, call);
  const offers = new Map(found.value.map(({ sku }) => [sku.itemId, sellerOf(sku)?.commertialOffer]));
  const price = offers.get(wanted.id)?.Price ?? 0;
  const distance = (id: string) => Math.abs((offers.get(id)?.Price ?? 0) - price);
  const near = alike
    .filter(({ id }) => id !== wanted.id && (offers.get(id)?.AvailableQuantity ?? 0) > 0)
    .sort((a, b) => Number(similar.has(b.id)) - Number(similar.has(a.id)) || distance(a.id) - distance(b.id));
  return ok(near, found.asOf);
}

type SimilarTo = { readonly goods: readonly VtexGood[]; readonly id: string };

/** SKUs; none where the shop has set none up, or cannot say. */
async function similarTo(world: VtexWorld, { goods, id }: SimilarTo, call: ShopperCall): Promise<ReadonlySet<string>> {
  const productId = goods.find(({ sku }) => sku.itemId === id)?.product.productId;
  if (productId === undefined) return new Set();
  const path = `/api/catalog_system/pub/products/crossselling/similars/${encodeURIComponent(productId)}`;
  const asked = await world.ask({ path, shape: SIMILARS }, call);
  return new Set(asked.ok ? asked.value.flatMap(({ items }) => items.map(({ itemId }) => itemId)) : []);
}
