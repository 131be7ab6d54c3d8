/** Where conversations live: the port of the store. One write per turn, and no transaction handle leaves it. */

import type { ChannelName, HandOffReason, Instant, Memory, Show, SourceName, Wish } from '../turn';
import type { Agents } from './agents';
import type { Contacts } from './contacts';
import type { HandOff, HandOffs } from './hand-offs';
import type { Privacy } from './privacy';
import type { Destination, Inbox, ItemKind, Outbox } from './queues';
import type { NewToken, Tokens } from './tokens';

/** One line of a conversation, already redacted. `said` of an Alexa shopper is intent and slots: it sends no words. */
export type HistoryLine = {
  readonly at: Instant;
  readonly by: 'shopper' | 'bot' | 'person';
  readonly channel: SourceName;
  readonly text: string;
  /** The person's name, where a person wrote it. */
  readonly name?: string;
  /** What a screen shows beside the text; redacted too. */
  readonly show?: Show;
};

/** Where a line stands in its conversation: the version that wrote it, then its place in that turn. */
export type Place = { readonly version: number; readonly line: number };
export type PlacedLine = HistoryLine & Place;

/** The packet a person gets; see docs/hand-off-packet.md. Redacted. */
export type Packet = {
  readonly version: 1;
  readonly id: string;
  readonly reference: string;
  readonly reason: HandOffReason;
  readonly createdAt: Instant;
  readonly locale: string;
  /** At most five lines. */
  readonly summary: readonly string[];
  readonly intent: string | null;
  readonly slots: Readonly<Record<string, string>>;
  /** The id of the question that was open, and its words. */
  readonly openQuestion: { readonly id: string; readonly text: string } | null;
  readonly notUnderstood: readonly string[];
  readonly transcript: readonly HistoryLine[];
  readonly orders: readonly string[];
  readonly lines: readonly { readonly productId: string; readonly title: string; readonly quantity: number }[];
  /** What the shop knows of those orders, as far as it could be asked. */
  readonly about: readonly OrderAbout[];
  /** Whether an answer or a call is wished for, and where the answer goes besides the web chat and the speaker. */
  readonly wish: Wish;
  readonly answerTo: ChannelName | null;
  /** A pseudonym; the first name only where the shop's account gives it. */
  readonly shopper: { readonly id: string; readonly guest: boolean; readonly name: string | null };
  readonly channels: readonly SourceName[];
  /** What the bot restores when the person is done. */
  readonly resumePoint: Pick<Memory, 'questions' | 'topic'>;
};

/** An order as an agent sees it: no address, no payment. */
export type OrderAbout = {
  readonly number: string;
  readonly placed: string;
  readonly state: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
};

export type OutboxItem = {
  readonly id: string;
  readonly kind: ItemKind;
  readonly destination: Destination;
  readonly body: string;
};

/** One turn without personal data: all later insight is read from these. */
export type Fact = {
  readonly turn: string;
  readonly at: Instant;
  readonly channel: SourceName;
  readonly locale: string;
  readonly heard: string;
  readonly intent: string | null;
  readonly replies: readonly string[];
  readonly asks: string | null;
  readonly outcome: 'asked' | 'closed' | 'placed' | 'handed-off' | 'failed' | 'ended' | 'person';
  readonly misses: number;
  readonly milliseconds: number;
  readonly wording: Readonly<Record<string, number>>;
};

export type Commit = {
  readonly conversationId: string;
  /** 0: the conversation is new. */
  readonly expectedVersion: number;
  readonly memory: Memory;
  readonly history: readonly HistoryLine[];
  readonly outbox: readonly OutboxItem[];
  /** Proposals of order attempts whose outcome the shopper hears in this turn: told together with it, or not at all. */
  readonly told?: readonly string[];
  readonly packet?: Packet;
  /** The hand-off as it is after this turn. */
  readonly handOff?: HandOff;
  /** Links and codes that were given out. */
  readonly tokens?: readonly NewToken[];
  /** From which address it was held, so that everything of an address can be found again. */
  readonly from?: { readonly channel: ChannelName; readonly address: string };
  readonly fact: Fact;
  /** Kept for repeated deliveries of the same request. */
  readonly answer: { readonly channel: SourceName; readonly requestId: string; readonly body: string };
};

export type Stored = { readonly memory: Memory; readonly version: number };

export type Conversations = {
  /** null: never met. A record of another schema is read as far as it is understood, never thrown on. */
  load(conversationId: string): Promise<Stored | null>;
  /** The stored answer to this very delivery, or null. */
  answerOf(channel: SourceName, requestId: string): Promise<string | null>;
  /** All or nothing, durable when it resolves. `conflict`: the version moved on, or this request was answered meanwhile. */
  commit(commit: Commit): Promise<'committed' | 'conflict'>;
  /** Newest last, words only. */
  history(conversationId: string, limit: number): Promise<readonly HistoryLine[]>;
  /** The first `limit` lines after a place, or the last ones of all; newest last. No line ever appears before a seen one. */
  since(conversationId: string, after: Place | null, limit: number): Promise<readonly PlacedLine[]>;
};

/** Order attempts: written before the shop is called, so that no crash can lose or double an order. */
export type Attempt = {
  readonly proposalId: string;
  readonly conversationId: string;
  readonly shopperId: string;
  /** The proposal as JSON. */
  readonly proposal: string;
  readonly state: 'in-flight' | 'placed' | 'refused' | 'unknown';
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

/** Somebody in a browser: a guest whose token only the browser has. */
export type Visitor = {
  /** The channel's address of this visitor; names the guest's conversation. */
  readonly address: string;
  readonly locale: string;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
};

export type Visitors = {
  /** Durable when it resolves; forgets who is expired at `at`. */
  add(visitor: Visitor & { readonly tokenHash: string }, at: Instant): Promise<void>;
  byToken(tokenHash: string): Promise<Visitor | null>;
  seen(address: string, at: Instant, expiresAt: Instant): Promise<void>;
  /** Notes that the visitor speaks: a new session when the last word is older than `before`. */
  speak(address: string, at: Instant, before: Instant): Promise<{ readonly session: Instant; readonly isNew: boolean }>;
};

export type Store = {
  readonly conversations: Conversations;
  readonly attempts: Attempts;
  readonly handOffs: HandOffs;
  readonly visitors: Visitors;
  readonly outbox: Outbox;
  readonly inbox: Inbox;
  readonly contacts: Contacts;
  readonly tokens: Tokens;
  readonly agents: Agents;
  readonly privacy: Privacy;
  /**
   * Calls back after commits of any server on this store, ours among them, until the returned function is called.
   * May miss some, and is not there on every store: who needs to know looks from time to time as well.
   */
  onRemoteCommit?(listener: (conversationId: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};
