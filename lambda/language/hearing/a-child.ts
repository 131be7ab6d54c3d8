/** "I'm Tim and I'm six": whoever says so is a child, whatever was said before it. */

import type { Found, Hear, Understanding } from './heard';
import { orderReader } from './order-reader';
import { cut, type Sentence } from './slots';
import { readPhrase } from './words';

/** "And I'm twelve years old now". */
const LONGEST = 6;

export function childAlso(sentence: Sentence, { sense }: Understanding, hear: Hear): Found | undefined {
  const { said } = sentence;
  const { and } = orderReader(sense.lexicon.words);
  for (let at = Math.max(1, said.length - LONGEST - 1); at < said.length - 1; at += 1) {
    const joint = readPhrase(and, said, at)?.length ?? 0;
    const own = joint > 0 ? hear(cut(sentence, at + joint, said.length)) : undefined;
    if (own?.intent === 'Child' && own.score === 1) return { ...own, read: { from: 0, to: said.length } };
  }
  return undefined;
}
