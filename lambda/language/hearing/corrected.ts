/** A sentence with its slips set right, by the spelling of the language; the goods have one of their own. */

import type { Sense, Sentence } from './slots';
import type { Spelling } from './spelling';

/** What is a word for goods, of this shop or of any, stays as it is. */
export function corrected({ said, written }: Sentence, spell: Spelling, { lexicon, mentions }: Sense): Sentence {
  const isOfGoods = (token: string) => mentions.knows(token) || lexicon.goodsWords().has(token);
  return {
    said: said.map((token) => (isOfGoods(token) ? token : spell(token))),
    written,
  };
}
