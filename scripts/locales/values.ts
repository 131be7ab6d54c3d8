/** The values of the slot types, as Amazon's model wants them. */

import type { v1 } from 'ask-smapi-model';
import { valuesOf } from '../../lambda/language/hearing/lexicon';
import { WORD_ID } from '../../lambda/language/hearing/mentions';
import type { Nameable } from '../../lambda/language/hearing/nameable';
import { normalise, type Words } from '../../lambda/language/hearing/words';

export type TypeValue = v1.skill.interactionModel.TypeValue;

/** A value of a custom slot type may have at most 140 characters. */
const LONGEST = 140;

/** Names and synonyms as the recogniser takes them: letters, digits, spaces, apostrophes, hyphens and full stops. */
export function speakable(text: string): string {
  return text
    .replace(/[’‘]/g, "'")
    .replace(/&/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N}\s'.-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
    .trim();
}

function value(id: string, texts: readonly string[]): TypeValue {
  const [name = '', ...synonyms] = distinct(texts.map(speakable));
  return { id, name: { value: name, synonyms } };
}

function distinct(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    if (text === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Products by id. A word that several products share would resolve to a few of them at random, as Amazon returns only
 * a handful of matches; so it is a value of its own, `word:coffee`, and the skill finds all products behind it.
 */
export function productValues(products: readonly Nameable[], words: Words): readonly TypeValue[] {
  const owners = new Map<string, Set<string>>();
  const key = (text: string) => normalise(text, words.apostrophe);
  const names = ({ name, words: said }: Nameable) => (name.voiceTitle ? [name.voiceTitle, ...said] : [...said]);
  for (const product of products) {
    for (const text of names(product)) owners.set(key(text), (owners.get(key(text)) ?? new Set()).add(product.id));
  }
  const isOwn = (text: string) => owners.get(key(text))?.size === 1;
  const shared = new Map(
    products
      .flatMap(names)
      .filter((text) => !isOwn(text))
      .map((text) => [key(text), text] as const),
  );
  return [
    ...products.map((product) => {
      const own = names(product).filter(isOwn);
      return value(product.id, own.length > 0 ? own : [product.name.title]);
    }),
    ...[...shared].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, text]) => value(`${WORD_ID}${id}`, [text])),
  ];
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
