/** The fourteenth step: who at the desk saw and changed what; and an index that answers whether a hand-off has a word. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { key, required } from './migration-columns';

/** Nothing refers to what it tells of: that outlives the agent and the hand-off. */
export function recordStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('desk_record')
      .addColumn('id', 'text', key)
      .addColumn('at', 'bigint', required)
      .addColumn('agent_id', 'text', required)
      .addColumn('login', 'text', required)
      .addColumn('deed', 'text', required)
      .addColumn('hand_off', 'text')
      .addColumn('what', 'text'),
    db.schema.createIndex('desk_record_at').on('desk_record').columns(['at', 'id']),
    db.schema.createIndex('hand_off_word_both').on('hand_off_word').columns(['hand_off_id', 'word']),
    db.schema.dropIndex('hand_off_word_hand_off'),
  ];
}
