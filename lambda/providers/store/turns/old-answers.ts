/** Forgets answers nobody will ask for any more, a few at a time. */

import type { Kysely } from 'kysely';
import type { Engine } from '../engine';
import { query } from '../query';
import type { Tables } from '../schema';

export type Purge = {
  /** To be called with every turn; begins a round when one is due. */
  whenDue(): void;
  stop(): void;
};

/** Longer than any platform repeats a delivery. Milliseconds. */
const ANSWERS_KEPT = 24 * 60 * 60 * 1000;
const PURGED_AT_ONCE = 256;
const PURGE_EVERY = 60 * 1000;

/** Old answers go a few at a time, each lot with the turns that wait anyway. */
export async function purgeOn({ words, now, write }: Pick<Engine, 'words' | 'now' | 'write'>): Promise<Purge> {
  const old = purgeAnswers(words);
  let due = now() + PURGE_EVERY;
  let stopped = false;
  const some = () => write(old, { before: now() - ANSWERS_KEPT, limit: PURGED_AT_ONCE });
  const rest = async () => {
    while (!stopped && (await some()).length === PURGED_AT_ONCE);
  };
  const whenDue = () => {
    if (now() < due) return;
    due = now() + PURGE_EVERY;
    // Failing here is failing to write at all, and the turn beside it says so.
    rest().catch(() => {});
  };
  await some();
  return {
    whenDue,
    stop: () => {
      stopped = true;
    },
  };
}

/** Bounded: a store that was away for a week must not stall its first turn. */
function purgeAnswers(db: Kysely<Tables>) {
  return query((v: { before: number; limit: number }) =>
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
  );
}
