/** "No, size 3", "not the small one, the big one", "the 500 gram bag": at a purchase, the same goods with something else that sets them apart. */

import type { Slots } from '../../vocabulary/heard';
import { changeOf } from './at-purchase';
import { askedAbout } from './by-sentences';
import { type Described, partOf } from './described-part';
import type { Found, Understanding } from './heard';
import { orderReader } from './order-reader';
import { cut, isApart, type Sentence } from './slots';
import { beginnings, isOfIt } from './wished-otherwise';
import { readPhrase } from './words';

/** undefined: nothing is being bought, or more is said than that. */
export function described(sentence: Sentence, asked: Understanding): Found | undefined {
  if (!askedAbout(asked).isBuying || sentence.written.at(-1)?.includes('?')) return undefined;
  const { sense } = asked;
  const { length } = sentence.said;
  // "No, not size 4".
  const no = readPhrase(sense.lexicon.leads(), sentence.said, 0);
  const behindNo = no?.value === 'negation' && no.length < length ? refusedIn(sentence, no.length, asked) : undefined;
  const refused = refusedIn(sentence, 0, asked) ?? behindNo;
  if (refused?.to === length) return { ...changeOf(sentence, refused.slots), negated: true };
  for (const from of refused ? [refused.to] : beginnings(sentence, sense, isOfIt(sentence, sense))) {
    const slots = wholeOf(cut(sentence, from, length), asked);
    if (slots) return changeOf(sentence, slots);
  }
  return undefined;
}

/** "Not size 4", from here on: what is refused, and where what is wanted instead begins. */
function refusedIn(sentence: Sentence, from: number, asked: Understanding): Described | undefined {
  const { said } = sentence;
  const { lexicon } = asked.sense;
  const refusal = readPhrase(lexicon.refusals(), said, from);
  const start = from + (refusal?.length ?? 0);
  if (!refusal?.value.includes('') || isApart(sentence, { length: start })) return undefined;
  const part = partOf(cut(sentence, start, said.length), asked);
  if (!part) return undefined;
  const to = start + part.to;
  return { slots: part.slots, to: to + (readPhrase(orderReader(lexicon.words).but, said, to)?.length ?? 0) };
}

function wholeOf(words: Sentence, asked: Understanding): Slots | undefined {
  const part = partOf(words, asked);
  return part?.to === words.said.length ? part.slots : undefined;
}
