/** The telling words of a title with what stands beside them, as names are looked for in them. */

import type { GoodsLexicon } from './lexicon';
import type { NameWord } from './names-index';
import type { TitleWord } from './title-words';

/** `out`: by the word's place, what is no part of the name. */
export function nameWords(
  words: readonly TitleWord[],
  out: readonly boolean[],
  lexicon: GoodsLexicon,
): readonly NameWord[] {
  const { lacksBefore, lacksAfter } = lexicon;
  return words.flatMap((word, at) => {
    if (word.isSmall || out[at]) return [];
    const { stem, isAside, isSecond } = word;
    const before = beside(word, words[at - 1]);
    const next = beside(word, words[at + 1]);
    const isLacking = lacksBefore.has(before?.low ?? '') || lacksAfter.has(next?.low ?? '');
    return [{ stem, isAside, isSecond, isLacking, isOfThing: next !== undefined && isThing(next, lexicon) }];
  });
}

function beside(word: TitleWord, other: TitleWord | undefined): TitleWord | undefined {
  return other?.segment === word.segment ? other : undefined;
}

/** Where the thing is the last word of its name, what stands before it only says which: "water bottle", "sea salt crisps". */
function isThing({ low, stem, isSmall }: TitleWord, { things, counted, holders, names, words }: GoodsLexicon): boolean {
  if (words.name.head === 'first' || isSmall) return false;
  return things.has(low) || (names.isNameAlone(stem) && !counted.has(low) && !holders.has(low));
}
