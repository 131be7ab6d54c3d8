/** The vocabulary every room shares: what was heard, what is answered, what is remembered. Data only, no behaviour. */

// ---- values ---------------------------------------------------------------------------------------------------

/** An amount in integer minor units (cents; yen for JPY) and its ISO 4217 currency. Never add across currencies. */
export type Money = { readonly minor: number; readonly currency: string };
/** A calendar day, `YYYY-MM-DD`, meant in the time zone of the delivery address. */
export type PlainDate = `${number}-${number}-${number}`;
/** Milliseconds since the epoch. */
export type Instant = number;

/** How a product is packed: `{ kind: 'bag', size: { amount: 250, unit: 'gram' } }` or 80 capsules in a box. */
export type Pack = {
  readonly kind: 'bag' | 'bottle' | 'box' | 'can' | 'carton' | 'jar' | 'pack' | 'roll' | 'tube' | 'tub' | 'piece';
  /** `unit` is an Intl unit name, so that every language can say it. */
  readonly size?: { readonly amount: number; readonly unit: 'gram' | 'kilogram' | 'milliliter' | 'liter' | 'meter' };
  /** How many pieces a pack holds, when that is what people count. */
  readonly pieces?: number;
};

/** A product as the shop calls it. Only `language/` makes speakable words of it. */
export type ProductName = {
  /** The shop's own long title, in the language of the turn where the shop has it. */
  readonly title: string;
  /** What the merchant wants said instead of the title; at most 7 words. */
  readonly voiceTitle?: string;
  readonly pack?: Pack;
};

/** A closed set of value kinds: what a reply may carry, and therefore what every language must be able to say. */
export type Value =
  /** A proper name (seller, first name, address label, carrier). Escaped, never inflected. */
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'money'; readonly money: Money }
  /** A day seen from `today` (both in the delivery address's zone): said as "tomorrow", "on Tuesday", "on 3 March". */
  | { readonly type: 'day'; readonly day: PlainDate; readonly today: PlainDate }
  /** Two days as a range: "between Tuesday and Thursday"; equal days are said as one. */
  | { readonly type: 'days'; readonly from: PlainDate; readonly to: PlainDate; readonly today: PlainDate }
  /** A local time window, minutes after midnight: "between two and four in the afternoon"; of no length: "at nine". */
  | { readonly type: 'window'; readonly from: number; readonly to: number }
  /** How old something is, in minutes: "ten minutes ago", "this morning". */
  | { readonly type: 'age'; readonly minutes: number }
  | { readonly type: 'product'; readonly product: ProductName }
  /** A product with how many and how large: "Bella Roma ground coffee, two bags of 250 grams". */
  | { readonly type: 'amount'; readonly product: ProductName; readonly quantity: number }
  /** An order, said by its first product and the day it was placed; its number is shown, never spoken. */
  | {
      readonly type: 'order';
      readonly number: string;
      readonly product: ProductName;
      /** Lines besides the first. */
      readonly others: number;
      readonly placed: PlainDate;
      readonly today: PlainDate;
    }
  /** At most four digits, said one by one: a reference. `full` is what is shown. */
  | { readonly type: 'digits'; readonly digits: string; readonly full: string }
  /** Where something is delivered: `home` and `work` have words of their own, else the shopper's own label. */
  | { readonly type: 'place'; readonly label: string }
  /** A country or region, ISO 3166-1 alpha-2, said by its name in the language. */
  | { readonly type: 'country'; readonly code: string }
  /** What an intent is for, as one of several things to choose from: "find an order". */
  | { readonly type: 'topic'; readonly intent: IntentName }
  /** Shown on screens only; its spoken form is empty, so no sentence may depend on it. Links, addresses, numbers. */
  | { readonly type: 'shown'; readonly text: string }
  /** What a person wrote, read aloud as far as an ear can use it: links and codes stay on the phone. */
  | { readonly type: 'quote'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly Value[]; readonly join: 'and' | 'or' };
export type ValueType = Value['type'];
export type ValueOf<T extends ValueType> = Extract<Value, { type: T }>;
export type Values = Readonly<Record<string, Value>>;

// ---- what comes in --------------------------------------------------------------------------------------------

/** What a shopper may ask of a shop. */
export const SHOP_INTENTS = [
  'Reorder',
  'OrderStatus',
  'ShippingCost',
  'DeliveryTime',
  'ShippingOptions',
  'CartCheckout',
  'CancelOrder',
  'ChangeAddress',
  'ReturnRefund',
  'RefundStatus',
  'DeliveryProblem',
  'SupportPolicy',
  'TalkToHuman',
  'SendToPhone',
  'Replenish',
  'Recommend',
  'MyData',
  'Feedback',
] as const;
/** Amazon's own. */
export const BUILT_INS = [
  'Yes',
  'No',
  'Help',
  'Stop',
  'Cancel',
  'Fallback',
  'Repeat',
  'NavigateHome',
  'Select',
  'More',
  'Next',
  'Previous',
  'StartOver',
] as const;
/** Neither asks for anything nor answers; Amazon has no name for it. */
export const COURTESIES = ['Thanks'] as const;
export const INTENTS = [...SHOP_INTENTS, ...BUILT_INS, ...COURTESIES] as const;
export type IntentName = (typeof INTENTS)[number];

