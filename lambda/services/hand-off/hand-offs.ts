/** A hand-off as it is kept: its states, what a desk tells of it, and the port that keeps it. */

import type { CallWindow } from '../../vocabulary/call-window';
import type { HelpRating } from '../../vocabulary/help-rating';
import type { HandOffReason, Wish } from '../../vocabulary/outcome';
import type { SentFile } from '../../vocabulary/sent-file';
import type { Instant } from '../../vocabulary/values';
import type { Packet } from './packet';

/**
 * `initiated`: committed with the turn; `pending`: a desk has it; `accepted`: a person took it; `completed`: returned or
 * closed; `failed`: no desk could be reached, and the shopper was told.
 */
export const HAND_OFF_STATES = ['initiated', 'pending', 'accepted', 'completed', 'failed'] as const;
export type HandOffState = (typeof HAND_OFF_STATES)[number];

/** What was done, as it is noted when a person closes. */
export const DONE = ['answered', 'sent-again', 'refunded', 'coupon', 'order-placed', 'nothing'] as const;
export type Done = (typeof DONE)[number];

/** A person of the shop. `name` is what shoppers hear. */
export type Person = { readonly id: string; readonly name: string };

export type HandOff = {
  readonly id: string;
  readonly conversationId: string;
  readonly reference: string;
  readonly reason: HandOffReason;
  readonly wish: Wish;
  /** When a call is wished for; null: at any time, or not at all. */
  readonly call: CallWindow | null;
  /** The shopper's, BCP 47. */
  readonly locale: string;
  readonly state: HandOffState;
  readonly agent: Person | null;
  readonly createdAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly done: Done | null;
  /** What it was about, in the agent's words. */
  readonly topic: string | null;
  /** Since when the shopper waits for a word; null: it is their turn. */
  readonly waitingSince: Instant | null;
  /** What the shopper says of the help; null: nothing. */
  readonly rating: HelpRating | null;
};

/** What a desk tells us; `id` is the same however often it is delivered. */
export type DeskEvent = {
  readonly id: string;
  readonly handOffId: string;
  readonly at: Instant;
  /** Only while the person of this id has it (null: nobody); otherwise nothing is done. Absent: whoever has it. */
  readonly heldBy?: string | null;
} & (
  | { readonly kind: 'accepted'; readonly agent: Person }
  /**
   * `writtenTo`: the contact who has it already, where it was written past us. `isReport`: it only says what they have done,
   * and takes nothing from whoever has it by now.
   */
  | {
      readonly kind: 'said';
      readonly agent: Person;
      readonly text: string;
      /** Sent by itself: then there are no words. */
      readonly file?: SentFile;
      readonly writtenTo?: string;
      readonly isReport?: true;
    }
  /**
   * What they wrote before is otherwise now, or (null) taken back. `of`: the event that said it; a file of it is part of it. `beside`:
   * the addresses of files that stay as they are, and so does one of these that stood among the words.
   */
  | {
      readonly kind: 'changed';
      readonly agent: Person;
      readonly of: string;
      readonly to: string | null;
      readonly beside?: readonly string[];
    }
  /** Whoever had it leaves it to their colleagues; shoppers hear nothing of that. */
  | { readonly kind: 'released' }
  /** The bot has the conversation again. */
  | { readonly kind: 'returned'; readonly agent: Person | null }
  | { readonly kind: 'closed'; readonly agent: Person | null; readonly done: Done; readonly topic: string | null }
  /** No desk could be reached. */
  | { readonly kind: 'failed' }
);

export type Note = {
  readonly id: string;
  readonly handOffId: string;
  readonly at: Instant;
  readonly by: string;
  readonly text: string;
};

/** `ref`: the desk's own id of it. */
export type HandOffAt = { readonly handOffId: string; readonly ref: string; readonly createdAt: Instant };

export type HandOffs = {
  /** Packets, newest first. */
  list(limit: number): Promise<readonly Packet[]>;
  get(id: string): Promise<HandOff | null>;
  packet(id: string): Promise<Packet | null>;
  /** A desk has it: `initiated` becomes `pending`, and `ref` is the desk's own id of it. Durable when it resolves. */
  reached(id: string, desk: string, ref: string | null): Promise<void>;
  /** The desk's own id of a hand-off, and the other way round. */
  refOf(id: string): Promise<string | null>;
  byRef(desk: string, ref: string): Promise<HandOff | null>;
  /** Every one of these conversations. */
  of(conversationIds: readonly string[]): Promise<readonly HandOff[]>;
  /** Those a desk has that are not over, or have ended since. */
  at(desk: string, endedSince: Instant): Promise<readonly HandOffAt[]>;
  /** Notes of agents: no shopper ever sees one. Adding the same id twice adds one. */
  addNote(note: Note): Promise<void>;
  notes(handOffId: string): Promise<readonly Note[]>;
};
