/** Which order a proposal is becoming, written into Master Data, where another process finds it. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { VtexWorld } from './world';

/** `key`: the proposal's, which is random: the document has no other name. */
const noted = z.object({ shopper: z.string(), orderId: z.string() });
export type VtexNote = z.infer<typeof noted>;

const documentOf = ({ settings }: VtexWorld, key: string) =>
  `/api/dataentities/${settings.entity}/documents/${encodeURIComponent(key)}`;

/** Written down before anything can come of an order: whoever finds it knows which order to ask for. */
export async function note(
  world: VtexWorld,
  { key, ...body }: VtexNote & { readonly key: string },
  call: Call,
): Promise<Result<true>> {
  const path = documentOf(world, key);
  const asked = await world.ask({ path, method: 'PUT', body: { id: key, ...body }, shape: z.unknown() }, call);
  return asked.ok ? ok(true, asked.asOf) : asked;
}

/** null: nothing was ever sent that could become an order. */
export async function noteOf(world: VtexWorld, key: string, call: Call): Promise<Result<VtexNote | null>> {
  if (!/^[\da-f-]{36}$/.test(key)) return ok(null, world.now());
  const query = { _fields: 'shopper,orderId' };
  const asked = await world.ask({ path: documentOf(world, key), query, shape: noted }, call);
  if (asked.ok) return asked;
  return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
}
