/** "I hob des no ned kriegt": what is said in a dialect, in the words the language is written in. */

import type { Found } from './heard';
import { onceFor } from './once';
import type { Sense, Sentence } from './slots';
import { type Phrases, phrases, readPhrase, tokens, type Words } from './words';

/** Each way of saying it, to how it is written. */
const dialectOf = onceFor(({ dialect, apostrophe }: Words) =>
  phrases(
    Object.entries(dialect).flatMap(([written, said]) => {
      const plain = tokens(written, apostrophe);
      return said.map((one) => [one, plain] as const);
    }),
    apostrophe,
  ),
);

/** What is no sentence of ours as it stands is heard in the words of the language, where these say more. */
export function inDialect(asWritten: Sentence, find: (sentence: Sentence) => Found, { lexicon }: Sense) {
  const own = { sentence: asWritten, heard: find(asWritten) };
  const sentence = isSentence(own.heard) ? asWritten : reworded(asWritten, dialectOf(lexicon.words));
  if (sentence === asWritten) return own;
  const heard = find(sentence);
  return heard.intent === 'Fallback' && own.heard.intent !== 'Fallback' ? own : { sentence, heard };
}

/** One of ours, or one that is known to be for nobody here. */
function isSentence({ intent, score, read }: Found): boolean {
  return score === 1 || (intent === 'Fallback' && read !== undefined);
}

/** With other words for some; the very same where none of those is in it. What the shopper wrote stays beside each word. */
export function reworded(sentence: Sentence, all: Phrases<readonly string[]>): Sentence {
  const { said, written } = sentence;
  const pairs: (readonly [string, string])[] = [];
  let isChanged = false;
  for (let at = 0; at < said.length; ) {
    const read = readPhrase(all, said, at);
    const length = read?.length ?? 1;
    const last = at + length - 1;
    const words = read?.value ?? [said[at] ?? ''];
    words.forEach((word, index) => {
      pairs.push([word, written[Math.min(at + index, last)] ?? word]);
    });
    isChanged ||= read !== undefined;
    at += length;
  }
  return isChanged ? { said: pairs.map(([word]) => word), written: pairs.map(([, word]) => word) } : sentence;
}
