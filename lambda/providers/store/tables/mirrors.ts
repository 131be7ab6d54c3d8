/** How a shopper's orders last stood, on any engine; turns write whose conversation it is, and what the shop said when it was asked. */

import type { Kysely } from 'kysely';
import type { MirrorNote, Mirrors } from '../../../services/news/mirror';
import type { Engine } from '../engine';
import { bulk, query, queryOne } from '../query';
import { byIds } from '../rows';
import type { Tables } from '../schema';

type MirrorRow = Tables['order_mirror'];
const COLUMNS = ['conversation_id', 'shopper_id', 'changed_at', 'orders', 'at', 'is_told'] as const;

export function mirrorsOn({ words, read, write }: Engine): Mirrors {
  const statements = mirrorStatements(words);
  return {
    of: async (shopperId) => (await read(statements.of, { shopperId })).map((row) => row.conversation_id),
    async get(id) {
      const [row] = await read(statements.get, { id });
      return row?.orders ? { orders: row.orders, at: Number(row.at), isTold: row.is_told === 1 } : null;
    },
    async put(id, { orders, at }) {
      await write(statements.put, { id, orders, at });
    },
  };
}

export function mirrorRow(conversation: string, { shopperId, isChanged, at, seen }: MirrorNote): MirrorRow {
  const place = { conversation_id: conversation, shopper_id: shopperId, changed_at: isChanged ? at : 0 };
  return { ...place, orders: seen?.orders ?? null, at: seen?.at ?? 0, is_told: 0 };
}

/** What several turns of one conversation say together, in their order: one statement must not write a row twice. */
export function mirrorsTogether(rows: readonly MirrorRow[]): readonly MirrorRow[] {
  const byId = new Map<string, MirrorRow>();
  for (const row of rows) {
    const before = byId.get(row.conversation_id);
    const isAll = !before || row.changed_at > 0;
    const { orders, at } = isAll || row.orders !== null ? row : before;
    byId.set(row.conversation_id, {
      ...row,
      changed_at: Math.max(row.changed_at, before?.changed_at ?? 0),
      orders,
      at,
    });
  }
  return [...byId.values()].sort((a, b) => (a.conversation_id < b.conversation_id ? -1 : 1));
}

/** In this order: what is void goes, then it stands whose it is, and what was seen where it is newer. */
export function mirrorWrites(db: Kysely<Tables>) {
  return {
    voidMirrors: byIds((ids) => db.deleteFrom('order_mirror').where('conversation_id', 'in', ids).returning('at')),
    newMirrors: bulk(COLUMNS, (rows: readonly MirrorRow[]) =>
      db
        .insertInto('order_mirror')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .column('conversation_id')
            .doUpdateSet(({ ref }) => ({ orders: ref('excluded.orders'), at: ref('excluded.at'), is_told: 0 }))
            .whereRef('excluded.at', '>', 'order_mirror.at')
            .whereRef('excluded.at', '>', 'order_mirror.changed_at'),
        ),
    ),
  };
}

/** What was said in the conversations goes by then, too. */
export function mirrorPurges(db: Kysely<Tables>) {
  return {
    purgeMirrors: query((v: { before: number }) =>
      db
        .updateTable('order_mirror')
        .set({ orders: null, at: 0, is_told: 0 })
        .where('orders', 'is not', null)
        .where('at', '<', v.before)
        .returning('at'),
    ),
  };
}

function mirrorStatements(db: Kysely<Tables>) {
  return {
    of: query((v: { shopperId: string }) =>
      db
        .selectFrom('order_mirror')
        .select('conversation_id')
        .where('shopper_id', '=', v.shopperId)
        .orderBy('conversation_id'),
    ),
    get: queryOne((v: { id: string }) =>
      db.selectFrom('order_mirror').select(['orders', 'at', 'is_told']).where('conversation_id', '=', v.id),
    ),
    put: query((v: { id: string; orders: string; at: number }) =>
      db
        .updateTable('order_mirror')
        .set({ orders: v.orders, at: v.at, is_told: 1 })
        .where('conversation_id', '=', v.id)
        .where('changed_at', '<', v.at)
        .where('at', '<=', v.at)
        .returning('conversation_id'),
    ),
  };
}
