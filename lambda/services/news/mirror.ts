/** A shopper's newest orders as the shop last had them, asked or of itself: for an answer while it is slow, never to act on. */

import type { Instant } from '../../vocabulary/values';
import type { KeptOrders, LastOrders } from '../commerce/whereabouts';

/**
 * What a turn says of it. `isChanged`: the shopper had something done that may have changed an order: what was known is void.
 * `seen`: the orders as the shop had them when it was asked since; null: it was not.
 */
export type MirrorNote = {
  readonly shopperId: string;
  readonly isChanged: boolean;
  readonly at: Instant;
  readonly seen: LastOrders | null;
};

/** Kept for each conversation of a shopper, as long as that is kept and no longer than what was said in it. */
export type Mirrors = {
  /** The conversations this shopper has had. */
  of(shopperId: string): Promise<readonly string[]>;
  /** null: the shop was not asked since, and has told nothing. */
  get(conversationId: string): Promise<KeptOrders | null>;
  /** What the shop told of itself. `last.at`: when the shop was asked. Nothing happens where something newer is known, or there is no such conversation. */
  put(conversationId: string, last: LastOrders): Promise<void>;
};
