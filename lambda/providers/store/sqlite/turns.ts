/** Writes many turns at once inside the open transaction, where the write lock is ours and nothing can move meanwhile. */

import type { TurnRows } from '../engine';
import type { TurnStatements } from '../turns/statements';
import { decide, deliveriesOf, idsOf, writesOf } from '../turns/writes';
import type { FileConnection } from './file';

/** In order: true where the turn was written, false where its version moved on or its request has an answer already. */
export function writeTurns(
  connection: FileConnection,
  statements: TurnStatements,
  turns: readonly TurnRows[],
): boolean[] {
  const versions = connection.runBulk(statements.versions, idsOf(turns));
  const answered = connection.runBulk(statements.answered, deliveriesOf(turns));
  const accepted = decide(turns, versions, answered);
  const written = turns.filter((_, index) => accepted[index]);
  for (const { query, rows } of writesOf(statements, written)) connection.run(query, rows);
  return accepted;
}
