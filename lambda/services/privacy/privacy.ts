/** What a shopper may ask of their data, and how long each class of it is kept. */

import type { ChannelName } from '../../vocabulary/heard';
import type { Instant } from '../../vocabulary/values';

/** Instants: what is older goes. Facts hold nothing personal and stay. */
export type PurgeBefore = {
  readonly history: Instant;
  readonly handOffs: Instant;
  readonly deliveries: Instant;
  readonly received: Instant;
  readonly contacts: Instant;
  /** Keys of words: of hand-offs that are over since before then, and of conversations where nothing was written since. */
  readonly words: Instant;
  readonly record: Instant;
  /** Conversations in which nothing has happened since then go whole. */
  readonly conversations: Instant;
};

/** Everything kept of some conversations, by table. */
export type Exported = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export type Privacy = {
  /** All conversations of a shopper: their own, and those of the people recognised in the household. */
  conversationsOf(shopperId: string): Promise<readonly string[]>;
  /**
   * All conversations that were ever held from an address of a channel, and the one that would be its own. `address`: the
   * channel's opaque one, or as people write it: an e-mail address in any case, a number with or without its plus.
   */
  conversationsAt(channel: ChannelName, address: string): Promise<readonly string[]>;
  export(conversationIds: readonly string[], shopperId: string | null): Promise<Exported>;
  /** The same rows as they lie: what is sealed in them, or lies in pieces, is not read. */
  asKept(conversationIds: readonly string[], shopperId: string | null): Promise<Exported>;
  /**
   * Removes everything of these conversations, deliveries that wait included, in one transaction. Order attempts whose
   * outcome is unknown stay, without the conversation, until it is known: they keep an order from being made twice.
   */
  erase(conversationIds: readonly string[], shopperId: string | null): Promise<void>;
  /** Removes what is too old; answers how many rows went, by table. */
  purge(before: PurgeBefore): Promise<Readonly<Record<string, number>>>;
};
