/** The tenth step: by which words a hand-off is found at the desk. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { required } from './migration-columns';

/** Hand-offs of earlier programs have none: they are found by their state, and go in time. */
export function wordStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('hand_off_word')
      .addColumn('word', 'text', required)
      .addColumn('hand_off_id', 'text', (column) => column.notNull().references('hand_off.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('hand_off_word_pk', ['word', 'hand_off_id']),
    db.schema.createIndex('hand_off_word_hand_off').on('hand_off_word').column('hand_off_id'),
    db.schema.createIndex('hand_off_created').on('hand_off').columns(['created_at', 'id']),
  ];
}
