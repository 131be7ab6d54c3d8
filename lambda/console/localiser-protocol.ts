/** What the localiser's page and its server say to each other, as JSON. */

/** A text of a language, and where it stands in a conversation. */
export type PlacedText = {
  readonly file: 'speech.json' | 'text.json' | 'pages.json' | 'listing.json';
  readonly path: readonly string[];
  readonly line: number;
  /** In English. */
  readonly source: string;
  /** null: not translated yet. */
  readonly text: string | null;
  /** What comes before it; null: it is no part of a conversation. */
  readonly after:
    | { readonly kind: 'said' | 'said-in-english'; readonly said: string }
    | { readonly kind: 'silence' | 'missed' | 'help' | 'anything' }
    | null;
};

/** `POST /console/api/words/texts`, and `/texts/try` before. */
export type EditedText = Pick<PlacedText, 'file' | 'path'> & {
  readonly language: string;
  readonly text: string;
  /** What it was when it was read here; where the file has another one meanwhile nothing is saved. */
  readonly was?: string | null | undefined;
};

/** `POST /console/api/words/sentences`. What others added since `was` was read here stays. */
export type EditedSentences = {
  readonly language: string;
  readonly intent: string;
  readonly sentences: readonly string[];
  readonly was?: readonly string[] | undefined;
};

export type TriedText = {
  /** Empty: it can be saved, or has been. */
  readonly wrong: readonly string[];
  /** Where nothing was saved because the file has another text meanwhile: that one. */
  readonly now?: string | null;
  /** The reply it belongs to with values that trip up sentences: as it is heard, as it is read, and how long it takes. */
  readonly ways: readonly { readonly heard: string; readonly read: string; readonly seconds: number }[];
};

/** One template, and some of the sentences it stands for as they are heard. */
export type HeardSentence = {
  readonly template: string;
  readonly wrong: readonly string[];
  readonly heard: readonly { readonly text: string; readonly intent: string }[];
};

/** `POST /console/api/words/taught` */
export type TaughtSentence = { readonly locale: string; readonly text: string; readonly intent: string };
/** `file` and `line`: where it stands now. */
export type Taught =
  | { readonly kind: 'written' | 'known'; readonly sentence: string; readonly file: string; readonly line: number }
  | { readonly kind: 'refused'; readonly why: string };
