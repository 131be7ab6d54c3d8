/** "I have a new address", "send it to my sister's": an address is meant that nobody has saved, and none of those that are saved. */

import type { Found, Understanding } from './heard';
import { listed } from './listed';
import { onceFor } from './once';
import { expand } from './sentences';
import { type Sense, type Sentence, slotOf, writtenIn } from './slots';
import { phrases, readPhrase, type Words } from './words';

const abodesOf = onceFor(({ others, apostrophe }: Words) =>
  phrases(
    others.abodes.flatMap(expand).map((text) => [text, true] as const),
    apostrophe,
  ),
);

export function withOtherAddress(sentence: Sentence, found: Found, { sense }: Understanding): Found {
  const { place } = found.slots;
  if (found.intent !== 'ChangeAddress' || (place && place.ids.length > 0) || namesOwn(sentence, sense)) return found;
  const other = otherIn(sentence, sense);
  return other === undefined ? found : { ...found, slots: { ...found.slots, place: { said: other, ids: [] } } };
}

/** "To work": one of those a shopper may have saved. */
function namesOwn(sentence: Sentence, sense: Sense): boolean {
  const places = sense.lexicon.values.get('Place');
  return sentence.said.some((_, from) => {
    const read = places && readPhrase(places, sentence.said, from);
    if (!read || !OWN[read.value]) return false;
    return slotOf(sense, sentence, { slot: 'place', type: 'Place', from, to: from + read.length }).ids.length > 0;
  });
}

const OWN: Readonly<Record<string, true>> = { work: true };

function otherIn(sentence: Sentence, { lexicon: { words } }: Sense): string | undefined {
  const { said } = sentence;
  const people = listed(words.others.people, words);
  const ends = [...listed(words.others.after, words)];
  const isPerson = (token: string) =>
    people.has(token) || ends.some((end) => token.endsWith(end) && people.has(token.slice(0, -end.length)));
  for (const [at, token] of said.entries()) {
    const read = readPhrase(abodesOf(words), said, at);
    if (read) return writtenIn(sentence, at, at + read.length);
    if (isPerson(token)) return writtenIn(sentence, at, at + 1);
  }
  return undefined;
}
