/** Links and codes that join a phone to a conversation, as they are kept: keyed hashes, used once. */

import type { GivenOut } from '../../vocabulary/given-out';
import type { Instant } from '../../vocabulary/values';

export type NewToken = GivenOut;

export type Tokens = {
  /** null: there is none, it was used, or it is over at `now`. */
  find(hash: string, now: Instant): Promise<NewToken | null>;
  /** True for exactly one caller. */
  use(hash: string, now: Instant): Promise<boolean>;
  /** Notes a wrong guess; answers how many `who` made since `since`. */
  guessed(who: string, now: Instant, since: Instant): Promise<number>;
  guesses(who: string, since: Instant): Promise<number>;
};

/** 22 base64url characters: 132 bits. Fits what every channel's deep link carries. */
export const LINK_SECRET = /^[A-Za-z0-9_-]{22}$/;
export const SHORT_CODE = /^\d{6}$/;
