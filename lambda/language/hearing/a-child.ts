/** "I'm Tim and I'm six": whoever says so is a child, whatever was said before it. */

import type { Found, Hear, Understanding } from './heard';
import type { Lexicon } from './lexicon';
import { orderReader } from './order-reader';
import { cut, type Sentence } from './slots';
import { stemOf } from './stem';
import { readPhrase } from './words';

/** "And I'm twelve years old now". */
const LONGEST = 6;

export function childAlso(sentence: Sentence, { sense: { lexicon } }: Understanding, hear: Hear): Found | undefined {
  const { said } = sentence;
  const { and } = orderReader(lexicon.words);
  for (let at = Math.max(1, said.length - LONGEST - 1); at < said.length - 1; at += 1) {
    const joint = readPhrase(and, said, at)?.length ?? 0;
    if (joint === 0 || !isOfChild(said.slice(at + joint), lexicon)) continue;
    const own = hear(cut(sentence, at + joint, said.length));
    if (own?.intent === 'Child' && own.score === 1) return { ...own, read: { from: 0, to: said.length } };
  }
  return undefined;
}

/** What has another word is not heard once more. */
function isOfChild(own: readonly string[], { vocabulary, words }: Lexicon): boolean {
  const known = vocabulary().get('Child');
  const stem = stemOf(words);
  return own.length > 0 && own.every((token) => known?.has(stem(token)));
}
