/** Keys of sealed words, on any engine; they lie in a store of their own. */

import type { Kysely } from 'kysely';
import type { WordKey, WordKeys } from '../../../services/privacy/word-keys';
import type { Engine } from '../engine';
import { query, queryOne } from '../query';
import { atMost, byIds, parts } from '../rows';
import type { Tables } from '../schema';

export function wordKeysOn({ words, read, write, together, wipe }: Engine): WordKeys {
  const statements = keyStatements(words);
  const get: WordKeys['get'] = async (id) => {
    const [row] = await read(statements.get, { id });
    return row ? keyOf(row) : null;
  };
  return {
    get,
    async put({ conversationId, wrapped, usedAt }) {
      await write(statements.put, { id: conversationId, wrapped, at: usedAt });
      const kept = await get(conversationId);
      if (!kept) throw new Error('a key that was kept is not there');
      return kept;
    },
    async used(id, at) {
      await write(statements.used, { id, at });
    },
    async idle(before, after, limit) {
      return (await read(statements.idle, { before, after, limit: atMost(limit) })).map(keyOf);
    },
    async destroy(ids) {
      if (ids.length === 0) return;
      await together(
        parts(
          statements.destroy,
          ids.map((id) => ({ id })),
        ),
      );
      await wipe?.();
    },
  };
}

function keyOf({ conversation_id, wrapped, used_at }: Tables['word_key']): WordKey {
  return { conversationId: conversation_id, wrapped, usedAt: used_at };
}

function keyStatements(db: Kysely<Tables>) {
  return {
    get: queryOne((v: { id: string }) => db.selectFrom('word_key').selectAll().where('conversation_id', '=', v.id)),
    put: query((v: { id: string; wrapped: string; at: number }) =>
      db
        .insertInto('word_key')
        .values({ conversation_id: v.id, wrapped: v.wrapped, used_at: v.at })
        .onConflict((conflict) => conflict.doNothing())
        .returning('used_at'),
    ),
    used: query((v: { id: string; at: number }) =>
      db.updateTable('word_key').set({ used_at: v.at }).where('conversation_id', '=', v.id).returning('used_at'),
    ),
    idle: query((v: { before: number; after: string; limit: number }) =>
      db
        .selectFrom('word_key')
        .selectAll()
        .where('conversation_id', '>', v.after)
        .where('used_at', '<', v.before)
        .orderBy('conversation_id')
        .limit(v.limit),
    ),
    destroy: byIds((ids) => db.deleteFrom('word_key').where('conversation_id', 'in', ids).returning('used_at')),
  };
}
