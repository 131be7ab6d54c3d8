/** The seventh step: what shoppers said and got no answer to. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { ofConversation, required } from './migration-columns';

/** No key: nothing about these lines may ever stop a turn. */
export function missedStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('missed')
      .addColumn('conversation_id', 'text', ofConversation)
      .addColumn('at', 'bigint', required)
      .addColumn('channel', 'text', required)
      .addColumn('locale', 'text', required)
      .addColumn('kind', 'text', required)
      .addColumn('topic', 'text')
      .addColumn('words', 'text'),
    db.schema.createIndex('missed_at').on('missed').column('at'),
    db.schema.createIndex('missed_conversation').on('missed').column('conversation_id'),
  ];
}
