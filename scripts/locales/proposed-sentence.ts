/** What somebody said as a sentence of an intent: as it is heard, and with a slot where goods stand in it. */

import type { Proposed } from '../../lambda/console/localiser-protocol';
import { mentionsIn } from '../../lambda/language/hearing/mentions';
import { readLexicon } from '../../lambda/language/hearing/read-lexicon';
import { sentenceOf, writtenIn } from '../../lambda/language/hearing/slots';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { goodsFor } from './catalogue';
import { INTENT_SLOTS } from './contract';
import { languageOf, localesOf, type Place } from './source';

type Said = { readonly locale: string; readonly text: string; readonly intent: string };

/** Signs have a meaning in a sentence, and nobody hears them. */
const SIGNS = /[()[\]{}|?!,;:"“”„«»…]|\.(?=\s|$)/g;

export function proposedFor(place: Place, { locale, text, intent }: Said): Proposed {
  const plain = spaced(text.toLocaleLowerCase(locale).replace(SIGNS, ' '));
  const slots = Object.entries(INTENT_SLOTS[intent as IntentName] ?? {});
  const slot = slots.find(([, type]) => type === 'Product')?.[0];
  const sentence = slot === undefined ? plain : withGoods(plain, slot, place, languageOf(locale));
  return { sentence, slots: slots.map(([name]) => name) };
}

function withGoods(plain: string, slot: string, place: Place, language: string): string {
  const directory = localesOf(place);
  const lexicon = readLexicon({ directory, intents: INTENT_SLOTS }, language)?.([]);
  if (!lexicon) return plain;
  const sentence = sentenceOf(plain, lexicon);
  const found = mentionsIn(goodsFor(language, directory), lexicon.words, lexicon.goodsWords).anywhere(sentence.said);
  if (!found) return plain;
  return plain.replace(writtenIn(sentence, found.from, found.to), `{${slot}}`);
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
