/** The values of the slot types, as Amazon's model wants them. */

import type { v1 } from 'ask-smapi-model';
import { distinct, speakable } from '../../lambda/channels/alexa/spoken-values';
import { valuesOf } from '../../lambda/language/hearing/lexicon';
import { WORD_ID } from '../../lambda/language/hearing/mentions';
import type { Nameable } from '../../lambda/language/hearing/nameable';
import { normalise, type Words } from '../../lambda/language/hearing/words';

export type TypeValue = v1.skill.interactionModel.TypeValue;

/** Amazon takes 1.5 MB a model and some ten thousand values a skill, in all its locales together. */
export const MOST_VALUES = 1_500;
/** Kinds and brands among them: words that several goods share. */
const MOST_SHARED = 900;

function value(id: string, texts: readonly string[]): TypeValue {
  const [name = '', ...synonyms] = distinct(texts.map(speakable));
  return { id, name: { value: name, synonyms } };
}

/**
 * Products by id. A word that several products share would resolve to a few of them at random, as Amazon returns only
 * a handful of matches; so it is a value of its own, `word:coffee`, and the skill finds all products behind it.
 */
export function productValues(products: readonly Nameable[], words: Words): readonly TypeValue[] {
  const { goods, shared } = namedIn(products, words);
  // Of a word that many goods share Alexa need not hear the goods.
  return [...goods.slice(0, Math.max(0, MOST_VALUES - shared.length)), ...shared.slice(0, MOST_VALUES)];
}

/** Of all of a shop's goods those that are listed first, and what most of them are called. */
function namedIn(products: readonly Nameable[], words: Words) {
  const owners = new Map<string, Set<string>>();
  const key = (text: string) => normalise(text, words.apostrophe);
  const names = ({ name, words: said }: Nameable) => (name.voiceTitle ? [name.voiceTitle, ...said] : [...said]);
  for (const product of products) {
    for (const text of names(product)) owners.set(key(text), (owners.get(key(text)) ?? new Set()).add(product.id));
  }
  const isOwn = (text: string) => owners.get(key(text))?.size === 1;
  const texts = new Map(
    products
      .flatMap(names)
      .filter((text) => !isOwn(text))
      .map((text) => [key(text), text] as const),
  );
  const many = (id: string) => owners.get(id)?.size ?? 0;
  const kept = [...texts.keys()].sort((a, b) => many(b) - many(a)).slice(0, MOST_SHARED);
  return {
    goods: products.slice(0, MOST_VALUES).map((product) => {
      const own = names(product).filter(isOwn);
      return value(product.id, own.length > 0 ? own : [product.name.title]);
    }),
    shared: kept.sort((a, b) => (a < b ? -1 : 1)).map((id) => value(`${WORD_ID}${id}`, [texts.get(id) ?? id])),
  };
}

export function closedValues(type: string, words: Words, locale: string): readonly TypeValue[] {
  const all = [...valuesOf(words, type, locale)].map(([id, texts]) => value(id, texts));
  const taken = new Set<string>();
  return all.map(({ id = '', name }) => {
    const free = [name.value, ...name.synonyms].filter((text) => !taken.has(text.toLowerCase()));
    for (const text of free) taken.add(text.toLowerCase());
    return value(id, free);
  });
}
