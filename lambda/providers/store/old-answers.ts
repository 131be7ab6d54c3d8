/** Forgets answers nobody will ask for any more, a few at a time. */

import type { Engine } from './engine';

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
export async function purgeOn({
  statements,
  now,
  write,
}: Pick<Engine, 'statements' | 'now' | 'write'>): Promise<Purge> {
  let due = now() + PURGE_EVERY;
  let stopped = false;
  const some = () => write(statements.purgeAnswers, { before: now() - ANSWERS_KEPT, limit: PURGED_AT_ONCE });
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
