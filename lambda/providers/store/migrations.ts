/** Every step the schema ever took, in order; a step that was released is never edited, a new one is added. */

import type { Compilable, Kysely } from 'kysely';
import type { Tables } from './schema';

export type Migration = {
  readonly version: number;
  readonly name: string;
  readonly up: (db: Kysely<Tables>) => readonly Compilable[];
};

/** Kept apart from the steps: it must exist before they can be counted. */
export function migrationTable(db: Kysely<Tables>): Compilable {
  return db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'bigint', (column) => column.notNull());
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'conversations',
    up: (db) => [...conversationTables(db), ...turnTables(db), ...attemptTable(db)],
  },
];

/** The version a store has when every step is taken. */
export const LATEST = MIGRATIONS.reduce((latest, { version }) => Math.max(latest, version), 0);

function conversationTables(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('conversation')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('memory', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull()),
    db.schema
      .createTable('history')
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('line', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('history_pk', ['conversation_id', 'version', 'line']),
    db.schema
      .createTable('packet')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull()),
    db.schema.createIndex('packet_newest').on('packet').columns(['created_at', 'id']),
  ];
}

function turnTables(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().references('conversation.id').onDelete('cascade'),
      )
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('line', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull()),
    db.schema
      .createTable('fact')
      .addColumn('turn', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('heard', 'text', (column) => column.notNull())
      .addColumn('intent', 'text')
      .addColumn('replies', 'text', (column) => column.notNull())
      .addColumn('asks', 'text')
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('misses', 'integer', (column) => column.notNull())
      .addColumn('milliseconds', 'integer', (column) => column.notNull())
      .addColumn('wording', 'text', (column) => column.notNull()),
    db.schema.createIndex('fact_at').on('fact').column('at'),
    db.schema
      .createTable('answer')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('request_id', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('answer_pk', ['request_id', 'channel']),
    db.schema.createIndex('answer_at').on('answer').column('at'),
  ];
}

/** An attempt may begin before its conversation was ever committed, so it refers to none. */
function attemptTable(db: Kysely<Tables>): readonly Compilable[] {
  return [
    db.schema
      .createTable('attempt')
      .addColumn('proposal_id', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull())
      .addColumn('shopper_id', 'text', (column) => column.notNull())
      .addColumn('proposal', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('result', 'text')
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('told', 'integer', (column) => column.notNull()),
    db.schema.createIndex('attempt_shopper').on('attempt').columns(['shopper_id', 'started_at']),
    db.schema.createIndex('attempt_state').on('attempt').columns(['state', 'started_at']),
  ];
}
