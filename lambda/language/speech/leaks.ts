/** Finds in speech what only belongs on a screen or in a program: links, ids, signs, keys, another language. */

import { DOMAINS } from '../../vocabulary/domains';
import { languageOf } from '../../vocabulary/locales';
import type { Finding } from './finding';
import type { Tongues } from './tongues';

type Leak = { readonly rule: Finding['rule']; readonly what: string; readonly pattern: RegExp };

const LEAKS: readonly Leak[] = [
  {
    rule: 'S15',
    what: 'a link',
    pattern: new RegExp(String.raw`\b(?:https?:|www\.)\S*|\b[a-z0-9-]+\.${DOMAINS}\b`, 'i'),
  },
  { rule: 'S15', what: 'an e-mail address', pattern: /\S+@\S+\.\S+/ },
  { rule: 'S15', what: 'a long number', pattern: /\d{5,}/ },
  { rule: 'S18', what: 'a sign nobody can say', pattern: /[&/×\\[\](){}<>|~^=_*#`]/ },
  { rule: 'S18', what: 'a picture', pattern: /\p{Extended_Pictographic}/u },
  { rule: 'S18', what: 'a shouted word', pattern: /(?<![\p{L}\p{N}])\p{Lu}{4,}(?![\p{L}\p{N}])/u },
  { rule: 'R4', what: 'an open variable', pattern: /\{\{|\}\}|\$t\(/ },
  { rule: 'R4', what: "a program's word", pattern: /\b(?:undefined|null|NaN|Infinity|Invalid Date)\b|\[object/ },
  { rule: 'R4', what: "a computer's date", pattern: /\b\d{4}-\d{2}-\d{2}/ },
  { rule: 'R4', what: 'an untranslated key', pattern: /\b[A-Za-z]+\.[a-z][A-Za-z]*(?:\.[a-z][A-Za-z]*)*\b/ },
  { rule: 'R4', what: 'a raw id', pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}|\b[A-Za-z]+[-_]\d{3,}/ },
];

/** Three different words of another language are no coincidence. */
const COINCIDENCE = 2;

function foreignLanguage(text: string, own: string, tongues: Tongues): string | null {
  const words = new Set(text.toLowerCase().split(/[^\p{L}]+/u));
  const home = new Set(tongues[own]?.words ?? []);
  const foreign = Object.entries(tongues).find(([language, telling]) => {
    const found = telling.words.filter((word) => words.has(word) && !home.has(word));
    return language !== own && found.length > COINCIDENCE;
  });
  return foreign?.[0] ?? null;
}

/** In whatever language: a shop's own titles bring them in. */
function shortened(tongues: Tongues): readonly Leak[] {
  const short = Object.values(tongues).flatMap((telling) => telling.short);
  const pattern = short.map((one) => one.replaceAll('.', String.raw`\.`)).join('|');
  return short.length > 0
    ? [{ rule: 'S18', what: 'an abbreviation', pattern: new RegExp(`\\b(?:${pattern})`, 'i') }]
    : [];
}

export type Sought = { readonly locale: string; readonly tongues: Tongues };

/** What does not belong in speech of this locale. */
export function leaksOf(plain: string, { locale, tongues }: Sought): readonly Finding[] {
  const digits = tongues[languageOf(locale)]?.digits ?? [];
  const found = [...LEAKS, ...shortened(tongues)].flatMap(({ rule, what, pattern }): readonly Finding[] => {
    // What is a number in its language is no program's word.
    const match = [...plain.matchAll(new RegExp(pattern, `g${pattern.flags}`))].find(([one]) => !digits.includes(one));
    return match ? [{ rule, level: 'error', message: `${what}, "${match[0]}", in: "${plain}"` }] : [];
  });
  const foreign = foreignLanguage(plain, languageOf(locale), tongues);
  if (!foreign) return found;
  return [...found, { rule: 'R4', level: 'error', message: `sounds like "${foreign}" in ${locale}: "${plain}"` }];
}
