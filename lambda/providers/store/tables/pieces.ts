/** Pieces of what is too large for one write, on any engine. */

import type { Kysely } from 'kysely';
import { inLots } from '../../../services/in-lots';
import type { FarPieces } from '../../../services/privacy/depot';
import { AWAY, PIECE_BYTES, type Pieces } from '../../../services/privacy/pieces';
import { MARK } from '../../../services/privacy/seal-marks';
import type { Engine } from '../engine';
import { query, queryOne } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';

/** Of half a megabyte each: what goes in one write is overwritten in it as well. */
const LOT = 2;

/** `gone`: let go of while it lay elsewhere, or was on its way; `dropped`: taken away there, too. */
type Place = 'here' | 'going' | 'away' | 'gone' | 'dropped';

export function piecesOn({ words, read, write, now }: Engine): Pieces {
  const statements = pieceStatements(words);
  return {
    inOne: PIECE_BYTES,
    async put({ whole, number, whose, data }) {
      await write(statements.put, { id: idOf(whole, number), whole, whose, at: now(), data });
    },
    async get(whole, number) {
      const [row] = await read(statements.get, { id: idOf(whole, number) });
      if (!row) return null;
      return (row.place as Place) === 'away' ? AWAY : row.data;
    },
    async drop(whole) {
      await write(statements.dropFar, { whole, at: now() });
      await inLots(LOT, () => write(statements.drop, { whole }));
    },
    async forget(all, by) {
      for (const whose of new Set(all)) {
        await write(statements.forgetFar, { whose, by, at: now() });
        await inLots(LOT, () => write(statements.forget, { whose, by }));
      }
    },
    async purge(before) {
      const far = await write(statements.purgeFar, { before, at: now() });
      return far.length + (await inLots(LOT, () => write(statements.purge, { before })));
    },
  };
}

export function farPiecesOn({ words, read, write, now }: Engine): FarPieces {
  const statements = farStatements(words);
  return {
    leave: (limit) => write(statements.leave, { limit: atMost(limit) }),
    left: async (id) => void (await write(statements.left, { id })),
    abandoned: async (since, limit) =>
      (await read(statements.abandoned, { since, limit: atMost(limit) })).map(({ id }) => id),
    async dropped(id) {
      await write(statements.forgotten, { id });
      await write(statements.dropped, { id, at: now() });
    },
  };
}

function idOf(whole: string, number: number): string {
  return `${whole}/${number}`;
}

type New = { id: string; whole: string; whose: string; at: number; data: string };

const FAR: readonly Place[] = ['going', 'away'];
const LEFT: readonly Place[] = ['gone', 'dropped'];

function pieceStatements(db: Kysely<Tables>) {
  const gone = db.deleteFrom('piece').returning('at');
  const lot = db.selectFrom('piece as some').select('some.id').where('some.place', '=', 'here').limit(LOT);
  // Whose it was is known no more; that something of it lies elsewhere is, until it is taken away.
  const farGone = (at: number) =>
    db
      .updateTable('piece')
      .set({ place: 'gone', whole: '', whose: '', data: MARK, at })
      .where('place', 'in', FAR)
      .returning('piece.id');
  return {
    put: query((v: New) =>
      db
        .insertInto('piece')
        .values({ id: v.id, whole: v.whole, whose: v.whose, at: v.at, data: v.data, place: 'here' })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    get: queryOne((v: { id: string }) =>
      db.selectFrom('piece').select(['data', 'place']).where('id', '=', v.id).where('place', 'not in', LEFT),
    ),
    drop: query((v: { whole: string }) => gone.where('id', 'in', lot.where('some.whole', '=', v.whole))),
    dropFar: query((v: { whole: string; at: number }) => farGone(v.at).where('whole', '=', v.whole)),
    forget: query((v: { whose: string; by: number }) =>
      gone.where('id', 'in', lot.where('some.whose', '=', v.whose).where('some.at', '<=', v.by)),
    ),
    forgetFar: query((v: { whose: string; by: number; at: number }) =>
      farGone(v.at).where('whose', '=', v.whose).where('at', '<=', v.by),
    ),
    purge: query((v: { before: number }) => gone.where('id', 'in', lot.where('some.at', '<', v.before))),
    purgeFar: query((v: { before: number; at: number }) => farGone(v.at).where('at', '<', v.before)),
  };
}

function farStatements(db: Kysely<Tables>) {
  const ofFiles = db
    .selectFrom('piece as some')
    .select('some.id')
    .where('some.place', 'in', ['here', 'going'])
    .where('some.whole', 'like', 'photo:%')
    // Nothing leaves that is not sealed.
    .where('some.data', 'like', `${MARK}%`)
    .orderBy('some.at');
  return {
    leave: query((v: { limit: number }) =>
      db
        .updateTable('piece')
        .set({ place: 'going' })
        .where('id', 'in', ofFiles.limit(v.limit))
        .returning(['piece.id', 'piece.data']),
    ),
    left: query((v: { id: string }) =>
      db.updateTable('piece').set({ place: 'away', data: MARK }).where('id', '=', v.id).where('place', '=', 'going'),
    ),
    abandoned: query((v: { since: number; limit: number }) =>
      db
        .selectFrom('piece')
        .select('id')
        .where((is) => is.or([is('place', '=', 'gone'), is.and([is('place', '=', 'dropped'), is('at', '<', v.since)])]))
        .limit(v.limit),
    ),
    forgotten: query((v: { id: string }) =>
      db.deleteFrom('piece').where('id', '=', v.id).where('place', '=', 'dropped'),
    ),
    dropped: query((v: { id: string; at: number }) =>
      db.updateTable('piece').set({ place: 'dropped', at: v.at }).where('id', '=', v.id).where('place', '=', 'gone'),
    ),
  };
}
