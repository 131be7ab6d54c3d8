/** The third step: hand-offs with their states, queues that are delivered, contacts, tokens, and people at the desk. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from '../schema';
import { key, ofConversation, required } from './migration-columns';
import { queueStep } from './migration-queues';

type Step = (db: Kysely<Tables>) => readonly Compilable[];

const handOff: Step = (db) => [
  db.schema
    .createTable('hand_off')
    .addColumn('id', 'text', key)
    .addColumn('conversation_id', 'text', ofConversation)
    .addColumn('reference', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('wish', 'text', required)
    .addColumn('locale', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('agent_id', 'text')
    .addColumn('agent_name', 'text')
    .addColumn('created_at', 'bigint', required)
    .addColumn('accepted_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('done', 'text')
    .addColumn('topic', 'text')
    .addColumn('waiting_since', 'bigint')
    .addColumn('desk', 'text')
    .addColumn('ref', 'text'),
  db.schema.createIndex('hand_off_state').on('hand_off').columns(['state', 'ended_at']),
  db.schema.createIndex('hand_off_conversation').on('hand_off').column('conversation_id'),
  db.schema.createIndex('hand_off_ref').on('hand_off').columns(['desk', 'ref']),
  db.schema.createIndex('packet_conversation').on('packet').column('conversation_id'),
  db.schema
    .createTable('note')
    .addColumn('id', 'text', key)
    .addColumn('hand_off_id', 'text', (column) => column.notNull().references('hand_off.id').onDelete('cascade'))
    .addColumn('at', 'bigint', required)
    .addColumn('by', 'text', required)
    .addColumn('text', 'text', required),
  db.schema.createIndex('note_hand_off').on('note').columns(['hand_off_id', 'at']),
];

/** A history's names, and whose an answer is: both null in rows of earlier programs. */
const whose: Step = (db) => [
  db.schema.alterTable('history').addColumn('name', 'text'),
  db.schema.alterTable('answer').addColumn('conversation_id', 'text'),
];

/** A contact may join a conversation that was never held, so it refers to none. */
const contact: Step = (db) => [
  db.schema
    .createTable('contact')
    .addColumn('id', 'text', key)
    .addColumn('channel', 'text', required)
    .addColumn('address', 'text')
    .addColumn('conversation_id', 'text')
    .addColumn('locale', 'text', required)
    .addColumn('heard_at', 'bigint', required)
    .addColumn('met_at', 'bigint', required),
  db.schema.createIndex('contact_conversation').on('contact').columns(['conversation_id', 'heard_at']),
  db.schema
    .createTable('trail')
    .addColumn('channel', 'text', required)
    .addColumn('address', 'text', required)
    .addColumn('conversation_id', 'text', ofConversation)
    .addPrimaryKeyConstraint('trail_pk', ['address', 'channel', 'conversation_id']),
  db.schema.createIndex('trail_conversation').on('trail').column('conversation_id'),
];

const token: Step = (db) => [
  db.schema
    .createTable('token')
    .addColumn('hash', 'text', key)
    .addColumn('kind', 'text', required)
    .addColumn('conversation_id', 'text', ofConversation)
    .addColumn('created_at', 'bigint', required)
    .addColumn('expires_at', 'bigint', required)
    .addColumn('proof', 'text')
    .addColumn('used_at', 'bigint', required),
  db.schema.createIndex('token_conversation').on('token').column('conversation_id'),
  db.schema.createTable('guess').addColumn('who', 'text', required).addColumn('at', 'bigint', required),
  db.schema.createIndex('guess_who').on('guess').columns(['who', 'at']),
];

const agent: Step = (db) => [
  db.schema
    .createTable('agent')
    .addColumn('id', 'text', key)
    .addColumn('login', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('password', 'text', required)
    .addColumn('is_available', 'integer', required)
    .addColumn('seen_at', 'bigint', required)
    .addColumn('is_disabled', 'integer', required),
  db.schema
    .createTable('agent_session')
    .addColumn('token_hash', 'text', key)
    .addColumn('agent_id', 'text', (column) => column.notNull().references('agent.id').onDelete('cascade'))
    .addColumn('expires_at', 'bigint', required),
  db.schema.createIndex('agent_session_agent').on('agent_session').column('agent_id'),
];

export function deskStep(db: Kysely<Tables>): readonly Compilable[] {
  return [queueStep, handOff, whose, contact, token, agent].flatMap((step) => step(db));
}
