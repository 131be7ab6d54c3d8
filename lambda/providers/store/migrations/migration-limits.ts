/** The nineteenth step: what shoppers have set for buying, and what of a day's limit is used. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { from, key, required } from './migration-columns';

/** A rule outlives conversations, so nothing here refers to one. */
export function limitStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('buying_rule')
      .addColumn('shopper_id', 'text', key)
      .addColumn('order_most', 'bigint')
      .addColumn('order_currency', 'text')
      .addColumn('day_most', 'bigint')
      .addColumn('day_currency', 'text')
      .addColumn('is_off', 'integer', from(0))
      .addColumn('code', 'text')
      .addColumn('tries', 'integer', from(0))
      .addColumn('try_key', 'text'),
    db.schema
      .createTable('spent_day')
      .addColumn('shopper_id', 'text', required)
      .addColumn('day', 'text', required)
      .addColumn('orders', 'text', required)
      .addColumn('version', 'integer', required)
      .addColumn('at', 'bigint', required)
      .addPrimaryKeyConstraint('spent_day_pk', ['shopper_id', 'day']),
    db.schema.createIndex('spent_day_at').on('spent_day').column('at'),
  ];
}
