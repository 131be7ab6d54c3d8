/** Order attempts: the port that keeps them. */

import type { Instant } from '../../vocabulary/values';

export const ATTEMPT_STATES = ['in-flight', 'placed', 'refused', 'unknown'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** Order attempts: written before the shop is called, so that no crash can lose or double an order. */
export type Attempt = {
  readonly proposalId: string;
  readonly conversationId: string;
  readonly shopperId: string;
  /** The proposal as JSON. */
  readonly proposal: string;
  readonly state: AttemptState;
  /** The result as JSON once it is known. */
  readonly result: string | null;
  readonly startedAt: Instant;
  /** False: a late result the shopper has not heard yet. */
  readonly told: boolean;
};

export type Attempts = {
  /**
   * Durable when it resolves. `begun`: ours to send; otherwise somebody already began it and this is what they wrote.
   * With a state and its result it is over as it begins: nobody will send it.
   */
  begin(
    attempt: Pick<Attempt, 'proposalId' | 'conversationId' | 'shopperId' | 'proposal' | 'startedAt'> &
      Partial<Pick<Attempt, 'state' | 'result' | 'told'>>,
  ): Promise<'begun' | Attempt>;
  /** Writes the result; a `placed` or `refused` attempt is never changed again. */
  finish(proposalId: string, state: 'placed' | 'refused' | 'unknown', result: string, told: boolean): Promise<void>;
  get(proposalId: string): Promise<Attempt | null>;
  /** Unknown, in flight since before `before`, or finished but untold: of one shopper, oldest first. */
  open(shopperId: string, before: Instant): Promise<readonly Attempt[]>;
  /** The same over all shoppers, for the reconciler; only the unresolved. */
  unresolved(before: Instant, limit: number): Promise<readonly Attempt[]>;
  told(proposalId: string): Promise<void>;
  /** Attempts placed by this shopper since then, newest first. */
  placedSince(shopperId: string, since: Instant): Promise<readonly Attempt[]>;
};
