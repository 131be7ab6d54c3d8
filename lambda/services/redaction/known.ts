/** Finds what we know of the shopper in a folded text, however it is spaced, punctuated or shortened. */

import type { Shopper } from '../account';
import { foldedWords, type Redaction, type Span } from './fold';
import { digitGroups } from './phones';
import type { SpokenWords } from './spoken';

type Kind = Shopper['known'][number]['kind'];

export function knownSpans(folded: string, known: Shopper['known'], spoken: readonly SpokenWords[]): readonly Span[] {
  return known.flatMap(({ kind, value }) => {
    if (kind === 'phone') return knownPhoneSpans(folded, value);
    const gap = kind === 'email' ? emailGap(spoken) : GAP;
    return variants(kind, value).flatMap((words) => wordSpans(folded, words.join(gap), AS[kind]));
  });
}

const AS: Readonly<Record<Kind, Redaction>> = { name: 'name', email: 'e-mail', phone: 'phone', address: 'address' };
/** Between two words of a known value: a little space and punctuation, in any mixture. */
const GAP = String.raw`[^\p{L}\p{N}]{1,4}`;

/** A known address may be said: "ana at example dot com". */
function emailGap(spoken: readonly SpokenWords[]): string {
  const signs = spoken.flatMap(({ signs }) => signs).join('|');
  return signs ? String.raw`(?:${GAP}|\s+(?:${signs})\s+)` : GAP;
}

function variants(kind: Kind, value: string): readonly (readonly string[])[] {
  const whole = foldedWords(value);
  if (whole.join('').length < 2) return [];
  if (kind === 'name') return [whole, ...nameParts(value).map((part) => [part])];
  if (kind === 'address') return [whole, ...value.split(/[,;\n]/).flatMap(addressPart)];
  return [whole];
}

/** Names that stand alone; particles (`de`, `van`) and two letters are ordinary words too often. */
function nameParts(value: string): readonly string[] {
  return value
    .split(/[^\p{L}\p{M}]+/u)
    .filter((part) => part !== part.toLowerCase())
    .flatMap(foldedWords)
    .filter((part) => part.length >= 3);
}

/** A line of an address: as it is; its street alone, without the number; its postcode alone. A city alone is no secret. */
function addressPart(line: string): readonly (readonly string[])[] {
  const words = foldedWords(line);
  const street = words.filter((word) => !/\d/.test(word));
  const numbers = words.filter((word) => /\d/.test(word));
  const number = numbers.length > 0 ? `(?:${numbers.join('|')})` : '';
  return [
    ...(words.length > 1 ? [words] : []),
    ...(street.length > 1 ? [number ? [`(?:${number}${GAP})?${street.join(GAP)}(?:${GAP}${number})?`] : street] : []),
    // Four digits are a year or a price as well.
    ...numbers.filter((word) => /\d{5}/.test(word)).map((word) => [word]),
  ];
}

function wordSpans(folded: string, source: string, as: Redaction): readonly Span[] {
  const whole = new RegExp(String.raw`(?<![\p{L}\p{N}]|\p{L}-)${source}(?![\p{L}\p{N}])`, 'gu');
  return [...folded.matchAll(whole)].map((match) => ({ from: match.index, to: match.index + match[0].length, as }));
}

/** By its last eight digits, then back over what else of it is there: with or without the country, in any grouping. */
function knownPhoneSpans(folded: string, value: string): readonly Span[] {
  const own = value.replace(/\D/g, '');
  if (own.length < 6) return [];
  const tail = own.slice(-8);
  return digitGroups(folded).flatMap(({ digits, places, from }) => {
    const at = digits.lastIndexOf(tail);
    if (at < 0) return [];
    let first = at;
    for (let left = own.length - tail.length; left > 0 && first > 0 && digits[first - 1] === own[left - 1]; left--)
      first--;
    // The prefixes of a call: 0, 00, +, (0).
    while (first > 0 && digits[first - 1] === '0') first--;
    const begin = first === 0 ? from : (places[first] ?? from);
    return [{ from: begin, to: (places[at + tail.length - 1] ?? begin) + 1, as: 'phone' as const }];
  });
}
