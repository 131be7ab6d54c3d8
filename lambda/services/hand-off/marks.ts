/** What the people of a desk mark a hand-off with, for themselves: no turn writes it, and shoppers hear nothing of it. */

import type { Instant } from '../../vocabulary/values';

export type HandOffMarks = {
  /** Set aside until then; over as soon as the shopper writes. null: it is not. */
  readonly snoozedUntil: Instant | null;
  /** When the call that the shopper wished for was made; null: it was not. */
  readonly calledAt: Instant | null;
  /** In the order of the alphabet. */
  readonly tags: readonly string[];
};

export const UNMARKED: HandOffMarks = { snoozedUntil: null, calledAt: null, tags: [] };

export type Marks = {
  /** Of these; who is not among them is unmarked. */
  of(ids: readonly string[]): Promise<ReadonlyMap<string, HandOffMarks>>;
  /** Only of what is open. False: it is not, or gone. */
  snooze(id: string, until: Instant | null): Promise<boolean>;
  called(id: string, at: Instant): Promise<boolean>;
  /** Twice is once; nothing where the hand-off is gone. */
  tag(id: string, tag: string): Promise<void>;
  untag(id: string, tag: string): Promise<void>;
  /** Those in use. */
  tags(limit: number): Promise<readonly string[]>;
  /** Open ones whose call is still to be made, or that are set aside: the oldest first. */
  aside(now: Instant, limit: number): Promise<readonly string[]>;
};
