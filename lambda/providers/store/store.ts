/** The store's port on any engine: translates between the port's values and rows, and knows no database. */

import type { Attempt, Attempts } from '../../services/commerce/attempts';
import type { Conversations, HistoryLine, PlacedLine } from '../../services/conversation/conversation';
import { readMemory } from '../../services/conversation/memory';
import type { Store } from '../../services/store';
import type { Show } from '../../vocabulary/answer';
import type { AttemptRow } from './attempt-statements';
import type { Engine } from './engine';
import { atMost } from './rows';
import type { Tables } from './schema';
import { agentsOn } from './tables/agents';
import { contactsOn } from './tables/contacts';
import { handOffsOn } from './tables/hand-offs';
import { inboxOn } from './tables/inbox';
import { outboxOn } from './tables/outbox';
import { privacyOn } from './tables/privacy';
import { tokensOn } from './tables/tokens';
import { visitorsOn } from './tables/visitors';
import { turnRows } from './turns/rows';

export function storeOn(engine: Engine): Store {
  return {
    conversations: conversationsOn(engine),
    attempts: attemptsOn(engine),
    handOffs: handOffsOn(engine),
    visitors: visitorsOn(engine),
    outbox: outboxOn(engine),
    inbox: inboxOn(engine),
    contacts: contactsOn(engine),
    tokens: tokensOn(engine),
    agents: agentsOn(engine),
    privacy: privacyOn(engine),
    close: () => engine.close(),
  };
}

function conversationsOn({ statements, now, read, turn, durable }: Engine): Conversations {
  return {
    async open({ conversationId, contactId = '', shopperId = '', ...delivery }) {
      const [row] = await read(statements.open, { ...delivery, id: conversationId, contactId, shopperId });
      if (!row) throw new Error('a query that always finds a row found none');
      const { id, version, memory, answer, attempted } = row;
      if (answer !== null) await durable();
      const stored = version === null || memory === null ? null : { version, memory: readMemory(memory) };
      return { answer, conversationId: id, stored, hasOpenAttempts: attempted === 1 };
    },
    async load(id) {
      const [row] = await read(statements.load, { id });
      return row ? { version: row.version, memory: readMemory(row.memory) } : null;
    },
    async answerOf(channel, requestId) {
      const [row] = await read(statements.answer, { channel, requestId });
      if (row) await durable();
      return row?.body ?? null;
    },
    async commit(commit) {
      return (await turn(turnRows(commit, now()))) ? 'committed' : 'conflict';
    },
    async history(id, limit) {
      const rows = await read(statements.history, { id, limit: atMost(limit) });
      return rows.map(wordsOf).reverse();
    },
    async since(id, after, limit) {
      const rows = after
        ? await read(statements.historySince, { id, ...after, limit: atMost(limit) })
        : [...(await read(statements.history, { id, limit: atMost(limit) }))].reverse();
      return rows.map(placedOf);
    },
  };
}

function attemptsOn({ statements, read, write }: Engine): Attempts {
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

type HistoryRow = Omit<Tables['history'], 'conversation_id'>;

function wordsOf({ at, by, channel, text, name }: HistoryRow): HistoryLine {
  return { at, by, channel, text, ...(name === null ? {} : { name }) } as HistoryLine;
}

function placedOf(row: HistoryRow): PlacedLine {
  const { version, line, show } = row;
  return { ...wordsOf(row), ...(show === null ? {} : { show: JSON.parse(show) as Show }), version, line };
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
    state: row.state as Attempt['state'],
    result: row.result,
    startedAt: row.started_at,
    told: row.told === 1,
  };
}
