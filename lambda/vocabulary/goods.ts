/** A thing a shop sells: as its platform writes it down, and as people say it. Data only. */

import type { GoodKind } from './kinds';
import type { ProductName } from './values';

/** What the platform says of one thing that can be bought (of a variant, where there are some); nothing of it is fit for the ear. */
export type RawGood = {
  readonly id: string;
  /** As it stands on the shop's page: in the language of the call, unless `language` says otherwise. */
  readonly title: string;
  /** "it", where the platform tells that it has written title, categories and options in this language. */
  readonly language?: string;
  /** Names of categories, the widest first; empty: none. */
  readonly categories: readonly string[];
  /** What makes this variant: `{ name: 'Size', value: 'M' }`; empty: there are no others. */
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** SKU, barcode, article number: never said, wherever they stand. */
  readonly codes: readonly string[];
  readonly brand?: string;
  /** What it is sold by, where that stands apart from the title: "250 g", "12 pz". */
  readonly unit?: string;
};

export type SpokenGood = {
  readonly name: ProductName;
  /** What people call it, lower case, the most general first. */
  readonly words: readonly string[];
  /** What these are in: the title's language. */
  readonly language: string;
  /** An id of `kinds.ts`; the good's own id where no kind is known, since then nothing can stand in for it. */
  readonly kind: string;
};

/** null: the merchant does not want it sold by voice. Pure and quick: call it for a whole catalogue. Never throws. */
export type SayGood = (good: RawGood, locale: string) => SpokenGood | null;

/** What a merchant says otherwise than the title does. */
export type GoodCorrection = {
  readonly voiceTitle?: string;
  /** What people call it besides. */
  readonly words?: readonly string[];
  /** Not sold by voice. */
  readonly isHidden?: true;
};

export type Corrections = {
  /** `language`: "en"; a correction may be for all languages. */
  good(id: string, language: string): GoodCorrection | undefined;
  /** The categories as the platform gives them, the widest first. */
  kind(categories: readonly string[]): GoodKind | undefined;
};
