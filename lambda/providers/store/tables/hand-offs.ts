/** Hand-offs on any engine: their states, and which desk has them. */

import type { Kysely } from 'kysely';
import { DONE, HAND_OFF_STATES, type HandOff, type HandOffs } from '../../../services/hand-off/hand-offs';
import { HELP_RATINGS } from '../../../vocabulary/help-rating';
import { HAND_OFF_REASONS, WISHES } from '../../../vocabulary/outcome';
import type { Engine, NewHandOff } from '../engine';
import { oneOf } from '../parse';
import { bulk, query } from '../query';
import { byIds, inParts } from '../rows';
import type { Tables } from '../schema';
import { notesOn } from './notes';
import { packetsOn } from './packets';

export function handOffsOn(engine: Engine): HandOffs {
  const { words, read, write } = engine;
  const statements = handOffStatements(words);
  return {
    ...packetsOn(engine),
    ...notesOn(engine),
    async get(id) {
      const [row] = await read(statements.handOff, { id });
      return row ? handOffOf(row) : null;
    },
    async reached(id, desk, ref) {
      await write(statements.reachHandOff, { id, desk, ref });
    },
    async refOf(id) {
      const [row] = await read(statements.handOff, { id });
      return row?.ref ?? null;
    },
    async byRef(desk, ref) {
      const [row] = await read(statements.handOffByRef, { desk, ref });
      return row ? handOffOf(row) : null;
    },
    async of(ids) {
      const rows = await inParts(
        read,
        statements.handOffsOf,
        ids.map((id) => ({ id })),
      );
      return rows.map(handOffOf);
    },
    async at(desk, since) {
      const rows = await read(statements.handOffsAt, { desk, since });
      return rows.flatMap(({ id, ref, created_at: createdAt }) =>
        ref === null ? [] : [{ handOffId: id, ref, createdAt }],
      );
    },
  };
}

export function handOffRow(conversation: string, handOff: HandOff): NewHandOff {
  return {
    id: handOff.id,
    conversation_id: conversation,
    reference: handOff.reference,
    reason: handOff.reason,
    wish: handOff.wish,
    call_from: handOff.call?.from ?? null,
    call_until: handOff.call?.until ?? null,
    locale: handOff.locale,
    state: handOff.state,
    agent_id: handOff.agent?.id ?? null,
    agent_name: handOff.agent?.name ?? null,
    created_at: handOff.createdAt,
    accepted_at: handOff.acceptedAt,
    ended_at: handOff.endedAt,
    done: handOff.done,
    topic: handOff.topic,
    waiting_since: handOff.waitingSince,
    rating: handOff.rating,
  };
}

export function handOffOf(row: Tables['hand_off']): HandOff {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    reference: row.reference,
    reason: oneOf(HAND_OFF_REASONS, row.reason, 'reason of a hand-off'),
    wish: oneOf(WISHES, row.wish, 'wish'),
    call: row.call_from === null || row.call_until === null ? null : { from: row.call_from, until: row.call_until },
    locale: row.locale,
    state: oneOf(HAND_OFF_STATES, row.state, 'state of a hand-off'),
    agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name ?? '' },
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
    endedAt: row.ended_at,
    done: row.done === null ? null : oneOf(DONE, row.done, 'deed'),
    topic: row.topic,
    waitingSince: row.waiting_since,
    rating: HELP_RATINGS.find((one) => one === row.rating) ?? null,
  };
}

const OPEN = ['initiated', 'pending', 'accepted'];

const COLUMNS = [
  'id',
  'conversation_id',
  'reference',
  'reason',
  'wish',
  'call_from',
  'call_until',
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
  'rating',
] as const satisfies readonly (keyof NewHandOff)[];

function handOffStatements(db: Kysely<Tables>) {
  return { ...handOffReads(db), reachHandOff: reach(db) };
}

function handOffReads(db: Kysely<Tables>) {
  const all = db.selectFrom('hand_off').selectAll();
  return {
    handOff: query((v: { id: string }) => all.where('id', '=', v.id)),
    handOffByRef: query((v: { desk: string; ref: string }) =>
      all.where('desk', '=', v.desk).where('ref', '=', v.ref).orderBy('created_at', 'desc').limit(1),
    ),
    handOffsOf: byIds((ids) => all.where('conversation_id', 'in', ids)),
    handOffsAt: query((v: { desk: string; since: number }) =>
      all
        .where('desk', '=', v.desk)
        .where('ref', 'is not', null)
        .where((eb) => eb.or([eb('state', 'in', OPEN), eb('ended_at', '>=', v.since)])),
    ),
  };
}

/** A turn that was decided before a desk had it must not take that back. */
export function handOffUpsert(db: Kysely<Tables>) {
  return bulk(COLUMNS, (rows: readonly NewHandOff[]) =>
    db
      .insertInto('hand_off')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((eb) => ({
          conversation_id: eb.ref('excluded.conversation_id'),
          wish: eb.ref('excluded.wish'),
          call_from: eb.ref('excluded.call_from'),
          call_until: eb.ref('excluded.call_until'),
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
          rating: eb.ref('excluded.rating'),
          // The shopper's word brings it back, and its end; an answer of the team's does not.
          snoozed_until: eb
            .case()
            .when(eb.and([eb('excluded.waiting_since', 'is', null), eb('excluded.ended_at', 'is', null)]))
            .then(eb.ref('hand_off.snoozed_until'))
            .else(null)
            .end(),
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
