/** The eighteenth step: what people of the desk mark a hand-off with: set aside until then, called back, tags. */

import { type Compilable, type Kysely, sql } from 'kysely';
import type { Tables } from '../schema';
import { required } from './migration-columns';
import { isUnderWay } from './migration-pages';

/** In the very words of its index. */
export const isAside = sql<boolean>`(wish = 'call-back' or snoozed_until is not null)`;

export function markStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema.alterTable('hand_off').addColumn('snoozed_until', 'bigint'),
    db.schema.alterTable('hand_off').addColumn('called_at', 'bigint'),
    db.schema
      .createIndex('hand_off_aside')
      .on('hand_off')
      .columns(['created_at', 'id'])
      .where(sql<boolean>`${isUnderWay} and ${isAside}`),
    db.schema
      .createTable('hand_off_tag')
      .addColumn('tag', 'text', required)
      .addColumn('hand_off_id', 'text', (column) => column.notNull().references('hand_off.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('hand_off_tag_pk', ['tag', 'hand_off_id']),
    db.schema.createIndex('hand_off_tag_hand_off').on('hand_off_tag').column('hand_off_id'),
  ];
}
