/** Who visits a page: a guest is known by an unguessable token that only their browser has; here lies its hash. */

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Visitors as Kept, Visitor } from './visitor';

/** 256 random bits, base64url. */
export const VISITOR_TOKEN = /^[A-Za-z0-9_-]{43}$/;
const KNOWN_FOR_MS = 30 * 24 * 3_600_000;
/** How stale `lastSeenAt` may be: a write for every request would buy nothing. */
const SEEN_EVERY_MS = 3_600_000;
/** After such a silence the next word begins another visit. */
const SESSION_PAUSE_MS = 30 * 60_000;

export type VisitorTokens = {
  /** A new visitor; the token is in no other place than the answer. */
  greet(locale: string): Promise<{ readonly token: string; readonly address: string }>;
  /** null: nobody, or somebody not seen for 30 days. */
  recognise(token: string): Promise<Pick<Visitor, 'address' | 'locale'> | null>;
  /** The session in which this visitor speaks now. */
  speak(address: string): Promise<{ readonly id: string; readonly isNew: boolean }>;
};

/** `now`: real time, milliseconds. */
export function createVisitors(kept: Kept, now: () => number): VisitorTokens {
  return {
    async greet(locale) {
      const token = randomBytes(32).toString('base64url');
      const address = randomUUID();
      const at = now();
      await kept.add({ tokenHash: hash(token), address, locale, lastSeenAt: at, expiresAt: at + KNOWN_FOR_MS }, at);
      return { token, address };
    },
    async recognise(token) {
      const visitor = VISITOR_TOKEN.test(token) ? await kept.byToken(hash(token)) : null;
      const at = now();
      if (!visitor || visitor.expiresAt <= at) return null;
      if (at - visitor.lastSeenAt >= SEEN_EVERY_MS) await kept.seen(visitor.address, at, at + KNOWN_FOR_MS);
      return visitor;
    },
    async speak(address) {
      const { session, isNew } = await kept.speak(address, now(), now() - SESSION_PAUSE_MS);
      return { id: `${address}.${session}`, isNew };
    },
  };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
