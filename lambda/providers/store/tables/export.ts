/** What a shopper gets to see of what is kept: every table that leads to them, without the secrets in it. */

import type { Kysely } from 'kysely';
import type { Exported, Privacy } from '../../../services/privacy/privacy';
import type { Engine } from '../engine';
import { type Bulk, query } from '../query';
import { byIds, type Id, inParts } from '../rows';
import type { Tables } from '../schema';
import { rulesTold } from './buying-rules';
import { linksTold } from './links';
import { contactOf, incomingOf, visitorOf } from './privacy-where';

type Row = Readonly<Record<string, unknown>>;

export function exporter({ words, read }: Engine): Privacy['export'] {
  const tables: readonly (readonly [string, Bulk<Id, Row>])[] = Object.entries(exportStatements(words));
  const attemptsOf = query((v: { shopperId: string }) =>
    words.selectFrom('attempt').selectAll().where('shopper_id', '=', v.shopperId).orderBy('started_at'),
  );
  const careOf = query((v: { shopperId: string }) =>
    words.selectFrom('care_action').selectAll().where('shopper_id', '=', v.shopperId).orderBy('started_at'),
  );
  const linksOf = linksTold(words);
  const told = rulesTold(words);
  return async (ids, shopperId) => {
    const rows = ids.map((id) => ({ id }));
    const all: Record<string, readonly Row[]> = {};
    for (const [table, statement] of tables) all[table] = await inParts(read, statement, rows);
    if (shopperId !== null) {
      const others = (table: string) => (all[table] ?? []).filter((row) => row.shopper_id !== shopperId);
      all.attempt = [...(await read(attemptsOf, { shopperId })), ...others('attempt')];
      all.link_record = await read(linksOf, { shopperId });
      all.buying_rule = await read(told.rules, { shopperId });
      all.spent_day = await read(told.days, { shopperId });
      all.care_action = [...(await read(careOf, { shopperId })), ...others('care_action')];
    }
    return all satisfies Exported;
  };
}

/** By table, in the order it is read. */
function exportStatements(db: Kysely<Tables>) {
  return { ...wordsStatements(db), ...deskStatements(db), ...whereStatements(db) };
}

function wordsStatements(db: Kysely<Tables>) {
  return {
    conversation: byIds((ids) => db.selectFrom('conversation').selectAll().where('id', 'in', ids).orderBy('id')),
    history: byIds((ids) =>
      db
        .selectFrom('history')
        .selectAll()
        .where('conversation_id', 'in', ids)
        .orderBy('conversation_id')
        .orderBy('version')
        .orderBy('line'),
    ),
    photo: byIds((ids) => db.selectFrom('photo').selectAll().where('conversation_id', 'in', ids).orderBy('at')),
    missed: byIds((ids) => db.selectFrom('missed').selectAll().where('conversation_id', 'in', ids).orderBy('at')),
    order_mirror: byIds((ids) =>
      db.selectFrom('order_mirror').selectAll().where('conversation_id', 'in', ids).orderBy('conversation_id'),
    ),
    answer: byIds((ids) => db.selectFrom('answer').selectAll().where('conversation_id', 'in', ids).orderBy('at')),
    attempt: byIds((ids) =>
      db.selectFrom('attempt').selectAll().where('conversation_id', 'in', ids).orderBy('started_at'),
    ),
    care_action: byIds((ids) =>
      db.selectFrom('care_action').selectAll().where('conversation_id', 'in', ids).orderBy('started_at'),
    ),
  };
}

function deskStatements(db: Kysely<Tables>) {
  return {
    packet: byIds((ids) =>
      db.selectFrom('packet').selectAll().where('conversation_id', 'in', ids).orderBy('created_at'),
    ),
    hand_off: byIds((ids) =>
      db.selectFrom('hand_off').selectAll().where('conversation_id', 'in', ids).orderBy('created_at'),
    ),
    note: byIds((ids) =>
      db
        .selectFrom('note')
        .selectAll()
        .where('hand_off_id', 'in', (eb) =>
          eb.selectFrom('hand_off').select('hand_off.id').where('hand_off.conversation_id', 'in', ids),
        )
        .orderBy('at'),
    ),
    outbox: byIds((ids) =>
      db.selectFrom('outbox').selectAll().where('conversation_id', 'in', ids).orderBy('created_at'),
    ),
  };
}

function whereStatements(db: Kysely<Tables>) {
  return {
    inbox: byIds((ids) => db.selectFrom('inbox').selectAll().where(incomingOf(ids, 'all')).orderBy('received_at')),
    contact: byIds((ids) => db.selectFrom('contact').selectAll().where(contactOf(ids, 'all')).orderBy('id')),
    trail: byIds((ids) => db.selectFrom('trail').selectAll().where('conversation_id', 'in', ids).orderBy('address')),
    token: byIds((ids) =>
      db
        .selectFrom('token')
        .select(['kind', 'conversation_id', 'created_at', 'expires_at', 'used_at'])
        .where('conversation_id', 'in', ids)
        .orderBy('created_at'),
    ),
    visitor: byIds((ids) =>
      db
        .selectFrom('visitor')
        .select(['address', 'locale', 'created_at', 'last_seen_at', 'expires_at', 'spoke_at'])
        .where(visitorOf(ids, 'all'))
        .orderBy('address'),
    ),
  };
}
