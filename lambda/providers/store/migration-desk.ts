/** The third step: hand-offs with their states, queues that are delivered, contacts, tokens, and people at the desk. */

import { type Compilable, type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { from, key, ofConversation, required } from './migration-columns';
import type { Tables } from './schema';

type Step = (db: Kysely<Tables>) => readonly Compilable[];

/** Every added column has a default or may be null, so that programs of version 2 go on writing. */
const outbox: Step = (db) => [
  db.schema.alterTable('outbox').addColumn('destination', 'text', from('')),
  db.schema.alterTable('outbox').addColumn('lane', 'text', from('')),
  db.schema.alterTable('outbox').addColumn('state', 'text', from('waiting')),
  db.schema.alterTable('outbox').addColumn('due_at', 'bigint', from(0)),
  db.schema.alterTable('outbox').addColumn('tries', 'integer', from(0)),
  db.schema.alterTable('outbox').addColumn('lease_by', 'text'),
  db.schema.alterTable('outbox').addColumn('lease_until', 'bigint', from(0)),
  db.schema.alterTable('outbox').addColumn('doubt', 'integer', from(0)),
  db.schema.alterTable('outbox').addColumn('why', 'text'),
  db.schema.alterTable('outbox').addColumn('ref', 'text'),
  db.schema.alterTable('outbox').addColumn('receipt', 'text'),
  db.schema.alterTable('outbox').addColumn('created_at', 'bigint', from(0)),
  db.schema.alterTable('outbox').addColumn('done_at', 'bigint'),
  adoptOutbox(db),
  db.schema.createIndex('outbox_due').on('outbox').columns(['due_at', 'id']),
  db.schema.createIndex('outbox_troubled').on('outbox').column('created_at').where(isTroubled),
  db.schema.createIndex('outbox_lane').on('outbox').columns(['lane', 'state', 'version', 'line']),
  db.schema.createIndex('outbox_conversation').on('outbox').column('conversation_id'),
  db.schema.createIndex('outbox_done').on('outbox').column('done_at'),
  db.schema.createIndex('outbox_ref').on('outbox').columns(['destination', 'ref']),
];

/** In the very words of its index, or a database does not see that it may use that. */
export const isTroubled = sql<boolean>`state in ('dead', 'unknown', 'held', 'overtaken')`;

/**
 * Fills in what rows of a program of version 2 lack: it wrote e-mails to the shopper, and all else for the desk.
 * Also run now and then later, as such a program may go on writing for a while.
 */
export function adoptOutbox(db: Kysely<Tables>) {
  const destination = sql<string>`case when body like '{"to":"shopper"%' then 'email' else 'desk' end`;
  const said = sql<number>`coalesce((select max(history.at) from history
    where history.conversation_id = outbox.conversation_id and history.version = outbox.version), 0)`;
  return db
    .updateTable('outbox')
    .set({ destination, lane: sql`conversation_id || ' ' || ${destination}`, created_at: said })
    .where('lane', '=', sql<string>`''`);
}

const inbox: Step = (db) => [
  queued(db.schema.createTable('inbox').addColumn('id', 'text', (column) => column.notNull().unique()))
    .addColumn('source', 'text', required)
    .addColumn('key', 'text', required)
    .addColumn('place', 'bigint', required)
    .addColumn('received_at', 'bigint', required)
    .addPrimaryKeyConstraint('inbox_pk', ['source', 'key']),
  db.schema.createIndex('inbox_due').on('inbox').columns(['due_at', 'id']),
  db.schema.createIndex('inbox_lane').on('inbox').columns(['lane', 'state', 'place', 'id']),
  db.schema.createIndex('inbox_done').on('inbox').column('done_at'),
  db.schema.createTable('cursor').addColumn('source', 'text', key).addColumn('value', 'text', required),
];

function queued<T extends string, C extends string>(table: CreateTableBuilder<T, C>) {
  return table
    .addColumn('lane', 'text', required)
    .addColumn('body', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('due_at', 'bigint', required)
    .addColumn('tries', 'integer', required)
    .addColumn('lease_by', 'text')
    .addColumn('lease_until', 'bigint', required)
    .addColumn('doubt', 'integer', required)
    .addColumn('why', 'text')
    .addColumn('done_at', 'bigint');
}

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
  return [outbox, inbox, handOff, whose, contact, token, agent].flatMap((step) => step(db));
}
