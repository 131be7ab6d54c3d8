/** The sixth step: actions about orders, and what each is the one remedy for; the ninth: whose end nobody was told. */

import { type Compilable, type Kysely, sql } from 'kysely';
import type { Tables } from '../schema';
import { from, key, required } from './migration-columns';

/** In the very words of its index, or a database does not see that it may use that. */
export const isHanging = sql<boolean>`state in ('in-flight', 'unknown')`;

/** Neither refers to a conversation: an action may begin before its conversation was ever committed, and at the desk. */
export function careStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('care_action')
      .addColumn('key', 'text', key)
      .addColumn('conversation_id', 'text', required)
      .addColumn('shopper_id', 'text', required)
      .addColumn('order_id', 'text', required)
      .addColumn('action', 'text', required)
      .addColumn('agent_id', 'text')
      .addColumn('minor', 'bigint', required)
      .addColumn('currency', 'text', required)
      .addColumn('state', 'text', required)
      .addColumn('result', 'text')
      .addColumn('started_at', 'bigint', required),
    db.schema.createIndex('care_action_order').on('care_action').columns(['order_id', 'started_at']),
    db.schema.createIndex('care_action_shopper').on('care_action').columns(['shopper_id', 'started_at']),
    db.schema.createIndex('care_action_conversation').on('care_action').column('conversation_id'),
    db.schema.createIndex('care_action_hanging').on('care_action').columns(['started_at', 'key']).where(isHanging),
    db.schema
      .createTable('care_claim')
      .addColumn('subject', 'text', key)
      .addColumn('key', 'text', required)
      .addColumn('at', 'bigint', required),
    db.schema.createIndex('care_claim_key').on('care_claim').column('key'),
    db.schema.createIndex('care_claim_at').on('care_claim').column('at'),
  ];
}

/** In the very words of its index. */
export const isUntold = sql<boolean>`told = 0 and state in ('done', 'refused')`;

/** What programs before wrote counts as told. */
export function careToldStep(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema.alterTable('care_action').addColumn('told', 'integer', from(1)),
    db.schema.createIndex('care_action_untold').on('care_action').columns(['started_at', 'key']).where(isUntold),
  ];
}
