/** Where conversations live: the port of the store. One write per turn, and no transaction handle leaves it. */

import type { ChannelName, SourceName } from '../../vocabulary/heard';
import type { HelpRating } from '../../vocabulary/help-rating';
import type { Memory } from '../../vocabulary/memory';
import type { MetContact } from '../../vocabulary/outcome';
import type { SentFile } from '../../vocabulary/sent-file';
import type { Instant } from '../../vocabulary/values';
import type { HandOff } from '../hand-off/hand-offs';
import type { Packet } from '../hand-off/packet';
import type { MissedLine } from '../insight/missed';
import type { MirrorNote } from '../news/mirror';
import type { OutboxItem } from '../queue/item';
import type { NewToken } from '../reach/tokens';
import type { HistoryLine, LinePlace, PlacedLine } from './lines';

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
  /** The question that was open before; absent: none was. */
  readonly answers?: string;
  readonly outcome: 'asked' | 'closed' | 'placed' | 'handed-off' | 'failed' | 'ended' | 'person';
  /** What was said of a person's help; null: nothing. */
  readonly rating: HelpRating | null;
  readonly misses: number;
  readonly milliseconds: number;
  readonly wording: Readonly<Record<string, number>>;
};

export type Commit = {
  readonly conversationId: string;
  /** 0: the conversation is new. */
  readonly expectedVersion: number;
  /** A version it goes on after, where that is higher: lines of a conversation never go back, though it was erased. 0: none. */
  readonly follows: number;
  readonly memory: Memory;
  readonly history: readonly HistoryLine[];
  readonly outbox: readonly OutboxItem[];
  /** Proposals of order attempts whose outcome the shopper hears in this turn: told together with it, or not at all. */
  readonly told: readonly string[];
  readonly packet?: Packet;
  /** The hand-off as it is after this turn. */
  readonly handOff?: HandOff;
  /** Links and codes that were given out. */
  readonly tokens: readonly NewToken[];
  /** Addresses that become part of the conversation. */
  readonly joins: readonly MetContact[];
  /** From which address it was held, so that everything of an address can be found again. */
  readonly from?: { readonly channel: ChannelName; readonly address: string };
  readonly fact: Fact;
  readonly missed: readonly MissedLine[];
  /** Whose orders the shop may tell of by itself from now on; null: nothing is new about that. */
  readonly mirror: MirrorNote | null;
  readonly files: readonly SentFile[];
  /** What was written before and stands otherwise from now on; null: nothing. */
  readonly amended: WrittenOver | null;
  /** Kept for repeated deliveries of the same request by the same sender. */
  readonly answer: {
    readonly channel: SourceName;
    readonly requestId: string;
    /** Who sent it; absent: the house itself. */
    readonly whose?: string;
    /** What is kept only sealed is said in it: a telephone number of the shopper, what a person wrote. */
    readonly isSecret?: true;
    readonly body: string;
  };
};

/** Everything of before in which words stand that are changed, or taken back, by this turn. */
export type WrittenOver = {
  /** As they read now, each in its old place. */
  readonly lines: readonly PlacedLine[];
  /** That told of such lines, as they tell now. */
  readonly packets: readonly Packet[];
  /** Files that went, by their ids. */
  readonly files: readonly string[];
  /** Texts that went from what a hand-off is found by, and all that are left of it. */
  readonly found: readonly {
    readonly handOffId: string;
    readonly gone: readonly string[];
    readonly left: readonly string[];
  }[];
};

export type Stored = { readonly memory: Memory; readonly version: number };

/** All a turn knows before it is begun. */
export type TurnKey = {
  readonly channel: SourceName;
  readonly requestId: string;
  /** The sender's own. */
  readonly conversationId: string;
  /** Who sent it, hashed where it is kept: the answer that is stored for this delivery is theirs. Absent: the conversation. */
  readonly whose?: string;
  /** A guest's contact: it may have joined another conversation, which is opened then. */
  readonly contactId?: string;
  /** Whose order attempts matter. `aside`: the conversation they are taken into while the shop does not tell who they are. */
  readonly shopper?: { readonly id: string; readonly aside: string };
};

/** What a turn begins with, as of one moment. */
export type TurnStart = {
  /** The stored answer to this very delivery, or null: it is new. */
  readonly answer: string | null;
  /** The one that was opened. */
  readonly conversationId: string;
  /** null: never met. */
  readonly stored: Stored | null;
  /** The memory of the shopper's conversation aside, where something was said there since; null: nothing was. */
  readonly aside: Memory | null;
  /** A hand-off began there that is to join it. */
  readonly hasAside: boolean;
  /** False: `attempts.open` finds none of this shopper's, whenever they began. */
  readonly hasOpenAttempts: boolean;
};

export type Conversations = {
  /** Telephone numbers in a memory are sealed before it is written; absent: none may be put there. */
  readonly sealsPhones?: true;
  /** `answerOf`, `load`, whose conversation a contact has joined, what was said aside, and whether attempts are open: in one read. */
  open(key: TurnKey): Promise<TurnStart>;
  /** null: never met. A record of another schema is read as far as it is understood, never thrown on. */
  load(conversationId: string): Promise<Stored | null>;
  /** The stored answer to this very delivery, or null. `whose`: who sent it; absent: the house itself. */
  answerOf(channel: SourceName, requestId: string, whose?: string): Promise<string | null>;
  /** All or nothing, durable when it resolves. `conflict`: the version moved on, or this request was answered meanwhile. */
  commit(commit: Commit): Promise<'committed' | 'conflict'>;
  /** Newest last, words only. */
  history(conversationId: string, limit: number): Promise<readonly HistoryLine[]>;
  /** The first `limit` lines after a place, or the last ones of all; newest last. No line ever appears before a seen one. */
  since(conversationId: string, after: LinePlace | null, limit: number): Promise<readonly PlacedLine[]>;
  /** The last `limit` lines before a place, newest last: however long a conversation is, no more of it is read. */
  before(conversationId: string, place: LinePlace, limit: number): Promise<readonly PlacedLine[]>;
};
