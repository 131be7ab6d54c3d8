/** Misspelt words set right, by the words a language's own sentences use. */

import { forgiven, slips } from './likeness';
import type { Sentences } from './sentences';
import { tokens, type Words } from './words';

/** The word itself where it is known, has a digit, is short, or is like none. */
export type Spelling = (token: string) => string;

/**
 * How many of the commonest words a slip is taken for. `careful`, for what is only alike: a rare word is as likely
 * another one we do not know. `bold`, where the whole must be a sentence of ours afterwards.
 */
const COMMON = { careful: 60, bold: 1_200 } as const;
/** Corrections remembered. */
const REMEMBERED = 5_000;
/** A word of fewer letters is never what a slip was meant for. */
const SHORTEST = { careful: 4, bold: 3 } as const;

/** `often` tells how often each known word is used: of two as near, the more common one was meant. */
export function createSpelling(often: ReadonlyMap<string, number>, manner: keyof typeof COMMON): Spelling {
  const byFirst = new Map<string, string[]>();
  for (const word of commonest(often, manner)) {
    const alike = byFirst.get(word.charAt(0));
    if (alike) alike.push(word);
    else byFirst.set(word.charAt(0), [word]);
  }
  const known = new Map<string, string>();
  return (token) => {
    if (often.has(token) || forgiven(token) === 0 || /\d/.test(token)) return token;
    const before = known.get(token);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const right = nearest(token, byFirst.get(token.charAt(0)) ?? []);
    known.set(token, right);
    return right;
  };
}

function commonest(often: ReadonlyMap<string, number>, manner: keyof typeof COMMON): readonly string[] {
  return [...often]
    .filter(([word]) => word.length >= SHORTEST[manner])
    .sort(([, one], [, other]) => other - one)
    .slice(0, COMMON[manner])
    .map(([word]) => word);
}

/** People hardly ever miss the first letter. */
function nearest(token: string, words: readonly string[]): string {
  let best = token;
  let least = forgiven(token) + 1;
  for (const word of words) {
    const count = slips(token, word, least - 1);
    if (count < least) {
      best = word;
      least = count;
    }
  }
  return best;
}

/** How often each word stands in the sentences and the small words of a language. */
export function usedWords(sentences: Sentences, words: Words): ReadonlyMap<string, number> {
  const { carriers, synonyms, days, weekdays, months, consent } = words;
  const values = Object.values(words.values).flatMap((ids) => Object.values(ids).flat());
  const all = [...Object.values(sentences), carriers, ...synonyms, ...Object.values(days), ...weekdays, ...months];
  const text = [...all.flat(), ...values, ...consent.yes, ...consent.no, ...consent.mild, ...consent.wait]
    .join(' ')
    .replace(/\{[A-Za-z]+\}|[()[\]|]/g, ' ');
  const often = new Map<string, number>();
  for (const token of tokens(text, words.apostrophe)) often.set(token, (often.get(token) ?? 0) + 1);
  return often;
}
