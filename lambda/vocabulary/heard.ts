/** What comes in: a turn, and what was heard in it. */

import type { Period } from './calendar';
import type { ChangedHeard } from './changed-line';
import type { Device } from './device';
import type { IntentName } from './intents';
import type { FileRefusal, SentFile } from './sent-file';
import type { Instant, PlainDate } from './values';

/** One filled slot: the shopper's own word, the ids it resolved to (the shopper's own goods first), parsed forms. */
export type Slot = {
  readonly said: string;
  readonly ids: readonly string[];
  /** Of what means too many goods to name each: its words as the shop spells them. */
  readonly spelled?: string;
  readonly number?: number;
  /** 1 is the first; -1 the last. "the second one" is 2, whatever the slot's type. */
  readonly ordinal?: number;
  readonly date?: PlainDate;
  /** More than a day: "last month". Never beside `date`. */
  readonly period?: Period;
  /** "It": what is being talked about. */
  readonly refers?: true;
  /** "Chiara's order": somebody else's. */
  readonly anothers?: true;
};

export type Slots = Readonly<Record<string, Slot>>;

/** What somebody asks for. */
export type Request = { readonly intent: IntentName; readonly slots: Slots };

/** What was asked for and could not be given then. */
export type WishedBefore = { readonly request: Request; readonly at: Instant };

/** What a word of an utterance is. */
export const WORD_KINDS = [
  'sentence',
  'slot',
  'courtesy',
  /** It says nothing by itself: articles, pronouns, "to". */
  'small',
  'consent',
  'negation',
  'hedge',
  'correction',
  'question',
  'wait',
  'condition',
  'left',
] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export type Accounted = { readonly word: string; readonly kind: WordKind };

/** How something typed was said; absent where a channel sends intents and no words (Alexa). */
export type Manner = {
  readonly said: readonly Accounted[];
  /** Content words nobody could place. */
  readonly left: readonly string[];
  /** The request itself is refused: "don't order coffee". */
  readonly negated: boolean;
  /** A word refuses what is named: "not a refund", "no refund"; "no, a refund" only takes back what came before. */
  readonly refuses: boolean;
  /** The request is only asked about: "should I order coffee?" */
  readonly wonders: boolean;
  /** What came before is replaced: "no, tea", "actually two", "I meant". */
  readonly corrects: boolean;
  /** Half an assent, or doubt: "I guess so", "not sure". */
  readonly hedged: boolean;
  readonly asks: boolean;
  readonly waits: boolean;
  readonly conditional: boolean;
  /** Only likeness heard it: no sentence of ours. */
  readonly guessed: boolean;
  /** What was open is dropped by it: "forget about it and …". */
  readonly drops: boolean;
};

/** Nothing in it refuses, asks, doubts or is left over, so that what it names may be done at once. */
export function isPlain({
  left,
  refuses,
  hedged,
  asks,
  waits,
  conditional,
  guessed,
  negated,
  wonders,
}: Manner): boolean {
  return !(refuses || left.length > 0 || hedged || asks || waits || conditional || guessed || negated || wonders);
}

/** A further request, and its own words. `atOnce`: what is being bought is changed by it, too; it does not wait. */
export type Besides = { readonly request: Request; readonly said: string; readonly atOnce?: true };

export type Heard =
  | { readonly kind: 'launched' }
  | {
      readonly kind: 'intent';
      readonly intent: IntentName;
      readonly slots: Slots;
      /** Of typed words that are not sure enough: what they may mean, the likeliest first. `intent` is Fallback then. */
      readonly maybe?: readonly Request[];
      readonly manner?: Manner;
      /** What was asked for in the same breath, in its order: it waits until this is settled. */
      readonly also?: readonly Besides[];
    }
  /**
   * Typed words; `language/hear` turns them into an intent before anything is decided. `more`: what stood below them and may be
   * theirs or a quotation; people read it.
   */
  | { readonly kind: 'text'; readonly text: string; readonly more?: string }
  /**
   * A tapped quick reply: the id of one of the open question's options. `label` is what the button said: heard like
   * typed words where the question is not open any more. `asking`: which asking of which question it was drawn for.
   */
  | { readonly kind: 'choice'; readonly option: string; readonly label?: string; readonly asking?: string }
  /** Photos, voice notes and other files that came at once; what was written with them comes as text after it. */
  | { readonly kind: 'files'; readonly files: readonly (SentFile | FileRefusal)[] }
  /** Where somebody is, or wants it: in words, as people read it. */
  | { readonly kind: 'place'; readonly words: string }
  | ChangedHeard
  /** Nothing was said although a question was open. */
  | { readonly kind: 'silence' }
  | { readonly kind: 'ended'; readonly reason: string }
  /**
   * An Alexa skill connection came back: `token` is the yield's own. `granted`: what the shopper said to a request for
   * consent; absent where nothing was asked or it was left unanswered. `verified`: it was the person whose voice it is.
   */
  | {
      readonly kind: 'resumed';
      readonly token: string;
      readonly status: string;
      readonly granted?: boolean;
      readonly verified?: true;
    }
  /** Somebody came through a link or with a code (and postcode) that another channel gave out. */
  | { readonly kind: 'joined'; readonly token: string; readonly proof?: string }
  /** A webhook, a skill event, an agent. */
  | { readonly kind: 'event'; readonly name: string };

/** What else was asked for in the same breath. */
export function alsoIn(heard: Heard): readonly Besides[] {
  return heard.kind === 'intent' ? (heard.also ?? []) : [];
}

/** The event of a person who writes to the shopper from somewhere else than a desk. */
export const TOOK_OVER = 'took-over';

/** The channels a person can be written to, the preferred first, besides the web chat, which is read where it is. */
export const PUSH_CHANNELS = ['whatsapp', 'telegram', 'email'] as const;

export type PushChannel = (typeof PUSH_CHANNELS)[number];

export const CHANNELS = ['alexa', 'web', ...PUSH_CHANNELS] as const;

export type ChannelName = (typeof CHANNELS)[number];

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
  readonly session: {
    readonly id: string;
    readonly isNew: boolean;
    /** Whose own goods it has been told to hear, in words of ours; absent: nobody has been told of. */
    readonly hears?: string;
  };
  /** The channel's opaque address of the account or visitor; who a guest is. */
  readonly address: string;
  /** The recognised person (voice profile), where the channel knows one. */
  readonly person?: string;
  /** The shop's access token: the person's own before the account's. */
  readonly credential?: string;
  /** The token is the recognised person's own, and not the household's. */
  readonly isOwn?: true;
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

/** A recognised person who has no link of their own: they speak through the household's. */
export function isHouseholds({ person, isOwn }: Pick<Turn, 'person' | 'isOwn'>): boolean {
  return person !== undefined && !isOwn;
}
