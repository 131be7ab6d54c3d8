/** The fourth step: the open attempts of a shopper are found without a look at all that are over. */

import { type Compilable, type Kysely, sql } from 'kysely';
import type { Tables } from '../schema';

/** In the very words of its index, or a database does not see that it may use that. */
export const isOpen = sql<boolean>`(state in ('in-flight', 'unknown') or told = 0)`;

export function attemptStep(db: Kysely<Tables>): readonly Compilable[] {
  return [db.schema.createIndex('attempt_open').on('attempt').columns(['shopper_id', 'started_at']).where(isOpen)];
}
