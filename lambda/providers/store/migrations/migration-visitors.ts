/** The second step: who writes in the web chat, and what its page shows beside the text. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { key, required } from './migration-columns';

/** Null: nothing beside the text. */
export function shownStep(db: Kysely<Tables>): readonly Compilable[] {
  return [db.schema.alterTable('history').addColumn('show', 'text')];
}

/** The token itself is never here; a visitor's words outlive the visitor, so nothing refers to one. */
export function visitorStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('visitor')
      .addColumn('token_hash', 'text', key)
      .addColumn('address', 'text', (column) => column.notNull().unique())
      .addColumn('locale', 'text', required)
      .addColumn('created_at', 'bigint', required)
      .addColumn('last_seen_at', 'bigint', required)
      .addColumn('expires_at', 'bigint', required)
      .addColumn('spoke_at', 'bigint', required)
      .addColumn('session_at', 'bigint', required),
    db.schema.createIndex('visitor_expires').on('visitor').column('expires_at'),
  ];
}
