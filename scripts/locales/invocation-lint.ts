/** Amazon's rules for an invocation name ("Choose the Invocation Name for a Custom Skill"). */

import { languageOf, type ShopSettings } from './source';

const WAKE_WORDS = ['alexa', 'amazon', 'echo', 'computer', 'ziggy', 'skill', 'app'];
/** Launch and connecting words per language; they end the name for the recogniser. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...['run', 'start', 'play', 'resume', 'use', 'launch', 'ask', 'open', 'tell', 'load', 'begin', 'enable'],
    ...['to', 'from', 'in', 'using', 'with', 'about', 'for', 'that', 'by', 'if', 'and', 'whether'],
  ],
  it: [
    ...['apri', 'avvia', 'lancia', 'chiedi', 'usa', 'inizia', 'attiva', 'dì', 'domanda'],
    ...['di', 'da', 'in', 'con', 'su', 'per', 'che', 'se', 'e', 'a'],
  ],
};
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  en: ['a', 'an', 'the'],
  it: ['il', 'lo', 'la', 'i', 'gli', 'le', 'un', 'uno', 'una'],
};

export function lintInvocation(
  name: string,
  { locale, shop }: { readonly locale: string; readonly shop: ShopSettings },
): readonly string[] {
  const language = languageOf(locale);
  const words = name.split(' ');
  const of = (list: readonly string[] | undefined) => words.filter((word) => list?.includes(word));
  const seller = shop.name.toLowerCase();
  return [
    ...(/^[\p{Ll}\p{M}.' ]+$/u.test(name) ? [] : [`"${name}" may have only lower-case letters, spaces, ' and .`]),
    ...(name.length < 2 || name.length > 50 ? [`"${name}" must have 2 to 50 characters`] : []),
    ...(words.length < 2 ? [`"${name}" needs two words or more`] : []),
    ...of(WAKE_WORDS).map((word) => `"${name}" has the reserved word "${word}"`),
    ...of(RESERVED[language]).map((word) => `"${name}" has the launch or connecting word "${word}"`),
    ...(words.length === 2 && of(ARTICLES[language]).length > 0 ? [`"${name}" is a word with an article`] : []),
    // For purchases it must match the name of the seller.
    ...(name === seller ? [] : [`"${name}" is not the seller's name "${seller}"`]),
  ];
}
