/** What time a store says it is. */

import { type Kysely, sql } from 'kysely';
import type { StoreTime } from '../../services/store';
import type { Engine } from './engine';
import { query } from './query';
import type { Tables } from './schema';

/** A database of servers has a clock that all of them share. */
export function databaseTime({ words, read }: Pick<Engine, 'words' | 'read'>): () => Promise<StoreTime> {
  const asked = clockOf(words);
  return async () => ({ kind: 'database', at: Number((await read(asked, {}))[0]?.at ?? 0) });
}

/** A file has none: it knows the latest moment that was written down. */
export function writtenTime({ words, read }: Pick<Engine, 'words' | 'read'>): () => Promise<StoreTime> {
  const latest = latestIn(words);
  return async () => ({ kind: 'written', at: Number((await read(latest, {}))[0]?.at ?? 0) });
}

function clockOf(db: Kysely<Tables>) {
  return query(() => db.selectNoFrom(sql<number>`extract(epoch from clock_timestamp()) * 1000`.as('at')));
}

/** Every turn, every deed of the desk, every look whether anything can be kept, and every guess: each at the end of an index, or few. */
function latestIn(db: Kysely<Tables>) {
  const newest = (table: 'fact' | 'answer' | 'desk_record' | 'guess') =>
    db.selectFrom(table).select(({ fn }) => fn.max<number>(`${table}.at`).as('at'));
  return query(() =>
    db
      .selectFrom(
        newest('fact').unionAll(newest('answer')).unionAll(newest('desk_record')).unionAll(newest('guess')).as('all'),
      )
      .select(({ fn }) => fn.max<number>('all.at').as('at')),
  );
}
