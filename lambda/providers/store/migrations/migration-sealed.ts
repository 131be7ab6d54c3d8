/** The step of sealed words: beside each line, and their keys, which are kept in a store of their own. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { key, required } from './migration-columns';

/** Null: the line is all there is of it. */
export function sealedStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema.alterTable('history').addColumn('sealed', 'text'),
    db.schema
      .createTable('word_key')
      .addColumn('conversation_id', 'text', key)
      .addColumn('wrapped', 'text', required)
      .addColumn('used_at', 'bigint', required),
  ];
}
