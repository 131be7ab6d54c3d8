/** Which orders have changed since, as the back office lists them; where each stands is asked for then. */

import * as z from 'zod/mini';
import { type Call, ok, type Result } from '../../../services/commerce/call';
import type { ChangesPage, OrderChange, OrderChanges } from '../../../services/news/changes';
import { readAs, shapeOf } from '../../../services/shape';
import { firstRound, givenBack, nextOf, PAID, paid, type Round, round } from './given-back';
import type { VendureWorld } from './world';

/** null: it is not to be asked. */
export function makeChanges(world: VendureWorld): OrderChanges | null {
  return world.settings.changes ? { since: (cursor, call) => since(world, cursor, call) } : null;
}

/** A change bears the time at which it was made, and is seen once its transaction is over: so far back is looked again. */
const LOOK_BACK_MS = 120_000;
/** Of older orders nobody waits to hear; and only the day of placing has an index in Vendure's tables. */
const PLACED_WITHIN_MS = 90 * 24 * 3_600_000;
const AT_ONCE = 50;

const FIELDS = 'id updatedAt state customer { id } fulfillments { id state updatedAt }';
const touched = z.object({
  ...{ id: z.string(), updatedAt: z.iso.datetime(), state: z.string() },
  customer: z.nullish(z.object({ id: z.string() })),
  fulfillments: z.nullish(z.array(z.object({ id: z.string(), state: z.string(), updatedAt: z.iso.datetime() }))),
});
type Touched = z.infer<typeof touched>;
const items = z.object({ items: z.array(touched) });

const newest = z.object({ orders: items });
const NEWEST = `query ($placed: DateTime!) {
  orders(options: { take: 20, sort: { updatedAt: DESC }, filter: { orderPlacedAt: { after: $placed } } }) { items { ${FIELDS} } }
}`;

/** A second parcel of three leaves the order as it was: of those that are partly on their way the parcels are looked at. */
const lists = z.object({ changed: items, partly: items, walked: paid });
const CHANGED = `query ($placed: DateTime!, $after: DateTime!, $walked: DateTime!) {
  changed: orders(options: {
    take: ${AT_ONCE}, sort: { updatedAt: ASC, id: ASC }
    filter: { orderPlacedAt: { after: $placed }, updatedAt: { after: $after } }
  }) { items { ${FIELDS} } }
  partly: orders(options: {
    take: 100, sort: { updatedAt: DESC }
    filter: { orderPlacedAt: { after: $placed }, state: { in: ["PartiallyShipped", "PartiallyDelivered"] } }
  }) { items { ${FIELDS} } }
  walked: ${PAID}
}`;

/**
 * The last change that was told, in milliseconds. `full`: there were more than go on a page, and what comes next is right behind it.
 * `first`: what was there at the first look is no change, and `known` was there in that very moment.
 */
type Place = {
  readonly at: number;
  readonly full: boolean;
  readonly first: number;
  readonly known: readonly string[];
  /** Absent in the place of a program of before. */
  readonly round?: Round | undefined;
};
const place = z.object({
  ...{ at: z.int(), full: z.boolean(), first: z.int(), known: z.array(z.string()) },
  round: z.optional(round),
});
const isPlace = shapeOf<Place>(place);

async function since(world: VendureWorld, cursor: string | null, call: Call): Promise<Result<ChangesPage>> {
  const placed = new Date(world.now() - PLACED_WITHIN_MS).toISOString();
  // A place that cannot be read is one of another shop.
  const from = cursor === null ? null : readAs(cursor, isPlace);
  return from === null ? atTheEnd(world, placed, call) : changedSince(world, { from, placed }, call);
}

type Asking = { readonly from: Place; readonly placed: string };

async function changedSince(world: VendureWorld, { from, placed }: Asking, call: Call): Promise<Result<ChangesPage>> {
  const after = Math.max(from.first, from.at - (from.full ? 0 : LOOK_BACK_MS));
  const now = world.now();
  const before = from.round ?? firstRound(now, LOOK_BACK_MS);
  const walked = Math.max(before.placed, Date.parse(placed));
  const variables = { placed, after: new Date(after).toISOString(), walked: new Date(walked).toISOString() };
  const asked = await world.ask({ query: CHANGED, variables, shape: lists }, call);
  if (!asked.ok) return asked;
  const changed = asked.value.changed.items;
  const full = changed.length === AT_ONCE;
  const parcels = full ? [] : asked.value.partly.items.filter((one) => lastIn(one) > after);
  const both = [...new Map([...changed, ...parcels].map((one) => [one.id, one])).values()];
  const at = full ? behind(changed, after) : Math.max(from.at, ...both.map(lastIn));
  const page = asked.value.walked.items;
  const changes = [...both.flatMap(changeOf), ...givenBack(page, before)].filter(
    ({ key }) => !from.known.includes(key),
  );
  const round = nextOf(before, { page, after: walked, now, lookBack: LOOK_BACK_MS });
  const known = at - LOOK_BACK_MS > from.first ? [] : from.known;
  return ok({ changes, cursor: JSON.stringify({ ...from, at, full, known, round }), goesOn: full }, asked.asOf);
}

async function atTheEnd(world: VendureWorld, placed: string, call: Call): Promise<Result<ChangesPage>> {
  const asked = await world.ask({ query: NEWEST, variables: { placed }, shape: newest }, call);
  if (!asked.ok) return asked;
  const there = asked.value.orders.items;
  const at = Math.max(Date.parse(placed), ...there.map(lastIn));
  // Some databases count in seconds: what changes later in this one has the same time.
  const first = at - 1_000;
  const known = there.filter((one) => lastIn(one) > first).flatMap((one) => changeOf(one).map(({ key }) => key));
  const end: Place = { at, full: false, first, known, round: firstRound(world.now(), LOOK_BACK_MS) };
  return ok({ changes: [], cursor: JSON.stringify(end), goesOn: false }, asked.asOf);
}

/** More may have changed in the same moment as the last of a page; where a whole page did, it is gone on behind it. */
function behind(page: readonly Touched[], after: number): number {
  const last = Date.parse(page.at(-1)?.updatedAt ?? '');
  return last - 1 > after ? last - 1 : last;
}

function lastIn({ updatedAt, fulfillments }: Touched): number {
  return Math.max(
    ...[updatedAt, ...(fulfillments ?? []).map((parcel) => parcel.updatedAt)].map((at) => Date.parse(at)),
  );
}

/** Some databases count in seconds, in which an order can be sent and be there: its states belong to the key. */
function changeOf(one: Touched): readonly OrderChange[] {
  // A guest's order is nobody's we could write to.
  if (!one.customer) return [];
  const parcels = (one.fulfillments ?? []).map(({ id, state }) => `${id}:${state}`).sort();
  const key = ['vendure', one.id, new Date(lastIn(one)).toISOString(), one.state, ...parcels].join(' ');
  return [{ key, orderId: one.id, shopperId: one.customer.id }];
}
