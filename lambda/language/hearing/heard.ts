/** What hearing is told and what it says it heard: the types its parts share. */

import type { GoodsTables } from '../../vocabulary/goods-tables';
import type { Besides, Manner, Request, Slots } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import type { Expected } from '../../vocabulary/outcome';
import type { Scorer } from './classifier/scorer';
import type { IntentSlots } from './grammar';
import type { Sense, Sentence } from './slots';
import type { Topics } from './topics';

/** Goods a question is about. */
export type Asked = { readonly productId: string; readonly quantity: number };

export type AskedNow = {
  readonly id: string;
  /** What it is about: it may be said again with a yes. */
  readonly goods: readonly Asked[];
  /** Whether a yes to it costs something. */
  readonly commits: boolean;
  /** What asks for all of it, where it is about a part. */
  readonly wholeBy?: IntentName;
};

export type HearingContext = {
  /** BCP 47. */
  readonly locale: string;
  /** What the open question takes; absent without one. */
  readonly expects?: readonly Expected[];
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  /** The slot the question fills; without it, bare answers go to the first intent that has a fitting slot. */
  readonly elicits?: { readonly intent: IntentName; readonly slot: string };
  readonly question?: AskedNow;
  /** The part whose words were said last, and whether an order is spoken of. */
  readonly told?: { readonly by: string; readonly isOrder: boolean };
  /** Where the goods that are sold in the locale are found. */
  readonly goods: GoodsTables;
};

/** What a way of hearing came to. */
export type Found = {
  readonly intent: IntentName;
  readonly slots: Slots;
  /** 1: a sentence of ours with all it names known to the shop; 0: nothing like anything we know. */
  readonly score: number;
  /** What else it may mean, the likeliest first; of a Fallback also what it is most like. */
  readonly rivals: readonly { readonly intent: IntentName; readonly score: number }[];
  /** The id of the option the shopper chose. */
  readonly choice?: string;
  /** Not sure enough to act on, but likely enough to ask about. */
  readonly maybe?: readonly Request[];
  /** The words that a sentence of ours, or an answer to the question, was read from; absent: only likeness heard it. */
  readonly read?: { readonly from: number; readonly to: number };
  /** What is refused: "don't order coffee". */
  readonly negated?: true;
  /** What was asked for in the same breath; and whether what was open is dropped by it. */
  readonly also?: readonly Besides[];
  readonly drops?: true;
  /** It is only asked about: "should I order coffee?" */
  readonly wonders?: true;
};

/** A part of what was said, or the same with other words, read by the sentences of the language; undefined: it is none. */
export type Hear = (sentence: Sentence) => Found | undefined;

export type HeardText = Found & { readonly manner: Manner };

const NO_WORDS: Manner = {
  said: [],
  left: [],
  negated: false,
  wonders: false,
  corrects: false,
  hedged: false,
  asks: false,
  waits: false,
  conditional: false,
  guessed: false,
  drops: false,
  refuses: false,
};

export const NOT_UNDERSTOOD: HeardText = { intent: 'Fallback', slots: {}, score: 0, rivals: [], manner: NO_WORDS };

export type Understanding = HearingContext & {
  readonly sense: Sense;
  readonly intents: IntentSlots;
  /** null: nothing is learned of this language yet. */
  readonly score: Scorer | null;
  /** null: the shop has written nothing in this language. */
  readonly topics: Topics | null;
};
