/** Which order a proposal may become, or who takes a part out of one: written into Master Data once, where every process finds it, and whoever writes first may go on. */

import * as z from 'zod/mini';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import type { Instant } from '../../../vocabulary/values';
import type { VtexNote } from './attempt';
import type { VtexWorld } from './world';

const noted = z.object({ shopper: z.string(), orderId: z.string(), at: z.number() });

/** So often somebody may go on where another has stopped. */
const MOST = 20;

/** An order that nobody has called back in five minutes is dead; a minute more, for clocks that differ. */
const STANDS_MS = 6 * 60_000;

/** What came of an order is known, or it may still come to something. */
export function stands({ at }: Pick<VtexNote, 'at'>, now: Instant): boolean {
  return now < at + STANDS_MS;
}

const entityOf = ({ settings }: VtexWorld) => `/api/dataentities/${settings.entity}/documents`;

/** `key`: the proposal's, which is random: the document has no other name. */
const nameOf = (key: string, place: number) => (place === 0 ? key : `${key}-${place + 1}`);

/** Of whoever asks with the same key and finds another's note, nobody may go on while that stands. */
export async function mayGoOn(
  world: VtexWorld,
  { key, note }: Omit<VtexTaking, 'place'>,
  call: Call,
): Promise<Result<boolean>> {
  for (let place = 0; place < MOST; place += 1) {
    const taken = await take(world, { key, place, note }, call);
    if (!taken.ok) return taken;
    if (taken.value === note) return ok(true, taken.asOf);
    if (stands(taken.value, world.now())) return ok(false, taken.asOf);
  }
  return ok(false, world.now());
}

/** `place`: the first, or where all before it are dead. */
export type VtexTaking = { readonly key: string; readonly place: number; readonly note: VtexNote };

/** The note that is there then: ours, or of whoever came first, since VTEX makes no document a second time. */
export async function take(world: VtexWorld, { key, place, note }: VtexTaking, call: Call): Promise<Result<VtexNote>> {
  const id = nameOf(key, place);
  const heard = await world.answer(making(world, id, note), call);
  if (!heard.ok) return heard;
  if (heard.value.status === 201) return ok(note, heard.asOf);
  // 304 where there is one; whatever else it says, what is there counts, were it our own.
  const there = await noteAt(world, id, call);
  if (!there.ok) return there;
  return there.value ? ok(there.value, there.asOf) : refused({ kind: 'unavailable' });
}

function making(world: VtexWorld, id: string, body: object) {
  return { path: entityOf(world), method: 'POST', body: { id, ...body }, takes: [304] } as const;
}

/** A document of this name; false: there is one already. */
export async function make(world: VtexWorld, name: string, body: object, call: Call): Promise<Result<boolean>> {
  const heard = await world.answer({ ...making(world, name, body), does: 'writes' }, call);
  if (!heard.ok) return heard;
  const { status } = heard.value;
  if (status === 201 || status === 304) return ok(status === 201, heard.asOf);
  return refused(status >= 500 ? { kind: 'timeout', outcome: 'unknown' } : { kind: 'unavailable' });
}

/** The last one; null: nothing was ever sent that could become an order. */
export async function noteOf(world: VtexWorld, key: string, call: Call): Promise<Result<VtexNote | null>> {
  let last: Result<VtexNote | null> = ok(null, world.now());
  if (!/^[\da-f-]{36}$/.test(key)) return last;
  for (let place = 0; place < MOST; place += 1) {
    const found = await noteAt(world, nameOf(key, place), call);
    if (!found.ok || found.value === null) return found.ok ? last : found;
    last = found;
    // After one that stands there is no other.
    if (stands(found.value, world.now())) return last;
  }
  return last;
}

function noteAt(world: VtexWorld, name: string, call: Call): Promise<Result<VtexNote | null>> {
  return documentAt(world, { name, fields: 'shopper,orderId,at', shape: noted }, call);
}

export type VtexDocument<T> = { readonly name: string; readonly fields: string; readonly shape: z.ZodMiniType<T> };

/** null: there is none. */
export async function documentAt<T>(
  world: VtexWorld,
  { name, fields, shape }: VtexDocument<T>,
  call: Call,
): Promise<Result<T | null>> {
  const path = `${entityOf(world)}/${encodeURIComponent(name)}`;
  const asked = await world.ask({ path, query: { _fields: fields }, shape, takes: [404] }, call);
  if (asked.ok) return asked;
  return asked.error.kind === 'not-found' ? ok(null, world.now()) : asked;
}
