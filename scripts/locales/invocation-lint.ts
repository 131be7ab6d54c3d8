/** Amazon's rules for an invocation name ("Choose the Invocation Name for a Custom Skill"). */

import type { Words } from '../../lambda/language/hearing/words';
import type { ShopSettings } from './source';

const WAKE_WORDS = ['alexa', 'amazon', 'echo', 'computer', 'ziggy', 'skill', 'app'];

export type InvocationContext = { readonly shop: ShopSettings; readonly words: Words['invocation'] };

export function lintInvocation(
  name: string,
  { shop, words: { reserved, articles } }: InvocationContext,
): readonly string[] {
  const words = name.split(' ');
  const of = (list: readonly string[]) => words.filter((word) => list.includes(word));
  const seller = shop.name.toLowerCase();
  return [
    ...(/^[\p{Ll}\p{M}.' ]+$/u.test(name) ? [] : [`"${name}" may have only lower-case letters, spaces, ' and .`]),
    ...(name.length < 2 || name.length > 50 ? [`"${name}" must have 2 to 50 characters`] : []),
    ...(words.length < 2 ? [`"${name}" needs two words or more`] : []),
    ...of(WAKE_WORDS).map((word) => `"${name}" has the reserved word "${word}"`),
    ...of(reserved).map((word) => `"${name}" has the launch or connecting word "${word}"`),
    ...(words.length === 2 && of(articles).length > 0 ? [`"${name}" is a word with an article`] : []),
    // For purchases it must match the name of the seller.
    ...(name === seller ? [] : [`"${name}" is not the seller's name "${seller}"`]),
  ];
}
