/** Small things every port of the store needs to read and write rows. */

import type { Engine } from './engine';
import type { Bulk } from './query';

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
