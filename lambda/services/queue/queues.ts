/** What waits to be delivered (outbox) and what came in and waits to be read (inbox): leased, in order, never silently lost. */

import { PUSH_CHANNELS } from '../../vocabulary/heard';
import type { Instant } from '../../vocabulary/values';

/** To the desk: a new hand-off, the shopper's words, or that it is over. To a shopper: a message, or that one of before is changed. */
export const ITEM_KINDS = ['hand-off', 'message', 'end', 'change'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Where an item goes: the desk, a channel a person is written to on, or the notifications of their speakers. */
export const DESTINATIONS = ['desk', ...PUSH_CHANNELS, 'alexa'] as const;
export type Destination = (typeof DESTINATIONS)[number];

/**
 * `waiting` until it is `done`. `dead`: given up, and shown to people. `unknown`: it may have arrived, and a second copy would be
 * noticed. `held`: the shopper was told that there is a message, and gets it when they write. `overtaken`: it is not sent any more, as a
 * person had taken over from the bot meanwhile, or had changed or taken back their words.
 */
export const ITEM_STATES = ['waiting', 'done', 'dead', 'unknown', 'held', 'overtaken'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** In the place of a body that cannot be opened just now: it is tried again. */
export const LOCKED = 'locked';

/** An item that is ours until its lease ends. */
export type Leased = {
  readonly id: string;
  /** Items of one lane are delivered in order, one at a time. */
  readonly lane: string;
  readonly conversationId: string;
  readonly destination: Destination;
  readonly kind: ItemKind;
  readonly body: string;
  readonly createdAt: Instant;
  /** With this one. */
  readonly tries: number;
  /** The lease before it ran out unmarked: it may have been delivered already. */
  readonly mayBeDone: boolean;
};

/** What became of one try. */
export type Tried =
  /** `ref`: the receiver's own id of it. */
  | { readonly kind: 'done'; readonly ref?: string }
  /** Try again, not before `after` milliseconds where the receiver said so. */
  | { readonly kind: 'later'; readonly why: string; readonly after?: number }
  /** Never try this again. */
  | { readonly kind: 'dead'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }
  /** The channel let through no more than a notice of it. */
  | { readonly kind: 'held'; readonly why: string }
  | { readonly kind: 'overtaken' };

/** What a receiver tells later; a lower one after a higher one is ignored. */
export const RECEIPTS = ['sent', 'delivered', 'read', 'failed'] as const;
export type Receipt = (typeof RECEIPTS)[number];

export type LeaseWish = {
  readonly owner: string;
  readonly now: Instant;
  readonly until: Instant;
  readonly limit: number;
};

/** An item as people see it who look after deliveries. */
export type Delivery = Pick<Leased, 'id' | 'conversationId' | 'destination' | 'kind' | 'createdAt' | 'tries'> & {
  readonly state: ItemState;
  readonly why: string | null;
  readonly receipt: Receipt | null;
  readonly dueAt: Instant;
};

export type Outbox = {
  /** The heads of all lanes that are due, leased to `owner`; two who ask at once never get the same one. */
  lease(wish: LeaseWish): Promise<readonly Leased[]>;
  /** Marks a leased item; false when the lease was somebody else's by then. `dueAt`: when to try again. */
  mark(id: string, owner: string, tried: Tried, dueAt: Instant): Promise<boolean>;
  /** Gives back what was leased and not tried. */
  handBack(owner: string): Promise<void>;
  /** What the receiver says of an item it has; false: no item is known by this ref, or not yet. */
  receipt(destination: Destination, ref: string, receipt: Receipt): Promise<boolean>;
  /** Everything that is not simply waiting or done; of one conversation or of all, newest first. */
  troubled(limit: number, conversationId?: string): Promise<readonly Delivery[]>;
  /** Of one conversation, newest first. */
  ofConversation(conversationId: string, limit: number): Promise<readonly Delivery[]>;
  /** The receiver's own id of what it has; null: none is known. */
  refOf(id: string): Promise<string | null>;
  /** What was held for a conversation waits again, at once: its shopper has written. */
  release(conversationId: string, destination: Destination, now: Instant): Promise<void>;
  /** A dead or unknown item waits again, at once. False where there is none such. */
  again(id: string, now: Instant): Promise<boolean>;
  /** How many wait, since when the oldest of them does, and how many are dead: for whoever watches. */
  depth(): Promise<{ readonly waiting: number; readonly oldest: Instant | null; readonly dead: number }>;
};

/** Something that came in, as a channel or a desk will read it. */
export type Received = {
  readonly source: string;
  /** The sender's own id: the same twice is the same thing. */
  readonly key: string;
  /** Things of one lane are read in order. */
  readonly lane: string;
  readonly body: string;
  /** The bytes of files that came with it, one behind the other; the body tells how long each is. */
  readonly attached?: Uint8Array;
};

/** As it is read. `files`: what was attached, when it is needed; null: it is gone. */
export type KeptReceived = Omit<Received, 'attached'> & { readonly files?: () => Promise<Uint8Array | null> };

export type Incoming = KeptReceived & { readonly id: string; readonly receivedAt: Instant; readonly tries: number };

export type Inbox = {
  /** Durable when it resolves; false: it was there already. */
  put(received: Received): Promise<boolean>;
  lease(wish: LeaseWish): Promise<readonly Incoming[]>;
  mark(
    id: string,
    owner: string,
    tried: Extract<Tried, { kind: 'done' | 'later' | 'dead' }>,
    dueAt: Instant,
  ): Promise<boolean>;
  handBack(owner: string): Promise<void>;
  /** Where a poller stands with a source; null: it never ran. */
  cursor(source: string): Promise<string | null>;
  moveCursor(source: string, cursor: string): Promise<void>;
};
