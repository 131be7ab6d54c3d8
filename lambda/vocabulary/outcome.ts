/** What is decided: replies, one ending, and what else a turn causes. Data only, never a sentence. */

import type { CallWindow } from './call-window';
import type { UnsaidEffect } from './changed-line';
import type { AskedOfAlexa, ConsentTo } from './consent';
import type { GivenOut } from './given-out';
import type { ChannelName, PushChannel, WishedBefore } from './heard';
import type { HelpRating } from './help-rating';
import type { IntentName } from './intents';
import type { NewsEffect, OrdersSeen } from './news';
import type { Topic } from './topic';
import type { Called, Instant, Json, ToldWhen, Value, ValueOf, Values } from './values';

/** A sentence to be said: its key in `speech.json` and the values it states. `spare`: left out where there is no time for it. */
export type Reply = { readonly key: string; readonly with: Values; readonly spare?: true };

/** What the next answer may be. */
type ValueAnswer = 'product' | 'date' | 'place' | 'problem' | 'remedy' | 'pieces' | 'opinion' | 'time' | 'phone';
export type Expected = 'yesno' | 'number' | 'ordinal' | ValueAnswer;

export type Option = { readonly id: string; readonly label: Value };

/**
 * What is asked. Its words are `<id>.ask`, `<id>.reprompt` (said on silence and as the rapid re-ask), `<id>.guide`
 * (what is asked, with an example) and `<id>.help` (no question: `.reprompt` follows it); all four get `with`.
 */
export type Question = {
  /** `<Part>.<name>`, e.g. `Purchase.confirm`; the part before the dot owns the answer. */
  readonly id: `${string}.${string}`;
  readonly with: Values;
  readonly expects: readonly Expected[];
  /** The slot that the answer fills, where there is one: Alexa elicits it. */
  readonly elicits?: { readonly intent: IntentName; readonly slot: string };
  /** What can be chosen by ordinal or tap; at most 3 are spoken at once. */
  readonly options?: readonly Option[];
  /** What the asking intent needs to go on. */
  readonly state: Json;
  /** When the shopper changes the subject: come back to it afterwards, or forget it. */
  readonly ifLeft: 'wait' | 'drop';
};

export type Card =
  | { readonly kind: 'simple'; readonly title: Reply; readonly lines: readonly Reply[] }
  | { readonly kind: 'link-account' }
  /** Asks in the Alexa app whether we may know this contact of the account. */
  | { readonly kind: 'ask-consent'; readonly to: ConsentTo };

/** A line of a screen; `picture` is a secure address. */
export type ScreenRow = { readonly label: Value; readonly detail?: Value; readonly picture?: string };

/**
 * What a screen shows beside the words, where it is more than the words or the card: whoever has no screen misses nothing.
 * What can be chosen or answered is added by whoever draws it, from the question.
 */
export type Screen = {
  readonly title: Reply;
  readonly rows: readonly ScreenRow[];
  /** Below the rows: the total, the day. */
  readonly foot: readonly Reply[];
  readonly drawn:
    | null
    /** How far something has come: the steps up to `at` are done. */
    | { readonly kind: 'steps'; readonly steps: readonly Reply[]; readonly at: number }
    /** An address to be scanned. */
    | { readonly kind: 'code'; readonly address: string };
};

/** Why a conversation goes to a person. */
export const HAND_OFF_REASONS = [
  'asked',
  'not-understood',
  'policy',
  'back-end-failed',
  'payment-needed',
  'high-value',
  'complaint',
] as const;
export type HandOffReason = (typeof HAND_OFF_REASONS)[number];

export type Ending =
  /** Exactly one question; the microphone stays open. */
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'close' }
  /** To an Alexa skill connection, without a question; `resumed` brings the token back. `waits`: a question that is left for then. */
  | { readonly kind: 'yield'; readonly to: Connection; readonly waits?: Question };

/** What Alexa does for us before she gives the shopper back. */
export type Connection = {
  readonly token: string;
} /** `link`: the id of a token; its secret part is written only where it leaves the house. */ & (
  | { readonly kind: 'link-app'; readonly link: string; readonly opens?: 'file'; readonly topic: Reply }
  | AskedOfAlexa
);

export type Outcome = {
  readonly replies: readonly Reply[];
  readonly ending: Ending;
  readonly card?: Card;
  readonly screen?: Screen;
  readonly topic?: Topic;
  readonly effects?: readonly Effect[];
};

