/** What stands around a request and says nothing: "could you please …", "… thank you". */

import { bySentences } from './by-sentences';
import type { Lexicon } from './lexicon';
import { cut, type Sense, type Sentence } from './slots';
import { readPhrase } from './words';

type Bare = { readonly bare: Sentence; readonly from: number };

/** The first or the last of it taken away; where there is none, the same. */
export function withoutCourtesy(sentence: Sentence, lexicon: Lexicon): Bare {
  const { said } = sentence;
  const lead = readPhrase(lexicon.before, said, 0);
  if (lead) return { bare: cut(sentence, lead.length, said.length), from: lead.length };
  for (let length = Math.min(4, said.length); length > 0; length -= 1) {
    if (lexicon.after.has(said.slice(-length).join(' ')))
      return { bare: cut(sentence, 0, said.length - length), from: 0 };
  }
  return { bare: sentence, from: 0 };
}

/** Whether the words only open the skill. A sentence of ours is one, whatever greeting stands in it: "ciao ciao". */
export function opens(sentence: Sentence, sense: Sense): boolean {
  if (sense.lexicon.launch.has(sentence.said.join(' '))) return true;
  const { bare } = withoutCourtesy(sentence, sense.lexicon);
  if (bare.said.length === sentence.said.length || bySentences(sentence, sense)) return false;
  return opens(bare, sense);
}
