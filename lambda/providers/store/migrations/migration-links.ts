/** The eleventh step: what the linking server keeps. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { from, required } from './migration-columns';

/** A link outlives conversations, so nothing here refers to one. */
export function linkStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('link_record')
      .addColumn('kind', 'text', required)
      .addColumn('id', 'text', required)
      .addColumn('body', 'text', required)
      .addColumn('grant_id', 'text')
      .addColumn('shopper_id', 'text')
      .addColumn('account', 'text')
      .addColumn('expires_at', 'bigint', required)
      .addColumn('used_at', 'bigint', from(0))
      .addPrimaryKeyConstraint('link_record_pk', ['kind', 'id']),
    db.schema.createIndex('link_record_grant').on('link_record').column('grant_id'),
    db.schema.createIndex('link_record_shopper').on('link_record').column('shopper_id'),
    db.schema.createIndex('link_record_account').on('link_record').column('account'),
    db.schema.createIndex('link_record_expires').on('link_record').column('expires_at'),
  ];
}
