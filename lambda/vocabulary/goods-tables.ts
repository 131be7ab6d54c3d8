/** The tables that goods are found in by their names: looked into, never held in memory. Synchronous, since a sentence asks many times. */

import type { Pack } from './values';

/** So many goods are told of a few words at the most. */
export const MOST_RESOLVED = 100;

export type GoodsTables = {
  /** How many goods there are. */
  readonly size: number;
  /** What some of them are called, evenly from the first to the last: what a language is learned with. */
  readonly sample: readonly (readonly string[])[];
  /** Whether any goods have this key. */
  has(key: string): boolean;
  /** The goods that have all these keys: so many ids at most, in the shop's own order. */
  having(keys: readonly string[], most: number): readonly string[];
  /** Words of names that are one of these once letters are left out of them. */
  slipped(rests: readonly string[]): readonly string[];
  /** What one is packed in, where the shop says so. */
  packOf(id: string): Pack['kind'] | undefined;
};

/** What is written of one: what it is found by, and its words with what is left of each when letters are missed. */
export type GoodsKeys = {
  readonly keys: readonly string[];
  readonly spelled: readonly string[];
};

/** No goods at all. */
export const NO_GOODS: GoodsTables = {
  size: 0,
  sample: [],
  has: () => false,
  having: () => [],
  slipped: () => [],
  packOf: () => undefined,
};
