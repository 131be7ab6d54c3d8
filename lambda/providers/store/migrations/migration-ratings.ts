/** The seventeenth step: how well shoppers say that people helped. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';

/** Null: nothing was said of it. */
export function ratingStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema.alterTable('hand_off').addColumn('rating', 'integer'),
    db.schema.alterTable('fact').addColumn('rating', 'integer'),
  ];
}