/** One filled slot: the shopper's own word, the ids it resolved to (the shopper's own goods first), parsed forms. */
export type Slot = {
  readonly said: string;
  readonly ids: readonly string[];
  readonly number?: number;
  /** 1 is the first; -1 the last. "the second one" is 2, whatever the slot's type. */
  readonly ordinal?: number;
  readonly date?: PlainDate;
};
export type Slots = Readonly<Record<string, Slot>>;
/** What somebody asks for. */
export type Request = { readonly intent: IntentName; readonly slots: Slots };

export type Heard =
  | { readonly kind: 'launched' }
  | {
      readonly kind: 'intent';
      readonly intent: IntentName;
      readonly slots: Slots;
      /** Of typed words that are not sure enough: what they may mean, the likeliest first. `intent` is Fallback then. */
      readonly maybe?: readonly Request[];
    }
  /** Typed words; `language/hear` turns them into an intent before anything is decided. */
  | { readonly kind: 'text'; readonly text: string }
  /**
   * A tapped quick reply: the id of one of the open question's options. `label` is what the button said: heard like
   * typed words where the question is not open any more.
   */
  | { readonly kind: 'choice'; readonly option: string; readonly label?: string }
  /** Nothing was said although a question was open. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'ended'; readonly reason: string }
  /**
   * An Alexa skill connection came back: `token` is the yield's own. `granted`: what the shopper said to a request for
   * consent; absent where nothing was asked or it was left unanswered.
   */
  | { readonly kind: 'resumed'; readonly token: string; readonly status: string; readonly granted?: boolean }
  /** Somebody came through a link or with a code (and postcode) that another channel gave out. */
  | { readonly kind: 'joined'; readonly token: string; readonly proof?: string }
  /** A webhook, a skill event, an agent. */
  | { readonly kind: 'event'; readonly name: string };

/** The channels a person can be written to, besides the web chat, which is read where it is. */
export const PUSH_CHANNELS = ['email', 'whatsapp', 'telegram'] as const;
export type PushChannel = (typeof PUSH_CHANNELS)[number];
export type ChannelName = 'alexa' | 'web' | PushChannel;
/** Where a line of a conversation came from: a channel, or the desk where people answer. */
export type SourceName = ChannelName | 'desk';

export type Turn = {
  /** Names the turn in logs and seeds its wording. Unguessable is not needed. */
  readonly id: string;
  readonly channel: ChannelName;
  /** How this channel is answered: said aloud or shown. */
  readonly form: 'speech' | 'text';
  /** The channel's own id of this delivery: the same id gets the same answer. */
  readonly requestId: string;
  readonly session: { readonly id: string; readonly isNew: boolean };
  /** The channel's opaque address of the account or visitor; who a guest is. */
  readonly address: string;
  /** The recognised person (voice profile), where the channel knows one. */
  readonly person?: string;
  /** The shop's access token: the person's own before the account's. */
  readonly credential?: string;
  /** BCP 47, as the channel said it: `it-IT`. */
  readonly locale: string;
  /** When the answer must be on its way: real time, never the shop's shifted calendar. */
  readonly deadline: Instant;
  /** What this device can do besides speaking. Absent: nothing. */
  readonly device?: Device;
  /** When it reached us, as the app noted: what was asked later cannot be what it answers. */
  readonly at?: Instant;
  readonly heard: Heard;
};

/** A speaker's further powers, as its request tells them. */
export type Device = {
  /** Alexa can push a link to the shopper's phone. */
  readonly pushesLinks: boolean;
  /** Reads the contact data of the speaker's account: with consent, and afresh on every visit. */
  readonly profile?: { readonly endpoint: string; readonly token: string };
};

// ---- what goes out --------------------------------------------------------------------------------------------

/** A sentence to be said: its key in `speech.json` and the values it states. */
export type Reply = { readonly key: string; readonly with: Values };

/** What the next answer may be. */
export type Expected = 'yesno' | 'number' | 'ordinal' | 'product' | 'place';

export type Option = { readonly id: string; readonly label: Value };

/** JSON that survives the store. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

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
  | { readonly kind: 'ask-consent'; readonly to: 'email' };

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
  /** To an Alexa skill connection, without a question; `resumed` brings the token back. */
  | { readonly kind: 'yield'; readonly to: Connection };

/** What Alexa does for us before she gives the shopper back. */
export type Connection = {
  readonly token: string;
} /** `link`: the id of a token; its secret part is written only where it leaves the house. */ & (
  | { readonly kind: 'link-app'; readonly link: string; readonly topic: Reply }
  | { readonly kind: 'ask-consent'; readonly to: 'email' }
);

