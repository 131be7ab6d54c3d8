/** What was given out to be come back with: a link or a code. */

import type { Instant } from './values';

/** A link or a code, as far as it is kept: hashed, and used once. */
export type GivenOut = {
  readonly hash: string;
  /** `link` and `code` open a conversation, `file` gives all that is kept of its owner. */
  readonly kind: 'link' | 'code' | 'file';
  readonly conversationId: string;
  readonly expiresAt: Instant;
  /** What a code must be accompanied by (the postcode), hashed; null: nothing. */
  readonly proof: string | null;
};
