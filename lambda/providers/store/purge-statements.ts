/** The statements that forget what is too old, a bounded lot at a time. */

import type { Kysely } from 'kysely';
import { DOOMED } from './privacy-where';
import { bulk, query } from './query';
import type { Tables } from './schema';

type Old = { readonly before: number; readonly limit: number };

export function purgeStatements(db: Kysely<Tables>) {
  return { ...pageStatements(db), ...lotStatements(db), ...smallStatements(db) };
}

/** Conversations page by page, as an index on their age would have to move with every turn. */
function pageStatements(db: Kysely<Tables>) {
  return {
    conversationPage: query((v: { after: string; limit: number }) =>
      db.selectFrom('conversation').select(['id', 'updated_at']).where('id', '>', v.after).orderBy('id').limit(v.limit),
    ),
    doomOld: bulk(['id', 'before'], (rows: readonly { id: string; before: number }[]) =>
      db
        .updateTable('conversation')
        .set({ version: DOOMED })
        .where((eb) => eb.or(rows.map((row) => eb.and([eb('id', '=', row.id), eb('updated_at', '<', row.before)]))))
        .returning('version'),
    ),
    purgeHistory: bulk(['id', 'before'], (rows: readonly { id: string; before: number }[]) =>
      db
        .deleteFrom('history')
        .where((eb) =>
          eb.or(rows.map((row) => eb.and([eb('conversation_id', '=', row.id), eb('at', '<', row.before)]))),
        )
        .returning('line'),
    ),
  };
}

function lotStatements(db: Kysely<Tables>) {
  return {
    purgeHandOffs: query((v: Old) =>
      db
        .deleteFrom('hand_off')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('hand_off as old')
            .select('old.id')
            .where('old.state', 'in', ['completed', 'failed'])
            .where('old.ended_at', '<', v.before)
            .limit(v.limit),
        )
        .returning('created_at'),
    ),
    /** As long as its hand-off is kept a packet is, too. */
    purgePackets: query((v: Old) =>
      db
        .deleteFrom('packet')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('packet as old')
            .select('old.id')
            .where('old.created_at', '<', v.before)
            .where(({ not, exists, selectFrom }) =>
              not(exists(selectFrom('hand_off').select('hand_off.id').whereRef('hand_off.id', '=', 'old.id'))),
            )
            .limit(v.limit),
        )
        .returning('created_at'),
    ),
    purgeOutbox: query((v: Old) =>
      db
        .deleteFrom('outbox')
        .where('id', 'in', (eb) =>
          eb.selectFrom('outbox as old').select('old.id').where('old.done_at', '<', v.before).limit(v.limit),
        )
        .returning('line'),
    ),
    purgeInbox: query((v: Old) =>
      db
        .deleteFrom('inbox')
        .where('id', 'in', (eb) =>
          eb.selectFrom('inbox as old').select('old.id').where('old.done_at', '<', v.before).limit(v.limit),
        )
        .returning('place'),
    ),
  };
}

/** Tables that stay small, or whose rows are few. */
function smallStatements(db: Kysely<Tables>) {
  return {
    purgeContacts: query((v: { before: number }) =>
      db.deleteFrom('contact').where('met_at', '<', v.before).returning('met_at'),
    ),
    purgeTokens: query((v: { before: number }) =>
      db.deleteFrom('token').where('expires_at', '<', v.before).returning('used_at'),
    ),
    purgeGuesses: query((v: { before: number }) => db.deleteFrom('guess').where('at', '<', v.before).returning('at')),
  };
}