/** What a turn causes besides its words. `conversation/write` meets every one of them. */
export type Effect =
  /** The conversation goes to a person. */
  | { readonly kind: 'hand-off'; readonly request: HandOffRequest }
  /** An order was placed in this very turn. */
  | { readonly kind: 'placed'; readonly orderId: string }
  /** A proposal whose outcome the shopper hears in this turn. */
  | { readonly kind: 'told'; readonly proposalId: string }
  | OrdersSeen
  /**
   * For the person who has the conversation: words of the shopper, all that was written in this turn, under a sentence of
   * ours or without one, or such a sentence in the agent's language; with the file of this id.
   */
  | {
      readonly kind: 'for-person';
      readonly what: { readonly words: string } | { readonly headed: Reply } | 'as-written' | Reply;
      readonly file?: string;
    }
  /** What the shopper now wishes of the open hand-off; `to`: the number they gave for the call. */
  | { readonly kind: 'wish'; readonly wish: Wish; readonly call?: CallWindow; readonly to?: ValueOf<'phone'> }
  /** How well a person helped with this hand-off. */
  | { readonly kind: 'rated'; readonly handOff: string; readonly rating: HelpRating }
  /** What people wrote has been told. */
  | { readonly kind: 'read' }
  /** Something for the shopper's phone; `link`: the id of a token, which opens the conversation, or the file of one's data. */
  | {
      readonly kind: 'to-phone';
      readonly contact: { readonly id: string; readonly channel: PushChannel };
      readonly replies: readonly Reply[];
      readonly link: string | null;
      readonly opens?: 'file';
    }
  /** This address becomes part of the conversation; who speaks has joined that one, and is in it from now on. */
  | { readonly kind: 'join'; readonly contact: MetContact }
  | { readonly kind: 'moved'; readonly conversationId: string }
  /** All that was kept of whoever speaks is gone: what this turn writes is the first of a new conversation. */
  | { readonly kind: 'erased' }
  /** Nothing is written about what was asked, or it is not sold: the topic, where it is one, and what was said for it. */
  | ({ readonly kind: 'unanswered' } & Lacking)
  /** The page offers everything that is kept of whoever asks, as a file; `link`: the id of a token. */
  | { readonly kind: 'own-file'; readonly link: string }
  /** Of these goods the shopper wishes to be told at a later visit; `over`: has been told, or does not wish it any more. */
  | { readonly kind: 'later'; readonly productIds: readonly string[] | 'all'; readonly when: ToldWhen | 'over' }
  /** How often the shopper says they need these goods, in days; or that their habit is not to be brought up any more. */
  | { readonly kind: 'habit'; readonly productId: string; readonly every: number | 'quiet' }
  | { readonly kind: 'called'; readonly called: Called | null }
  /** A stranger was asked to link for it; or it was gone on with, once they had. */
  | { readonly kind: 'wished'; readonly wished: WishedBefore }
  /** What became of an action about an order: to be told later, or told. */
  | { readonly kind: 'care-end'; readonly key: string; readonly isTold: boolean }
  | NewsEffect
  | UnsaidEffect
  /** What was wrong with an order, or no longer wanted, is settled: how content the shopper is may be asked from now on. */
  | { readonly kind: 'settled' }
  /** How content the shopper is must not be asked any more. */
  | { readonly kind: 'unrated' }
  | { readonly kind: 'token'; readonly token: GivenOut };

type Lacking = { readonly about: 'unwritten' | 'unsold'; readonly topic: string | null; readonly said: string | null };
export type EffectKind = Effect['kind'];
export type EffectOf<K extends EffectKind> = Extract<Effect, { readonly kind: K }>;

/** An address of a channel, as far as it was met. */
export type MetContact = {
  /** Opaque: a keyed hash of channel and address. For the web chat the visitor's own. */
  readonly id: string;
  readonly channel: ChannelName;
  /** As the channel writes to it; null for one that is not written to (web, alexa). */
  readonly address: string | null;
  /** BCP 47, as last heard. */
  readonly locale: string;
  /** When its owner last wrote: WhatsApp lets us answer freely for a day. 0: never. */
  readonly heardAt: Instant;
};

/** What an intent knows of a hand-off; `services/hand-off` makes the packet of it. */
export type HandOffRequest = {
  readonly reason: HandOffReason;
  /** The random part of the reference; four digits are spoken. */
  readonly reference: string;
  readonly id: string;
  readonly orderIds: readonly string[];
  /** Goods the shopper wanted, when no order exists yet. */
  readonly lines: readonly { readonly productId: string; readonly title: string; readonly quantity: number }[];
  readonly wish: Wish;
  readonly call?: CallWindow;
  /** Where the answer goes, besides the web chat and the speaker. */
  readonly answerTo: PushChannel | null;
  /** The id of that address. */
  readonly contact?: string;
};

/** How the shopper wants to hear of it. */
export const WISHES = ['answer', 'call-back'] as const;
export type Wish = (typeof WISHES)[number];
