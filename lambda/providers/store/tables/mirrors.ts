/** What the shop last told of a shopper's orders, on any engine; turns write whose conversation it is. */

import type { Kysely } from 'kysely';
import type { MirrorNote, Mirrors } from '../../../services/news/mirror';
import type { Engine } from '../engine';
import { bulk, query, queryOne } from '../query';
import { byIds } from '../rows';
import type { Tables } from '../schema';

type MirrorRow = Tables['order_mirror'];

export function mirrorsOn({ words, read, write }: Engine): Mirrors {
  const statements = mirrorStatements(words);
  return {
    of: async (shopperId) => (await read(statements.of, { shopperId })).map((row) => row.conversation_id),
    async get(id) {
      const [row] = await read(statements.get, { id });
      return row?.orders ? { orders: row.orders, at: Number(row.at) } : null;
    },
    async put(id, { orders, at }) {
      await write(statements.put, { id, orders, at });
    },
  };
}

export function mirrorRow(conversation: string, { shopperId, isChanged, at }: MirrorNote): MirrorRow {
  const changed_at = isChanged ? at : 0;
  return { conversation_id: conversation, shopper_id: shopperId, changed_at, orders: null, at: 0 };
}

/** In this order: what is void goes, then whose it is stands, the one that made it void before the others. */
export function mirrorWrites(db: Kysely<Tables>) {
  return {
    voidMirrors: byIds((ids) => db.deleteFrom('order_mirror').where('conversation_id', 'in', ids).returning('at')),
    newMirrors: bulk(['conversation_id', 'shopper_id', 'changed_at', 'orders', 'at'], (rows: readonly MirrorRow[]) =>
      db
        .insertInto('order_mirror')
        .values(rows)
        .onConflict((conflict) => conflict.doNothing()),
    ),
  };
}

/** What was said in the conversations goes by then, too. */
export function mirrorPurges(db: Kysely<Tables>) {
  return {
    purgeMirrors: query((v: { before: number }) =>
      db
        .updateTable('order_mirror')
        .set({ orders: null, at: 0 })
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
      db.selectFrom('order_mirror').select(['orders', 'at']).where('conversation_id', '=', v.id),
    ),
    put: query((v: { id: string; orders: string; at: number }) =>
      db
        .updateTable('order_mirror')
        .set({ orders: v.orders, at: v.at })
        .where('conversation_id', '=', v.id)
        .where('changed_at', '<', v.at)
        .where('at', '<', v.at)
        .returning('conversation_id'),
    ),
  };
}
