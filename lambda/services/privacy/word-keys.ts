/** Where the keys of sealed words lie: a store of their own, so that no backup of the words holds them. */

import type { Instant } from '../../vocabulary/values';

/** `wrapped`: under the server's secret. `usedAt`: when words were last sealed with it, to an hour. */
export type WordKey = { readonly conversationId: string; readonly wrapped: string; readonly usedAt: Instant };

export type WordKeys = {
  get(conversationId: string): Promise<WordKey | null>;
  /** Answers the one that is kept: of two that are made at once the first. Durable when it resolves. */
  put(key: WordKey): Promise<WordKey>;
  used(conversationId: string, at: Instant): Promise<void>;
  /** Not used since, by id from `after` on. */
  idle(before: Instant, after: string, limit: number): Promise<readonly WordKey[]>;
  /** Nothing of them is left where it is kept. */
  destroy(conversationIds: readonly string[]): Promise<void>;
};
