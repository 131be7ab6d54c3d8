/** What the localiser's page and its server say to each other, as JSON. */

import type { FileProblem } from './protocol';

/** Where a text stands in a conversation. */
export type TextPlace = {
  /** What is true at that moment, in English. */
  readonly when: string;
  /** The question before it; null: none that is known. */
  readonly asked: string | null;
  readonly heard: HeardBefore;
};

/** What the shopper says, or does, right before a text. */
export type HeardBefore =
  | { readonly kind: 'said' | 'said-in-english'; readonly said: string }
  /** `nothing`: it is sent by itself, or what led to it is told by its `when`. */
  | { readonly kind: 'launch' | 'silence' | 'missed' | 'help' | 'choice' | 'unheard' | 'nothing' };

/** A text of a language, and where it stands in a conversation. */
export type PlacedText = {
  readonly file: 'speech.json' | 'text.json' | 'familiar.json' | 'pages.json' | 'listing.json' | 'words.json';
  readonly path: readonly string[];
  readonly line: number;
  /** In English. */
  readonly source: string;
  /** null: not translated yet. */
  readonly text: string | null;
  /** null: it is no part of a conversation. */
  readonly at: TextPlace | null;
};

/** `POST /console/api/words/texts/try` */
export type EditedText = Pick<PlacedText, 'file' | 'path'> & { readonly language: string; readonly text: string };
/** `POST /console/api/words/texts`. `before`: the text it was made from, as `PlacedText` has it. */
export type RewrittenText = EditedText & { readonly before: string | null };

/** `POST /console/api/words/sentences/try`: all of an intent. */
export type EditedSentences = {
  readonly language: string;
  readonly intent: string;
  readonly sentences: readonly string[];
};
/** `POST /console/api/words/sentences`. `before`: those it was made from. */
export type RewrittenSentences = EditedSentences & { readonly before: readonly string[] };

/** What became of a save. `changed`: somebody wrote something else meanwhile, which stands there still. */
export type WrittenWords<Told, Words> =
  | { readonly kind: 'saved'; readonly told: Told }
  | { readonly kind: 'wrong'; readonly told: Told }
  | { readonly kind: 'changed'; readonly now: Words };
/** `broken`: files for which the words of before are spoken and heard on, whatever was saved. */
export type WithBroken<T> = T & { readonly broken: readonly FileProblem[] };

/** What a text changes of a reply; null: it is not heard there, or not read otherwise than it is heard. */
export type SaidWay = {
  readonly heard: { readonly words: string; readonly seconds: number } | null;
  readonly read: string | null;
};

export type TriedText = {
  /** Empty: it can be saved. */
  readonly wrong: readonly string[];
  /** What the words for friends would have to follow. */
  readonly besides: readonly string[];
  /** Replies it is said in, with values that trip up sentences. */
  readonly ways: readonly SaidWay[];
};

/** One template, and some of the sentences it stands for as they are heard. */
export type HeardSentence = {
  readonly template: string;
  readonly wrong: readonly string[];
  readonly heard: readonly { readonly text: string; readonly intent: string }[];
};

/** `POST /console/api/words/taught`; to `/taught/proposed` goes what was said, and `Proposed` comes back. */
export type TaughtSentence = { readonly locale: string; readonly text: string; readonly intent: string };
/** What was said as a sentence of that intent may be: with a slot where goods stand in it. */
export type Proposed = { readonly sentence: string /** Of that intent. */; readonly slots: readonly string[] };
/** `file` and `line`: where it stands now. */
export type Taught =
  | { readonly kind: 'written' | 'known'; readonly sentence: string; readonly file: string; readonly line: number }
  | { readonly kind: 'refused'; readonly why: string };
