/** The twenty-second step: which question a turn answered. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';

/** Null: none was open, or an earlier program wrote it. */
export function offerStep(db: Kysely<Tables>): readonly Compilable[] {
  return [db.schema.alterTable('fact').addColumn('answers', 'text')];
}
