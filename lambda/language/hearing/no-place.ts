/** Words that stand where a place would and name none: "how about no", "how about two", "latte in polvere", "filtry do kawy". */

import { readDay } from './dates';
import { readNumber } from './numbers';
import { orderReader } from './order-reader';
import type { Sense } from './slots';
import { readPhrase } from './words';

export function isNoPlace(own: readonly string[], { lexicon, mentions, today }: Sense): boolean {
  const isAll = (length: number | undefined) => length === own.length;
  return (
    isAll(readPhrase(lexicon.labels(), own, 0)?.length) ||
    isAll(readNumber(lexicon.numbers, own, 0)?.length) ||
    isAll(readDay(lexicon.days, own, { from: 0, today })?.length) ||
    isAll(readPhrase(orderReader(lexicon.words).made, own, 0)?.length) ||
    // Most places are no word of any goods, and are not looked up as such.
    (mentions.knows(own.at(-1) ?? '') && mentions.exactly(own).length > 0)
  );
}
