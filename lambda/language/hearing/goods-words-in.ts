/** The words by which a language calls goods, of any shop: `kinds` and what else they are called, as `goods.json` has them. */

import { tokens, type Words } from './words';

/** Lists of names, by what they name. */
const LISTS = ['kinds', 'also', 'plain', 'things'] as const;

export function goodsWordsIn(
  file: Readonly<Record<string, unknown>>,
  { apostrophe }: Pick<Words, 'apostrophe'>,
): ReadonlySet<string> {
  return new Set(LISTS.flatMap((list) => textsIn(file[list])).flatMap((text) => tokens(text, apostrophe)));
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
