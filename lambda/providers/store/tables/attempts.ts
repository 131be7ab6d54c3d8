/** Order attempts on any engine. */

import type { ExpressionBuilder, Kysely } from 'kysely';
import { ATTEMPT_STATES, type Attempt, type Attempts } from '../../../services/commerce/attempts';
import type { Engine } from '../engine';
import { isOpen } from '../migrations/migration-attempts';
import { oneOf } from '../parse';
import { query, queryOne } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';

type AttemptRow = Tables['attempt'];

export function attemptsOn({ words, read, write }: Engine): Attempts {
  const statements = attemptStatements(words);
  const get = async (proposalId: string) => {
    const [row] = await read(statements.attempt, { proposalId });
    return row ? attemptOf(row) : null;
  };
  return {
    get,
    async begin(attempt) {
      const [begun] = await write(statements.beginAttempt, rowOf(attempt));
      if (begun) return 'begun';
      const first = await get(attempt.proposalId);
      if (!first) throw new Error(`order attempt ${attempt.proposalId} was neither begun nor found`);
      return first;
    },
    async finish(proposalId, state, result, told) {
      await write(statements.finishAttempt, { proposalId, state, result, told: told ? 1 : 0 });
    },
    async open(shopperId, before) {
      return (await read(statements.openAttempts, { shopperId, before })).map(attemptOf);
    },
    async unresolved(before, limit) {
      return (await read(statements.unresolvedAttempts, { before, limit: atMost(limit) })).map(attemptOf);
    },
    async told(proposalId) {
      await write(statements.tellAttempt, { proposalId });
    },
    async placedSince(shopperId, since) {
      return (await read(statements.placedAttempts, { shopperId, since })).map(attemptOf);
    },
  };
}

function rowOf(attempt: Parameters<Attempts['begin']>[0]): AttemptRow {
  return {
    proposal_id: attempt.proposalId,
    conversation_id: attempt.conversationId,
    shopper_id: attempt.shopperId,
    proposal: attempt.proposal,
    state: attempt.state ?? 'in-flight',
    result: attempt.result ?? null,
    started_at: attempt.startedAt,
    told: attempt.told ? 1 : 0,
  };
}

function attemptOf(row: AttemptRow): Attempt {
  return {
    proposalId: row.proposal_id,
    conversationId: row.conversation_id,
    shopperId: row.shopper_id,
    proposal: row.proposal,
    state: oneOf(ATTEMPT_STATES, row.state, 'state of an attempt'),
    result: row.result,
    startedAt: row.started_at,
    told: row.told === 1,
  };
}

export function attemptStatements(db: Kysely<Tables>) {
  return { ...attemptReads(db), ...attemptWrites(db) };
}

function attemptReads(db: Kysely<Tables>) {
  const all = db.selectFrom('attempt').selectAll();
  const oldestFirst = all.orderBy('started_at').orderBy('proposal_id');
  return {
    attempt: queryOne((v: { proposalId: string }) => all.where('proposal_id', '=', v.proposalId)),
    openAttempts: query((v: { shopperId: string; before: number }) =>
      oldestFirst
        .where('shopper_id', '=', v.shopperId)
        .where(isOpen)
        .where((eb) =>
          eb.or([unresolved(eb, v.before), eb.and([eb('state', 'in', ['placed', 'refused']), eb('told', '=', 0)])]),
        ),
    ),
    unresolvedAttempts: query((v: { before: number; limit: number }) =>
      oldestFirst.where((eb) => unresolved(eb, v.before)).limit(v.limit),
    ),
    placedAttempts: query((v: { shopperId: string; since: number }) =>
      all
        .where('shopper_id', '=', v.shopperId)
        .where('state', '=', 'placed')
        .where('started_at', '>=', v.since)
        .orderBy('started_at', 'desc')
        .orderBy('proposal_id', 'desc'),
    ),
  };
}

/** What is in flight since a moment ago is somebody's who is still waiting for the shop. */
function unresolved(eb: ExpressionBuilder<Tables, 'attempt'>, before: number) {
  return eb.or([eb('state', '=', 'unknown'), eb.and([eb('state', '=', 'in-flight'), eb('started_at', '<', before)])]);
}

const COLUMNS = [
  'proposal_id',
  'conversation_id',
  'shopper_id',
  'proposal',
  'state',
  'result',
  'started_at',
  'told',
] as const;

function attemptWrites(db: Kysely<Tables>) {
  return {
    /** Answers nothing when somebody was first. */
    beginAttempt: query((v: AttemptRow) =>
      db
        .insertInto('attempt')
        // Written out: the stand-in has every name one asks for, and none to list.
        .values(Object.fromEntries(COLUMNS.map((column) => [column, v[column]])) as AttemptRow)
        .onConflict((conflict) => conflict.column('proposal_id').doNothing())
        .returning('proposal_id'),
    ),
    /** A final state is not in the list, so it stays. */
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
