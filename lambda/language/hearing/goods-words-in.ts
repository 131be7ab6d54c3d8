/** The words by which a language calls goods, of any shop, as `goods.json` has them. */

import type { NearNames } from './near-names';
import { tokens, type Words } from './words';

type Names = Readonly<Record<string, readonly string[]>>;

/** By kind, and what only some of a kind is called; what may stand behind a name: "water bottle". */
export type GoodsNames = {
  readonly kinds: Names;
  readonly also: Names;
  readonly plain: Names;
  readonly things: readonly string[];
  readonly aside: readonly string[];
  readonly name: Pick<NearNames, 'which'>;
};

export const NO_GOODS_NAMES: GoodsNames = {
  ...{ kinds: {}, also: {}, plain: {}, things: [], aside: [] },
  name: { which: 'put-before' },
};

export function goodsWordsIn(
  { kinds, also, plain, things }: GoodsNames,
  { apostrophe }: Pick<Words, 'apostrophe'>,
): ReadonlySet<string> {
  const names = [kinds, also, plain].flatMap((lists) => Object.values(lists).flat());
  return new Set([...names, ...things].flatMap((text) => tokens(text, apostrophe)));
}
