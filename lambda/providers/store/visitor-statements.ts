/** The statements about visitors of the web chat. */

import type { Kysely } from 'kysely';
import { query } from './query';
import type { Tables } from './schema';

type NewVisitor = Omit<Tables['visitor'], 'spoke_at' | 'session_at'>;

export function visitorStatements(db: Kysely<Tables>) {
  return {
    addVisitor: query((v: NewVisitor) =>
      db.insertInto('visitor').values({
        token_hash: v.token_hash,
        address: v.address,
        locale: v.locale,
        created_at: v.created_at,
        last_seen_at: v.last_seen_at,
        expires_at: v.expires_at,
        spoke_at: 0,
        session_at: 0,
      }),
    ),
    purgeVisitors: query((v: { before: number }) =>
      db.deleteFrom('visitor').where('expires_at', '<', v.before).returning('address'),
    ),
    visitor: query((v: { tokenHash: string }) =>
      db
        .selectFrom('visitor')
        .select(['address', 'locale', 'last_seen_at', 'expires_at'])
        .where('token_hash', '=', v.tokenHash),
    ),
    seeVisitor: query((v: { address: string; at: number; expiresAt: number }) =>
      db
        .updateTable('visitor')
        .set({ last_seen_at: v.at, expires_at: v.expiresAt })
        .where('address', '=', v.address)
        .returning('address'),
    ),
    /** Answers nothing while a session goes on. */
    beginSession: query((v: { address: string; at: number; before: number }) =>
      db
        .updateTable('visitor')
        .set({ spoke_at: v.at, session_at: v.at })
        .where('address', '=', v.address)
        .where('spoke_at', '<', v.before)
        .returning('session_at'),
    ),
    continueSession: query((v: { address: string; at: number }) =>
      db.updateTable('visitor').set({ spoke_at: v.at }).where('address', '=', v.address).returning('session_at'),
    ),
  };
}
