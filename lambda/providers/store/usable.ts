/** Whether something could be kept now: tried with a row of the store's own, as only a write finds out. */

import type { Kysely } from 'kysely';
import type { Engine } from './engine';
import { query } from './query';
import type { Tables } from './schema';

/** Durable when it resolves; throws what stands in the way. */
export function usableOn({ words, now, write }: Pick<Engine, 'words' | 'now' | 'write'>): () => Promise<void> {
  const mark = marking(words);
  return async () => void (await write(mark, { at: now() }));
}

/** No channel is called so. It goes with the old answers, and is there again with the next look. */
const KEY = { channel: 'store', request_id: 'usable' } as const;

function marking(db: Kysely<Tables>) {
  return query((v: { at: number }) =>
    db
      .insertInto('answer')
      .values({ ...KEY, body: '', at: v.at })
      .onConflict((conflict) => conflict.columns(['request_id', 'channel']).doUpdateSet({ at: v.at }))
      .returning('at'),
  );
}
