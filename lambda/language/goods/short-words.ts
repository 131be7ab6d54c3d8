/** The words of what stands on many goods: makers, categories, values of options. They are read once. */

import { cleanTitle } from './clean-title';
import { type GoodsLexicon, KEPT_WORDS } from './lexicon';
import { type TitleWord, titleWords } from './title-words';

const kept = new WeakMap<GoodsLexicon, Map<string, readonly TitleWord[]>>();

export function shortWords(text: string, lexicon: GoodsLexicon): readonly TitleWord[] {
  const all = kept.get(lexicon) ?? new Map<string, readonly TitleWord[]>();
  kept.set(lexicon, all);
  const known = all.get(text);
  if (known) return known;
  if (all.size >= KEPT_WORDS) all.clear();
  const words = titleWords(cleanTitle(text, []), lexicon);
  all.set(text, words);
  return words;
}
