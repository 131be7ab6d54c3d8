/** Visitors of the web chat on any engine. */

import type { Kysely } from 'kysely';
import type { Visitors } from '../../../services/sign-in/visitor';
import type { Engine } from '../engine';
import { query } from '../query';
import type { Tables } from '../schema';

export function visitorsOn({ words, read, write }: Engine): Visitors {
  const statements = visitorStatements(words);
  return {
    async add({ tokenHash, address, locale, lastSeenAt, expiresAt }, at) {
      await write(statements.purgeVisitors, { before: at });
      const row = { address, locale, created_at: at, last_seen_at: lastSeenAt, expires_at: expiresAt };
      await write(statements.addVisitor, { token_hash: tokenHash, ...row });
    },
    async byToken(tokenHash) {
      const [row] = await read(statements.visitor, { tokenHash });
      if (!row) return null;
      const { address, locale, last_seen_at: lastSeenAt, expires_at: expiresAt } = row;
      return { address, locale, lastSeenAt, expiresAt };
    },
    async seen(address, at, expiresAt) {
      await write(statements.seeVisitor, { address, at, expiresAt });
    },
    async speak(address, at, before) {
      const [begun] = await write(statements.beginSession, { address, at, before });
      if (begun) return { session: begun.session_at, isNew: true };
      const [going] = await write(statements.continueSession, { address, at });
      if (!going) throw new Error('a visitor who was forgotten speaks');
      return { session: going.session_at, isNew: false };
    },
  };
}

type NewVisitor = Omit<Tables['visitor'], 'spoke_at' | 'session_at'>;

function visitorStatements(db: Kysely<Tables>) {
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
