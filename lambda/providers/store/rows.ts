/** Small things every port of the store needs to read and write rows. */

import type { Compilable } from 'kysely';
import type { Engine } from './engine';
import { type Bulk, bulk, type Query } from './query';

/** A negative limit would mean "all" to SQLite. */
export function atMost(limit: number): number {
  return Math.max(0, Math.trunc(limit));
}

/** Reads for any number of rows, a statement of fixed size at a time. */
export async function inParts<A, R>(
  read: Engine['read'],
  query: Bulk<A, R>,
  rows: readonly A[],
): Promise<readonly R[]> {
  const parts = await Promise.all(query(rows).map((part) => read(part.query, part.rows)));
  return parts.flat();
}

export type Id = { readonly id: string };

/** A statement about any number of conversations at once. */
export function byIds<R>(build: (ids: readonly string[]) => Compilable<R>): Bulk<Id, R> {
  return bulk(['id'], (rows: readonly Id[]) => build(rows.map((row) => row.id)));
}

/** One write of several in one transaction. */
export type Write = { readonly query: Query<unknown, unknown>; readonly rows: unknown };

export function one<A, R>(statement: Query<A, R>, rows: A): Write {
  return { query: statement as Query<unknown, unknown>, rows };
}

export function parts<A, R>(statement: Bulk<A, R>, rows: readonly A[]): readonly Write[] {
  return statement(rows) as readonly Write[];
}
