/** What a day at the desk came to, on any engine. */

import { type Kysely, sql } from 'kysely';
import { DONE } from '../../../services/hand-off/hand-offs';
import type { HandOffQueue } from '../../../services/hand-off/queue';
import type { Engine } from '../engine';
import { isOver } from '../migrations/migration-pages';
import { oneOf } from '../parse';
import { query } from '../query';
import type { Tables } from '../schema';

export function figuresOn({ words, read }: Engine): Pick<HandOffQueue, 'figures' | 'loads'> {
  const statements = figureStatements(words);
  return {
    async loads() {
      const rows = await read(statements.loads, {});
      return rows.flatMap(({ agent_id: agentId, ...load }) => (agentId === null ? [] : [{ agentId, ...load }]));
    },
    async figures(since) {
      const [came, ended] = await Promise.all([read(statements.came, { since }), read(statements.ended, { since })]);
      const waited = came.flatMap(({ created_at: from, accepted_at: to }) => (to === null ? [] : [to - from]));
      waited.sort((a, b) => a - b);
      return {
        came: came.length,
        taken: waited.length,
        waitedMs: waited[Math.floor(waited.length / 2)] ?? null,
        rated: { count: sum(ended, 'rated'), mean: meanOf(sum(ended, 'stars'), sum(ended, 'rated')) },
        ended: ended
          .map(({ done, count }) => ({ done: done === null ? null : oneOf(DONE, done, 'deed'), count }))
          .sort((a, b) => b.count - a.count),
      };
    },
  };
}

function sum<K extends string>(rows: readonly Readonly<Record<K, number>>[], what: K): number {
  return rows.reduce((all, row) => all + Number(row[what]), 0);
}

function meanOf(all: number, count: number): number | null {
  return count === 0 ? null : all / count;
}

function figureStatements(db: Kysely<Tables>) {
  return {
    loads: query(() =>
      db
        .selectFrom('hand_off')
        .where('ended_at', 'is', null)
        .where('agent_id', 'is not', null)
        .groupBy('agent_id')
        .select(({ fn }) => [
          'agent_id',
          fn.countAll<number>().as('open'),
          fn.count<number>('waiting_since').as('waiting'),
        ]),
    ),
    came: query((v: { since: number }) =>
      db.selectFrom('hand_off').select(['created_at', 'accepted_at']).where('created_at', '>=', v.since),
    ),
    ended: query((v: { since: number }) =>
      db
        .selectFrom('hand_off')
        .where(isOver)
        .where('ended_at', '>=', v.since)
        .groupBy('done')
        .select(({ fn }) => [
          'done',
          fn.countAll<number>().as('count'),
          fn.count<number>('rating').as('rated'),
          fn.coalesce(fn.sum<number>('rating'), sql<number>`0`).as('stars'),
        ]),
    ),
  };
}
