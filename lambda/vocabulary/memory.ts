/** What is remembered of a conversation between its turns. */

import type { CallWindow } from './call-window';
import type { FileKind } from './file-types';
import type { ChannelName, WishedBefore } from './heard';
import type { NewsWish } from './news';
import type { Ending, Question, Reply } from './outcome';
import type { Phone } from './phones';
import type { Topic } from './topic';
import type { Called, Instant, ProductName, ToldWhen } from './values';

/** What a person wrote, as it is kept: redacted. */
export type PersonSaid = {
  readonly id: string;
  /** The person's name for the shopper. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
  /** What it is about. */
  readonly product?: ProductName;
  /** It was in sight in the web chat; a speaker reads it all the same. */
  readonly seen?: true;
} & (
  | { readonly sent?: never; readonly anew?: never }
  /** They sent a file, and there are no words. */
  | { readonly sent: FileKind; readonly anew?: never }
  /** They have changed it since, and who reads it may have heard it as it was. */
  | { readonly anew: true; readonly sent?: never }
);

/**
 * `whose`: nothing that opens anything. `from`: until then a code or a link that was given out leads to it. `going`: since when it is on
 * its way; what a desk tells of it waits for that.
 */
export type BegunAside = { readonly whose: string; readonly from: Instant; readonly going?: Instant };

/** An open question remembers its session and person: only they answer it; elsewhere it is asked again in full. */
export type OpenQuestion = {
  readonly question: Question;
  readonly session: string;
  readonly person: string | null;
  readonly at: Instant;
  /** It was left behind and offered again in a later session; it is not offered a second time. */
  readonly offered: boolean;
  /** Another question was asked over it in its session: no answer is to this one until it is asked again. */
  readonly covered?: boolean;
  /** It came from another session and was not asked in this one yet: it is asked in full. */
  readonly unheard?: true;
  /** Asked in writing while nobody was there: whoever writes next answers it. */
  readonly anywhere?: true;
};

/** Goods of which is told at a visit to come: once they are in stock again, or from that day on. */
export type ToldLater = {
  readonly productId: string;
  readonly since: Instant;
  readonly when: ToldWhen;
};

/** That people wrote; that people can be had; that a cart waits; the shopper's own name; that no link is wanted. */
export type SaidOnce = 'news' | 'people' | 'cart' | 'name' | 'link';

export type Memory = {
  /** The shape of this record; another number is read as a new conversation that keeps nothing but its owner. */
  readonly schema: 1;
  readonly owner: 'bot' | 'human';
  /** Questions nobody has answered yet, the latest last, of all sessions; a session's own latest one is open. */
  readonly questions: readonly OpenQuestion[];
  readonly topic: Topic;
  /** Turns in which nothing was understood, in a row and in this session; silences in a row. */
  readonly misses: { readonly inARow: number; readonly inAll: number; readonly silences: number };
  /** What was said last, for "repeat". */
  readonly last: { readonly replies: readonly Reply[]; readonly ending: Ending } | null;
  /**
   * When the shop last said where the newest orders stand, and their numbers. The orders are kept beside the memory
   * (`Mirrors`), since few turns need them. `orders`: as JSON, in a memory that an earlier program wrote.
   */
  readonly lastKnown: { readonly at: Instant; readonly numbers: readonly string[]; readonly orders?: string } | null;
  /** Which wording of each reply was used last, so that none is heard twice running. */
  readonly wording: Readonly<Record<string, number>>;
  /** How many sessions this conversation has had; decides how long the welcome is. */
  readonly visits: number;
  readonly session: string | null;
  /** The hand-off that is open, or was the last one. */
  readonly handOff: {
    readonly id: string;
    readonly reference: string;
    readonly since: Instant;
    /** Who took it; absent while it waits. */
    readonly agent?: string;
    /** When that was told to us: the desk's own clock may be another. */
    readonly takenAt?: Instant;
    /** The id of the address to which the answer was promised: another conversation may use it meanwhile. */
    readonly contact?: string;
    readonly product?: ProductName;
    /** It began while the shop did not tell who spoke: whose it is, and from when on it joins what else is theirs. */
    readonly aside?: BegunAside;
    /** No desk could be reached, and this shopper has not been told of it at a speaker. */
    readonly failed?: true;
    /** The call that was promised. */
    readonly call?: CallWindow | 'any-time';
    /** The number that was given for it; absent: the one in the shop's books. */
    readonly phone?: Phone;
    /** Who writes has been told that nobody is there yet. */
    readonly toldToWait?: true;
    /** Who writes has been told that what they send is seen: by whom; `waiting`: by the team, later. */
    readonly toldSeen?: { readonly by: string } | 'waiting';
    /** The shopper wrote in it: what becomes of it is told in writing. */
    readonly inWriting?: true;
    /** A person is done with it, and the shopper is to be asked how well they helped; or was, which is once. */
    readonly rating?: 'due' | 'asked';
  } | null;
  /** What people wrote since this shopper wrote last, and has not heard of at a speaker. */
  readonly unread: readonly PersonSaid[];
  readonly advice: {
    /** Goods whose habit this shopper does not want to hear of unasked, by id. */
    readonly quiet: readonly string[];
    /** When this shopper was last asked how content they are; null: never; quiet: they do not want to be. */
    readonly ratedAt: Instant | 'quiet' | null;
    /** When a matter of an order was last settled without a person. */
    readonly settledAt?: Instant;
    /** What this shopper wishes to be told at a later visit, and agreed that it is kept for that; each is told once. */
    readonly later?: readonly ToldLater[];
    /** How often the shopper says they need these goods, days by id: it counts more than what their orders say. */
    readonly rhythms?: Readonly<Record<string, number>>;
  };
  /** Keys of actions about orders, and of promises, whose end this shopper is still to hear of. */
  readonly owed?: readonly string[];
  /** What is said once a visit, each with the session that heard it last. */
  readonly once?: Readonly<Partial<Record<SaidOnce, string>>>;
  /** How the shopper agreed to be spoken to by name; null: by none. */
  readonly called: Called | null;
  /** null: news of orders were never spoken of. */
  readonly news: NewsWish | null;
  /** Of a stranger, what they were asked to link for; of a shopper, what was gone on with once they had linked. */
  readonly wished: WishedBefore | null;
  /** What was asked when a payment was declined, until something else comes of it. */
  readonly unpaid: { readonly question: Question; readonly at: Instant } | null;
  /** Where the shopper has read that a program answers. */
  readonly introduced?: readonly ChannelName[];
};
