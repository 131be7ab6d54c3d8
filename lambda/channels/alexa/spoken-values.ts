/** Names as Alexa's recogniser takes them, and the shopper's own goods told to it for as long as they speak. */

import type { Directive } from 'ask-sdk-model';
import type { HeardGoods } from '../../vocabulary/answer';

/** A value of a custom slot type may have at most 140 characters. */
const LONGEST = 140;
/** Values and their synonyms together: what Alexa takes of them in one directive. */
const MOST_NAMES = 100;
/** Of one product: the others shall have room. */
const MOST_OF_ONE = 5;

/** Letters, digits, spaces, apostrophes, hyphens and full stops. */
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

export function distinct(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const key = text.toLowerCase();
    if (text === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Forgets the goods of whoever spoke before. */
export const HEARS_NOBODY: Directive = { type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR', types: [] };

/** Hears these goods from the next request on, and nobody else's. */
export function hearing({ goods }: HeardGoods): Directive {
  let left = MOST_NAMES;
  const values = goods.flatMap(({ id, names }) => {
    const [value, ...synonyms] = distinct(names.map(speakable)).slice(0, Math.min(MOST_OF_ONE, left));
    if (value === undefined) return [];
    left -= 1 + synonyms.length;
    return [{ id, name: { value, synonyms } }];
  });
  if (values.length === 0) return HEARS_NOBODY;
  return {
    type: 'Dialog.UpdateDynamicEntities',
    updateBehavior: 'REPLACE',
    types: [{ name: 'Product', values }],
  };
}
