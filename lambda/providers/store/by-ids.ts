/** Statements about any number of conversations at once. */

import type { Compilable } from 'kysely';
import { type Bulk, bulk } from './query';

type Id = { readonly id: string };

export function byIds<R>(build: (ids: readonly string[]) => Compilable<R>): Bulk<Id, R> {
  return bulk(['id'], (rows: readonly Id[]) => build(rows.map((row) => row.id)));
}
