/** Where a shop's goods are kept to be found again: written while others read, and there when the shop is not. */

import type { GoodsKeys, GoodsTables } from '../../vocabulary/goods-tables';
import type { Instant } from '../../vocabulary/values';

export type GoodsIndex = {
  /** It is what a build brought along: nothing is written here, and the shop itself knows what has come since. */
  readonly isFixed: boolean;
  /** What was written last under this name; null: nothing was. The very same value until something else is. */
  read(edition: string): IndexedGoods | null;
  /** Begins to write all goods of an edition anew; null: somebody else is at it, or nothing can be written here. */
  write(edition: string): GoodsWriting | null;
  close(): void;
};

export type IndexedGoods = GoodsTables & {
  readonly writtenAt: Instant;
  /** As they were written, in the order of the ids; unknown ones are left out. */
  jsonOf(ids: readonly string[]): readonly string[];
};

export type IndexedGood = GoodsKeys & {
  readonly id: string;
  readonly packedIn: string | undefined;
  readonly json: string;
};

export type GoodsWriting = {
  /** In the shop's own order. */
  add(goods: readonly IndexedGood[]): void;
  /** From now on it is what is read. */
  done(): void;
  /** As if it had never begun. */
  drop(): void;
};

/** How the goods of a locale are found by what people call them. */
export type GoodsNaming = {
  /** What the keys are made with: another one, and the goods are written anew. null: nothing is heard in this locale. */
  made(locale: string): string | null;
  keysOf(product: Nameable, locale: string): GoodsKeys;
  /** Ids of those that all these words name. */
  find(said: string, locale: string, goods: GoodsTables): readonly string[];
  /** The size its title tells, in figures: "4". */
  sizeOf(product: Nameable, locale: string): string | undefined;
  /** Ids of those that come near to what nobody sells: a part of these words names them. */
  near(said: string, locale: string, goods: GoodsTables): readonly string[];
};

type Nameable = {
  readonly id: string;
  readonly name: { readonly title: string; readonly voiceTitle?: string };
  readonly words: readonly string[];
};

/** What else than a name they are found by. */
export function kindKey(kind: string): string {
  return `k:${kind}`;
}

export function traitKey(trait: string): string {
  return `t:${trait}`;
}
