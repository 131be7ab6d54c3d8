/** The part of the third step that is about queues: an outbox that is delivered, and an inbox. */

import { type Compilable, type CreateTableBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from '../schema';
import { from, key, required } from './migration-columns';

type Step = (db: Kysely<Tables>) => readonly Compilable[];

export function queueStep(db: Kysely<Tables>): readonly Compilable[] {
  return [...outbox(db), ...inbox(db)];
}

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
