/** The fifth step: the desk's queue a page at a time, and in its order, whoever has what. */

import { type Compilable, type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../schema';

/**
 * In the very words of the indexes, or a database does not see that it may use them. What ends bears the time of it; by its
 * states SQLite would rather look it up state by state, and sort all it finds.
 */
export const isUnderWay = sql<boolean>`ended_at is null`;
export const isOver = sql<boolean>`ended_at is not null`;

/** Later than any: where it is the shopper's turn. Databases disagree where nulls belong. */
export const NOBODY_WAITS = Number.MAX_SAFE_INTEGER;
/** The longest waiting first. */
export const turn = sql<number>`coalesce(waiting_since, 9007199254740991)`;

export function pageStep(db: Kysely<Tables>): readonly Compilable[] {
  const inTurn = (name: string, whose: RawBuilder<boolean>) =>
    db.schema.createIndex(name).on('hand_off').where(sql<boolean>`${isUnderWay} and ${whose}`);
  const isTaken = sql<boolean>`agent_id is not null`;
  // The last columns are for counting: what stands in an index needs no look at the row.
  return [
    inTurn('hand_off_free', sql`agent_id is null`)
      .expression(IN_TURN)
      .columns(['created_at', 'id', 'agent_id', 'ended_at', 'waiting_since']),
    inTurn('hand_off_taken', isTaken).expression(IN_TURN).columns(['created_at', 'id']),
    inTurn('hand_off_agent', isTaken)
      .column('agent_id')
      .expression(IN_TURN)
      .columns(['created_at', 'id', 'ended_at', 'waiting_since']),
    db.schema.createIndex('hand_off_over').on('hand_off').columns(['ended_at', 'id']).where(isOver),
  ];
}

const IN_TURN = sql`(${turn})`;
