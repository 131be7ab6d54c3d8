/** "Where is 1 0 4 2 3 2": a long number with nothing said of what it is numbers an order. */

import type { Found } from './heard';
import type { Lexicon } from './lexicon';
import { listed } from './listed';
import { readOrderNumber } from './numbers';
import { putWords } from './put';
import type { Sense, Sentence } from './slots';

/** undefined: no such number, or no sentence of ours of an order with it. */
export function byOrderNumber(
  sentence: Sentence,
  { lexicon }: Sense,
  hear: (one: Sentence) => Found | undefined,
): Found | undefined {
  const at = sentence.said.findIndex((_, from) => readOrderNumber(lexicon.digits, sentence.said, from).length > 0);
  if (at < 0) return undefined;
  const { said } = sentence;
  const from = namedFrom(said, at, lexicon);
  for (const text of lexicon.words.order.numbered) {
    const lead = lexicon.split(text);
    const heard = hear(putWords(sentence, { from, to: at }, lead));
    if (heard?.score === 1 && heard.slots.orderNumber) return { ...heard, read: { from: 0, to: said.length } };
  }
  return undefined;
}

/** Where "my order number" begins, of which the number is the rest. */
function namedFrom(said: readonly string[], at: number, { words, split, noise }: Lexicon): number {
  const named = new Set([...words.order.numbered, ...words.positions].flatMap(split));
  const isJoint = (token: string) => listed(words.order.and, words).has(token);
  const isOf = (token: string, from: number) => named.has(token) || (from < at && noise.has(token) && !isJoint(token));
  let from = at;
  while (from > 0 && isOf(said[from - 1] ?? '', from)) from -= 1;
  return from;
}
