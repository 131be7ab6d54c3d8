/** Visitors of the web chat on any engine. */

import type { Visitors } from '../../../services/sign-in/visitor';
import type { Engine } from '../engine';

export function visitorsOn({ statements, read, write }: Engine): Visitors {
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
