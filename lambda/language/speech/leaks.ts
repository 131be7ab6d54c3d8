/** Finds in speech what only belongs on a screen or in a program: links, ids, signs, keys, another language. */

import { languageOf } from '../../vocabulary/locales';
import type { Finding } from './finding';

type Leak = { readonly rule: Finding['rule']; readonly what: string; readonly pattern: RegExp };

const LEAKS: readonly Leak[] = [
  {
    rule: 'S15',
    what: 'a link',
    pattern: /\b(?:https?:|www\.)\S*|\b[a-z0-9-]+\.(?:com|net|org|example|it|de|fr|co\.uk)\b/i,
  },
  { rule: 'S15', what: 'an e-mail address', pattern: /\S+@\S+\.\S+/ },
  { rule: 'S15', what: 'a long number', pattern: /\d{5,}/ },
  { rule: 'S18', what: 'a sign nobody can say', pattern: /[&/×\\[\](){}<>|~^=_*#`]/ },
  { rule: 'S18', what: 'a picture', pattern: /\p{Extended_Pictographic}/u },
  { rule: 'S18', what: 'an abbreviation', pattern: /\b(?:e\.g|i\.e|etc|approx|incl|ecc|p\.es|z\.B|usw)\./i },
  { rule: 'S18', what: 'a shouted word', pattern: /(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/u },
  { rule: 'R4', what: 'an open variable', pattern: /\{\{|\}\}|\$t\(/ },
  { rule: 'R4', what: "a program's word", pattern: /\b(?:undefined|null|NaN|Infinity|Invalid Date)\b|\[object/ },
  { rule: 'R4', what: "a computer's date", pattern: /\b\d{4}-\d{2}-\d{2}/ },
  { rule: 'R4', what: 'an untranslated key', pattern: /\b[A-Za-z]+\.[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)*\b/ },
  { rule: 'R4', what: 'a raw id', pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}|\b[A-Za-z]+[-_]\d{3,}/ },
];

/** Everyday words that only one of our languages has; three different ones are no coincidence. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  de: ['und', 'ist', 'nicht', 'ihre', 'möchten', 'bitte', 'für', 'wird', 'soll', 'ich'],
  en: ['the', 'your', 'you', 'is', 'shall', 'would', 'which', 'what', 'please', 'sorry', 'it'],
  es: ['tu', 'quieres', 'está', 'pedido', 'mañana', 'usted', 'gracias', 'hoy', 'pero'],
  fr: ['votre', 'vous', 'est', 'une', 'voulez', 'commande', 'merci', 'les', 'je'],
  it: ['il', 'che', 'vuoi', 'tuo', 'ordine', 'grazie', 'della', 'scusa', 'quale', 'arriva'],
};
const COINCIDENCE = 2;

function foreignLanguage(text: string, own: string): string | null {
  const words = new Set(text.toLowerCase().split(/[^\p{L}]+/u));
  const home = new Set(TELLING[own] ?? []);
  const foreign = Object.entries(TELLING).find(([language, telling]) => {
    const found = telling.filter((word) => words.has(word) && !home.has(word));
    return language !== own && found.length > COINCIDENCE;
  });
  return foreign?.[0] ?? null;
}

/** What does not belong in speech of this locale. */
export function leaksOf(plain: string, locale: string): readonly Finding[] {
  const found = LEAKS.flatMap(({ rule, what, pattern }): readonly Finding[] => {
    const match = pattern.exec(plain);
    return match ? [{ rule, level: 'error', message: `${what}, "${match[0]}", in: "${plain}"` }] : [];
  });
  const foreign = foreignLanguage(plain, languageOf(locale));
  if (!foreign) return found;
  return [...found, { rule: 'R4', level: 'error', message: `sounds like "${foreign}" in ${locale}: "${plain}"` }];
}
