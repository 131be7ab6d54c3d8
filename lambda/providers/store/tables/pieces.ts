/** Pieces of what is too large for one write, on any engine. */

import type { Kysely } from 'kysely';
import type { Pieces } from '../../../services/privacy/pieces';
import type { Engine } from '../engine';
import { query, queryOne } from '../query';
import { inLots } from '../rows';
import type { Tables } from '../schema';

/** Of half a megabyte each: what goes in one write is overwritten in it as well. */
const LOT = 2;

export function piecesOn({ words, read, write, now }: Engine): Pieces {
  const statements = pieceStatements(words);
  return {
    async put({ whole, number, whose, data }) {
      await write(statements.put, { id: idOf(whole, number), whole, whose, at: now(), data });
    },
    async get(whole, number) {
      const [row] = await read(statements.get, { id: idOf(whole, number) });
      return row?.data ?? null;
    },
    async drop(whole) {
      await inLots(LOT, () => write(statements.drop, { whole }));
    },
    async forget(all, by) {
      for (const whose of new Set(all)) await inLots(LOT, () => write(statements.forget, { whose, by }));
    },
    purge: (before) => inLots(LOT, () => write(statements.purge, { before })),
  };
}

function idOf(whole: string, number: number): string {
  return `${whole}/${number}`;
}

type New = { id: string; whole: string; whose: string; at: number; data: string };

function pieceStatements(db: Kysely<Tables>) {
  const gone = db.deleteFrom('piece').returning('at');
  const lot = db.selectFrom('piece as some').select('some.id').limit(LOT);
  return {
    put: query((v: New) =>
      db
        .insertInto('piece')
        .values({ id: v.id, whole: v.whole, whose: v.whose, at: v.at, data: v.data })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    get: queryOne((v: { id: string }) => db.selectFrom('piece').select('data').where('id', '=', v.id)),
    drop: query((v: { whole: string }) => gone.where('id', 'in', lot.where('some.whole', '=', v.whole))),
    forget: query((v: { whose: string; by: number }) =>
      gone.where('id', 'in', lot.where('some.whose', '=', v.whose).where('some.at', '<=', v.by)),
    ),
    purge: query((v: { before: number }) => gone.where('id', 'in', lot.where('some.at', '<', v.before))),
  };
}
