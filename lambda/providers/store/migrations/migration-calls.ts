/** The twentieth step: when a shopper wishes to be called. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';

export function callStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema.alterTable('hand_off').addColumn('call_from', 'bigint'),
    db.schema.alterTable('hand_off').addColumn('call_until', 'bigint'),
  ];
}
