/** The sixteenth step: a shopper's orders as the shop last told them by itself; the twenty-fourth: as it had them when it was asked. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { from, ofConversation, required } from './migration-columns';

export function mirrorStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('order_mirror')
      .addColumn('conversation_id', 'text', (column) => ofConversation(column).primaryKey())
      .addColumn('shopper_id', 'text', required)
      .addColumn('changed_at', 'bigint', required)
      .addColumn('orders', 'text')
      .addColumn('at', 'bigint', from(0)),
    db.schema.createIndex('order_mirror_shopper').on('order_mirror').column('shopper_id'),
  ];
}

/** All that earlier programs kept there was told. */
export function seenStep(db: Kysely<Tables>): readonly Compilable[] {
  return [db.schema.alterTable('order_mirror').addColumn('is_told', 'integer', from(1))];
}
