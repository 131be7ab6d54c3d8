/** Writes many turns at once inside the open transaction, where the write lock is ours and nothing can move meanwhile. */

import type { TurnRows } from './engine';
import type { Connection } from './sqlite-file';
import type { Statements } from './statements';

/** In order: true where the turn was written, false where its version moved on or its request has an answer already. */
export function writeTurns(connection: Connection, statements: Statements, turns: readonly TurnRows[]): boolean[] {
  const accepted = decide(connection, statements, turns);
  const written = turns.filter((_, index) => accepted[index]);
  connection.runBulk(
    statements.conversations,
    written.map(({ conversation }) => conversation),
  );
  connection.runBulk(
    statements.answers,
    written.map(({ answer }) => answer),
  );
  connection.runBulk(
    statements.facts,
    written.map(({ fact }) => fact),
  );
  connection.runBulk(
    statements.histories,
    written.flatMap(({ history }) => history),
  );
  connection.runBulk(
    statements.outboxes,
    written.flatMap(({ outbox }) => outbox),
  );
  connection.runBulk(
    statements.newPackets,
    written.flatMap(({ packet }) => packet),
  );
  connection.runBulk(
    statements.tellAttempts,
    written.flatMap(({ told }) => told),
  );
  return accepted;
}

/** First come, first served: an earlier turn of the same batch counts as written. */
function decide(connection: Connection, statements: Statements, turns: readonly TurnRows[]): boolean[] {
  const ids = turns.map(({ conversation }) => ({ id: conversation.id }));
  const requests = turns.map(({ answer }) => ({ requestId: answer.request_id }));
  const versions = new Map(connection.runBulk(statements.versions, ids).map(({ id, version }) => [id, version]));
  const answered = new Set(
    connection.runBulk(statements.answered, requests).map(({ channel, requestId }) => delivery(channel, requestId)),
  );
  return turns.map(({ expected, conversation, answer }) => {
    const key = delivery(answer.channel, answer.request_id);
    if ((versions.get(conversation.id) ?? 0) !== expected || answered.has(key)) return false;
    versions.set(conversation.id, conversation.version);
    answered.add(key);
    return true;
  });
}

function delivery(channel: string, requestId: string): string {
  return `${channel} ${requestId}`;
}
