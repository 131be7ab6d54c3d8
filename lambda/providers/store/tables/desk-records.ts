/** The record of the desk, on any engine: lines are added and read, and none changes one. */

import { type Kysely, sql } from 'kysely';
import type { DeskRecords, ToldRecord } from '../../../services/sign-in/desk-records';
import type { Engine } from '../engine';
import { query } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';

type Row = Tables['desk_record'];
type Told = Row & { readonly reference: string | null };

export function deskRecordsOn({ words, read, write }: Engine): DeskRecords {
  const statements = recordStatements(words);
  return {
    async add({ agentId, handOff, ...line }) {
      await write(statements.add, { ...line, agent_id: agentId, hand_off: handOff });
    },
    async page({ at, id }, limit) {
      return (await read(statements.page, { at, id, limit: atMost(limit) })).map(lineOf);
    },
  };
}

function lineOf({ agent_id, hand_off, ...row }: Told): ToldRecord {
  return { ...row, agentId: agent_id, handOff: hand_off };
}

function recordStatements(db: Kysely<Tables>) {
  return {
    add: query((v: Row) => db.insertInto('desk_record').values(valuesOf(v)).returning('at')),
    page: query((v: { at: number; id: string; limit: number }) =>
      db
        .selectFrom('desk_record')
        .leftJoin('hand_off', 'hand_off.id', 'desk_record.hand_off')
        .selectAll('desk_record')
        .select('hand_off.reference')
        .where(sql<boolean>`(desk_record.at, desk_record.id) > (${v.at}, ${v.id})`)
        .orderBy('desk_record.at')
        .orderBy('desk_record.id')
        .limit(v.limit),
    ),
  };
}

export function recordPurges(db: Kysely<Tables>) {
  return {
    purgeRecord: query((v: { before: number; limit: number }) =>
      db
        .deleteFrom('desk_record')
        .where('id', 'in', (eb) =>
          eb.selectFrom('desk_record as old').select('old.id').where('old.at', '<', v.before).limit(v.limit),
        )
        .returning('at'),
    ),
  };
}

function valuesOf({ id, at, agent_id, login, deed, hand_off, what }: Row): Row {
  return { id, at, agent_id, login, deed, hand_off, what };
}
