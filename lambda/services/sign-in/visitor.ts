/** Visitors of the web chat: the port that keeps them. */

import type { Instant } from '../../vocabulary/values';

/** Somebody in a browser: a guest whose token only the browser has. */
export type Visitor = {
  /** The channel's address of this visitor; names the guest's conversation. */
  readonly address: string;
  readonly locale: string;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
};

export type Visitors = {
  /** Durable when it resolves; forgets who is expired at `at`. */
  add(visitor: Visitor & { readonly tokenHash: string }, at: Instant): Promise<void>;
  byToken(tokenHash: string): Promise<Visitor | null>;
  seen(address: string, at: Instant, expiresAt: Instant): Promise<void>;
  /** Notes that the visitor speaks: a new session when the last word is older than `before`. */
  speak(address: string, at: Instant, before: Instant): Promise<{ readonly session: Instant; readonly isNew: boolean }>;
};
