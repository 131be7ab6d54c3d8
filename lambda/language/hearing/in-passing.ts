/** "And the cat?": goods by a word of their name, asked after behind what was told of others. It only tells. */

import type { Found } from './heard';
import { cut, type Sense, type Sentence, writtenIn } from './slots';
import { readPhrase } from './words';

/** Longer is a sentence of its own. */
const MOST_WORDS = 3;

/** undefined: something else. A word alone buys nothing, but of orders it says which is meant. */
export function askedAfter(sentence: Sentence, { lexicon, mentions }: Sense): Found | undefined {
  const leads = lexicon.values.get('After');
  const lead = leads && readPhrase(leads, sentence.said, 0);
  if (!lead) return undefined;
  const rest = cut(sentence, lead.length, sentence.said.length);
  if (rest.said.length === 0 || rest.said.length > MOST_WORDS) return undefined;
  const ids = mentions.partly(rest.said);
  if (ids.length === 0) return undefined;
  const after = { said: writtenIn(sentence, 0, lead.length), ids: [lead.value] };
  const slots = { after, product: { said: writtenIn(rest), ids } };
  return { intent: 'OrderStatus', slots, score: 1, rivals: [], read: { from: 0, to: sentence.said.length } };
}
