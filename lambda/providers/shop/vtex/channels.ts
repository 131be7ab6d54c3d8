/** What a sales channel sells in: asked once an hour, and believed for longer while VTEX does not answer. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { KnownOnce, VtexWorld } from './world';

const FRESH_MS = 3_600_000;
const channel = z.object({ CurrencyCode: z.string() });

/** ISO 4217. */
export async function currencyOf(world: VtexWorld, id: string, call: Call): Promise<Result<string>> {
  const before = world.currencies.get(id);
  if (before && world.now() - before.asOf < FRESH_MS) return before;
  const path = `/api/catalog_system/pub/saleschannel/${encodeURIComponent(id)}`;
  const asked = await world.ask({ path, shape: channel }, call);
  if (!asked.ok) return before ?? asked;
  const now: KnownOnce<string> = { ...asked, value: asked.value.CurrencyCode };
  world.currencies.set(id, now);
  return now;
}

/** The channel that sells in this currency; null: none does. */
export async function channelIn(world: VtexWorld, currency: string, call: Call): Promise<Result<string | null>> {
  for (const { id } of world.settings.channels) {
    const sells = await currencyOf(world, id, call);
    if (!sells.ok) return sells;
    if (sells.value === currency) return ok(id, sells.asOf);
  }
  return ok(null, world.now());
}
