/** Leasing, once for both queues: the head of each lane, to one worker at a time, on any database. */

import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import { bulk, query } from '../query';
import type { Tables } from '../schema';

/** A queue and what its lanes are ordered by. Both queues look alike here, so the types follow the outbox. */
type Queue = { readonly table: 'outbox' | 'inbox'; readonly order: readonly [string, string] };

type Wish = { readonly owner: string; readonly now: number; readonly until: number; readonly limit: number };

export function leaseStatements(db: Kysely<Tables>, queue: Queue) {
  const table = queue.table as 'outbox';
  return {
    /** Looked for first, so that nothing is written while nothing waits. */
    due: query((v: { now: number }) => heads(db, queue, { now: v.now, limit: 1 })),
    /**
     * The outer conditions repeat the inner ones: who waited here for another worker's transaction finds them changed.
     * No bodies are returned: a database may keep what a write returned for longer than the item.
     */
    lease: query((v: Wish) =>
      db
        .updateTable(table)
        .set((eb) => ({
          lease_by: v.owner,
          lease_until: v.until,
          tries: eb('tries', '+', 1),
          doubt: eb.case().when('lease_until', '>', 0).then(eb.lit(1)).else(eb.ref('doubt')).end(),
        }))
        .where('id', 'in', heads(db, queue, v))
        .where('state', '=', WAITING)
        // As a sum, because an index on it would be a detour: there are the ids.
        .where((eb) => eb(eb('due_at', '+', eb.lit(0)), '<=', v.now))
        .where('lease_until', '<=', v.now)
        .returning('id'),
    ),
    postpone: query((v: { id: string; owner: string; why: string; dueAt: number }) =>
      held(db, table, v)
        .set({ ...FREE, due_at: v.dueAt, why: v.why })
        .returning('id'),
    ),
    /** Keeps the body: people may have it tried again. */
    giveUp: query((v: { id: string; owner: string; state: string; why: string; at: number }) =>
      held(db, table, v)
        .set({ ...OVER, state: v.state, why: v.why, done_at: v.at })
        .returning('id'),
    ),
    /** It was not tried; what was in doubt before stays so. */
    handBack: query((v: { owner: string }) =>
      db
        .updateTable(table)
        .set((eb) => ({ ...FREE, tries: eb('tries', '-', 1) }))
        .where('lease_by', '=', v.owner)
        .where('state', '=', WAITING)
        .returning('id'),
    ),
  };
}

/** Written out, so that a database that plans a statement for any values knows how few wait. */
const WAITING = sql.lit('waiting');

/** Nobody's. */
export const FREE = { lease_by: null, lease_until: 0 } as const;

/** Never due again: so the index on what is due is short, and is no temptation to look for the rest of a lane in it. */
export const OVER = { ...FREE, due_at: Number.MAX_SAFE_INTEGER } as const;

/** An item that still is its worker's, to be updated. */
export function held(db: Kysely<Tables>, table: Queue['table'], v: { readonly id: string; readonly owner: string }) {
  return db
    .updateTable(table as 'outbox')
    .where('id', '=', v.id)
    .where('lease_by', '=', v.owner)
    .where('state', '=', WAITING);
}

/** The items that were leased, with their bodies; read by id, as an update returns them in no order. */
export function leasedItems<T extends Queue['table']>(db: Kysely<Tables>, table: T) {
  return bulk(['id'], (rows: readonly { id: string }[]) =>
    db
      .selectFrom(table as 'outbox')
      .selectAll()
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .orderBy('due_at')
      .orderBy('id'),
  );
}

/** Due, nobody's, and nothing of the lane before it; nor is another of its lane in somebody's hands. */
function heads(db: Kysely<Tables>, queue: Queue, v: { readonly now: number; readonly limit: number }) {
  const table = queue.table as 'outbox';
  const order = queue.order as readonly ['version', 'line'];
  return db
    .selectFrom(`${table} as item`)
    .select('item.id')
    .where('item.state', '=', WAITING)
    .where('item.due_at', '<=', v.now)
    .where('item.lease_until', '<=', v.now)
    .where('item.lane', '<>', '')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom(`${table} as other`)
            .select('other.id')
            .whereRef('other.lane', '=', 'item.lane')
            .where('other.state', '=', WAITING)
            .where((among) => among.or([isBefore(among, order), isLeased(among, v.now)])),
        ),
      ),
    )
    .orderBy('item.due_at')
    .orderBy('item.id')
    .limit(v.limit);
}

type Two = { item: Tables['outbox']; other: Tables['outbox'] };

function isBefore(eb: ExpressionBuilder<Two, 'item' | 'other'>, [first, then]: readonly ['version', 'line']) {
  return eb(eb.refTuple(`other.${first}`, `other.${then}`), '<', eb.refTuple(`item.${first}`, `item.${then}`));
}

function isLeased(eb: ExpressionBuilder<Two, 'item' | 'other'>, now: number) {
  return eb.and([eb('other.lease_until', '>', now), eb('other.id', '<>', eb.ref('item.id'))]);
}
