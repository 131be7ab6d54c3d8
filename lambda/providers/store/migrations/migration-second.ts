/** The fifteenth step: the second factor of the people at the desk, sealed, and the last step of time a code of it was used for. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { from } from './migration-columns';

export function secondStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema.alterTable('agent').addColumn('second_factor', 'text'),
    db.schema.alterTable('agent').addColumn('second_used', 'bigint', from(0)),
  ];
}
