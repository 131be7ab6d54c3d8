/** The statements of hand-offs, their packets, and the notes agents make. */

import type { Kysely } from 'kysely';
import type { NewHandOff } from './engine';
import { bulk, query } from './query';
import type { Tables } from './schema';

const OPEN = ['initiated', 'pending', 'accepted'];
const OVER = ['completed', 'failed'];

const COLUMNS = [
  'id',
  'conversation_id',
  'reference',
  'reason',
  'wish',
  'locale',
  'state',
  'agent_id',
  'agent_name',
  'created_at',
  'accepted_at',
  'ended_at',
  'done',
  'topic',
  'waiting_since',
] as const satisfies readonly (keyof NewHandOff)[];

export function handOffStatements(db: Kysely<Tables>) {
  return { ...handOffReads(db), ...noteStatements(db), handOffs: upsert(db), reachHandOff: reach(db) };
}

function handOffReads(db: Kysely<Tables>) {
  const all = db.selectFrom('hand_off').selectAll();
  return {
    packets: query((v: { limit: number }) =>
      db.selectFrom('packet').select('body').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(v.limit),
    ),
    packet: query((v: { id: string }) => db.selectFrom('packet').select('body').where('id', '=', v.id)),
    handOff: query((v: { id: string }) => all.where('id', '=', v.id)),
    handOffByRef: query((v: { desk: string; ref: string }) =>
      all.where('desk', '=', v.desk).where('ref', '=', v.ref).orderBy('created_at', 'desc').limit(1),
    ),
    /** Databases disagree where nulls belong: those that wait come first, whichever it is. */
    openHandOffs: query(() =>
      all
        .where('state', 'in', OPEN)
        .orderBy((eb) => eb.case().when('waiting_since', 'is', null).then(eb.lit(1)).else(eb.lit(0)).end())
        .orderBy('waiting_since')
        .orderBy('created_at')
        .orderBy('id'),
    ),
    handOffsOf: query((v: { id: string }) => all.where('conversation_id', '=', v.id)),
    handOffsAt: query((v: { desk: string; since: number }) =>
      all
        .where('desk', '=', v.desk)
        .where('ref', 'is not', null)
        .where((eb) => eb.or([eb('state', 'in', OPEN), eb('ended_at', '>=', v.since)])),
    ),
    endedHandOffs: query((v: { since: number }) =>
      all.where('state', 'in', OVER).where('ended_at', '>=', v.since).orderBy('ended_at', 'desc').orderBy('id'),
    ),
  };
}

/** A turn that was decided before a desk had it must not take that back. */
function upsert(db: Kysely<Tables>) {
  return bulk(COLUMNS, (rows: readonly NewHandOff[]) =>
    db
      .insertInto('hand_off')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          wish: eb.ref('excluded.wish'),
          locale: eb.ref('excluded.locale'),
          state: eb
            .case()
            .when('excluded.state', '=', 'initiated')
            .then(eb.ref('hand_off.state'))
            .else(eb.ref('excluded.state'))
            .end(),
          agent_id: eb.ref('excluded.agent_id'),
          agent_name: eb.ref('excluded.agent_name'),
          accepted_at: eb.ref('excluded.accepted_at'),
          ended_at: eb.ref('excluded.ended_at'),
          done: eb.ref('excluded.done'),
          topic: eb.ref('excluded.topic'),
          waiting_since: eb.ref('excluded.waiting_since'),
        })),
      ),
  );
}

function reach(db: Kysely<Tables>) {
  return query((v: { id: string; desk: string; ref: string | null }) =>
    db
      .updateTable('hand_off')
      .set((eb) => ({
        desk: v.desk,
        ref: v.ref,
        state: eb.case().when('state', '=', 'initiated').then('pending').else(eb.ref('state')).end(),
      }))
      .where('id', '=', v.id)
      .returning('id'),
  );
}

function noteStatements(db: Kysely<Tables>) {
  return {
    addNote: query((v: Tables['note']) =>
      db
        .insertInto('note')
        .values({ id: v.id, hand_off_id: v.hand_off_id, at: v.at, by: v.by, text: v.text })
        .onConflict((conflict) => conflict.column('id').doNothing()),
    ),
    notes: query((v: { id: string }) =>
      db.selectFrom('note').selectAll().where('hand_off_id', '=', v.id).orderBy('at').orderBy('id'),
    ),
  };
}
