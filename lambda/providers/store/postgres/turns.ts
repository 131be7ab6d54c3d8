/** Writes a batch of turns in one transaction of two trips: lock and look, then decide, write all and commit. */

import type { TurnRows } from '../engine';
import type { TurnStatements } from '../turns/statements';
import { decide, deliveriesOf, idsOf, writesOf } from '../turns/writes';
import { writeOnce } from './once';
import { type Connections, type Prepared, prepared, preparedText } from './pool';
import { takenBy } from './problems';

export type TurnWriter = {
  readonly connections: Connections;
  readonly statements: TurnStatements;
  readonly now: () => number;
};

/** The channel of NOTIFY; what it carries is the id of a conversation. */
export const NOTIFIED = 'earshot_commit';
/** In bytes; PostgreSQL refuses 8000. Whoever has a longer id is found by looking. */
const LONGEST_NOTICE = 2000;
/** Each lost race shows what won it, so a second one is rare and a tenth is a fault of ours. */
const RACES = 10;

/** In order: true where the turn was written. `turns` are about different conversations and deliveries. */
export async function writeBatch(writer: TurnWriter, turns: readonly TurnRows[]): Promise<readonly boolean[]> {
  for (let races = 1; ; races++) {
    try {
      return await lookAndWrite(writer, turns);
    } catch (error) {
      // Somebody wrote the same conversation or delivery between our look and our write: look again.
      const wasRace = ['conversation_pkey', 'answer_pk'].includes(takenBy(error) ?? '');
      if (!wasRace || races === RACES) throw error;
    }
  }
}

function lookAndWrite({ connections, statements, now }: TurnWriter, turns: readonly TurnRows[]) {
  const ids = idsOf(turns).map(({ id }) => id);
  const requests = deliveriesOf(turns).map(({ requestId }) => requestId);
  return writeOnce<readonly boolean[]>(connections, {
    at: now(),
    first: [preparedText(LOCK, [ids]), preparedText(ANSWERED, [requests])],
    decide: ([versions, answered]) => {
      const outcome = decide(turns, versions?.rows ?? [], answered?.rows ?? []);
      const written = turns.filter((_, index) => outcome[index]);
      if (written.length === 0) return { outcome, rest: null };
      const rest = writesOf(statements, written).map(({ query, rows }) => prepared(query, rows));
      return { outcome, rest, after: noticesOf(written) };
    },
  });
}

/** Locked until the COMMIT, so the versions stay what they are; in order, so that nobody waits crosswise. */
const LOCK = 'select "id", "version" from "conversation" where "id" = any($1::text[]) order by "id" for update';
const ANSWERED = 'select "channel", "request_id" as "requestId" from "answer" where "request_id" = any($1::text[])';

/**
 * After the COMMIT and in the same breath: within the transaction a notice would make all commits of the database wait
 * for each other. One lost in between is made good by whoever looks from time to time.
 */
function noticesOf(turns: readonly TurnRows[]): readonly Prepared[] {
  const ids = idsOf(turns).flatMap(({ id }) => (Buffer.byteLength(id) > LONGEST_NOTICE ? [] : [id]));
  return ids.length === 0 ? [] : [preparedText(NOTIFY, [NOTIFIED, ids])];
}

const NOTIFY = 'select pg_notify($1, "id") from unnest($2::text[]) as "id"';
