/** The queue of hand-offs as the people of a desk go through it: in one order, a page at a time, and counted. */

import { HAND_OFF_REASONS } from '../../vocabulary/outcome';
import type { Instant } from '../../vocabulary/values';
import type { PlacedLine } from '../conversation/lines';
import type { Done, HandOff } from './hand-offs';
import type { Packet } from './packet';

/** Mine, nobody's yet, my colleagues', and what is over. */
export const QUEUE_GROUPS = ['mine', 'free', 'others', 'ended'] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

/** Who looks, and how far back: of those that are over only these belong to the queue. */
export type QueueView = { readonly agentId: string; readonly endedSince: Instant };

/** Behind which hand-off a page begins, whatever has become of that one since. `turn`: when it waits since, or ended. */
export type QueuePlace = { readonly turn: number; readonly createdAt: Instant; readonly id: string };
export type QueueWish = QueueView & {
  readonly group: QueueGroup;
  readonly after: QueuePlace | null;
  readonly limit: number;
};

export type QueueItem = {
  readonly handOff: HandOff;
  /** null: gone before its hand-off. */
  readonly packet: Packet | null;
  /** When the shopper was last heard. */
  readonly heardAt: Instant;
  /** What the shopper or a person said last; null: nothing is kept of it. */
  readonly last: PlacedLine | null;
  readonly hasPhoto: boolean;
};

/** `next`: where the following page begins; null: this is the last one. */
export type WaitingPage = { readonly items: readonly QueueItem[]; readonly next: QueuePlace | null };

/** `mineWaiting`: of mine, where the shopper waits for a word. */
export type QueueCounts = Readonly<Record<QueueGroup, number>> & { readonly mineWaiting: number };

/** `waiting`: of those, where the shopper waits for a word. */
export type AgentLoad = { readonly agentId: string; readonly open: number; readonly waiting: number };

/**
 * `waitedMs`: from coming to being taken, in the middle of those that were; null: none was. `rated`: of those that ended, what
 * their shoppers say. `ended`: by what was done, the most first.
 */
export type QueueFigures = {
  readonly came: number;
  readonly taken: number;
  readonly waitedMs: number | null;
  readonly rated: { readonly count: number; readonly mean: number | null };
  readonly ended: readonly { readonly done: Done | null; readonly count: number }[];
};

/** A hand-off whose conversation was written to, at the version it is now. */
export type Moved = { readonly id: string; readonly version: number };

/** What is looked for: `words` each begin a word of it; empty: any. `kind`: why it came, or that a call is wished for. */
export type QueueSearch = {
  readonly words: readonly string[];
  /** null: with any, or none. */
  readonly tag: string | null;
  readonly state: SearchState;
  readonly kind: SearchKind | null;
  readonly after: QueuePlace | null;
  readonly limit: number;
};
export const SEARCH_STATES = ['all', 'open', 'ended'] as const;
export type SearchState = (typeof SEARCH_STATES)[number];
export const SEARCH_KINDS = [...HAND_OFF_REASONS, 'call-back'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
/** More do not narrow it any further. */
export const MOST_WORDS = 8;

export type HandOffQueue = {
  /** Everything that is kept, the latest first. At most `MOST_WORDS` words. */
  search(wish: QueueSearch): Promise<WaitingPage>;
  /** The longest waiting first, then those answered; of what is over the latest first. */
  page(wish: QueueWish): Promise<WaitingPage>;
  counts(view: QueueView): Promise<QueueCounts>;
  /** Those of the queue among these ids, in no order. */
  items(ids: readonly string[], endedSince: Instant): Promise<readonly QueueItem[]>;
  /** What is open with each who has something. */
  loads(): Promise<readonly AgentLoad[]>;
  /** What became of those that came, were taken and ended since then. */
  figures(since: Instant): Promise<QueueFigures>;
  /** In how many somebody waits for a word, whoever has them. */
  waiting(): Promise<number>;
  /** Hand-offs of conversations that were written to since then, by whichever server. At most a day back. */
  movedSince(since: Instant): Promise<readonly Moved[]>;
  movedIn(conversationIds: readonly string[]): Promise<readonly Moved[]>;
  /** Which of these there still are. */
  known(ids: readonly string[]): Promise<readonly string[]>;
};
