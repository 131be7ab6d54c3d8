/** How much of what was said is in words a language's folder, or the shop, has: what is like a sentence of ours has some of them. */

import type { Lexicon } from './lexicon';
import type { Sense } from './slots';

/** Of the words that say something, from none to all: small words and numbers say nothing of what is meant. */
export function shareKnown(said: readonly string[], { lexicon, mentions }: Sense): number {
  const own = telling(said, lexicon);
  if (own.length === 0) return 1;
  const spell = lexicon.boldSpelling();
  const isKnown = (token: string) =>
    lexicon.isWord(token) || mentions.knows(token) || lexicon.goodsWords().has(token) || lexicon.isWord(spell(token));
  return own.filter(isKnown).length / own.length;
}

/** The words that say something. */
export function telling(said: readonly string[], { small }: Pick<Lexicon, 'small'>): readonly string[] {
  return said.filter((token) => !small.has(token) && !/^\d+$/.test(token));
}