/** What is being talked about, so that "it" and "the same" mean something. */
export type Topic = {
  readonly orderId?: string;
  readonly productId?: string;
  readonly product?: ProductName;
};

export type Outcome = {
  readonly replies: readonly Reply[];
  readonly ending: Ending;
  readonly card?: Card;
  readonly handOff?: HandOffRequest;
  readonly topic?: Topic;
  /** Set on the turn in which an order was placed: the id of the order. */
  readonly placed?: string;
  /** Proposals whose outcome the shopper hears in this turn. */
  readonly told?: readonly string[];
  /** The replies that tell a status, kept in case the shop cannot be reached the next time. */
  readonly status?: readonly Reply[];
  /** For the person who has the conversation: the shopper's own words, or a sentence of ours in the agent's language. */
  readonly forPerson?: { readonly words: string } | Reply;
  /** What the shopper now wishes of the open hand-off. */
  readonly wish?: Wish;
  /** What people wrote has been told. */
  readonly isRead?: true;
  /** Something for the shopper's phone; `link`: the id of a token. */
  readonly toPhone?: {
    readonly contact: { readonly id: string; readonly channel: PushChannel };
    readonly replies: readonly Reply[];
    readonly link: string | null;
  };
  /** Links and codes that were given out. */
  readonly tokens?: readonly GivenOut[];
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
  /** Where the answer goes, besides the web chat and the speaker. */
  readonly answerTo: PushChannel | null;
  /** The id of that address. */
  readonly contact?: string;
};

/** A link or a code, as far as it is kept: hashed, and used once. */
export type GivenOut = {
  readonly hash: string;
  readonly kind: 'link' | 'code';
  readonly conversationId: string;
  readonly expiresAt: Instant;
  /** What a code must be accompanied by (the postcode), hashed; null: nothing. */
  readonly proof: string | null;
};

/** How the shopper wants to hear of it. */
export const WISHES = ['answer', 'call-back'] as const;
export type Wish = (typeof WISHES)[number];

/** What a person wrote, as it is kept: redacted. */
export type PersonSaid = {
  readonly id: string;
  /** The person's name for the shopper. */
  readonly by: string;
  readonly at: Instant;
  readonly text: string;
  /** What it is about. */
  readonly product?: ProductName;
};

// ---- what is remembered ---------------------------------------------------------------------------------------

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
};

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
  /** The last status that was told, for when the shop cannot be reached. */
  readonly lastKnown: { readonly replies: readonly Reply[]; readonly at: Instant } | null;
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
    /** No desk could be reached, and this shopper has not been told of it at a speaker. */
    readonly failed?: true;
  } | null;
  /** What people wrote and this shopper has neither seen in text nor heard of at a speaker. */
  readonly unread: readonly PersonSaid[];
  /** The session in which that was announced last. */
  readonly announced?: string;
  /** Where the shopper has read that a program answers. */
  readonly introduced?: readonly ChannelName[];
};

// ---- the finished answer --------------------------------------------------------------------------------------

/** Words in both forms: as spoken and as shown. */
export type Spoken = {
  /** A whole `<speak>…</speak>`. */
  readonly ssml: string;
  /** What is heard, without markup. */
  readonly plain: string;
  /** What a text channel shows. */
  readonly text: string;
  /** How long it takes to say, estimated. */
  readonly seconds: number;
};

export type Said = {
  readonly speech: Spoken;
  /** What is said when an open question gets no answer. */
  readonly reprompt: Spoken | null;
  readonly card:
    | { readonly kind: 'simple'; readonly title: string; readonly text: string }
    | { readonly kind: 'link-account' }
    | { readonly kind: 'ask-consent'; readonly to: 'email' }
    | null;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Set when Alexa is asked to do something first. */
  readonly yields?: Yielded;
};

/** What a screen draws beside a line of the conversation. */
export type Show = {
  /** The question this line leaves open. */
  readonly question?: Pick<Question, 'id' | 'expects'> & { readonly options: Said['options'] };
  readonly card?: NonNullable<Said['card']>;
  /** The request that brought the line, so that whoever sent it knows it again. */
  readonly ref?: string;
  /** What the shopper meant, of a channel that sends no words: the intent, and what was said for each slot. */
  readonly meant?: { readonly intent: IntentName; readonly slots: Readonly<Record<string, string>> };
};

/** A connection in words; `topic` is said by Alexa herself. */
export type Yielded = { readonly token: string } & (
  | { readonly kind: 'link-app'; readonly link: string; readonly topic: string }
  | { readonly kind: 'ask-consent'; readonly to: 'email' }
);

/** What a channel writes: stored with the turn, so that a repeated delivery gets the very same. */
export type Answer = {
  /** null: nothing is to be said at all. */
  readonly said: Said | null;
  /** The open question; null: the conversation rests. */
  readonly question: Pick<Question, 'id' | 'elicits' | 'expects'> | null;
  /** What was understood, for whoever watches. */
  readonly intent: IntentName | null;
  readonly slots: Slots;
  readonly replies: readonly string[];
  readonly owner: Memory['owner'];
};
