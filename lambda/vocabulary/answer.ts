/** The finished answer, as a channel writes it and the store keeps it. */

import type { AskedOfAlexa, ConsentTo } from './consent';
import type { FileKind } from './file-types';
import type { Slots } from './heard';
import type { IntentName } from './intents';
import type { Memory } from './memory';
import type { Question } from './outcome';

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

/** A screen in words. */
export type ShownScreen = {
  readonly title: string;
  readonly rows: readonly ShownRow[];
  readonly foot: readonly string[];
  readonly drawn:
    | null
    | { readonly kind: 'steps'; readonly steps: readonly string[]; readonly at: number }
    | { readonly kind: 'code'; readonly address: string };
  /** What is asked, where touching answers it. */
  readonly asks: string;
  /** What can be touched besides rows. */
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
};

/** `option`: touching the row answers with it. */
export type ShownRow = {
  readonly label: string;
  readonly detail: string;
  readonly picture: string | null;
  readonly option: string | null;
};

export type SaidWords = {
  readonly speech: Spoken;
  /** What is said when an open question gets no answer. */
  readonly reprompt: Spoken | null;
  readonly card:
    | { readonly kind: 'simple'; readonly title: string; readonly text: string }
    | { readonly kind: 'link-account' }
    | { readonly kind: 'ask-consent'; readonly to: ConsentTo }
    | null;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Where the device has one. */
  readonly screen?: ShownScreen;
  /** Set when Alexa is asked to do something first. */
  readonly yields?: Yielded;
};

/** What a screen draws beside a line of the conversation. */
export type Show = {
  /** The question this line leaves open. */
  readonly question?: Pick<Question, 'id' | 'expects'> & { readonly options: SaidWords['options'] };
  readonly card?: NonNullable<SaidWords['card']>;
  /** The request that brought the line, so that whoever sent it knows it again. */
  readonly ref?: string;
  /** The shopper wrote it to a person. */
  readonly forPerson?: true;
  /** A file that was sent, by its id. */
  readonly attached?: { readonly id: string; readonly kind: FileKind };
  /** It stands instead of something that was written before, or only tells that something was taken back. */
  readonly changed?: 'edited' | 'deleted';
  /** It only tells that what was written was changed, by the ref of that line: of a person's, its own words are those that stood there before. */
  readonly of?: string;
  /** What people wrote and was read out here, by its refs. */
  readonly reads?: readonly string[];
  /** The page offers a file, all that is kept of its shopper: the id of a token; where it leaves the house, its secret. */
  readonly file?: string;
  /** What the shopper meant, of a channel that sends no words: the intent, and what was said for each slot. */
  readonly meant?: { readonly intent: IntentName; readonly slots: Readonly<Record<string, string>> };
};

/** A connection in words; `topic` is said by Alexa herself. */
export type Yielded = { readonly token: string } & (
  | { readonly kind: 'link-app'; readonly link: string; readonly opens?: 'file'; readonly topic: string }
  | AskedOfAlexa
);

/** What a channel writes: stored with the turn, so that a repeated delivery gets the very same. */
export type Answer = {
  /** null: nothing is to be said at all. */
  readonly said: SaidWords | null;
  /** The open question; null: the conversation rests. */
  readonly question:
    | (Pick<Question, 'id' | 'elicits' | 'expects'> & {
        /** Names this very asking, so that a button drawn for it answers nothing else. Where the device has a screen. */
        readonly asking?: string;
      })
    | null;
  /** What was understood, for whoever watches. */
  readonly intent: IntentName | null;
  readonly slots: Slots;
  readonly replies: readonly string[];
  readonly owner: Memory['owner'];
  /** What a speaker is to hear well from now on, where that is another shopper's than before. */
  readonly hears?: HeardGoods;
};

/** A shopper's own goods by what they are called, the likeliest first; none: of nobody in particular. `whose`: not their id. */
export type HeardGoods = {
  readonly whose: string;
  readonly goods: readonly { readonly id: string; readonly names: readonly string[] }[];
};

/** What a door is told of a turn. */
export type Answered = {
  readonly answer: Answer;
  /** Where who spoke is now; null: that could not be found out. */
  readonly conversationId: string | null;
  /** It is written down. Words that are not kept were a last resort, and nothing has happened. */
  readonly kept: boolean;
  /** This very delivery was answered before. */
  readonly repeated: boolean;
};
