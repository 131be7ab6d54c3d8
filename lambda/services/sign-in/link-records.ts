/** What the linking server keeps: grants, tokens, and sign-ins that are under way. Ids are hashes; no raw token is ever here. */

import type { Instant } from '../../vocabulary/values';

/** What a grant is kept as, in the words of the protocol. */
export const GRANT = 'Grant';

export type LinkRecord = {
  /** What it is, in the words of the protocol: AccessToken, RefreshToken, Grant … */
  readonly kind: string;
  /** A keyed hash of the token or id. */
  readonly id: string;
  /** JSON, without the token. */
  readonly body: string;
  /** The grant it came from, hashed; null: none yet. */
  readonly grant: string | null;
  /** null: nobody has signed in yet. */
  readonly shopperId: string | null;
  readonly expiresAt: Instant;
};

/** `isUsed`: it was good once. */
export type KeptLinkRecord = LinkRecord & { readonly isUsed: boolean };

/** What a shopper has linked and not unlinked. */
export type LiveGrant = Pick<LinkRecord, 'id' | 'body'>;

export type LinkRecords = {
  /** In place of the one of this kind and id. */
  put(record: LinkRecord): Promise<void>;
  /** null: there is none, or it is over at `now`. */
  find(kind: string, id: string, now: Instant): Promise<KeptLinkRecord | null>;
  /** True for exactly one caller. */
  use(kind: string, id: string, now: Instant): Promise<boolean>;
  remove(kind: string, id: string): Promise<void>;
  /** Everything that came from a grant, and the grant. */
  revoke(grant: string): Promise<void>;
  /** Notes which account of a voice service a grant speaks for; the first one stays. Answers that one. */
  claim(grant: string, account: string): Promise<string | null>;
  /** The grants of a shopper that tokens are still good for, the latest first. */
  live(shopperId: string, now: Instant): Promise<readonly LiveGrant[]>;
  /** What an account of a voice service was linked with. */
  revokeAt(account: string): Promise<void>;
};
