/** The eighth step: photos that shoppers sent. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { key, ofConversation, required } from './migration-columns';

export function photoStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('photo')
      .addColumn('id', 'text', key)
      .addColumn('conversation_id', 'text', ofConversation)
      .addColumn('at', 'bigint', required)
      .addColumn('type', 'text', required)
      .addColumn('data', 'text', required),
    db.schema.createIndex('photo_conversation').on('photo').column('conversation_id'),
    db.schema.createIndex('photo_at').on('photo').column('at'),
  ];
}
