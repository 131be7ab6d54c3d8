/** Every statement of the store, once, for whichever database speaks it. */

import type { Kysely } from 'kysely';
import { bulk, query } from './query';
import type { Tables } from './schema';

export type Statements = ReturnType<typeof statements>;
export type AttemptRow = Tables['attempt'];

export function statements(db: Kysely<Tables>) {
  return { ...reads(db), ...turnWrites(db), ...attemptReads(db), ...attemptWrites(db) };
}

function reads(db: Kysely<Tables>) {
  return {
    load: query((v: { id: string }) =>
      db.selectFrom('conversation').select(['version', 'memory']).where('id', '=', v.id),
    ),
    answer: query((v: { channel: string; requestId: string }) =>
      db.selectFrom('answer').select('body').where('request_id', '=', v.requestId).where('channel', '=', v.channel),
    ),
    history: query((v: { id: string; limit: number }) =>
      db
        .selectFrom('history')
        .select(['at', 'by', 'channel', 'text'])
        .where('conversation_id', '=', v.id)
        .orderBy('version', 'desc')
        .orderBy('line', 'desc')
        .limit(v.limit),
    ),
    packets: query((v: { limit: number }) =>
      db.selectFrom('packet').select('body').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(v.limit),
    ),
  };
}

function turnWrites(db: Kysely<Tables>) {
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
    conversations: bulk(['id', 'version', 'memory', 'updated_at'], (rows: readonly Tables['conversation'][]) =>
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
    ),
    ...turnInserts(db),
    /** Bounded: a store that was away for a week must not stall its first turn. */
    purgeAnswers: query((v: { before: number; limit: number }) =>
      db
        .deleteFrom('answer')
        .where(({ eb, refTuple, selectFrom }) =>
          eb(
            refTuple('request_id', 'channel'),
            'in',
            selectFrom('answer')
              .select(['answer.request_id', 'answer.channel'])
              .where('answer.at', '<', v.before)
              .limit(v.limit)
              .$asTuple('request_id', 'channel'),
          ),
        )
        .returning('at'),
    ),
  };
}

function turnInserts(db: Kysely<Tables>) {
  return {
    histories: bulk(
      ['conversation_id', 'version', 'line', 'at', 'by', 'channel', 'text'],
      (rows: readonly Tables['history'][]) => db.insertInto('history').values(rows),
    ),
    outboxes: bulk(['id', 'conversation_id', 'version', 'line', 'kind', 'body'], (rows: readonly Tables['outbox'][]) =>
      db.insertInto('outbox').values(rows),
    ),
    newPackets: bulk(['id', 'conversation_id', 'created_at', 'body'], (rows: readonly Tables['packet'][]) =>
      db.insertInto('packet').values(rows),
    ),
    facts: bulk(
      [
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
      ],
      (rows: readonly Tables['fact'][]) => db.insertInto('fact').values(rows),
    ),
    answers: bulk(['channel', 'request_id', 'body', 'at'], (rows: readonly Tables['answer'][]) =>
      db.insertInto('answer').values(rows),
    ),
  };
}

function attemptReads(db: Kysely<Tables>) {
  return {
    attempt: query((v: { proposalId: string }) =>
      db.selectFrom('attempt').selectAll().where('proposal_id', '=', v.proposalId),
    ),
    openAttempts: query((v: { shopperId: string; before: number }) =>
      db
        .selectFrom('attempt')
        .selectAll()
        .where('shopper_id', '=', v.shopperId)
        .where((eb) =>
          eb.or([
            eb('state', '=', 'unknown'),
            eb.and([eb('state', '=', 'in-flight'), eb('started_at', '<', v.before)]),
            eb.and([eb('state', 'in', ['placed', 'refused']), eb('told', '=', 0)]),
          ]),
        )
        .orderBy('started_at')
        .orderBy('proposal_id'),
    ),
    unresolvedAttempts: query((v: { before: number; limit: number }) =>
      db
        .selectFrom('attempt')
        .selectAll()
        .where((eb) =>
          eb.or([
            eb('state', '=', 'unknown'),
            eb.and([eb('state', '=', 'in-flight'), eb('started_at', '<', v.before)]),
          ]),
        )
        .orderBy('started_at')
        .orderBy('proposal_id')
        .limit(v.limit),
    ),
    placedAttempts: query((v: { shopperId: string; since: number }) =>
      db
        .selectFrom('attempt')
        .selectAll()
        .where('shopper_id', '=', v.shopperId)
        .where('state', '=', 'placed')
        .where('started_at', '>=', v.since)
        .orderBy('started_at', 'desc')
        .orderBy('proposal_id', 'desc'),
    ),
  };
}

function attemptWrites(db: Kysely<Tables>) {
  return {
    /** Answers nothing when somebody was first. */
    beginAttempt: query((v: AttemptRow) =>
      db
        .insertInto('attempt')
        .values({
          proposal_id: v.proposal_id,
          conversation_id: v.conversation_id,
          shopper_id: v.shopper_id,
          proposal: v.proposal,
          state: v.state,
          result: v.result,
          started_at: v.started_at,
          told: v.told,
        })
        .onConflict((conflict) => conflict.column('proposal_id').doNothing())
        .returning('proposal_id'),
    ),
    finishAttempt: query((v: { proposalId: string; state: string; result: string; told: number }) =>
      db
        .updateTable('attempt')
        .set({ state: v.state, result: v.result, told: v.told })
        .where('proposal_id', '=', v.proposalId)
        .where('state', 'in', ['in-flight', 'unknown'])
        .returning('proposal_id'),
    ),
    tellAttempt: query((v: { proposalId: string }) =>
      db.updateTable('attempt').set({ told: 1 }).where('proposal_id', '=', v.proposalId).returning('proposal_id'),
    ),
  };
}
