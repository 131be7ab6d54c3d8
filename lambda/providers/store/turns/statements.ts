/** The statements that write turns, many in one go. */

import type { Kysely } from 'kysely';
import type { NewItem } from '../engine';
import { bulk, type Scalar } from '../query';
import type { TableName, Tables } from '../schema';
import { joinContacts, newTrails } from '../tables/contacts';
import { handOffUpsert } from '../tables/hand-offs';
import { mirrorWrites } from '../tables/mirrors';
import { newTokens } from '../tables/tokens';
import { newWords } from '../tables/words';
import { amendingStatements } from './amending';

export type TurnStatements = ReturnType<typeof turnStatements>;

export function turnStatements(db: Kysely<Tables>) {
  return {
    ...decisionStatements(db),
    ...mirrorWrites(db),
    ...amendingStatements(db),
    newConversations: insertInto(db, 'conversation', ['id', 'version', 'memory', 'updated_at']),
    conversations: conversationUpsert(db),
    histories: insertInto(db, 'history', [
      'conversation_id',
      'version',
      'line',
      'at',
      'by',
      'channel',
      'text',
      'show',
      'name',
      'sealed',
    ]),
    outboxes: insertInto(db, 'outbox', ITEM_COLUMNS),
    newPackets: insertInto(db, 'packet', ['id', 'conversation_id', 'created_at', 'body']),
    facts: insertInto(db, 'fact', FACT_COLUMNS),
    missedLines: insertInto(db, 'missed', ['conversation_id', 'at', 'channel', 'locale', 'kind', 'topic', 'words']),
    newFiles: insertInto(db, 'photo', ['id', 'conversation_id', 'at', 'type', 'data']),
    answers: insertInto(db, 'answer', ['channel', 'request_id', 'body', 'at', 'conversation_id']),
    tellAttempts: tellAttempts(db),
    handOffs: handOffUpsert(db),
    newWords: newWords(db),
    newTokens: newTokens(db),
    joinContacts: joinContacts(db),
    newTrails: newTrails(db),
  };
}

const ITEM_COLUMNS = [
  'id',
  'conversation_id',
  'version',
  'line',
  'kind',
  'destination',
  'lane',
  'body',
  'due_at',
  'created_at',
] as const satisfies readonly (keyof NewItem)[];

const FACT_COLUMNS: readonly (keyof Tables['fact'])[] = [
  'turn',
  'at',
  'channel',
  'locale',
  'heard',
  'intent',
  'replies',
  'asks',
  'outcome',
  'misses',
  'milliseconds',
  'wording',
  'rating',
  'answers',
];

/** What decides whether a turn may be written. */
function decisionStatements(db: Kysely<Tables>) {
  return {
    versions: bulk(['id'], (rows: readonly { id: string }[]) =>
      db
        .selectFrom('conversation')
        .select(['id', 'version'])
        .where(
          'id',
          'in',
          rows.map((row) => row.id),
        ),
    ),
    answered: bulk(['requestId'], (rows: readonly { requestId: string }[]) =>
      db
        .selectFrom('answer')
        .select(['channel', 'request_id as requestId'])
        .where(
          'request_id',
          'in',
          rows.map((row) => row.requestId),
        ),
    ),
  };
}

function conversationUpsert(db: Kysely<Tables>) {
  return bulk(['id', 'version', 'memory', 'updated_at'], (rows: readonly Tables['conversation'][]) =>
    db
      .insertInto('conversation')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          version: (eb) => eb.ref('excluded.version'),
          memory: (eb) => eb.ref('excluded.memory'),
          updated_at: (eb) => eb.ref('excluded.updated_at'),
        }),
      ),
  );
}

function insertInto<T extends TableName, C extends keyof Tables[T] & string>(
  db: Kysely<Tables>,
  table: T,
  columns: readonly C[],
) {
  return bulk<{ readonly [K in C]: Tables[T][K] & Scalar }, never>(
    columns,
    (rows) => db.insertInto(table).values(rows as never) as never,
  );
}

function tellAttempts(db: Kysely<Tables>) {
  return bulk(['proposalId'], (rows: readonly { proposalId: string }[]) =>
    db
      .updateTable('attempt')
      .set({ told: 1 })
      .where(
        'proposal_id',
        'in',
        rows.map((row) => row.proposalId),
      )
      .returning('proposal_id'),
  );
}
