/** Actions about orders as they are kept: written before the shop is called, and one remedy each. */

import type { Instant, Money } from '../../vocabulary/values';

export const ACTION_STATES = ['in-flight', 'done', 'refused', 'unknown'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** `bot`, or the id of the agent who did it. */
export type Doer = { readonly kind: 'bot' } | { readonly kind: 'agent'; readonly id: string };

const AT_THE_DESK = 'desk:';

/** Of what a person does at the desk: the key of an action, from the id of the event that tells of it; and back. */
export function deskKey(eventId: string): string {
  return AT_THE_DESK + eventId;
}

export function deskEventOf({ key }: Pick<KeptAction, 'key'>): string {
  return key.slice(AT_THE_DESK.length);
}

export type KeptAction = {
  readonly key: string;
  readonly conversationId: string;
  readonly shopperId: string;
  readonly orderId: string;
  /** The action as JSON. */
  readonly action: string;
  readonly by: Doer;
  /** What it costs the shop, in minor units of `worth.currency`; 0 for what costs nothing. */
  readonly worth: Money;
  readonly state: ActionState;
  /** The receipt or the error as JSON, once it is known. */
  readonly result: string | null;
  readonly startedAt: Instant;
};

/** No more than this may the bot give, in minor units of the action's currency: for this order, to this shopper since then. */
export type Ceiling = { readonly perOrder: number; readonly perShopper: number; readonly since: Instant };

export type NewAction = Pick<
  KeptAction,
  'key' | 'conversationId' | 'shopperId' | 'orderId' | 'action' | 'by' | 'worth' | 'startedAt'
> & {
  /** What it is a remedy for: nothing else may be one for any of these while this one is not refused. */
  readonly subjects: readonly string[];
  /** Absent: no limit. */
  readonly ceiling?: Ceiling;
};

export type Begun =
  /** Ours to send. Durable when it resolves. */
  | { readonly kind: 'begun' }
  /** Somebody began this very action, or another about the same: this is what they wrote. */
  | { readonly kind: 'taken'; readonly by: KeptAction }
  /** One of its subjects had its remedy, of which nothing is kept any more. */
  | { readonly kind: 'spent' }
  | { readonly kind: 'too-much' };

/** What the bot gave, in `currency`; what was refused is left out. */
export type GivenQuery = {
  readonly orderId: string;
  readonly shopperId: string;
  readonly currency: string;
  /** From when on all that the shopper was given counts. */
  readonly since: Instant;
};

export type CareActions = {
  begin(action: NewAction): Promise<Begun>;
  /** In minor units, for this order at any time, to this shopper since then: what `begin` holds against its ceiling. */
  given(query: GivenQuery): Promise<{ readonly forOrder: number; readonly toShopper: number }>;
  /**
   * Writes the result; one that is `done` or `refused` is never changed again. `refused` sets its subjects free. What the bot
   * did is told in the turn that did it, unless it was `unknown` in between; a person's has to be told.
   */
  finish(key: string, state: 'done' | 'refused' | 'unknown', result: string): Promise<void>;
  get(key: string): Promise<KeptAction | null>;
  /** All about an order that were not refused, oldest first. */
  ofOrder(orderId: string): Promise<readonly KeptAction[]>;
  /** Whoever it matters to knows its end. */
  tell(key: string): Promise<void>;
  /** Done or refused and not told, begun before `before`, oldest first. */
  untold(before: Instant, limit: number): Promise<readonly KeptAction[]>;
  /** Unknown, or in flight since before `before`, oldest first. */
  unresolved(before: Instant, limit: number): Promise<readonly KeptAction[]>;
};
